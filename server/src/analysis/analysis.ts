import type { Baseline } from '../configuration/baseline.js'
import type { ModelAliases } from '../configuration/names.js'
import type { Settings } from '../configuration/settings.js'
import type { EnumPair, Pair } from '../matching/pair.js'
import type { Schema } from '../model/schema.js'
import type { Shape } from '../model/shape.js'
import { sameData, sameItems } from '../query/equality.js'
import { createFlatMap } from '../query/flat-map.js'
import { createFamily, createNamedFamily, createQuery, type Family, type Query } from '../query/query.js'
import type { Wire } from '../rules/corroboration.js'
import type { FileId } from '../text/file-id.js'
import { type ClientsOf, createClients } from './clients.js'
import { createCorroboration } from './corroborate.js'
import { createDelegateCalls, type DelegateCalls } from './delegates.js'
import { createEnumPairing } from './enum-pairing.js'
import { createFindings, type FoundBy } from './findings.js'
import { createLevels } from './levels.js'
import { createLinks, type LinkOf } from './links.js'
import { createModelNames } from './model-names.js'
import { createOfferedNames, type OfferedNames } from './offered-names.js'
import { createOwnNames } from './own-names.js'
import { createPairing } from './pairing.js'
import { createPlaces, type Places } from './places.js'
import { createRelevance } from './relevance.js'
import { createReported, type Reported } from './reported.js'
import { createSchemas, type SchemaFacts } from './schemas.js'
import { createScope } from './scope.js'
import { createShapeContext } from './shape-context.js'
import { createSources, type Sources } from './sources.js'
import { createSurfaceSettings } from './surface-settings.js'
import { createSurfaces, type Surface } from './surfaces.js'
import type { Texts } from './texts.js'
import type { PackageFacts, SchemaSource, World } from './world.js'

/** The world, read through queries. */
export interface WorldQueries {
  readonly texts: Texts
  readonly schemas: Query<readonly SchemaSource[]>
  readonly packages: Query<readonly PackageFacts[]>
  readonly resolveModule: Query<World['resolveModule']>
  readonly settings: Query<Settings>
  readonly baseline: Query<Baseline>
}

/** Everything that follows from the world, as queries: each runs when it is asked for and what it read has changed. */
export interface Analysis {
  readonly schemas: Query<readonly SchemaFacts[]>
  readonly shapesIn: (file: FileId) => readonly Shape[]
  readonly pairs: Query<readonly Pair[]>
  readonly enumPairs: Query<readonly EnumPair[]>
  readonly clientsOf: ClientsOf
  readonly found: FoundBy
  /** By file the delegates that it calls. */
  readonly calls: DelegateCalls['all']
  readonly reported: Reported
  /** Of files that need not be there, as of those that are. */
  readonly surfaceOf: (file: FileId) => Surface
  readonly isClientOnly: (file: FileId) => boolean
  readonly wireOf: (shape: Pick<Shape, 'file'>) => Wire
  readonly offeredNames: OfferedNames
  readonly places: Places
}

