import type { Settings } from '../configuration/settings.js'
import { stripAll } from '../matching/affixes.js'
import { isStored } from '../matching/fields.js'
import type { Pair } from '../matching/pair.js'
import { wordsOf } from '../matching/words.js'
import { refKey } from '../model/element.js'
import { isRead } from '../model/role.js'
import type { Column, Schema } from '../model/schema.js'
import type { Shape, ShapeProperty } from '../model/shape.js'
import type { Corroboration } from '../rules/corroboration.js'
import type { FileId } from '../text/file-id.js'
import { createAnnotatedLiterals } from './annotated-literals.js'
import { changesOf } from './changes.js'
import { isLater } from './lateness.js'
import { groupBy, lazy, memoise } from './memo.js'
import { coreKey, operationKey } from './pairing.js'
import type { SchemaFacts } from './schemas.js'
import { createServerUsage, type ServerUsage } from './server-usage.js'
import { createSimilarShapes, isMadeFrom } from './similar-shapes.js'
import type { Sources } from './sources.js'
import type { Surfaces } from './surfaces.js'
import { convertsValues, mapsValues } from './value-spellings.js'
import { createWires } from './wire.js'
import type { World } from './world.js'
import { createWrittenNames } from './written-names.js'

export interface CorroborationInput {
  readonly world: World
  readonly schemas: readonly SchemaFacts[]
  readonly sources: Sources
  readonly surfaces: Surfaces
  /** Whether a file's types may describe a schema's models: others say nothing about it. */
  readonly isInScope: (file: FileId, schema: Schema) => boolean
  /** Called only once all pairs are known. */
  readonly pairs: () => readonly Pair[]
  readonly settings: Settings
}

/** Answers what rules ask about the workspace; each answer is computed when it is first asked for. */
export function createCorroboration(input: CorroborationInput): Corroboration {
  const { world, schemas, sources, surfaces } = input
  const isServer = (shape: Shape) => surfaces.of(shape.file) === 'server'
  const reported = lazy(() => input.pairs().filter(({ confidence }) => confidence !== 'possible'))
  const byModel = lazy(() => groupBy(reported(), ({ model }) => model))
  const byRef = lazy(
    () =>
      new Map(
        reported()
          .filter(({ inline }) => !inline)
          .map((pair) => [refKey(pair.shape.ref), pair]),
      ),
  )
  const factsOf = (schema: Schema) => schemas.find(({ lowered }) => lowered.schema === schema)
  const changes = memoise((schema: Schema) => changesOf(factsOf(schema)))
  const serverPairsOf = (pair: Pair) => (byModel().get(pair.model) ?? []).filter(({ shape }) => isServer(shape))
  const textsOf = memoise((schema: Schema): World['texts'] =>
    schemas.length === 1 ? world.texts : new Map([...world.texts].filter(([file]) => input.isInScope(file, schema))),
  )
  const usage = memoise(
    (schema: Schema): ServerUsage =>
      createServerUsage({
        schema,
        sources,
        serverTexts: serverTexts(textsOf(schema), surfaces),
        serverPairs: reported().filter((pair) => pair.schema === schema && !pair.inline && isServer(pair.shape)),
      }),
  )
  const schemaOf = memoise(
    (owner: string) => schemas.find(({ lowered }) => lowered.schema.models.has(owner))?.lowered.schema,
  )
  const names = memoise(
    (schema: Schema) => new Set([...schema.models.values()].flatMap(({ columns }) => columns.map(({ name }) => name))),
  )
  const writtenNames = memoise((schema: Schema) => createWrittenNames(textsOf(schema), surfaces.isClientOnly))
  const mayBeWritten = (name: string, { schema, shape, model }: Pair, { declaredIn }: ShapeProperty) =>
    !names(schema).has(name) &&
    writtenNames(schema)(name, model.name).some((file) => file !== shape.file && file !== declaredIn.file)
  const literals = memoise((schema: Schema) => createAnnotatedLiterals(textsOf(schema), sources))
  const annotated = ({ schema }: Pair, type: string) => literals(schema)(type)
  const similar = createSimilarShapes({
    usageOf: (pair) => usage(pair.schema),
    serverPairsOf,
    sources,
    textOf: (file) => world.texts.get(file) ?? '',
    annotated,
  })
  return {
    changes,
    isServer,
    writes: (model, name) => {
      const schema = schemas.find(({ lowered }) => lowered.schema.models.get(model.name) === model)?.lowered.schema
      return schema && usage(schema).writes(model, name)
    },
    isWritten: (pair, property) => {
      const touched = usage(pair.schema).writes(pair.model, property.name)
      return touched || mayBeWritten(property.name, pair, property) || touched
    },
    mapsValues: ({ schema }, crossings) => mapsValues(textsOf(schema), crossings),
    convertsValues: (list, renamed) => convertsValues(textsOf(list.schema), list, renamed),
    isMade: similar.isMade,
    similarShapes: similar.of,
    closestServerShape: similar.closest,
    serverReadTypes: (pair) =>
      isServer(pair.shape)
        ? []
        : serverPairsOf(pair).filter(
            ({ role, shape, inline }) => isRead(role) && !shape.open && !inline && !isMadeFrom(shape, pair.shape),
          ),
    operationTwin: (pair) => {
      const elsewhere = serverPairsOf(pair).filter(
        ({ shape }) => surfaces.packageOf(shape.file) !== surfaces.packageOf(pair.shape.file),
      )
      return isServer(pair.shape) ? undefined : twinOf(pair, elsewhere)
    },
    builtByClient: similar.isBuilt,
    isLate: ({ schema, model, fields }, column) =>
      isLater(factsOf(schema), model, column, fields.map((field) => field.column).filter(isStored)),
    renamedFrom: (column) => renamedFrom(column, schemaOf(column.owner), schemas),
    wireOf: createWires(reported, (file) => `${surfaces.packageOf(file)} ${surfaces.of(file)}`, input.settings),
    basesOf: ({ shape, model }) => {
      const bases = new Set(
        shape.properties
          .filter(({ inherited }) => inherited)
          .map(({ declaredIn }) => `${declaredIn.file}\n${declaredIn.name}`),
      )
      return (byModel().get(model) ?? []).filter(
        ({ shape: base }) => base !== shape && bases.has(`${base.file}\n${base.name}`),
      )
    },
    pairAt: (ref) => byRef().get(refKey(ref)),
    pairNamed: (from, name) => {
      const shape = sources.shapeNamed(from.file, name)
      return shape && byRef().get(refKey(shape.ref))
    },
  }
}

