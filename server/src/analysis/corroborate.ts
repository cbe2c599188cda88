import { createHiddenLookup } from '../configuration/hidden.js'
import type { Settings } from '../configuration/settings.js'
import type { SurfaceLookup } from '../configuration/surfaces.js'
import { stripAll } from '../matching/affixes.js'
import { isStored } from '../matching/fields.js'
import type { Pair } from '../matching/pair.js'
import { isSecret } from '../matching/secrets.js'
import { foldCase, operationKey, wordsOf } from '../matching/words.js'
import { type ElementRef, refKey } from '../model/element.js'
import { isInput, isRead } from '../model/role.js'
import type { Column, Model, Schema } from '../model/schema.js'
import type { Shape, ShapeProperty } from '../model/shape.js'
import { sameItems } from '../query/equality.js'
import { createFlatMap } from '../query/flat-map.js'
import { createGroups } from '../query/groups.js'
import { createFamily, createNamedFamily, createQuery, type Query } from '../query/query.js'
import type { Corroboration } from '../rules/corroboration.js'
import type { FileId } from '../text/file-id.js'
import type { ResolverHost } from '../typescript/resolve.js'
import { createAnnotatedLiterals } from './annotated-literals.js'
import { changesOf } from './changes.js'
import type { DelegateCalls } from './delegates.js'
import { createFilledNames } from './filled-names.js'
import { createHandedWhole } from './handed-whole.js'
import { createImports } from './imports.js'
import { isLater } from './lateness.js'
import { createListEncodings } from './list-encodings.js'
import { isMadeUp } from './made-up.js'
import { createModelWords } from './model-words.js'
import { coreKey } from './pairing.js'
import type { SchemaFacts } from './schemas.js'
import { createServerUsage, type ServerUsage } from './server-usage.js'
import { createServersTypes } from './servers-types.js'
import { createSimilarShapes, isMadeFrom, type TypeName } from './similar-shapes.js'
import type { Sources } from './sources.js'
import type { Surfaces } from './surfaces.js'
import { createTextEvidence } from './text-evidence.js'
import type { Texts } from './texts.js'
import { createUsedTypes } from './used-types.js'
import { createValueSpellings } from './value-spellings.js'
import { createWholeReads } from './whole-reads.js'
import { createWires } from './wire.js'
import { createWired } from './wired-files.js'
import { createWrittenNames } from './written-names.js'

export interface CorroborationInput {
  readonly texts: Texts
  readonly schemas: Query<readonly SchemaFacts[]>
  readonly sources: Sources
  readonly surfaces: Surfaces
  readonly calls: DelegateCalls
  /** Whether a file's types may describe a schema's models: others say nothing about it. */
  readonly isInScope: (file: FileId, schema: Schema) => boolean
  readonly pairs: Query<readonly Pair[]>
  readonly settings: Query<Settings>
  readonly surfaceSettings: Query<SurfaceLookup>
  readonly resolveModule: ResolverHost['resolveModule']
  /** The types that hold values of a type under a property. */
  readonly heldBy: (shape: Shape) => readonly Shape[]
}

