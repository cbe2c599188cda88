import { ts } from '@ts-morph/common'
import { insertion, replacement, type TextEdit } from '../text/text-edit.js'
import { memberText, quoted } from '../typescript/quotes.js'
import type { Mention } from './naming.js'

/** The edit that gives a mention another name and leaves every variable its own. */
export function useEdit(node: Mention, to: string, source: ts.SourceFile): TextEdit {
  const start = node.getStart(source)
  const span = { start, end: node.end }
  if (ts.isStringLiteralLike(node)) return replacement(span, quoted(to, source.text.slice(start, node.end)))
  const { parent } = node
  const isShort = ts.isShorthandPropertyAssignment(parent) || (ts.isBindingElement(parent) && !parent.propertyName)
  if (isShort) return insertion(start, `${memberText(to, "'")}: `)
  if (!ts.isPropertyAccessExpression(parent)) return replacement(span, memberText(to, "'"))
  return replacement(span, to)
}
