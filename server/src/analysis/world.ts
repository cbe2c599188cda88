import type { Settings } from '../configuration/settings.js'
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
}

export interface SourceText {
  readonly file: FileId
  readonly text: string
}

/** A schema's files and what is known of its past. */
export interface SchemaSource {
  readonly root: FileId
  readonly files: readonly SourceText[]
  readonly twins: readonly SourceText[]
  /** Files that generators write. */
  readonly generated: readonly FileId[]
  /** The schema as it was, and what to call that: `git HEAD`. */
  readonly base: { readonly label: string; readonly files: readonly SourceText[] } | undefined
  /** The SQL of its migrations, oldest first. */
  readonly migrations: readonly string[]
  /** Errors that Prisma's own engine reports; offsets are UTF-16 code units. */
  readonly errors: readonly {
    readonly file: FileId
    readonly start: number
    readonly end: number
    readonly message: string
  }[]
}

export interface PackageFacts {
  readonly root: FileId
  readonly name: string
  readonly dependencies: ReadonlySet<string>
}
