/**
 * Names a file of the workspace: its path relative to the workspace's root, with `/` between the parts on every
 * system. The root itself is the empty string. A file outside the root starts with `../`.
 */
export type FileId = string

/** The folder a file or folder stands in; the root's is the root. */
export function folderOf(file: FileId): FileId {
  return file.slice(0, Math.max(0, file.lastIndexOf('/')))
}

/** The last part of a path. */
export function baseName(file: FileId): string {
  return file.slice(file.lastIndexOf('/') + 1)
}

/** Whether `file` is `folder` or lies below it. */
export function isWithin(file: FileId, folder: FileId): boolean {
  return folder === '' || file === folder || file.startsWith(`${folder}/`)
}

/** All folders above a file, the nearest first, the root last. */
export function* foldersAbove(file: FileId): Generator<FileId> {
  let folder = file
  while (folder !== '') {
    folder = folderOf(folder)
    yield folder
  }
}

/** The folder whose schema a file is: above `prisma/` where it stands in one. */
export function projectFolderOf(schema: FileId): FileId {
  const prisma = [...foldersAbove(schema)].findLast((folder) => baseName(folder) === 'prisma')
  return folderOf(prisma ?? schema)
}
