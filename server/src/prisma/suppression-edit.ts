import { directiveAbove, startOfLine } from '../text/comment-above.js'
import type { TextEdit } from '../text/text-edit.js'

/** The edit that silences a rule for the element on a line of a schema, counted from 0. */
export function schemaSuppressionEdit(text: string, line: number, rule: string): TextEdit | undefined {
  const start = startOfLine(text, line)
  return start === undefined ? undefined : directiveAbove(text, start, '/// prisma-drift-disable', rule)
}
