import type { FileId } from '../text/file-id.js'
import type { DatabaseState } from './database.js'
import type { Schema } from './schema.js'
import type { NewMigration } from './sql-change.js'

/** What is known of a schema's migrations. */
export interface MigrationHistory {
  readonly schema: Schema
  /** In the order in which they are applied. */
  readonly migrations: readonly Migration[]
  /** Undefined where it was not asked for, or git does not know. */
  readonly base: BaseMigrations | undefined
  /** The database, where it was asked. */
  readonly database: DatabaseState | undefined
  /** Those whose SQL is to be looked at, without what they do to tables that none but new migrations have made. */
  readonly fresh: readonly NewMigration[]
  /** What a migration of either list changes. */
  readonly changesOf: (migration: Migration) => readonly SqlSubject[]
  /** The migration that the schema lacks; undefined where it lacks none, or where nobody asked the engine. */
  readonly missing: MissingSql | undefined
}

/** One migration, now or at an earlier revision. */
export interface Migration {
  /** The name of its folder, such as `20240102030405_add_users`. */
  readonly name: string
  readonly file: FileId
  /** Its SQL; undefined where it could not be read. */
  readonly text: string | undefined
}

/** The migrations at the base revision, each list in the order in which they are applied. */
export interface BaseMigrations {
  /** What the revision is called, such as `main`. */
  readonly label: string
  /** Where what is worked on and the base part: the migrations that both had. */
  readonly fork: readonly Migration[]
  /** At the base revision itself. */
  readonly tip: readonly Migration[]
}

/** SQL that leads from the database that the migrations make to the one that the schema describes. */
export interface MissingSql {
  readonly sql: string
  /** What it changes, in order, each once. */
  readonly subjects: readonly SqlSubject[]
}

/** A table, type or index by its name in the database, or something else of which only the statement is known. */
export interface SqlSubject {
  readonly kind: 'table' | 'type' | 'index' | 'other'
  readonly name: string
  readonly change: 'create' | 'alter' | 'drop'
}