/** Answers what rules ask about the workspace. A finding depends on the answers that it asked for, and on no others. */
export function createCorroboration(input: CorroborationInput): Corroboration {
  const { texts, schemas, sources, surfaces, calls, isInScope } = input
  const isServer = (shape: Shape) => surfaces.of(shape.file) === 'server'
  const reported = createQuery(() => input.pairs().filter(({ confidence }) => confidence !== 'possible'), sameItems)
  const pairsOf = createGroups(reported, ({ model }) => model)
  const named = createQuery(() => reported().filter(({ inline }) => !inline), sameItems)
  const pairsAt = createGroups(named, ({ shape }) => refKey(shape.ref))
  const namedIn = createGroups(named, ({ shape }) => shape.file)
  const pairAt = (ref: ElementRef) => pairsAt(refKey(ref)).at(-1)
  const factsOf = createFamily((schema: Schema) => schemas().find((facts) => facts.schema === schema))
  const changes = createFamily((schema: Schema) => changesOf(factsOf(schema)))
  const pairsIn = createGroups(reported, ({ shape }) => shape.file)
  const isWired = createWired(texts)
  const isUsed = createUsedTypes({
    texts,
    isWired,
    isServer: (file) => surfaces.of(file) === 'server',
    declaredIn: createNamedFamily((file) => pairsIn(file).map(({ shape }) => shape.name), sameItems),
  })
  const usedPairsOf = createFamily(
    (model: Model) => pairsOf(model).filter(({ shape }) => isServer(shape) && isUsed(shape)),
    sameItems,
  )
  const callingPrisma = texts.scan(
    () => ({ words: ['prisma'], ask: (text) => /\bprisma\b/.test(text) || undefined }),
    'eager',
  )
  const callsPrisma = createNamedFamily((file) => callingPrisma('').has(file))
  /** Whether a file may work with a schema's client. */
  const isPrismas = (file: FileId, schema: Schema) =>
    isInScope(file, schema) && (surfaces.of(file) === 'server' || callsPrisma(file))
  const ofServer = createFamily((pair: Pair) => (isServer(pair.shape) ? pair : undefined))
  const serverPairs = createFlatMap(named, ofServer)
  const usage = createFamily(
    (schema: Schema): ServerUsage =>
      createServerUsage({
        schema,
        texts,
        sources,
        calls,
        isServerFile: (file) => isPrismas(file, schema),
        serverPairs: createQuery(() => serverPairs().filter((pair) => pair.schema === schema), sameItems),
        pairsIn: createNamedFamily((file) => namedIn(file).filter((pair) => pair.schema === schema), sameItems),
      }),
  )
  const readsWhole = createFamily((schema: Schema) =>
    createWholeReads({
      texts,
      isReader: (file) => isPrismas(file, schema) && !isMadeUp(file),
    }),
  )
  const schemaOf = (model: Model) => schemas().find(({ schema }) => schema.models.get(model.name) === model)?.schema
  const hasColumn = (schema: Schema, name: string) => (factsOf(schema)?.columnCount(name) ?? 0) > 0
  const speaksOf = createModelWords(texts)
  const writtenNames = createWrittenNames(texts, surfaces, speaksOf)
  const speaking = (name: string, { schema, shape, model }: Pair, { declaredIn }: ShapeProperty) =>
    hasColumn(schema, name)
      ? []
      : writtenNames(name, model.name).filter(
          (file) => file !== shape.file && file !== declaredIn.file && isInScope(file, schema),
        )
  /** Each app of a repository shows a part of its own; what is no app is for all. */
  const isOfAnotherApp = ({ file }: Shape, { file: own }: Shape) =>
    surfaces.isClientOnly(own) && surfaces.packageOf(file) !== surfaces.packageOf(own)
  const clientReadsOf = createFamily(
    (model: Model) => pairsOf(model).filter(({ shape, role, inline }) => isRead(role) && !inline && !isServer(shape)),
    sameItems,
  )
  const isServers = createServersTypes({ texts, sources, isServer: (file) => surfaces.of(file) === 'server' })
  /** The types of packages in between that the server works with. */
  const sharedPairsOf = createFamily(
    (model: Model) => pairsOf(model).filter(({ shape, inline }) => !inline && !isServer(shape) && isServers(shape)),
    sameItems,
  )
  const literals = createAnnotatedLiterals(texts, sources)
  const imports = createImports(texts)
  /** The name means another type where the literal stands, and the literal is not handed to the file of this one. */
  const meansOther = (from: FileId, { name, file }: TypeName) => {
    const named = sources.shapeNamed(from, name)
    return named !== undefined && named.file !== file && !imports(from, file)
  }
  const annotated = ({ schema }: Pair, type: TypeName) =>
    literals(type.name).flatMap(({ literal, file }) =>
      isInScope(file, schema) && !isMadeUp(file) && !meansOther(file, type) ? [literal] : [],
    )
  const told = createTextEvidence(texts)
  const spellings = createValueSpellings(texts)
  const encodings = createListEncodings(texts)
  const similar = createSimilarShapes({
    usageOf: (pair) => usage(pair.schema),
    serverPairsOf: (pair) => usedPairsOf(pair.model),
    sources,
    texts,
    isWired,
    annotated,
    speaksOf,
    filesWith: ({ schema }, name) =>
      [...texts.holding(name).keys()].filter(
        (file) => isInScope(file, schema) && !surfaces.isClientOnly(file) && !isMadeUp(file),
      ),
    hasColumn: ({ schema }, name) => hasColumn(schema, name),
    clientsWith: ({ schema }, name) =>
      [...texts.holding(name).keys()].filter(
        (file) => isInScope(file, schema) && surfaces.isClientOnly(file) && !isMadeUp(file),
      ),
  })
  const inheritedOf = createFamily(
    (pair: Pair) =>
      pair.fields.flatMap(({ property }) => (property.inherited ? [`${originOf(property)}\t${pair.model.name}`] : [])),
    sameItems,
  )
  const inherited = createFlatMap(named, inheritedOf)
  const heirsOf = createGroups(inherited, (heir) => heir.slice(0, heir.indexOf('\t')))
  const hidden = createQuery(() => input.settings().hidden ?? [], sameItems)
  const hides = createQuery(() => createHiddenLookup(hidden()))
  return {
    changes,
    isServer,
    isLeftOut: ({ owner, name }) => hides()(owner, name),
    hasColumn,
    isCommonColumn: (schema, name) => {
      const count = factsOf(schema)?.columnCount(name) ?? 0
      return count >= 5 && count >= schema.models.size / 4
    },
    isCreated: ({ schema, model }) => usage(schema).creates(model),
    writes: (model, name) => {
      const schema = schemaOf(model)
      return schema && usage(schema).writes(model, name)
    },
    isBuilt: ({ schema, model }, name) =>
      writtenNames(name, model.name).some(
        (file) =>
          surfaces.of(file) === 'server' &&
          isInScope(file, schema) &&
          sources.usageOf(file)?.literals.some(({ keys }) => keys.includes(name)),
      ),
    isWritten: (pair, property, into) => {
      const { sends, sendsIn } = usage(pair.schema)
      const { name } = property
      const speaks = speaking(name, pair, property).some((file) => sendsIn(file, pair.model, name, into))
      return speaks || sends(pair.model, name, into)
    },
    isReshaped: similar.isReshaped,
    isComposed: similar.isComposed,
    isAssembled: similar.isAssembled,
    isAdded: similar.isAdded,
    isNamed: (pair, property) =>
      speaking(property.name, pair, property).length > 0 ||
      usage(pair.schema).writes(pair.model, property.name) === true,
    isFilled: createFilledNames({ texts, sources, surfaces, isInScope }),
    mapsValues: ({ schema }, crossings) => some(spellings.mapping(crossings), (file) => isInScope(file, schema)),
    foldsValues: spellings.folds,
    isExtended: spellings.extends,
    convertsValues: (list, renamed) =>
      some(spellings.converting(list, renamed), (file) => file !== list.at.file && isInScope(file, list.schema)) ||
      some(spellings.switching(renamed), (file) => isInScope(file, list.schema)),
    encodesList: ({ schema, model }, name) => {
      const touching = new Set(usage(schema).filesTouching(model))
      return some(encodings(name), (file) => touching.has(file))
    },
    isMade: similar.isMade,
    asksForData: ({ file }) => told.asking().has(file),
    isOwnState: (file) => told.keeping().has(file),
    passing: similar.passing,
    isFiltered: similar.isFiltered,
    similarShapes: similar.of,
    closestServerShape: similar.closest,
    isSentAsAnother: (pair, sent) => {
      const likeness = ({ shape: { properties } }: Pair) => {
        const shared = properties.filter(({ name }) => sent.has(name)).length
        return shared - (properties.length - shared) / 2
      }
      const own = likeness(pair)
      const others = sent.at === undefined ? clientReadsOf(pair.model) : []
      return others.some((other) => isApart(other, pair) && likeness(other) > own)
    },
    serverReadTypes: (pair) =>
      isServer(pair.shape)
        ? []
        : usedPairsOf(pair.model).filter(
            ({ role, shape, inline }) => isRead(role) && !shape.open && !inline && !isMadeFrom(shape, pair.shape),
          ),
    namesakes: ({ shape, model }) =>
      isServer(shape)
        ? []
        : pairsOf(model).filter(
            (other) =>
              other.shape.name === shape.name &&
              isRead(other.role) &&
              !other.inline &&
              !isServer(other.shape) &&
              !isOfAnotherApp(other.shape, shape) &&
              !isMadeFrom(other.shape, shape),
          ),
    serverInputs: (pair) => usedPairsOf(pair.model).filter(({ role, inline }) => isInput(role) && !inline),
    isSentWhole: (pair) => {
      const keepsSecret = pair.missing.some(({ name }) => isSecret(name))
      return !keepsSecret && similar.closest(pair) === undefined && readsWhole(pair.schema)(pair.model.name)
    },
    operationTwin: (pair) => {
      if (isServer(pair.shape)) return undefined
      const isElsewhere = ({ shape }: Pair) => surfaces.packageOf(shape.file) !== surfaces.packageOf(pair.shape.file)
      const twin = twinOf(pair, usedPairsOf(pair.model).filter(isElsewhere))
      return twin ?? twinOf(pair, sharedPairsOf(pair.model).filter(isElsewhere))
    },
    isTaken: (pair, name) =>
      pairsOf(pair.model).some(({ shape, role, inline }) => {
        const holds = shape === pair.shape || shape.properties.some((property) => property.name === name)
        return role === pair.role && !inline && holds && !isServer(shape) && isServers(shape)
      }),
    isHandedOnAs: ({ schema, shape }, { name }, others) =>
      others.some((other) =>
        some(
          told.renaming(name, other),
          (file) => isInScope(file, schema) && surfaces.isClientOnly(file) && texts.holdsWord(file, shape.name),
        ),
      ),
    handedWhole: createHandedWhole({ ...input, mayCall: isPrismas }),
    isDeleted: ({ schema }, name) =>
      some(told.deleting(name), (file) => isInScope(file, schema) && !surfaces.isClientOnly(file)),
    dropsUnvalidated: () => texts.holding('whitelist').size > 0,
    builtByClient: similar.isBuilt,
    isLate: ({ schema, model, fields }, column) =>
      isLater(factsOf(schema), model, column, fields.map((field) => field.column).filter(isStored)),
    droppedBy: ({ schema, model }, name) => droppedBy(model, name, factsOf(schema)),
    renamedFrom: (column) =>
      renamedFrom(
        column,
        schemas().find(({ schema }) => schema.models.has(column.owner)),
      ),
    wireOf: createWires({
      pairs: reported,
      surfaceKeyOf: (file) => `${surfaces.packageOf(file)} ${surfaces.of(file)}`,
      surfaceSettings: input.surfaceSettings,
    }),
    basesOf: ({ shape, model }) => {
      const bases = new Set(
        shape.properties
          .filter(({ inherited }) => inherited)
          .map(({ declaredIn }) => `${declaredIn.file}\n${declaredIn.name}`),
      )
      return pairsOf(model).filter(({ shape: base }) => base !== shape && bases.has(`${base.file}\n${base.name}`))
    },
    pairAt,
    isReckoned: ({ shape }, name) =>
      some(told.reckoning(name), (file) => file === shape.file || texts.holdsWord(file, shape.name)),
    mappedTo: ({ schema, model, missing }, { name }) => {
      const touching = new Set(usage(schema).filesTouching(model))
      const written = [...told.mapping(name)].flatMap(([file, columns]) => (touching.has(file) ? columns : []))
      return missing.filter((column) => written.includes(column.name))
    },
    isForOthers: ({ model }, property) => {
      const origin = originOf(property)
      return property.inherited && heirsOf(origin).some((heir) => heir !== `${origin}\t${model.name}`)
    },
    isMerged: ({ schema, model, extras }, { name }) => {
      const touching = new Set(usage(schema).filesTouching(model))
      return model.columns.some((column) => {
        const other = column.relation && !column.list ? schema.models.get(column.type) : undefined
        const names = new Set(other?.columns.map((each) => each.name))
        const shared = extras.filter((extra) => names.has(extra.name)).length
        return names.has(name) && shared >= SEVERAL && some(told.spreading(column.name), (file) => touching.has(file))
      })
    },
    pairNamed: (from, name) => {
      const shape = sources.shapeNamed(from.file, name)
      return shape && pairAt(shape.ref)
    },
  }
}

