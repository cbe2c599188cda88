import type { SchemaSource } from '../analysis/world.js'
import type { Migration } from '../model/migration.js'
import type { Schema } from '../model/schema.js'
import type { EngineSchema } from '../prisma/engine-schema.js'
import { lowerSchema } from '../prisma/lower.js'
import { scanSchema } from '../prisma/scan.js'
import { folderOf } from '../text/file-id.js'
import { createDiskCache, digestOf } from './disk-cache.js'
import type { Engine } from './engine/engine.js'
import type { EmbeddedProvider, EngineMigration, SnapshotAnswer } from './engine/messages.js'
import { makeJournalFolder } from './journal-folder.js'
import { joinId } from './paths.js'
import { readText } from './read-files.js'

/** A schema with its migrations, on a database that can be had without one. */
export interface Migrations {
  readonly provider: EmbeddedProvider
  readonly header: string
  readonly migrations: readonly EngineMigration[]
  /** `all`: the result is compared with another database, not with a schema that somebody wrote. */
  readonly indexes?: 'all'
}

/** What cannot be known here, and why; the reason is for a person. */
export interface Unknown {
  readonly kind: 'unknown'
  readonly reason: string
}

/** The schema that migrations lead to. */
export type Migrated = { readonly kind: 'read'; readonly schema: string } | Unknown

/** The migrations of a schema, or why they cannot be applied here. */
export function embeddableMigrations(
  root: string,
  schema: Pick<SchemaSource, 'migrations'>,
  { provider, header }: Pick<EngineSchema, 'provider' | 'header'>,
): Migrations | Unknown {
  const unread = schema.migrations.find(({ text }) => text === undefined)
  if (unread) return unknown(`${unread.file} cannot be read`)
  if (!isEmbeddable(provider)) return unknown(otherDatabase(provider))
  const locked = lockedProvider(root, schema.migrations)
  if (locked !== undefined && locked !== provider)
    return unknown(`the migrations are for ${locked}, the schema is for ${provider}`)
  const migrations = schema.migrations.map(({ name, text = '' }) => ({ name, sql: text }))
  return { provider, header, migrations }
}

/** One for each branch that somebody goes back and forth between. */
const KEPT = 8

/**
 * The schema that migrations lead to, in Prisma's schema language. They are applied once, to an embedded database in the
 * engine's process; what came of it is kept on disk for as long as they stay the same.
 */
export async function migratedSchema(
  root: string,
  { provider, header, migrations, indexes }: Migrations,
  engine: Engine,
): Promise<Migrated> {
  const cache = createDiskCache({ folder: () => makeJournalFolder(root), name: 'snapshot', kept: KEPT })
  const key = digestOf(JSON.stringify([engine.version, provider, header, migrations, indexes]))
  const kept = cache.read(key)
  if (kept !== undefined) return { kind: 'read', schema: kept }
  const answer = await engine.snapshot({ provider, header, migrations, indexes })
  if (answer.kind !== 'read') return unknown(reasonOf(answer))
  cache.write(key, answer.schema)
  return answer
}

/** The schema after the migrations and one more script. */
export function migratedWith(root: string, all: Migrations, sql: string, engine: Engine): Promise<Migrated> {
  return migratedSchema(root, { ...all, migrations: [...all.migrations, { name: 'the script', sql }] }, engine)
}

/** What such a schema means. */
export function schemaOf(text: string): Schema {
  return lowerSchema({ root: '', files: [{ file: '', syntax: scanSchema(text) }] }).schema
}

export function unknown(reason: string): Unknown {
  return { kind: 'unknown', reason }
}

const NAMES: Readonly<Record<string, string>> = {
  cockroachdb: 'CockroachDB',
  mongodb: 'MongoDB',
  mysql: 'MySQL',
  sqlserver: 'SQL Server',
}

/** Whether a database can be had without a server. */
function isEmbeddable(provider: string | undefined): provider is EmbeddedProvider {
  return provider === 'postgresql' || provider === 'sqlite'
}

/** Why the migrations for a database cannot be applied here. */
export function otherDatabase(provider: string | undefined): string {
  if (provider === undefined) return 'the schema does not say for which database it is'
  if (provider === 'mongodb') return 'MongoDB has no migrations'
  return `migrations of ${NAMES[provider] ?? provider} cannot be applied without a server`
}

function reasonOf(answer: Exclude<SnapshotAnswer, { kind: 'read' }>): string {
  if (answer.kind === 'lacks-extension')
    return `${answer.migration} needs the extension '${answer.extension}', which is not there`
  return `${answer.migration} does not apply to an empty database: ${firstLine(answer.message)}`
}

/** The provider that Prisma noted when the first migration was made. */
function lockedProvider(root: string, [first]: readonly Migration[]): string | undefined {
  if (!first) return undefined
  const read = readText(root, joinId(folderOf(folderOf(first.file)), 'migration_lock.toml'))
  return 'text' in read ? /^\s*provider\s*=\s*"([^"]+)"/m.exec(read.text)?.[1] : undefined
}

/** Of what the engine says: the rest is a trace of its code. */
export function firstLine(message: string): string {
  return message.trim().split('\n')[0] ?? ''
}
