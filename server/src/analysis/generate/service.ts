import { dependsOnModel } from '../../generators/name-pattern.js'
import { generateNestController } from '../../generators/nest-controller.js'
import { generateNestModule } from '../../generators/nest-module.js'
import { generateNestService } from '../../generators/nest-service.js'
import type { Block, ImportedName } from '../../generators/source-text.js'
import { isSecret } from '../../matching/secrets.js'
import type { Model } from '../../model/schema.js'
import type { FileId } from '../../text/file-id.js'
import { clientModuleOf } from './client-module.js'
import { planDto, withChanges } from './dto.js'
import { dtoAt } from './dto-types.js'
import { classesEndingIn, featureFolder } from './features.js'
import { conventionOf, type Place, placeFor } from './place.js'
import { knowsNest, prismaServiceFor } from './prisma-access.js'
import { type Change, moduleOf, type Outcome, type Project } from './project.js'
import { styleFor, writeBlocks } from './write-blocks.js'

/**
 * The NestJS module, service and controller of a model, on a global Prisma service, with the classes of what they take.
 * Those that are there stay as they are.
 */
export function planService(model: Model, project: Project): Outcome {
  // A composite type has no records of its own; the classes of others refer to its.
  if (model.kind === 'type') return planDto(model, project)
  if (!knowsNest(project)) return { changes: [], notes: [noteWithoutNest(model)] }
  const places = {
    service: part('Service', model, project),
    controller: part('Controller', model, project),
    module: part('Module', model, project),
  }
  const kept = Object.values(places).filter(({ isThere }) => isThere)
  const notes = kept.map(({ file, name }) => `${file}: '${name}' is there already`)
  // Where they are called otherwise, a module that holds both has another name.
  if (places.service.isThere && places.controller.isThere) return { changes: [], notes }
  const hasDtos = ['create', 'update'].every((kind) =>
    isDeclared(dtoAt(model.name, kind as 'create', project), project),
  )
  const dtos = hasDtos ? { changes: [], notes: [] } : planDto(model, project)
  const access = prismaServiceFor(withChanges(project, dtos.changes))
  const current = withChanges(project, [...dtos.changes, ...access.changes])
  const context = { model, project: current, ...places, prisma: access.place }
  const missing = places.service.isThere ? methodsMissing(context) : []
  if (missing.length > 0) return { changes: [], notes: [...notes, noteOfMissing(places, missing)] }
  const made = (['service', 'controller', 'module'] as const).flatMap((kind): readonly Change[] => {
    const { file, isThere } = places[kind]
    return isThere ? [] : writeBlocks(current, file, [BLOCKS[kind](file, context)])
  })
  const registered = places.module.isThere
    ? []
    : [`${places.module.file}: list '${places.module.name}' in the imports of the application's module`]
  return { changes: [...dtos.changes, ...access.changes, ...made], notes: [...notes, ...dtos.notes, ...registered] }
}

/** What a new controller would call of a service that is there and lacks it. */
function methodsMissing(context: Context): readonly string[] {
  const { project, service, controller } = context
  const { text } = BLOCKS.controller(controller.file, context)
  const called = [...text.matchAll(/\bthis\.\w+\.(\w+)\(/g)].map(([, name = '']) => name)
  const there = project.texts.get(service.file) ?? ''
  return called.filter((name) => !new RegExp(`\\b${name}\\s*[(=<]`).test(there))
}

function noteOfMissing(
  { service, controller }: Record<'service' | 'controller', Part>,
  missing: readonly string[],
): string {
  return `${service.file}: '${service.name}' has no ${missing.join(', ')} for '${controller.name}' to call`
}

function noteWithoutNest({ name }: Model): string {
  return `services are made for NestJS, and no package depends on @nestjs/common: 'generate repository ${name}' writes a class that does without`
}

interface Part extends Place {
  readonly isThere: boolean
}

function part(suffix: string, model: Model, project: Project): Part {
  const classes = classesEndingIn(suffix, project)
  const existing = classes.find((each) => each.model === model.name)
  if (existing) return { file: existing.file, name: existing.name, isThere: true }
  const usual = {
    folder: featureFolder(project),
    file: `{kebabs}.${suffix.toLowerCase()}.ts`,
    name: `{pascals}${suffix}`,
  }
  const convention = conventionOf(classes, usual)
  // What belongs to a model stands together, unless services and controllers have folders of their own.
  const isTogether = [convention.folder, usual.folder].every(dependsOnModel)
  const place = placeFor(model.name, isTogether ? { ...convention, folder: usual.folder } : convention)
  return { ...place, isThere: isDeclared(place, project) }
}

function isDeclared({ file, name }: Place, { texts }: Project): boolean {
  return new RegExp(`\\bclass ${name}\\b`).test(texts.get(file) ?? '')
}

interface Context {
  readonly model: Model
  readonly project: Project
  readonly service: Place
  readonly controller: Place
  readonly module: Place
  readonly prisma: Place
}

const BLOCKS: Readonly<Record<'service' | 'controller' | 'module', (file: FileId, context: Context) => Block>> = {
  service: (file, context) => {
    const { model, project, service, prisma } = context
    const all = model.columns.filter(({ kind }) => kind !== 'relation' && kind !== 'unsupported' && kind !== 'unknown')
    const shown = all.filter(({ name }) => !isSecret(name))
    return generateNestService(model, {
      name: service.name,
      style: styleFor(project, file),
      clientModule: clientModuleOf(project, file),
      prisma: importOf(prisma, file, project),
      ...inputs(file, context),
      selected: shown.length < all.length && shown.length > 0 ? shown.map(({ name }) => name) : undefined,
    })
  },
  controller: (file, context) => {
    const { model, project, service, controller } = context
    return generateNestController(model, {
      name: controller.name,
      style: styleFor(project, file),
      clientModule: clientModuleOf(project, file),
      service: importOf(service, file, project),
      ...inputs(file, context),
    })
  },
  module: (file, { project, module, service, controller }) =>
    generateNestModule({
      name: module.name,
      service: importOf(service, file, project),
      controller: importOf(controller, file, project),
    }),
}

function inputs(file: FileId, { model, project }: Context) {
  return {
    create: importOf(dtoAt(model.name, 'create', project), file, project),
    update: importOf(dtoAt(model.name, 'update', project), file, project),
  }
}

function importOf({ file: target, name }: Place, file: FileId, project: Project): ImportedName {
  return { name, module: moduleOf(project, file, target), kind: 'value' }
}
