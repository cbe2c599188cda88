import type { ts } from '@ts-morph/common'
import {
  endOfTrailingComment,
  indentAt,
  indentUnitOf,
  isEmptyLine,
  lineBreakOf,
  lineEnd,
  lineStart,
  nextLine,
  previousLine,
  skipSpaces,
  startsLine,
} from '../text/layout.js'
import type { Span } from '../text/span.js'
import { deletion, insertion, replacement, type TextEdit } from '../text/text-edit.js'
import { ownedStart } from './edit-comments.js'
import { type Editable, startIn, type Written } from './editable.js'

/** Items between two brackets with commas between them, such as the values of an enum. */
export interface CommaList {
  readonly items: ts.NodeArray<ts.Node>
  /** Behind the opening and before the closing bracket. */
  readonly inside: Span
  /** Whether spaces stand inside of the brackets where all is on one line. */
  readonly spaced: boolean
}

/** Adds an item behind the one at `index`, which is the last where it is not given. */
export function addItem(
  { text }: Editable,
  list: CommaList,
  item: string,
  start: (node: ts.Node) => number,
  index = list.items.length - 1,
): readonly TextEdit[] {
  const anchor = list.items[index]
  if (!anchor) return [addToEmpty(text, list, item)]
  const comma = commaAfter(text, anchor.end)
  if (!startsLine(text, start(anchor))) {
    const isClosed = index === list.items.length - 1 && list.items.hasTrailingComma
    return [isClosed && comma !== undefined ? insertion(comma, ` ${item},`) : insertion(anchor.end, `, ${item}`)]
  }
  const line = `${lineBreakOf(text)}${indentAt(text, start(anchor))}${item}`
  if (comma !== undefined) return [insertion(endOfTrailingComment(text, comma) ?? comma, `${line},`)]
  return [insertion(anchor.end, ','), insertion(endOfTrailingComment(text, anchor.end) ?? anchor.end, line)]
}

function addToEmpty(text: string, { inside, spaced }: CommaList, item: string): TextEdit {
  const { start, end } = inside
  if (lineStart(text, end) <= start) return replacement(inside, spaced ? ` ${item} ` : item)
  return insertion(start, `${lineBreakOf(text)}${indentAt(text, end)}${indentUnitOf(text)}${item},`)
}

/** Removes an item with its comma, its own comments and, where it stands on lines of its own, these lines. */
export function removeItem(editable: Written, { items }: CommaList, item: ts.Node): readonly TextEdit[] {
  const { text } = editable
  const index = items.indexOf(item)
  const [before, after] = [items[index - 1], items[index + 1]]
  const comma = commaAfter(text, item.end)
  const lines = wholeLines(editable, item, comma ?? item.end)
  if (lines) {
    const dangling = !comma && before ? commaAfter(text, before.end) : undefined
    return [...(before && dangling ? [deletion(before.end, dangling)] : []), lines]
  }
  const start = startIn(editable, item)
  if (after) return [deletion(start, Math.min(startIn(editable, after), skipSpaces(text, comma ?? item.end)))]
  return [before ? deletion(before.end, item.end) : deletion(start, comma ?? item.end)]
}

/**
 * Deletes the lines that a node has for itself, with the comments that belong to it; of the empty lines around them one
 * is left. `end` is behind the separator that follows the node. Undefined where anything else stands on its lines.
 */
export function wholeLines(editable: Written, node: ts.Node, end: number): TextEdit | undefined {
  const { text } = editable
  const start = ownedStart(editable, node)
  const last = endOfTrailingComment(text, end)
  if (last === undefined || !startsLine(text, start)) return undefined
  const from = lineStart(text, start)
  const to = nextLine(text, last)
  const above = previousLine(text, from)
  const closes = /^\s*[}\])]/.test(text.slice(to, lineEnd(text, to)))
  const isGap = from > 0 && isEmptyLine(text, above) && (closes || isEmptyLine(text, to))
  return deletion(isGap ? above : from, to)
}

/** The offset behind the comma that follows an offset, past spaces and comments. */
function commaAfter(text: string, offset: number): number | undefined {
  const match = /^(?:\s|\/\*[\s\S]*?\*\/|\/\/.*)*,/.exec(text.slice(offset))
  return match ? offset + match[0].length : undefined
}
