import { createHash } from 'node:crypto'
import type { SchemaSource } from '../../analysis/world.js'
import type { DatabaseSource } from '../../model/database.js'
import { engineSchema } from '../../prisma/engine-schema.js'
import { compareSchemas } from '../compare-schemas.js'
import { type Engine, EngineFailure } from '../engine/engine.js'
import type { AppliedMigration, EngineFile } from '../engine/messages.js'
import { embeddableMigrations, firstLine, migratedSchema, type Unknown, unknown } from '../migrated-schema.js'
import { databaseAddress } from './address.js'

export interface DatabaseStateInput {
  /** The workspace, absolute. */
  readonly root: string
  readonly schema: SchemaSource
  readonly engine: Engine
}

/** What a schema's database is beside the schema and its migrations. The database is only read. */
export async function readDatabaseState(input: DatabaseStateInput): Promise<DatabaseSource | Unknown> {
  try {
    return await read(input)
  } catch (error) {
    if (!(error instanceof EngineFailure)) throw error
    return unknown(`Prisma's engine failed: ${firstLine(error.message)}`)
  }
}

async function read({ root, schema, engine }: DatabaseStateInput): Promise<DatabaseSource | Unknown> {
  const wanted = engineSchema(schema.files)
  if (wanted.provider !== 'postgresql') return unknown('only databases of PostgreSQL can be looked at')
  const address = databaseAddress(root, schema)
  if (address.kind !== 'address') return unknown(address.message)
  const header = `${wanted.header}\n${ALL_INDEXES}`
  const answer = await engine.readDatabase({ server: address.server, header })
  if (answer.kind === 'failed') return unknown(answer.problem.message)
  const applied = latestOf(answer.applied)
  const names = new Set(schema.migrations.map(({ name }) => name))
  const had = schema.migrations.filter(({ name }) => applied.get(name)?.state === 'applied')
  const actual = [{ file: 'database', text: had.length > 0 ? answer.schema : withoutPartial(answer.schema) }]
  const expected = await expectedSchema({ root, schema, engine }, wanted.files, had.length > 0 ? had : undefined)
  if ('kind' in expected) return expected
  const drift = await compareSchemas(engine, { provider: 'postgresql', header }, expected, actual)
  if (drift.kind === 'unknown') return drift
  const known = [...applied.values()]
  return {
    label: address.label,
    comparedWith: had.length > 0 ? 'migrations' : 'schema',
    failed: known.filter(({ state }) => state === 'failed').map(({ name, reason }) => ({ name, reason })),
    unapplied: schema.migrations.filter(({ name }) => !isKnown(applied.get(name))).map(({ name }) => name),
    edited: had.filter(({ name, text }) => isEdited(text, applied.get(name))).map(({ name }) => name),
    foreign: known.filter(({ name, state }) => state === 'applied' && !names.has(name)).map(({ name }) => name),
    // Without any migration the database is still to get them.
    drift: had.length === 0 && schema.migrations.length > 0 ? '' : drift.sql,
  }
}

/** With it a partial index is read as one. A schema that somebody wrote has none of them without this feature. */
const ALL_INDEXES = 'generator indexes {\n  provider        = "none"\n  previewFeatures = ["partialIndexes"]\n}\n'

/** A schema that was read, without partial indexes. */
function withoutPartial(schema: string): string {
  const blocks = schema.replace(/^\s*@@(?:index|unique)\(.*\bwhere:.*\)\s*$/gm, '')
  return blocks.replace(/ @unique\(.*?\bwhere: raw\("(?:[^"\\]|\\.)*"\)[^)\n]*\)/g, '')
}

/** What the database should be: what the migrations that it had lead to, or the schema where there are none. */
async function expectedSchema(
  { root, schema, engine }: DatabaseStateInput,
  files: readonly EngineFile[],
  had: SchemaSource['migrations'] | undefined,
): Promise<readonly EngineFile[] | Unknown> {
  if (!had) return files
  const migrations = embeddableMigrations(root, { migrations: had }, engineSchema(schema.files))
  if ('kind' in migrations) return migrations
  const migrated = await migratedSchema(
    root,
    { ...migrations, header: `${migrations.header}\n${ALL_INDEXES}`, indexes: 'all' },
    engine,
  )
  return migrated.kind === 'read' ? [{ file: 'migrations', text: migrated.schema }] : migrated
}

/** A migration that failed is there again after it was resolved: the last word counts. */
function latestOf(applied: readonly AppliedMigration[]): ReadonlyMap<string, AppliedMigration> {
  return new Map(applied.map((migration) => [migration.name, migration]))
}

function isKnown(migration: AppliedMigration | undefined): boolean {
  return migration !== undefined && migration.state !== 'rolled back'
}

/** Git may have changed the ends of lines on the way. */
function isEdited(text: string | undefined, applied: AppliedMigration | undefined): boolean {
  if (text === undefined || !applied) return false
  const lines = text.replaceAll('\r\n', '\n')
  const forms = [text, lines, lines.replaceAll('\n', '\r\n'), `\uFEFF${text}`]
  return !forms.some((form) => createHash('sha256').update(form).digest('hex') === applied.checksum)
}
