import { type ChangedText, replaceTexts } from '../project/replace-texts.js'
import type { FileId } from '../text/file-id.js'
import { nothingChanged, refuseUncommitted } from './refusals.js'

export interface WriteOptions {
  /** Files with changes that no commit holds are changed, too. */
  readonly force?: true
}

/** Writes texts, all or none, or says why nothing was written. New files need no leave. */
export async function writeTexts(
  root: string,
  texts: ReadonlyMap<FileId, ChangedText>,
  options: WriteOptions,
): Promise<string | undefined> {
  const changed = [...texts].flatMap(([file, { before }]) => (before === undefined ? [] : [file]))
  const refusal = changed.length > 0 ? await refuseUncommitted(root, changed, options) : undefined
  if (refusal !== undefined) return refusal
  const problems = texts.size > 0 ? replaceTexts(root, texts) : []
  return problems.length > 0 ? nothingChanged(problems) : undefined
}
