import { compareText } from '../text/compare-text.js'
import { baseName, type FileId, folderOf } from '../text/file-id.js'

/** One migration of a project. */
export interface Migration {
  /** The name of its folder, such as `20240102030405_add_users`. */
  readonly name: string
  readonly file: FileId
}

/** The migrations of a folder in the order in which they are applied: that of their folders' names. */
export function listMigrations(files: Iterable<FileId>, folder: FileId): readonly Migration[] {
  const inFolder = [...files].filter(
    (file) => baseName(file) === 'migration.sql' && folderOf(folderOf(file)) === folder && folderOf(file) !== folder,
  )
  return inFolder.map((file) => ({ name: baseName(folderOf(file)), file })).sort((a, b) => compareText(a.name, b.name))
}
