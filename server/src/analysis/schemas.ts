import type { DatabaseSource, DatabaseState } from '../model/database.js'
import type { MigrationHistory } from '../model/migration.js'
import type { Model, Schema } from '../model/schema.js'
import {
  type ColumnChange,
  compareSchemas,
  createKnownChanges,
  type EnumChange,
  type SchemaChanges,
} from '../prisma/changes.js'
import { type KnownBlock, knownBlocksOf } from '../prisma/known-blocks.js'
import { type LoweredSchema, lowerSchema, type SchemaFile } from '../prisma/lower.js'
import { scanSchema } from '../prisma/scan.js'
import { sameData, sameItems, sameMap, sameSet } from '../query/equality.js'
import { createNamedFamily, createQuery, type Query } from '../query/query.js'
import { type ColumnHistory, readColumnHistory } from '../sql/column-history.js'
import { subjectsIn } from '../sql/subjects.js'
import type { FileId } from '../text/file-id.js'
import { createLiveMap } from './live-map.js'
import { newMigrations } from './new-migrations.js'
import type { ClientSource, SchemaSource, SourceText } from './world.js'

/** A schema with its meaning, its past and its alternatives, as they are now: the object itself stays. */
export interface SchemaFacts {
  readonly source: SchemaSource
  /** Its models and enums stay the same objects for as long as they say the same. */
  readonly schema: Schema
  /** What its texts say at present, positions included. */
  readonly lowered: LoweredSchema
  readonly twins: readonly LoweredSchema[]
  /** What is generated from it; the objects stay for as long as they say the same. */
  clients(): readonly ClientSource[]
  /** What the earlier schema is called: `git HEAD`; undefined where there is none. */
  baseLabel(): string | undefined
  /** The earlier schema, and what changed since; undefined where there is none. */
  before(): Schema | undefined
  changes(): SchemaChanges | undefined
  /** How a column differs from the earlier schema, by its present or its former name. */
  columnChange(model: string, name: string): ColumnChange | undefined
  enumChange(name: string): EnumChange | undefined
  /** The names that a model's columns had until the schema changed, and have no more. */
  formerColumns(model: string): ReadonlySet<string>
  /** How many models have a column of the name. */
  columnCount(name: string): number
  readonly history: () => ColumnHistory
  /** What is known of its migrations; the same object for as long as that is the same. */
  readonly migrations: () => MigrationHistory
}

/** The schemas of the world; those of one name stay the same objects. */
export function createSchemas(sources: Query<readonly SchemaSource[]>): Query<readonly SchemaFacts[]> {
  const names = createQuery(() => sources().map(nameOf), sameItems, 'eager')
  const sourceOf = createNamedFamily((name) => sources().find((source) => nameOf(source) === name))
  const known = new Map<string, SchemaFacts>()
  return createQuery(() =>
    names().map((name) => {
      const facts = known.get(name) ?? createSchemaFacts(() => sourceOf(name) ?? NO_SOURCE)
      known.set(name, facts)
      return facts
    }),
  )
}

function nameOf({ root, files }: SchemaSource): string {
  return [root, ...files.map(({ file }) => file)].join('\n')
}

function databaseState(source: DatabaseSource | undefined): DatabaseState | undefined {
  return source && { ...source, driftSubjects: subjectsIn(source.drift) }
}

const NO_SOURCE: SchemaSource = {
  root: '',
  files: [],
  joined: [],
  twins: [],
  generated: [],
  base: undefined,
  migrations: [],
  clients: [],
  errors: [],
}

