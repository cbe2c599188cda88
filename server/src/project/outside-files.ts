import fs from 'node:fs'
import path from 'node:path'
import type { FileId } from '../text/file-id.js'
import { type FileStamp, fileStamp, looksLike, PRESENT } from './file-stamp.js'
import { idOf, pathOf } from './paths.js'
import { readText } from './read-files.js'
import type { TextCache } from './text-cache.js'

/** Looks at files that do not belong to the workspace, such as installed packages, and notes what it has looked at. */
export interface OutsideFiles {
  /** Whether there is a file or folder; what it holds is of no interest. */
  has(file: FileId): boolean
  /** The text of a file; undefined where there is none. */
  textOf(file: FileId): string | undefined
  /** The names in a folder; undefined where there is none. */
  namesIn(folder: FileId): readonly string[] | undefined
  /** Where a file or folder really is, symbolic links followed. */
  realOf(file: FileId): FileId | undefined
  /** A folder and all above it, up to that of the file system. */
  upwards(folder: FileId): Iterable<FileId>
  /** The absolute paths that were looked at, and how each looked: to be compared later. */
  readonly seen: ReadonlyMap<string, FileStamp | undefined>
}

/** Starts to look, below and above `root`, which is absolute. */
export function createOutsideFiles(root: string, cache: TextCache | undefined): OutsideFiles {
  const seen = new Map<string, FileStamp | undefined>()
  const look = (file: FileId): string => {
    const absolute = pathOf(root, file)
    if (!seen.has(absolute) || seen.get(absolute) === PRESENT) seen.set(absolute, fileStamp(absolute))
    return absolute
  }
  const isThere = (file: FileId) => seen.get(look(file)) !== undefined
  const isPresent = (folder: FileId) => {
    const absolute = pathOf(root, folder)
    if (!seen.has(absolute)) seen.set(absolute, fileStamp(absolute) && PRESENT)
    return seen.get(absolute) !== undefined
  }
  return {
    seen,
    has: isPresent,
    *upwards(folder) {
      for (let above = pathOf(root, folder); ; above = path.dirname(above)) {
        yield idOf(root, above)
        if (path.dirname(above) === above) return
      }
    },
    textOf(file) {
      const read = isThere(file) ? readText(root, file, cache ? { cache } : {}) : undefined
      return read && 'text' in read ? read.text : undefined
    },
    namesIn: (folder) => (isThere(folder) ? attempt(() => fs.readdirSync(look(folder))) : undefined),
    realOf: (file) => (isThere(file) ? attempt(() => idOf(root, fs.realpathSync.native(look(file)))) : undefined),
  }
}

/** Whether what was looked at looks otherwise by now. */
export function hasChanged(seen: OutsideFiles['seen']): boolean {
  for (const [absolute, stamp] of seen) if (!looksLike(absolute, stamp?.text)) return true
  return false
}

function attempt<T>(look: () => T): T | undefined {
  try {
    return look()
  } catch {
    return undefined
  }
}