/** Files of the server, and those anywhere that call Prisma. */
function serverTexts(texts: World['texts'], surfaces: Surfaces): ReadonlyMap<FileId, string> {
  return new Map([...texts].filter(([file, text]) => surfaces.of(file) === 'server' || /\bprisma\b/.test(text)))
}

/** The server's input of the same name, or the only one of the same role for the same model and core of the name. */
function twinOf(pair: Pair, serverPairs: readonly Pair[]): Pair | undefined {
  const inputs = serverPairs.filter(({ role, inline }) => role === pair.role && !inline)
  const named = inputs.filter(({ shape }) => operationKey(shape.name) === operationKey(pair.shape.name))
  if (named.length > 0) return named.length === 1 ? named[0] : undefined
  const alike = inputs.filter(({ shape }) => isAlike(shape.name, pair.shape.name))
  return alike.length === 1 ? alike[0] : undefined
}

/** About the same thing, and both or neither with a verb in front. */
function isAlike(a: string, b: string): boolean {
  const verbs = [a, b].map((name) => stripAll(wordsOf(name)).before.length > 0)
  return coreKey(a) === coreKey(b) && verbs[0] === verbs[1]
}

/** Names in the schema's spelling are compared: a table's column is `snake_case` where `@map` says so. */
function renamedFrom(column: Column, schema: Schema | undefined, schemas: readonly SchemaFacts[]): readonly string[] {
  const facts = schemas.find(({ lowered }) => lowered.schema === schema)
  const table = schema?.models.get(column.owner)?.databaseName
  const renames = table === undefined ? [] : (facts?.history().renames(table) ?? [])
  return renames.filter(({ to }) => to === column.databaseName).map(({ from }) => from)
}