export function createAnalysis(world: WorldQueries): Analysis {
  const { texts } = world
  const schemas = createSchemas(world.schemas)
  const models = createQuery(() => schemas().map(({ schema }) => schema), sameItems)
  const linkOf = createLinks(world.settings)
  const own = createOwnNames(world.settings)
  const resolveModule = createModules(world.resolveModule)
  const sources = createSources(texts, resolveModule, linkOf)
  const surfaceSettings = createSurfaceSettings(world.settings)
  const surfaces = createSurfaces({ ...world, textOf: texts.get, configured: surfaceSettings })
  const scopeOf = createScope(world.schemas, world.packages)
  const { shapesIn, shapes } = createShapes({ models, texts, sources, linkOf, aliases: own.aliases })
  const calls = createDelegateCalls(texts, models)
  const namesOf = createFamily((facts: SchemaFacts) => createModelNames(facts, own))
  const context = createShapeContext({ texts, sources, shapes, schemas, calls })
  const pairs = createPairing({
    shapes,
    names: createQuery(() => schemas().map(namesOf), sameItems),
    scopeOf,
    context,
  })
  const schemasOf = (file: FileId) => scopeOf(file).flatMap((index) => models()[index] ?? [])
  const enumPairs = createEnumPairing({
    shapes,
    pairs,
    schemasOf,
    enumBefore: (schema, name) =>
      schemas()
        .find((facts) => facts.schema === schema)
        ?.enumChange(name)?.before,
  })
  const ask = createCorroboration({
    texts,
    schemas,
    sources,
    surfaces,
    calls,
    isInScope: (file, schema) => schemasOf(file).includes(schema),
    pairs,
    surfaceSettings,
    settings: world.settings,
    resolveModule,
    heldBy: (shape) => context.useOf(shape).heldBy,
  })
  const clientsOf = createClients(schemas)
  const levelSettings = createQuery(() => {
    const { rules, overrides } = world.settings()
    return { rules, overrides }
  }, sameData)
  const levels = createQuery(() => createLevels(levelSettings()))
  const found = createFindings({
    schemas,
    shapes,
    shapesIn,
    pairs,
    enumPairs,
    clientsOf,
    ask,
    levels,
  })
  const places = createPlaces(texts, schemas, sources)
  const reported = createReported({ found, places, texts, schemas, levels, baseline: world.baseline })
  return {
    schemas,
    shapesIn,
    pairs,
    enumPairs,
    clientsOf,
    found,
    reported,
    calls: calls.all,
    surfaceOf: surfaces.of,
    isClientOnly: surfaces.isClientOnly,
    wireOf: ask.wireOf,
    offeredNames: createOfferedNames({ pairs, enumPairs, packageOf: surfaces.packageOf, textOf: texts.get }),
    places,
  }
}

/** Where imports lead, each asked once for as long as the workspace's files and packages stay. */
function createModules(resolveModule: Query<World['resolveModule']>): World['resolveModule'] {
  const resolved = createNamedFamily((key) => {
    const [from = '', specifier = ''] = key.split('\n')
    return resolveModule()(from, specifier)
  })
  return (from, specifier) => resolved(`${from}\n${specifier}`)
}

interface ShapesInput {
  readonly models: Query<readonly Schema[]>
  readonly texts: Texts
  readonly sources: Sources
  readonly linkOf: LinkOf
  readonly aliases: Query<ModelAliases>
}

interface Shapes {
  readonly shapesIn: Family<FileId, readonly Shape[]>
  /** Those of all files. */
  readonly shapes: Query<readonly Shape[]>
}

/** The shapes that could describe a model. */
function createShapes({ models, texts, sources, linkOf, aliases }: ShapesInput): Shapes {
  const { isRelevant, isTelling } = createRelevance({ schemas: models, texts, linkOf, aliases })
  const shapesIn = createNamedFamily((file): readonly Shape[] => {
    const summary = isRelevant(file) ? sources.summaryOf(file) : undefined
    if (!summary || summary.generated) return []
    const telling = summary.declarations.filter((declaration) => isTelling(file, declaration))
    const shapes = telling.map((declaration) => sources.shapeOf(file, declaration))
    return shapes.filter((shape) => !isSecondName(shape, sources))
  }, sameItems)
  // Few files are relevant, and which of them are changes seldom.
  const relevant = createFlatMap(
    texts.files,
    createNamedFamily((file) => (isRelevant(file) ? file : undefined)),
  )
  return { shapesIn, shapes: createFlatMap(relevant, shapesIn) }
}

/** An alias of a zod schema or of a list of values is another name for it, not a second description. */
function isSecondName({ aliasOf, values }: Shape, sources: Sources): boolean {
  if (!aliasOf) return false
  const target = sources.summaryOf(aliasOf.file)?.declarations.find(({ id }) => id === aliasOf.id)
  return values !== undefined || target?.kind === 'zod'
}
