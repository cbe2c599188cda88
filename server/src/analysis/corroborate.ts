import type { Settings } from '../configuration/settings.js'
import type { SurfaceLookup } from '../configuration/surfaces.js'
import type { Pair } from '../matching/pair.js'
import { isSecret } from '../matching/secrets.js'
import type { Schema } from '../model/schema.js'
import type { Shape } from '../model/shape.js'
import { sameItems } from '../query/equality.js'
import { createFlatMap } from '../query/flat-map.js'
import { createFamily, createNamedFamily, createQuery, type Query } from '../query/query.js'
import type { Corroboration } from '../rules/corroboration.js'
import type { FileId } from '../text/file-id.js'
import type { ResolverHost } from '../typescript/resolve.js'
import { createAnnotatedLiterals } from './annotated-literals.js'
import { createClientObjects } from './client-objects.js'
import type { DelegateCalls } from './delegates.js'
import { createHandedWhole } from './handed-whole.js'
import { createImports } from './imports.js'
import type { TypeName } from './likeness.js'
import { createLiterals } from './literals.js'
import { isMadeUp } from './made-up.js'
import { createModelWords } from './model-words.js'
import { createPairIndex, type PairIndex } from './pair-index.js'
import { createRelatedTypes } from './related-types.js'
import { createSchemaEvidence } from './schema-evidence.js'
import type { SchemaFacts } from './schemas.js'
import { createServerUsage, type ServerUsage } from './server-usage.js'
import { createSimilarShapes } from './similar-shapes.js'
import type { Sources } from './sources.js'
import type { Surfaces } from './surfaces.js'
import { createTextEvidence } from './text-evidence.js'
import type { Texts } from './texts.js'
import { createToldEvidence } from './told-evidence.js'
import { createWholeReads } from './whole-reads.js'
import { createWires } from './wire.js'
import { createWired } from './wired-files.js'
import { createWrittenEvidence } from './written-evidence.js'
import { createWrittenTexts } from './written-texts.js'

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
  const { texts, sources, surfaces, isInScope } = input
  const isWired = createWired(texts)
  const index = createPairIndex({ ...input, isWired })
  const isPrismas = createPrismaFiles(input)
  const usageOf = createUsages(input, index, isPrismas)
  const ofSchemas = createSchemaEvidence(input)
  const speaksOf = createModelWords(texts)
  const { hasColumn } = ofSchemas
  const counts = (file: FileId, { schema }: Pair) => isInScope(file, schema) && !isMadeUp(file)
  const told = createTextEvidence(texts)
  const imports = createImports(texts)
  /** The name means another type in a file, and what that makes is not handed to the file of this one. */
  const meansOther = (from: FileId, { name, file }: TypeName) => {
    const named = sources.shapeNamed(from, name)
    return named !== undefined && named.file !== file && !imports(from, file)
  }
  const filesWith = (pair: Pair, name: string) =>
    [...texts.holding(name).keys()].filter((file) => counts(file, pair) && !surfaces.isClientOnly(file))
  const literals = createLiterals({ usageOf: (pair) => usageOf(pair.schema), sources, texts, isWired, filesWith })
  const annotatedWith = createAnnotatedLiterals(texts, sources)
  const annotated = (pair: Pair, type: TypeName) =>
    annotatedWith(type.name).flatMap(({ literal, file }) =>
      counts(file, pair) && !meansOther(file, type) ? [literal] : [],
    )
  const similar = createSimilarShapes({
    usageOf: (pair) => usageOf(pair.schema),
    serverPairsOf: (pair) => index.usedOf(pair.model),
    texts,
    literals,
    annotated,
    speaksOf,
    hasColumn: ({ schema }, name) => hasColumn(schema, name),
    filesMapping: (pair, name, column) =>
      [...told.carrying(name)].flatMap(([file, columns]) =>
        columns.includes(column.name) && counts(file, pair) ? [file] : [],
      ),
    isNear: ({ shape }, file) =>
      surfaces.packageOf(file) === surfaces.packageOf(shape.file) && !meansOther(file, shape),
  })
  const writtenTexts = createWrittenTexts(texts)
  const readsWhole = createFamily((schema: Schema) =>
    createWholeReads({ texts, isReader: (file) => isPrismas(file, schema) && !isMadeUp(file) }),
  )
  return {
    ...ofSchemas,
    ...createRelatedTypes({ index, sources, surfaces }),
    ...createWrittenEvidence({ ...input, usageOf, hasColumn, speaksOf }),
    ...createToldEvidence({ texts, told, surfaces, isInScope, usageOf, imports }),
    ...createClientObjects({
      texts,
      literals,
      annotated,
      clientsWith: (pair, name) =>
        [...texts.holding(name).keys()].filter((file) => counts(file, pair) && surfaces.isClientOnly(file)),
    }),
    ...similar,
    isSentWhole: (pair) => {
      const keepsSecret = pair.missing.some(({ name }) => isSecret(name))
      return !keepsSecret && similar.closestServerShape(pair) === undefined && readsWhole(pair.schema)(pair.model.name)
    },
    writtenTexts: ({ schema, model }, column) =>
      writtenTexts(model.name, column.name).filter(
        ({ file }) => isPrismas(file, schema) && !isMadeUp(file) && isWired(file),
      ),
    handedWhole: createHandedWhole({ ...input, mayCall: isPrismas }),
    wireOf: createWires({
      pairs: index.all,
      surfaceKeyOf: (file) => `${surfaces.packageOf(file)} ${surfaces.of(file)}`,
      surfaceSettings: input.surfaceSettings,
    }),
  }
}

/** Whether a file may work with a schema's client: a file of a server, or one that speaks of Prisma. */
type PrismaFiles = (file: FileId, schema: Schema) => boolean

function createPrismaFiles({ texts, surfaces, isInScope }: CorroborationInput): PrismaFiles {
  const calling = texts.scan(
    () => ({ words: ['prisma'], ask: (text) => /\bprisma\b/.test(text) || undefined }),
    'eager',
  )
  const callsPrisma = createNamedFamily((file) => calling('').has(file))
  return (file, schema) => isInScope(file, schema) && (surfaces.of(file) === 'server' || callsPrisma(file))
}

function createUsages(
  { texts, sources, calls }: CorroborationInput,
  index: PairIndex,
  isPrismas: PrismaFiles,
): (schema: Schema) => ServerUsage {
  const ofServer = createFamily((pair: Pair) => (index.isServer(pair.shape) ? pair : undefined))
  const serverPairs = createFlatMap(index.named, ofServer)
  return createFamily((schema: Schema) =>
    createServerUsage({
      schema,
      texts,
      sources,
      calls,
      isServerFile: (file) => isPrismas(file, schema),
      serverPairs: createQuery(() => serverPairs().filter((pair) => pair.schema === schema), sameItems),
      pairsIn: createNamedFamily((file) => index.namedIn(file).filter((pair) => pair.schema === schema), sameItems),
    }),
  )
}
