import { ts } from '@ts-morph/common'
import {
  endOfTrailingComment,
  indentAt,
  lineBreakOf,
  lineEnd,
  lineStart,
  nextLine,
  previousLine,
  startsLine,
} from '../text/layout.js'
import { deletion, insertion, replacement, type TextEdit } from '../text/text-edit.js'
import { ownedStart } from './edit-comments.js'
import { type Editable, startIn, textIn, type Written } from './editable.js'

/** Looks through parentheses. */
export function withoutParentheses(type: ts.TypeNode): ts.TypeNode {
  return ts.isParenthesizedTypeNode(type) ? withoutParentheses(type.type) : type
}

/** The alternatives of a union, else the type itself. Unions in parentheses are not looked into. */
export function alternativesOf(type: ts.TypeNode): readonly ts.TypeNode[] {
  const node = withoutParentheses(type)
  return ts.isUnionTypeNode(node) ? node.types : [node]
}

export function isNull(type: ts.TypeNode): boolean {
  return ts.isLiteralTypeNode(type) && type.literal.kind === ts.SyntaxKind.NullKeyword
}

export function isNothing(type: ts.TypeNode): boolean {
  return isNull(type) || type.kind === ts.SyntaxKind.UndefinedKeyword
}

/** Adds an alternative behind `anchor`, one of those that are there. */
export function addAlternative(
  editable: Editable,
  type: ts.TypeNode,
  added: string,
  anchor = alternativesOf(type).at(-1) ?? type,
): readonly TextEdit[] {
  const { text } = editable
  const bar = barBefore(text, startIn(editable, anchor))
  if (bar !== undefined && startsLine(text, bar)) {
    const line = `${lineBreakOf(text)}${indentAt(text, bar)}| ${added}`
    const [ended, comment] = endedComment(editable, type, anchor) ?? []
    if (ended !== undefined && comment !== undefined)
      return [deletion(anchor.end, ended), insertion(comment, `${line};`)]
    return [insertion(endOfTrailingComment(text, anchor.end) ?? anchor.end, line)]
  }
  if (!mustBeParenthesised(anchor)) return [insertion(anchor.end, ` | ${added}`)]
  return [insertion(startIn(editable, anchor), '('), insertion(anchor.end, `) | ${added}`)]
}

/**
 * Where the semicolon behind the last alternative ends, and the comment behind that, in a union whose alternatives have
 * comments of their own: then it is about this alternative alone.
 */
function endedComment(
  { text }: Editable,
  type: ts.TypeNode,
  last: ts.TypeNode,
): readonly [ended: number, comment: number] | undefined {
  const others = alternativesOf(type).filter((each) => each !== last)
  const isEach = others.some(({ end }) => (endOfTrailingComment(text, end) ?? end) > end)
  const semicolon = /^[^\S\r\n]*;/.exec(text.slice(last.end, lineEnd(text, last.end)))?.[0]
  if (!isEach || semicolon === undefined) return undefined
  const ended = last.end + semicolon.length
  const comment = endOfTrailingComment(text, ended) ?? ended
  return comment > ended ? [ended, comment] : undefined
}

/** Whether a type has to stand in parentheses beside others. */
export function mustBeParenthesised(type: ts.TypeNode): boolean {
  return (
    ts.isFunctionTypeNode(type) ||
    ts.isConstructorTypeNode(type) ||
    ts.isConditionalTypeNode(type) ||
    ts.isInferTypeNode(type)
  )
}

/** Removes an alternative with its bar and, where it stands on a line of its own, this line and what comments it. */
export function removeAlternative(editable: Written, union: ts.TypeNode, item: ts.TypeNode): readonly TextEdit[] {
  const { text } = editable
  const types = alternativesOf(union)
  const index = types.indexOf(item)
  const before = types[index - 1]
  const after = types[index + 1]
  if (!before && !after) return [replacement({ start: startIn(editable, item), end: item.end }, 'never')]
  const bar = barBefore(text, startIn(editable, item))
  if (bar !== undefined && startsLine(text, bar)) return removeLine(editable, { bar, item, before })
  if (after) return [deletion(startIn(editable, item), startIn(editable, after))]
  return [deletion(before ? before.end : item.pos, item.end)]
}

interface Line {
  readonly bar: number
  readonly item: ts.TypeNode
  readonly before: ts.TypeNode | undefined
}

/** What follows the last alternative on its line, such as a semicolon, moves up to the one before it. */
function removeLine(editable: Written, { bar, item, before }: Line): readonly TextEdit[] {
  const { text } = editable
  const start = lineStart(text, Math.min(bar, ownedStart(editable, item)))
  if (endOfTrailingComment(text, item.end) !== undefined) return [deletion(start, nextLine(text, item.end))]
  const rest = text.slice(item.end, lineEnd(text, item.end))
  if (/^\s*\|/.test(rest)) return [deletion(bar, item.end + rest.indexOf('|'))]
  if (!before) return [deletion(bar, item.end)]
  const isCommented = text.slice(before.end, bar).trim() !== ''
  if (!isCommented) return [deletion(before.end, item.end)]
  const above = lineEnd(text, previousLine(text, start))
  return [insertion(before.end, rest.trimEnd()), deletion(above, lineEnd(text, item.end))]
}

/** Where the bar in front of an alternative stands; undefined in front of a first one without. */
function barBefore(text: string, start: number): number | undefined {
  const match = /\|(?:\s|\/\*(?:(?!\*\/)[\s\S])*\*\/|\/\/.*)*$/.exec(text.slice(0, start))
  return match?.index
}

/** The text of several alternatives, each in parentheses where it has to be. */
export function joined(editable: Editable, types: readonly ts.TypeNode[]): string {
  return types
    .map((type) => (mustBeParenthesised(type) ? `(${textIn(editable, type)})` : textIn(editable, type)))
    .join(' | ')
}
