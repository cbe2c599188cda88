import { delegateOf } from '../../../generators/server-key.js'
import type { ImportedName } from '../../../generators/source-text.js'
import type { Model } from '../../../model/schema.js'
import type { Parameter } from '../../../model/service.js'
import type { FileId } from '../../../text/file-id.js'
import { readServices } from '../../../typescript/read-services.js'
import { classesEndingIn } from '../features.js'
import { moduleOf, type Project } from '../project.js'
import { declarationOf, moduleImporting } from './declarations.js'
import type { ServiceFile } from './tested-methods.js'

/** The services of a model: those that are named for it, else those that write its records. */
export function servicesOf(model: Model, project: Project): readonly ServiceFile[] {
  const named = classesEndingIn('Service', project).filter((each) => each.model === model.name)
  const delegates = new Set([...project.schema.models.keys()].map(delegateOf))
  const services = named.flatMap(({ file, name }) => classIn(file, name, project) ?? []).filter(isServer)
  return services.length > 0 ? services : writersOf(model, project)

  /** Browsers have services, too, which call other things than the client. */
  function isServer({ methods }: ServiceFile): boolean {
    const called = methods.flatMap(({ calls }) => calls.map(({ delegate }) => delegate))
    return called.some((delegate) => delegates.has(delegate))
  }
}

function writersOf(model: Model, project: Project): readonly ServiceFile[] {
  const delegate = delegateOf(model.name)
  const writes = new RegExp(`\\.\\s*${delegate}\\s*\\.\\s*(create|update|delete)\\s*\\(`)
  const files = [...project.texts].filter(([, text]) => /^export class \w+Service\b/m.test(text) && writes.test(text))
  return files.flatMap(([file, text]) => {
    const classes = readServices(file, text).map((each) => ({ ...each, file }))
    return classes.filter(({ methods }) =>
      methods.some(({ calls }) =>
        calls.some((call) => call.delegate === delegate && /^(create|update|delete)$/.test(call.operation)),
      ),
    )
  })
}

export function classIn(file: FileId, name: string, { texts }: Project): ServiceFile | undefined {
  const found = readServices(file, texts.get(file) ?? '').find((each) => each.name === name)
  return found && { ...found, file }
}

/** An expression, and the names that it needs. */
export interface Made {
  readonly text: string
  readonly imports: readonly ImportedName[]
  /** The classes that are stood in for. */
  readonly standIns: readonly string[]
}

export interface Making {
  readonly spec: FileId
  readonly project: Project
  /** The class that `prisma` is one of. */
  readonly prisma: string
}

/** How an object of a class is made from `prisma`. What leads elsewhere, such as a mailer, is stood in for. */
export function madeFrom(service: ServiceFile, making: Making, depth = 0): Made {
  const parts = service.needs.map((need) => neededBy(service, need, making, depth))
  const { spec, project } = making
  const own: ImportedName = { name: service.name, module: moduleOf(project, spec, service.file), kind: 'value' }
  return {
    text: `new ${service.name}(${parts.map(({ text }) => text).join(', ')})`,
    imports: [own, ...parts.flatMap(({ imports }) => imports)],
    standIns: parts.flatMap(({ standIns }) => standIns),
  }
}

function neededBy(service: ServiceFile, { type }: Parameter, making: Making, depth: number): Made {
  const { spec, project, prisma } = making
  if (type === prisma || type === 'PrismaClient') return { text: 'prisma', imports: [], standIns: [] }
  const configuration = configurationFor(type, service, making)
  if (configuration) return configuration
  const file = declarationOf(type, service.file, project)
  const own = file === undefined ? undefined : classIn(file, type, project)
  if (own && own.needs.length > 0 && depth < 5 && leadsToPrisma(own, making, depth))
    return madeFrom(own, making, depth + 1)
  const module =
    file === undefined ? moduleImporting(type, project.texts.get(service.file) ?? '') : moduleOf(project, spec, file)
  const imports: readonly ImportedName[] = module === undefined ? [] : [{ name: type, module, kind: 'type' }]
  return { text: module === undefined ? 'standIn()' : `standIn<${type}>()`, imports, standIns: [type] }
}

/** NestJS' configuration reads the environment. */
export function configurationFor(type: string, service: ServiceFile, { project }: Making): Made | undefined {
  const isNest = moduleImporting(type, project.texts.get(service.file) ?? '') === '@nestjs/config'
  if (type !== 'ConfigService' || !isNest) return undefined
  return {
    text: 'new ConfigService()',
    imports: [{ name: type, module: '@nestjs/config', kind: 'value' }],
    standIns: [],
  }
}

/** Whether all that a class needs is the client, and classes of which this is true. */
function leadsToPrisma({ needs, file }: ServiceFile, making: Making, depth: number): boolean {
  return needs.every(({ type }) => {
    if (type === making.prisma || type === 'PrismaClient') return true
    const declared = declarationOf(type, file, making.project)
    const own = declared === undefined ? undefined : classIn(declared, type, making.project)
    return own !== undefined && own.needs.length > 0 && depth < 5 && leadsToPrisma(own, making, depth + 1)
  })
}
