import type { Span } from '../text/span.js'
import type { CommentSyntax, NameSyntax, SyntaxProblem } from './syntax.js'

/** Where reading stands in a text, and what it has met on the way. Every step moves forward, so reading is linear. */
export interface Cursor {
  readonly text: string
  position: number
  readonly comments: CommentSyntax[]
  readonly errors: SyntaxProblem[]
  /** The lines of documentation that wait for the element they belong to. */
  documentation: string[]
  /** False once it is known that no block comment ends further on. */
  mayCloseComment: boolean
}

/** Starts at the beginning, past a byte order mark, or where it is told to. */
export function createCursor(text: string, position = text.startsWith('\uFEFF') ? 1 : 0): Cursor {
  return { text, position, comments: [], errors: [], documentation: [], mayCloseComment: true }
}

export function atEnd({ text, position }: Cursor): boolean {
  return position >= text.length
}

export function startsWith({ text, position }: Cursor, token: string): boolean {
  return text.startsWith(token, position)
}

/** Moves past `token` if it is next. */
export function accept(cursor: Cursor, token: string): boolean {
  if (!startsWith(cursor, token)) return false
  cursor.position += token.length
  return true
}

/** Moves past blanks, but not past the line's end. */
export function skipSpaces(cursor: Cursor): void {
  while (isSpace(cursor.text.charCodeAt(cursor.position))) cursor.position++
}

export function isAtLineBreak({ text, position }: Cursor): boolean {
  const code = text.charCodeAt(position)
  return code === 10 || code === 13
}

/** Moves past one `\n`, `\r\n` or `\r`. */
export function skipLineBreak(cursor: Cursor): boolean {
  if (!isAtLineBreak(cursor)) return false
  cursor.position += startsWith(cursor, '\r\n') ? 2 : 1
  return true
}

/** The offset of the next line break at or after `from`, or the text's length. */
export function lineEnd(text: string, from: number): number {
  LINE_BREAK.lastIndex = from
  return LINE_BREAK.exec(text)?.index ?? text.length
}

/**
 * The end of the string literal that begins at `start`, or undefined where it is not closed on its line. A loop, as
 * regular expressions run out of stack on strings of some megabytes.
 */
export function stringEnd(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 34) return at + 1
    if (code === 10 || code === 13) return undefined
    if (code === 92) at++
  }
  return undefined
}

/** Reads a name, as Prisma spells them: letters and digits of any script, then `_` and `-` too. */
export function readName(cursor: Cursor): NameSyntax | undefined {
  const start = cursor.position
  while (isNameCode(cursor.text.charCodeAt(cursor.position))) cursor.position++
  if (cursor.text.charCodeAt(cursor.position) > 127 || cursor.text[start] === '-') {
    cursor.position = start
    skipMatch(cursor, NAME)
  }
  const end = cursor.position
  return end === start ? undefined : { start, end, text: cursor.text.slice(start, end) }
}

/** Moves past the string literal at the cursor. */
export function skipString(cursor: Cursor): boolean {
  const end = startsWith(cursor, '"') ? stringEnd(cursor.text, cursor.position) : undefined
  cursor.position = end ?? cursor.position
  return end !== undefined
}

/** Moves past what the sticky expression matches. */
export function skipMatch(cursor: Cursor, expression: RegExp): boolean {
  expression.lastIndex = cursor.position
  const matches = expression.test(cursor.text)
  if (matches) cursor.position = expression.lastIndex
  return matches
}

export function fail(cursor: Cursor, { start, end }: Span, message: string): void {
  cursor.errors.push({ start, end, message })
}

const LINE_BREAK = /[\r\n]/g
const NAME = /[\p{Alphabetic}\p{N}_][\p{Alphabetic}\p{N}_-]*/uy
const WIDE_SPACE = /\p{Zs}/u

function isNameCode(code: number): boolean {
  const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
  return isLetter || (code >= 48 && code <= 57) || code === 95 || code === 45
}

function isSpace(code: number): boolean {
  if (code === 32 || code === 9) return true
  return code > 127 && WIDE_SPACE.test(String.fromCharCode(code))
}
