import type { Model, Schema } from '../../model/schema.js'
import { type FileId, folderOf } from '../../text/file-id.js'
import { createAnalysisHost } from '../host.js'
import type { World } from '../world.js'
import { planClient } from './client.js'
import { planDto } from './dto.js'
import { planInterface } from './interface.js'
import type { Output } from './outputs.js'
import { joinPath, type Outcome, type Project, type ProjectFiles } from './project.js'
import { planRepository } from './repository.js'
import { planSeed } from './seed.js'
import { planService } from './service.js'
import { planTests } from './tests.js'
import { planZod } from './zod.js'

export interface GenerateRequest {
  /** One after the other. */
  readonly outputs: readonly Output[]
  /** Names of models, views or composite types. */
  readonly models: readonly string[]
  /** Tests and configuration, which outputs that are tests look at. */
  readonly files?: ProjectFiles
  /** `changes`: nothing new is made, and of what is there only what the schema's change implies is touched. */
  readonly scope?: 'changes'
  /** `anew`: tests are made as if there were none. */
  readonly tests?: 'anew'
}

/** What a request comes to. */
export interface Generation {
  /** The new texts of the files that change, by file. */
  readonly texts: ReadonlyMap<FileId, string>
  readonly notes: readonly string[]
  /** Names that no schema has. */
  readonly unknown: readonly string[]
  /** Those that there are. */
  readonly known: readonly string[]
}

const PLANS: Readonly<Record<Output, (model: Model, project: Project) => Outcome>> = {
  interface: planInterface,
  dto: planDto,
  zod: planZod,
  client: planClient,
  repository: planRepository,
  service: planService,
  seed: planSeed,
  tests: planTests,
}

/**
 * Generates code for models, one after the other, so that each sees what was made for those before it. Writes nothing;
 * asked again once its texts are written it has nothing to change.
 */
export function generate(world: World, { outputs, models, scope, files, tests }: GenerateRequest): Generation {
  const texts = new Map(world.texts)
  const resolveModule: World['resolveModule'] = (from, to) => resolve(world, texts, from, to)
  const host = createAnalysisHost({ ...world, resolveModule })
  const schemas = host
    .snapshot()
    .schemas()
    .map(({ schema }) => schema)
  const found = models.flatMap((name) => findModel(schemas, name) ?? [])
  const asked = withComposites(found)
  const names = new Set(scope === 'changes' ? [] : asked.map(({ model }) => model.name))
  const changed = new Map<FileId, string>()
  const notes: string[] = []
  const learnt = new Map(outputs.map((output) => [output, new Map(schemas.map((schema) => [schema, new Map()]))]))
  for (const { output, model, schema } of outputs.flatMap((each) => asked.map((one) => ({ ...one, output: each })))) {
    const project: Project = {
      snapshot: host.snapshot(),
      texts,
      packages: world.packages,
      resolveModule,
      schema,
      asked: names,
      schemaTexts: world.schemas
        .flatMap((each) => each.files)
        .flatMap((each) => (schema.files.includes(each.file) ? [each.text] : [])),
      learnt: learnt.get(output)?.get(schema) ?? new Map(),
      files,
      scope: scope ?? 'whole',
      tests: tests ?? 'once',
    }
    const outcome = PLANS[output](model, project)
    for (const { file, text } of outcome.changes) {
      texts.set(file, text)
      changed.set(file, text)
    }
    notes.push(...outcome.notes)
    host.apply({ texts: new Map(outcome.changes.map(({ file, text }) => [file, text])) })
  }
  const unknown = models.filter((name) => !findModel(schemas, name))
  const known = [...new Set(schemas.flatMap((schema) => [...schema.models.keys()]))]
  return { texts: changed, notes: [...new Set(notes)], unknown, known }
}

interface Found {
  readonly schema: Schema
  readonly model: Model
}

/** The first schema's model of the name. */
function findModel(schemas: readonly Schema[], name: string): Found | undefined {
  const schema = schemas.find(({ models }) => models.has(name))
  const model = schema?.models.get(name)
  return schema && model && { schema, model }
}

/** The models, and before each of them the composite types that its columns have. */
function withComposites(found: readonly Found[]): readonly Found[] {
  const all = new Set<Model>()
  const ordered: Found[] = []
  const add = ({ schema, model }: Found) => {
    if (all.has(model)) return
    all.add(model)
    for (const { kind, type } of model.columns) {
      const part = kind === 'composite' ? schema.models.get(type) : undefined
      if (part) add({ schema, model: part })
    }
    ordered.push({ schema, model })
  }
  for (const each of found) add(each)
  return ordered
}

/** Imports of files that are made on the way lead there, too. */
function resolve(world: World, texts: ReadonlyMap<FileId, string>, from: FileId, specifier: string) {
  const known = world.resolveModule(from, specifier)
  if (known !== undefined || !specifier.startsWith('.')) return known
  const path = joinPath(folderOf(from), specifier.replace(/\.js$/, ''))
  return [`${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find((file) => texts.has(file))
}
