import { schemaSuppressionEdit } from '../prisma/suppression-edit.js'
import type { FileId } from '../text/file-id.js'
import type { TextEdit } from '../text/text-edit.js'
import { sourceSuppressionEdit } from '../typescript/suppression-edit.js'

/**
 * The edit that silences a rule on one line of a file, which is counted from 0, by a comment on the line above.
 * Undefined where no comment can stand there, and where the rule is silenced already.
 */
export function suppressionEdit(file: FileId, text: string, line: number, rule: string): TextEdit | undefined {
  if (file.endsWith('.prisma')) return schemaSuppressionEdit(text, line, rule)
  return sourceSuppressionEdit(file, text, line, rule)
}
