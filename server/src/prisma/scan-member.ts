import { accept, type Cursor, fail, isAtLineBreak, readName, skipMatch, skipSpaces, skipString } from './cursor.js'
import { closeOf } from './expression.js'
import { readFieldAttributes } from './scan-attribute.js'
import { takeDocumentation } from './scan-comment.js'
import { endMember, type Layout } from './scan-line.js'
import type { EnumValueSyntax, FieldSyntax, NameSyntax, PropertySyntax, TypeSyntax } from './syntax.js'

/** Reads a field from behind its name to the end of its line. Documentation behind it joins that above it. */
export function readField(cursor: Cursor, name: NameSyntax, layout: Layout): FieldSyntax {
  const type = readType(cursor)
  if (!type) fail(cursor, name, `The field '${name.text}' has no type.`)
  const attributes = readFieldAttributes(cursor)
  const end = cursor.position
  const known = cursor.comments.length
  endMember(cursor, layout)
  const remark = cursor.comments.slice(known).find(({ kind }) => kind === 'line')?.text
  return { start: name.start, end, name, type, attributes, documentation: takeDocumentation(cursor), remark }
}

/** Reads an enum's value in the same way. */
export function readEnumValue(cursor: Cursor, name: NameSyntax, layout: Layout): EnumValueSyntax {
  const attributes = readFieldAttributes(cursor)
  const end = cursor.position
  endMember(cursor, layout)
  return { start: name.start, end, name, attributes, documentation: takeDocumentation(cursor) }
}

/** Reads `= value` behind a name. */
export function readProperty(cursor: Cursor, name: NameSyntax, layout: Layout): PropertySyntax {
  const value = readValue(cursor)
  if (!value) fail(cursor, name, `'${name.text}' has no value.`)
  const end = value?.end ?? name.end
  endMember(cursor, layout)
  takeDocumentation(cursor)
  return { start: name.start, end, name, value }
}

function readValue(cursor: Cursor): NameSyntax | undefined {
  skipSpaces(cursor)
  if (!accept(cursor, '=')) return undefined
  skipSpaces(cursor)
  return readExpression(cursor)
}

const BRACKETS = /\[[ \t]*\]/y

function readType(cursor: Cursor): TypeSyntax | undefined {
  const before = cursor.position
  skipSpaces(cursor)
  if (accept(cursor, ':')) skipSpaces(cursor)
  const start = cursor.position
  // `[Int]` is how lists were written before Prisma 2.
  const legacyList = accept(cursor, '[')
  const from = cursor.position
  const unsupported = skipUnsupported(cursor)
  if (!unsupported && !readName(cursor)) {
    cursor.position = before
    return undefined
  }
  const name = cursor.text.slice(from, cursor.position)
  const closesList = legacyList && accept(cursor, ']')
  // `Int!` is how required fields were marked then.
  accept(cursor, '!')
  const { list, optional } = readModifiers(cursor)
  return { start, end: cursor.position, name, list: list || closesList, optional, unsupported }
}

/** Moves past `Unsupported("...")`. */
function skipUnsupported(cursor: Cursor): boolean {
  const { position } = cursor
  if (!accept(cursor, 'Unsupported(')) return false
  skipSpaces(cursor)
  const hasText = skipString(cursor)
  skipSpaces(cursor)
  if (hasText && accept(cursor, ')')) return true
  cursor.position = position
  return false
}

const PLAIN = { list: false, optional: false }

/** Reads `[]` and `?`; blanks may stand before each. */
function readModifiers(cursor: Cursor): Pick<TypeSyntax, 'list' | 'optional'> {
  if (isAtLineBreak(cursor)) return PLAIN
  let list = false
  let optional = false
  for (;;) {
    const end = cursor.position
    skipSpaces(cursor)
    if (skipMatch(cursor, BRACKETS)) list = true
    else if (!optional && accept(cursor, '?')) optional = true
    else {
      cursor.position = end
      return { list, optional }
    }
  }
}

const WORD = /-?[\p{Alphabetic}\p{N}_][\p{Alphabetic}\p{N}_.-]*/uy

/** Reads one expression: a string, a number, a name, a call or an array. */
function readExpression(cursor: Cursor): NameSyntax | undefined {
  const start = cursor.position
  if (!skipString(cursor)) skipMatch(cursor, WORD)
  const isCall = cursor.position > start && cursor.text[cursor.position] === '('
  const isArray = cursor.position === start && cursor.text[start] === '['
  if (isCall || isArray) {
    const { end, closed } = closeOf(cursor.text, cursor.position)
    cursor.position = end
    if (!closed) fail(cursor, { start, end }, 'The bracket is not closed.')
  }
  const end = cursor.position
  return end === start ? undefined : { start, end, text: cursor.text.slice(start, end) }
}
