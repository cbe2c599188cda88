import type { Dirent } from 'node:fs'
import type { FileId } from '../text/file-id.js'
import { type FileKind, kindOf } from './file-kind.js'

/** A file that git ignores and Prisma reads all the same. */
export interface IgnoredFile {
  readonly id: FileId
  readonly kind: FileKind
}

/**
 * The schema files and migrations of a project's folder `prisma` that git ignores: Prisma finds `prisma/schema.prisma` and
 * `prisma/schema/` there without being told, whatever `.gitignore` says. Nothing else of it is listed.
 */
export function listIgnoredHome(
  home: FileId,
  read: (folder: FileId) => readonly Dirent[],
  isExcluded: (id: FileId) => boolean,
): readonly IgnoredFile[] {
  const files: IgnoredFile[] = []
  const pending = [home]
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    for (const entry of read(folder)) {
      const id = `${folder}/${entry.name}`
      if (folder === home && !PLACES.has(entry.name)) continue
      if (isExcluded(entry.isDirectory() ? `${id}/` : id)) continue
      const kind = kindOf(id)
      if (entry.isDirectory()) pending.push(id)
      else if (entry.isFile() && (kind === 'prisma' || kind === 'sql')) files.push({ id, kind })
    }
  }
  return files
}

const PLACES: ReadonlySet<string> = new Set(['schema.prisma', 'schema', 'migrations'])
