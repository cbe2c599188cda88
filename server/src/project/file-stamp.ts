import fs from 'node:fs'

/** What tells one state of a file from another without reading it. */
export interface FileStamp {
  /** Equal for as long as the file looks the same. */
  readonly text: string
  /** The time at which it was last changed, in milliseconds since 1970. */
  readonly changedAt: number
}

/** Looks at a file or folder; undefined where there is none, or none that may be looked at. */
export function fileStamp(absolute: string): FileStamp | undefined {
  try {
    const found = fs.statSync(absolute, { throwIfNoEntry: false })
    if (!found) return undefined
    const { mtimeMs, ctimeMs, size, ino } = found
    return { text: `${mtimeMs} ${ctimeMs} ${size} ${ino}`, changedAt: Math.max(mtimeMs, ctimeMs) }
  } catch {
    return undefined
  }
}

/** Whether there is a folder that may be looked at. */
export function isFolder(absolute: string): boolean {
  try {
    return fs.statSync(absolute).isDirectory()
  } catch {
    return false
  }
}

/** The stamp of a folder of which nothing counts but that it is there. */
export const PRESENT: FileStamp = { text: 'present', changedAt: 0 }

/** Whether a file or folder looks as it did by the text of its stamp, which is undefined where there was none. */
export function looksLike(absolute: string, text: string | undefined): boolean {
  const stamp = fileStamp(absolute)
  return text === PRESENT.text ? stamp !== undefined : stamp?.text === text
}

/** Whether whatever changes a file after a moment, in milliseconds since 1970, will make it look otherwise. */
export function isSettled({ changedAt }: FileStamp, moment: number): boolean {
  return moment - changedAt >= STEP_MS
}

/** File systems count time in steps of up to two seconds: what was written just now can change again unseen. */
const STEP_MS = 2000
