import fs from 'node:fs'
import { type FileStamp, fileStamp, isSettled, looksLike } from './file-stamp.js'
import type { TextCache } from './text-cache.js'

/**
 * What was looked at on disk, and how it looked. As a cache of texts it holds none: each is read anew and noted. All
 * paths are absolute, and whatever is noted is noted before it is read.
 */
export interface LookedAt extends TextCache {
  /** Notes a file or folder, whether or not it is there. */
  note(absolute: string): void
  /** Notes where a path leads once symbolic links are followed. */
  noteEnd(absolute: string): void
  /** Adds what others have noted. */
  add(seen: ReadonlyMap<string, FileStamp | undefined>): void
  /** Says that more counts than can be looked at; then nothing more is noted. */
  doubt(): void
  /** How all of it looked; undefined where that does not tell whether it has changed since, as it is too young. */
  state(): Looks | undefined
}

/** How files, folders and paths looked, as JSON can hold it: each path is followed by how it looked. */
export interface Looks {
  readonly stamps: readonly (string | null)[]
  readonly ends: readonly string[]
}

/** Starts to note, at a moment in milliseconds since 1970. */
export function createLookedAt(moment = Date.now()): LookedAt {
  const seen = new Map<string, FileStamp | undefined>()
  const ends = new Map<string, string>()
  let doubted = false
  const keep = (absolute: string, stamp: FileStamp | undefined) => {
    seen.set(absolute, stamp)
    if (stamp && !isSettled(stamp, moment)) doubted = true
  }
  const note = (absolute: string) => {
    if (!doubted && !seen.has(absolute)) keep(absolute, fileStamp(absolute))
  }
  return {
    note,
    noteEnd: (absolute) => void ends.set(absolute, endOf(absolute)),
    add(others) {
      for (const [absolute, stamp] of others) if (!seen.has(absolute)) keep(absolute, stamp)
    },
    doubt() {
      doubted = true
    },
    state() {
      if (doubted) return undefined
      const stamps = [...seen].flatMap(([absolute, stamp]) => [absolute, stamp?.text ?? null])
      return { stamps, ends: [...ends].flat() }
    },
    read(absolute, readNow) {
      note(absolute)
      return readNow()
    },
    forget: () => undefined,
    clear: () => undefined,
  }
}

/** Whether all looks as it did. */
export function looksTheSame({ stamps, ends }: Looks): boolean {
  return (
    isTrueOfPairs(ends, (absolute, end) => endOf(absolute) === end) &&
    isTrueOfPairs(stamps, (absolute, stamp) => looksLike(absolute, stamp ?? undefined))
  )
}

function isTrueOfPairs<Value>(list: readonly Value[], test: (first: string, second: Value | undefined) => boolean) {
  for (let at = 0; at < list.length; at += 2) if (!test(String(list[at]), list[at + 1])) return false
  return true
}

/** Where a path leads, or why it leads nowhere. */
function endOf(absolute: string): string {
  try {
    return fs.realpathSync(absolute)
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code)
  }
}
