import type { SqlSubject } from './migration.js'

/** What a database is beside a schema and its migrations, as it was found. */
export interface DatabaseSource {
  /** For people, without secrets: `shop on db.example.com:5432`. */
  readonly label: string
  /** What it was compared with: the migrations that it has had, or where there are none the schema itself. */
  readonly comparedWith: 'migrations' | 'schema'
  /** Migrations that were begun and not finished, and what the server said. */
  readonly failed: readonly { readonly name: string; readonly reason: string }[]
  readonly unapplied: readonly string[]
  /** Those that have another text than the one that was applied. */
  readonly edited: readonly string[]
  /** Those that it has had and that are not there. */
  readonly foreign: readonly string[]
  /** The SQL that leads from what it should be to what it is; empty where it is that. */
  readonly drift: string
}

/** The same with what its drift changes. */
export interface DatabaseState extends DatabaseSource {
  readonly driftSubjects: readonly SqlSubject[]
}
