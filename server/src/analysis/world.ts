import type { Baseline } from '../configuration/baseline.js'
import type { Settings } from '../configuration/settings.js'
import type { ClientVersions } from '../model/client.js'
import type { DatabaseSource } from '../model/database.js'
import type { BaseMigrations, Migration } from '../model/migration.js'
import type { ReadMigration } from '../model/sql-change.js'
import type { FileId } from '../text/file-id.js'

/** All that findings are a function of. Probes bring it in; nothing below reads anything else. */
export interface World {
  /** The texts of the TypeScript, Vue and Svelte files. */
  readonly texts: ReadonlyMap<FileId, string>
  readonly schemas: readonly SchemaSource[]
  readonly packages: readonly PackageFacts[]
  /** The file that an import leads to; `client` for the generated Prisma Client. */
  readonly resolveModule: (from: FileId, specifier: string) => FileId | 'client' | undefined
  readonly settings: Settings
  /** Findings that are known and not to be reported. */
  readonly baseline: Baseline
}

export interface SourceText {
  readonly file: FileId
  readonly text: string
}

/** A schema's files and what is known of its past. */
export interface SchemaSource {
  readonly root: FileId
  readonly files: readonly SourceText[]
  /** Those of the files that Prisma does not read unless a build joins them to the others. */
  readonly joined: readonly FileId[]
  readonly twins: readonly SourceText[]
  /** Files that generators write. */
  readonly generated: readonly FileId[]
  /** The schema as it was, and what to call that: `git HEAD`. */
  readonly base: { readonly label: string; readonly files: readonly SourceText[] } | undefined
  /** In the order in which they are applied. */
  readonly migrations: readonly Migration[]
  /** Those of the base revision, where they were asked for. */
  readonly baseMigrations?: BaseMigrations | undefined
  /** Its database, where that was asked for. */
  readonly database?: DatabaseSource | undefined
  /** All migrations as PostgreSQL's grammar reads them, where that was asked for. */
  readonly readMigrations?: readonly ReadMigration[] | undefined
  /** The SQL of the migration that it lacks, where the engine was asked and knows one. */
  readonly missingMigration?: string | undefined
  /** What is generated for it, by the generators of Prisma's own clients. */
  readonly clients: readonly ClientSource[]
  /** Errors that Prisma's own engine reports; offsets are UTF-16 code units. */
  readonly errors: readonly {
    readonly file: FileId
    readonly start: number
    readonly end: number
    readonly message: string
  }[]
}

/** What one generator wrote. */
export interface ClientSource {
  /** The name of its block, and the file of the schema that holds it. */
  readonly generator: string
  readonly file: FileId
  /** Where that is: the place that Prisma uses unless it is told otherwise can belong to several schemas. */
  readonly place: 'default' | 'own'
  /** The schema that the client was made from; `missing` and `unknown` as `GeneratedClient` has them. */
  readonly copy: SourceText | 'missing' | 'unknown'
  readonly versions: ClientVersions
}

export interface PackageFacts {
  readonly root: FileId
  readonly name: string
  readonly dependencies: ReadonlySet<string>
  /** Where its code runs, if something other than its dependencies says so. */
  readonly runs?: 'server' | 'client'
}