/** So many columns of a record in a type that describes another one are no coincidence. */
const SEVERAL = 3

/** The declaration that a property comes from, and its name. */
function originOf({ declaredIn, name }: ShapeProperty): string {
  return [declaredIn.file, declaredIn.name, name].join('\n')
}

/** Of another name, and not made from the other one's type. */
function isApart({ shape }: Pair, { shape: other }: Pair): boolean {
  return shape.name !== other.name && !isMadeFrom(shape, other) && !isMadeFrom(other, shape)
}

function some<Item>(items: Iterable<Item>, accept: (item: Item) => boolean): boolean {
  for (const item of items) if (accept(item)) return true
  return false
}

/** The server's input of the same name, or the only one of the same role for the same model and core of the name. */
function twinOf(pair: Pair, serverPairs: readonly Pair[]): Pair | undefined {
  const inputs = serverPairs.filter(({ role, inline }) => role === pair.role && !inline)
  const named = inputs.filter(({ shape }) => operationKey(shape.name) === operationKey(pair.shape.name))
  if (named.length > 0) return named.length === 1 ? named[0] : undefined
  const alike = inputs.filter(({ shape }) => isAlike(shape.name, pair.shape.name))
  const [only] = alike
  return only && alike.length === 1 && holdsHalf(only, pair) ? only : undefined
}

