import type { Decoded } from './decode.js'
import { fileStamp, isSettled } from './file-stamp.js'
import type { FileProblem } from './problem.js'

/** Remembers the texts of files on disk for as long as the files look the same. */
export interface TextCache {
  /** What `readNow` gave before, if the file at this absolute path has not changed since; else what it gives now. */
  read(absolute: string, readNow: () => Read): Read
  /** Makes the next reading of a file go to the disk. */
  forget(absolute: string): void
  clear(): void
}

type Read = Decoded | FileProblem | undefined

/** Makes an empty cache. */
export function createTextCache(): TextCache {
  const known = new Map<string, { readonly stamp: string; readonly read: Read }>()
  return {
    read(absolute, readNow) {
      const stamp = stampOf(absolute)
      const before = known.get(absolute)
      if (before !== undefined && before.stamp === stamp) return before.read
      const read = readNow()
      // Without a stamp the file is gone or too young to be trusted.
      if (stamp === undefined) known.delete(absolute)
      else known.set(absolute, { stamp, read })
      return read
    },
    forget: (absolute) => void known.delete(absolute),
    clear: () => known.clear(),
  }
}

/** Equal for equal contents; undefined where nothing can be promised. */
function stampOf(absolute: string): string | undefined {
  const stamp = fileStamp(absolute)
  return stamp && isSettled(stamp, Date.now()) ? stamp.text : undefined
}
