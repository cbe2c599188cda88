import { accept, type Cursor, fail, skipMatch, skipSpaces, startsWith } from './cursor.js'
import { closeOf, splitList } from './expression.js'
import type { ArgumentSyntax, AttributeSyntax, NameSyntax } from './syntax.js'

/** Reads the attributes `@…` that follow on the line. */
export function readFieldAttributes(cursor: Cursor): AttributeSyntax[] {
  const attributes: AttributeSyntax[] = []
  for (;;) {
    const position = cursor.position
    skipSpaces(cursor)
    if (!startsWith(cursor, '@')) {
      cursor.position = position
      return attributes
    }
    attributes.push(readAttribute(cursor, '@'))
  }
}

/** Reads the attribute at the cursor, which begins with `sign`: `@` or `@@`. */
export function readAttribute(cursor: Cursor, sign: string): AttributeSyntax {
  const start = cursor.position
  accept(cursor, sign)
  const name = readPath(cursor)
  const end = cursor.position
  skipSpaces(cursor)
  if (startsWith(cursor, '(')) {
    const { args, argsText } = readArguments(cursor, start)
    return { start, end: cursor.position, name, args, argsText }
  }
  cursor.position = end
  return { start, end, name, args: NO_ARGUMENTS, argsText: undefined }
}

const NO_ARGUMENTS: readonly ArgumentSyntax[] = []

const PATH = /[\p{Alphabetic}\p{N}_][\p{Alphabetic}\p{N}_.-]*/uy

function readPath(cursor: Cursor): string {
  const start = cursor.position
  skipSpaces(cursor)
  const from = cursor.position
  if (skipMatch(cursor, PATH)) return cursor.text.slice(from, cursor.position)
  cursor.position = start
  fail(cursor, { start: start - 1, end: start }, 'The attribute has no name.')
  return ''
}

function readArguments(cursor: Cursor, start: number): Pick<AttributeSyntax, 'args' | 'argsText'> {
  const open = cursor.position
  const { end, closed } = closeOf(cursor.text, open)
  if (!closed) fail(cursor, { start, end }, 'The parenthesis is not closed.')
  cursor.position = end
  const inside = { start: open + 1, end: closed ? end - 1 : end }
  const args = splitList(cursor.text, inside).map((item) => argumentOf(cursor.text, item))
  return { args, argsText: cursor.text.slice(inside.start, inside.end).trim() }
}

const ARGUMENT_NAME = /^([\p{Alphabetic}\p{N}_-]+)\s*:\s*/u

function argumentOf(text: string, item: NameSyntax): ArgumentSyntax {
  const match = item.text.includes(':') ? ARGUMENT_NAME.exec(item.text) : null
  if (!match) return { start: item.start, end: item.end, name: undefined, value: item }
  const start = item.start + match[0].length
  return {
    start: item.start,
    end: item.end,
    name: match[1],
    value: { start, end: item.end, text: text.slice(start, item.end) },
  }
}
