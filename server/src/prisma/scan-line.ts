import { accept, atEnd, type Cursor, fail, isAtLineBreak, lineEnd, skipSpaces, startsWith } from './cursor.js'
import { readComment } from './scan-comment.js'

/** How a block is laid out; `none` has lines, but no opening brace. */
export type Layout = 'lines' | 'one line' | 'none'

/** Reads the comment behind a member. Anything else there is an error, unless the whole block is on one line. */
export function endMember(cursor: Cursor, layout: Layout): void {
  skipSpaces(cursor)
  if (layout !== 'one line') endLine(cursor)
  else while (accept(cursor, ',') || accept(cursor, ';')) skipSpaces(cursor)
}

/** Reads to the line's end or a closing brace. */
export function endLine(cursor: Cursor): void {
  skipSpaces(cursor)
  readComment(cursor)
  skipSpaces(cursor)
  if (!atEnd(cursor) && !isAtLineBreak(cursor) && !startsWith(cursor, '}'))
    skipStrayText(cursor, cursor.position, 'lines')
}

/** Skips the rest of the line, or of a block on one line; from `start` on it is an error. */
export function skipStrayText(cursor: Cursor, start: number, layout: Layout): void {
  const end = layout === 'one line' ? endOfBlock(cursor.text, start) : lineEnd(cursor.text, start)
  cursor.position = end
  fail(cursor, { start, end }, 'This text could not be read.')
}

const END_OF_BLOCK = /[}\r\n]/g

function endOfBlock(text: string, from: number): number {
  END_OF_BLOCK.lastIndex = from
  return END_OF_BLOCK.exec(text)?.index ?? text.length
}
