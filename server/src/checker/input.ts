import type { Schema } from '../model/schema.js'
import type { FileId } from '../text/file-id.js'
import type { TextEdit } from '../text/text-edit.js'

/** What the type checker reads; whoever does the I/O brings it in. */
export interface CheckedWorkspace {
  /** The absolute path of the workspace, with `/` between the parts. */
  readonly root: string
  /** The texts of all its TypeScript, Vue and Svelte files: tests, seeds and what generators wrote among them. */
  readonly texts: ReadonlyMap<FileId, string>
  /** The file that an import leads to; `client` for the generated Prisma Client. */
  readonly resolveModule: (from: FileId, specifier: string) => FileId | 'client' | undefined
  /** What is installed, by absolute paths with `/`. Asked only for what the workspace itself does not have. */
  readonly installed: {
    fileExists(path: string): boolean
    folderExists(path: string): boolean
    read(path: string): string | undefined
    realPath(path: string): string
  }
}

/** Another name for a member or a value, whatever declares it. */
export interface NewName {
  readonly from: string
  readonly to: string
}

/** A schema whose client the code calls, with the names that the code uses and with those that it should use. */
export interface ClientChange {
  readonly before: Schema
  readonly after: Schema
}

export interface RenameInput {
  readonly workspace: CheckedWorkspace
  /** The files that may be changed. */
  readonly isOpen: (file: FileId) => boolean
  readonly names: readonly NewName[]
  /** The edits that rename the declarations in TypeScript; their spans speak of the texts as they are. */
  readonly declarations: ReadonlyMap<FileId, readonly TextEdit[]>
  /** Every schema of the workspace, those that stay the same as well. */
  readonly clients: readonly ClientChange[]
}

/** What a rename comes to. */
export interface RenamedUses {
  /** By file, those of the declarations included; sorted, none touching another. */
  readonly edits: ReadonlyMap<FileId, readonly TextEdit[]>
  /** How many of the edits are uses. */
  readonly uses: number
  /** Places that may mean what is renamed and were left, in the order of files and offsets. */
  readonly left: readonly LeftPlace[]
}

export interface LeftPlace {
  readonly file: FileId
  /** Counts from 1. No edit moves a line. */
  readonly line: number
  /** `unknown`: the type of the value is not known. `error`: it compiled before, and does not any more. */
  readonly reason: 'unknown' | 'error'
  readonly message: string
}
