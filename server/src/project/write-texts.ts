import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { FileId } from '../text/file-id.js'
import { decode, encode } from './decode.js'

/** A text as it was read and as it should be. `before` is undefined for a file that is to be made. */
export interface ChangedText {
  readonly before: string | undefined
  readonly after: string
}

/** Why a file cannot be written. */
export interface WriteProblem {
  readonly file: FileId
  readonly message: string
}

/**
 * Writes texts below a folder, each in its file's own encoding. Where files are no longer as they were read, or are there
 * although they were not, it says so and writes nothing at all.
 */
export function writeTexts(root: string, texts: ReadonlyMap<FileId, ChangedText>): readonly WriteProblem[] {
  const stale = [...texts].filter(([file, { before }]) => !isAsRead(path.join(root, file), before))
  if (stale.length > 0) return stale.map(([file]) => ({ file, message: 'it has changed since it was read' }))
  for (const [file, { before, after }] of texts) {
    const target = path.join(root, file)
    mkdirSync(path.dirname(target), { recursive: true })
    const encoding = before === undefined ? undefined : decode(readFileSync(target))?.encoding
    writeFileSync(target, encode(after, encoding ?? 'utf-8'), { flag: before === undefined ? 'wx' : 'w' })
  }
  return []
}

function isAsRead(file: string, before: string | undefined): boolean {
  if (!existsSync(file)) return before === undefined
  return before !== undefined && decode(readFileSync(file))?.text === before
}
