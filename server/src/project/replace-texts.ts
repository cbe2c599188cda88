import fs from 'node:fs'
import type { FileId } from '../text/file-id.js'
import { decode, encode } from './decode.js'
import { pathOf } from './paths.js'
import { problemOf } from './problem.js'
import { type Replacement, type ReplaceProblem, replaceFiles } from './replace-files.js'

/** A text as it was read and as it should be. `before` is undefined for a file that is to be made. */
export interface ChangedText {
  readonly before: string | undefined
  readonly after: string
}

/**
 * Writes texts to their files, all or none, in the encoding that each file has. Refuses where a file no longer holds the
 * text that was read. What is returned is what stood in the way; then nothing was changed. `prepare` is called with what
 * is about to be written.
 */
export function replaceTexts(
  root: string,
  texts: ReadonlyMap<FileId, ChangedText>,
  prepare: (replacements: readonly Replacement[]) => void = () => undefined,
): readonly ReplaceProblem[] {
  const resolved = [...texts].map(([file, text]) => replacementOf(root, file, text))
  const problems = resolved.filter((each): each is ReplaceProblem => 'message' in each)
  if (problems.length > 0) return problems
  const replacements = resolved as readonly Replacement[]
  prepare(replacements)
  return replaceFiles(root, replacements)
}

function replacementOf(root: string, file: FileId, { before, after }: ChangedText): Replacement | ReplaceProblem {
  if (before === undefined) return { file, before, after: encode(after, 'utf-8') }
  try {
    const bytes = fs.readFileSync(pathOf(root, file))
    const decoded = decode(bytes)
    if (decoded?.text !== before) return { file, message: 'it has changed since it was read' }
    // Bytes that are no text would be lost.
    if (!encode(before, decoded.encoding).equals(bytes)) return { file, message: 'it is not valid UTF-8' }
    return { file, before: bytes, after: encode(after, decoded.encoding) }
  } catch (error) {
    return { file, message: problemOf(file, error).message }
  }
}