/** `editActorInfo` and `EditActorProfile` are two requests if one has little of what the other sends. */
function holdsHalf({ shape }: Pair, { fields }: Pair): boolean {
  const held = fields.filter(({ property }) => shape.properties.some(({ name }) => name === property.name))
  return held.length * 2 >= fields.length
}

/** About the same thing, and both or neither with a verb in front. */
function isAlike(a: string, b: string): boolean {
  const verbs = [a, b].map((name) => stripAll(wordsOf(name)).before.length > 0)
  return coreKey(a) === coreKey(b) && verbs[0] === verbs[1]
}

/** Names in the schema's spelling are compared: a table's column is `snake_case` where `@map` says so. */
function renamedFrom(column: Column, facts: SchemaFacts | undefined): readonly string[] {
  const table = facts?.schema.models.get(column.owner)?.databaseName
  const renames = table === undefined ? [] : (facts?.history().renames(table) ?? [])
  return renames.filter(({ to }) => to === column.databaseName).map(({ from }) => from)
}

/** Names are compared without regard to how they are spelled: what the column was called in the schema is not known. */
function droppedBy(model: Model, name: string, facts: SchemaFacts | undefined): string | undefined {
  const names = [foldCase(name), foldCase(`${name}Id`)]
  const drops = facts?.history().drops(model.databaseName) ?? []
  const drop = drops.findLast(({ column }) => names.includes(foldCase(column)))
  return drop && facts?.migrations().migrations[drop.migration]?.name
}