function createSchemaFacts(source: Query<SchemaSource>): SchemaFacts {
  const root = createQuery(() => source().root, Object.is, 'eager')
  const scan = createScanner()
  const lower = (files: readonly SourceText[]) => lowerSchema({ root: root(), files: files.map(scanned) })
  const texts = createQuery(() => source().files, sameData, 'eager')
  const lowered = createQuery<LoweredSchema>((before) => {
    return lowerSchema({ root: root(), files: texts().map(scan), before })
  })
  const twins = createQuery(() => source().twins, sameData, 'eager')
  const loweredTwins = createQuery(() => twins().map((twin) => lower([twin])))
  const base = createQuery(() => source().base, sameData, 'eager')
  const before = createQuery(() => {
    const files = base()?.files
    return files && lower(files).schema
  })
  const migrations = createQuery(() => source().migrations, sameData, 'eager')
  const baseMigrations = createQuery(() => source().baseMigrations, sameData, 'eager')
  const database = createQuery(() => source().database, sameData, 'eager')
  const readMigrations = createQuery(() => source().readMigrations, sameData, 'eager')
  const history = createQuery(() => readColumnHistory(migrations().map(({ text = '' }) => text)))
  const missing = createQuery(() => source().missingMigration, Object.is, 'eager')
  const schema: Schema = {
    get root() {
      return root()
    },
    get files() {
      return files()
    },
    get provider() {
      return provider()
    },
    models: createLiveMap(() => lowered().schema.models),
    enums: createLiveMap(() => lowered().schema.enums),
  }
  const files = createQuery(() => lowered().schema.files, sameItems, 'eager')
  const provider = createQuery(() => lowered().schema.provider, Object.is, 'eager')
  const known = createKnownChanges()
  const changes = createQuery((): SchemaChanges | undefined => {
    const earlier = before()
    return earlier && compareSchemas(earlier, schema, known)
  })
  const columnCounts = createQuery(createColumnCount(schema))
  const columnChanges = createNamedFamily((model) => changes()?.columnsOf(model) ?? NOTHING, sameMap, 'eager')
  return {
    schema,
    get source() {
      return source()
    },
    get lowered() {
      return lowered()
    },
    get twins() {
      return loweredTwins()
    },
    clients: createQuery<readonly ClientSource[]>(
      (before) => keepClients(before, source().clients),
      sameItems,
      'eager',
    ),
    baseLabel: createQuery(() => base()?.label, Object.is, 'eager'),
    before,
    changes,
    columnChange: (model, name) => columnChanges(model).get(name),
    enumChange: createNamedFamily((name): EnumChange | undefined => changes()?.enumType(name), sameData, 'eager'),
    formerColumns: createNamedFamily((model) => formerColumnsOf(columnChanges(model)), sameSet),
    columnCount: createNamedFamily((name) => columnCounts().get(name) ?? 0, Object.is, 'eager'),
    history,
    migrations: createQuery((): MigrationHistory => {
      const sql = missing()
      return {
        schema,
        migrations: migrations(),
        base: baseMigrations(),
        database: databaseState(database()),
        fresh: newMigrations(readMigrations() ?? []),
        changesOf: ({ text = '' }) => subjectsIn(text),
        missing: sql === undefined ? undefined : { sql, subjects: subjectsIn(sql) },
      }
    }),
  }
}

const NOTHING: ReadonlyMap<string, ColumnChange> = new Map()

function formerColumnsOf(changes: ReadonlyMap<string, ColumnChange>): ReadonlySet<string> {
  const former = [...changes.values()].flatMap(({ before, after }) =>
    before && before.name !== after?.name ? [before.name] : [],
  )
  return new Set(former)
}

/** Counts the models that have a column of a name; models that stay the same are counted once. */
function createColumnCount({ models }: Schema): () => ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  let counted = new Map<string, Model>()
  const add = ({ columns }: Model, step: 1 | -1) => {
    for (const { name } of columns) counts.set(name, (counts.get(name) ?? 0) + step)
  }
  return () => {
    const present = new Map(models)
    for (const [name, model] of counted) if (present.get(name) !== model) add(model, -1)
    for (const [name, model] of present) if (counted.get(name) !== model) add(model, 1)
    counted = present
    return new Map(counts)
  }
}

function scanned({ file, text }: SourceText): SchemaFile {
  return { file, syntax: scanSchema(text) }
}

/** Scans files again and again as they change: what is written as it was is not read again. */
function createScanner(): (source: SourceText) => SchemaFile {
  const known = new Map<FileId, readonly KnownBlock[]>()
  return ({ file, text }) => {
    const syntax = scanSchema(text, known.get(file))
    known.set(file, knownBlocksOf(syntax))
    return { file, syntax }
  }
}

/** The new clients, those that say the same as the old objects. */
function keepClients(before: readonly ClientSource[] = [], after: readonly ClientSource[]): readonly ClientSource[] {
  return after.map((client) => before.find((each) => sameData(each, client)) ?? client)
}
