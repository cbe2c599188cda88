import { withLineBreaks } from '../../generators/source-text.js'
import { recordMakers } from '../../generators/spec/records.js'
import { generateServiceSpec, type PrismaAccess } from '../../generators/spec/service-spec.js'
import type { TestedMethod } from '../../generators/spec/tested-method.js'
import { textStyleOf } from '../../generators/style.js'
import type { Model } from '../../model/schema.js'
import type { FileId } from '../../text/file-id.js'
import { clientModuleOf } from './client-module.js'
import { prismaServiceOf } from './prisma-access.js'
import { moduleOf, NOTHING, type Outcome, type Project, packageOf } from './project.js'
import { databaseHelper } from './spec/database.js'
import { classIn, configurationFor, madeFrom, servicesOf } from './spec/services.js'
import { testConventionsOf } from './spec/test-conventions.js'
import { readMethods, type ServiceFile } from './spec/tested-methods.js'
import { styleFor } from './write-blocks.js'

/** Tests of a model's services against a database, and what starts one. Tests that are there stay as they are. */
export function planTests(model: Model, project: Project): Outcome {
  if (model.kind === 'type') return { changes: [], notes: [] }
  if (project.schema.provider !== 'postgresql') {
    return { changes: [], notes: [`tests need PostgreSQL, and the schema's provider is ${project.schema.provider}`] }
  }
  const services = servicesOf(model, project)
  if (services.length === 0) return { changes: [], notes: [`no service reads or writes the records of ${model.name}`] }
  const outcomes = services.map((service) => planSpec(service, project))
  const changes = new Map(outcomes.flatMap((outcome) => outcome.changes.map(({ file, text }) => [file, text])))
  return {
    changes: [...changes].map(([file, text]) => ({ file, text })),
    notes: outcomes.flatMap(({ notes }) => notes),
  }
}

function planSpec(service: ServiceFile, project: Project): Outcome {
  const conventions = testConventionsOf(service.file, project)
  const spec = conventions.specFor(service.file)
  const isThere = project.tests === 'once' && (project.texts.has(spec) || project.files?.list.includes(spec))
  // What a changed schema implies for tests that are there is for `sync` to do.
  if (isThere && project.scope === 'changes') return NOTHING
  if (isThere) return { changes: [], notes: [`${spec} is there already and stays as it is`] }
  const access = prismaAccess(spec, project)
  const object = madeFrom(service, { spec, project, prisma: access.name.name })
  const readings = readMethods({ service, spec, project, standIns: object.standIns })
  const left = readings.flatMap((each) =>
    'reason' in each ? [`${service.name}.${each.method} has no tests: ${each.reason}`] : [],
  )
  const tested = readings.flatMap((each) => ('tested' in each ? [each.tested] : []))
  const made = recordsFor(tested, project)
  if (made.methods.length === 0) return { changes: [], notes: [...left, ...made.notes] }
  const style = conventions.texts.length > 0 ? textStyleOf(conventions.texts) : styleFor(project, service.file)
  const prisma = prismaServiceOf(project)
  const helper = databaseHelper(prisma, style, project)
  const inputs = new Map(
    made.methods.flatMap((method) =>
      method.arguments.flatMap((each) => (each.kind === 'input' ? [[each.maker.type, each.maker] as const] : [])),
    ),
  )
  const text = generateServiceSpec({
    style,
    service: { name: service.name, module: moduleOf(project, spec, service.file), kind: 'value' },
    made: object,
    prisma: access,
    database: moduleOf(project, spec, helper.file),
    clientModule: clientModuleOf(project, spec),
    runner: conventions.runner,
    records: made.records,
    inputs: [...inputs.values()],
    methods: made.methods,
  })
  const changes = [...helper.changes, { file: spec, text }]
  return {
    changes: changes.map((each) => ({ ...each, text: withLineBreaks(each.text, style) })),
    notes: [...left, ...made.notes, ...standInNotes(service, object.standIns), ...packageNotes(spec, project)],
  }
}

/** The makers of all records that tests need; methods whose records cannot be made are left out. */
function recordsFor(methods: readonly TestedMethod[], { schema }: Project) {
  const makers = new Map<string, NonNullable<ReturnType<typeof recordMakers>>[number]>()
  const notes: string[] = []
  const kept = methods.filter((method) => {
    const owners = method.arguments.flatMap((each) =>
      each.kind === 'input' ? each.maker.owners : each.kind === 'owner' ? [each.owner] : [],
    )
    const targets = owners.flatMap(({ target }) => schema.models.get(target) ?? [])
    const wanted = method.kind === 'create' ? targets : [method.model, ...targets]
    const all = wanted.map((model) => recordMakers(model, schema))
    if (all.some((each) => each === undefined)) {
      notes.push(`${method.name} has no tests: a value that its records need is not known`)
      return false
    }
    for (const maker of all.flatMap((each) => each ?? [])) makers.set(maker.model.name, maker)
    return true
  })
  return { methods: kept, records: [...makers.values()], notes }
}

function prismaAccess(spec: FileId, project: Project): PrismaAccess {
  const place = prismaServiceOf(project)
  const service = place && classIn(place.file, place.name, project)
  const end = 'await prisma?.$disconnect();'
  if (!place || !service) {
    const name = { name: 'PrismaClient', module: clientModuleOf(project, spec), kind: 'value' as const }
    return { name, text: 'new PrismaClient()', imports: [], start: [], end }
  }
  const making = { spec, project, prisma: place.name }
  const needs = service.needs.filter(({ optional }) => !optional)
  const parts = needs.map(({ type }) => configurationFor(type, service, making))
  const starts = service.methods.some(({ name }) => name === 'onModuleInit')
  return {
    name: { name: place.name, module: moduleOf(project, spec, place.file), kind: 'value' },
    text: `new ${place.name}(${parts.map((part) => part?.text ?? 'standIn()').join(', ')})`,
    imports: parts.flatMap((part) => part?.imports ?? []),
    start: starts ? ['await prisma.onModuleInit();'] : [],
    end,
  }
}

function standInNotes({ name }: ServiceFile, standIns: readonly string[]): readonly string[] {
  return [...new Set(standIns)].map((type) => `${name} gets a stand-in for ${type}, whose methods do nothing`)
}

/** What the tests import and the package does not list. */
function packageNotes(spec: FileId, project: Project): readonly string[] {
  const own = packageOf(project, spec)
  const wanted = ['@electric-sql/pglite', 'pg', '@types/pg']
  const missing = wanted.filter((name) => !own?.dependencies.has(name))
  return missing.length > 0 ? [`the tests need packages: npm install --save-dev ${missing.join(' ')}`] : []
}
