import type { FileId } from '../text/file-id.js'
import type { Span } from '../text/span.js'

/** One thing that a migration's SQL does, as PostgreSQL understands it. Names are those in the database. */
export type SqlChange = SqlPlace & SqlAction

export interface SqlPlace extends Span {
  /** Names it within its migration, whatever stands above it: `User.email drop-column`, or a second one `… #2`. */
  readonly id: string
  /** The table or type. */
  readonly subject: string
}

export type SqlAction =
  | { readonly kind: 'create-table'; readonly columns: readonly SqlColumn[] }
  | { readonly kind: 'drop-table' | 'truncate' }
  | { readonly kind: 'rename-table'; readonly to: string }
  | { readonly kind: 'add-column'; readonly column: SqlColumn }
  | { readonly kind: 'drop-column' | 'set-not-null'; readonly column: string }
  | { readonly kind: 'rename-column'; readonly column: string; readonly to: string }
  | { readonly kind: 'set-type'; readonly column: string; readonly type: string }
  | { readonly kind: 'update'; readonly columns: readonly string[] }
  | { readonly kind: 'add-check'; readonly notNull: string | undefined }
  | { readonly kind: 'add-unique'; readonly columns: readonly string[] }
  | { readonly kind: 'add-index' | 'add-foreign-key' | 'add-foreign-key-unchecked' }
  | { readonly kind: 'create-enum'; readonly values: readonly string[] }
  | { readonly kind: 'add-value'; readonly value: string }
  | { readonly kind: 'rename-type'; readonly to: string }
  | { readonly kind: 'rename-value'; readonly value: string; readonly to: string }

export interface SqlColumn {
  readonly name: string
  /** As PostgreSQL calls it, with its arguments: `varchar(30)`, `int4`, `timestamp(3)[]`. */
  readonly type: string
  readonly nullable: boolean
  /** What a row gets that has no value; `volatile` is worked out for each row anew. */
  readonly default: 'none' | 'constant' | 'volatile'
}

/** A migration whose SQL was read by PostgreSQL's grammar. */
export interface ReadMigration {
  readonly name: string
  readonly file: FileId
  /** Whether it is looked at: the base revision lacks it, or somebody asked for it. The others are its past. */
  readonly isNew: boolean
  readonly changes: readonly SqlChange[]
}

/** A new migration on what others have made before it. */
export interface NewMigration extends ReadMigration {
  /** What was there before any of the new migrations. */
  readonly before: SqlState
  /** A column that is dropped and another one, of the same type and table, that is added in its place. */
  readonly renames: readonly SqlRename[]
}

export interface SqlRename {
  readonly table: string
  readonly from: string
  readonly to: string
  /** The two changes. */
  readonly dropped: SqlChange
  readonly added: SqlChange
}

/** The tables and enums that migrations have made, with the types of columns and the values. */
export interface SqlState {
  readonly tables: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly enums: ReadonlyMap<string, readonly string[]>
}
