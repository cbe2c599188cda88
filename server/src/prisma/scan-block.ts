import {
  accept,
  atEnd,
  type Cursor,
  fail,
  readName,
  skipLineBreak,
  skipMatch,
  skipSpaces,
  startsWith,
  stringEnd,
} from './cursor.js'
import { readAttribute } from './scan-attribute.js'
import { readComment, takeDocumentation } from './scan-comment.js'
import { endLine, endMember, type Layout, skipStrayText } from './scan-line.js'
import { readEnumValue, readField, readProperty } from './scan-member.js'
import type {
  AttributeSyntax,
  BlockKind,
  BlockSyntax,
  EnumValueSyntax,
  FieldSyntax,
  NameSyntax,
  PropertySyntax,
} from './syntax.js'

/** Whether a block's keyword is next. */
export function isAtKeyword(cursor: Cursor): boolean {
  const { position } = cursor
  const name = readName(cursor)
  cursor.position = position
  return keywordOf(name) !== undefined
}

/** Reads the block at the cursor, which stands at its keyword. */
export function readBlock(cursor: Cursor): BlockSyntax {
  const start = cursor.position
  const errorsBefore = cursor.errors.length
  const documentation = takeDocumentation(cursor)
  const block = readHeader(cursor)
  const end = readBody(cursor, block)
  cursor.documentation = []
  const { kind, name, fields, values, properties, attributes } = block
  const intact = cursor.errors.length === errorsBefore
  const text = cursor.text.slice(start, end)
  return { start, end, text, kind, name, documentation, fields, values, properties, attributes, intact }
}

const KEYWORDS = new Map<string, BlockKind>(
  (['model', 'view', 'type', 'enum', 'generator', 'datasource'] as const).map((kind) => [kind, kind]),
)

function keywordOf(name: NameSyntax | undefined): BlockKind | undefined {
  return name && KEYWORDS.get(name.text)
}

interface BlockDraft {
  readonly kind: BlockKind
  readonly name: NameSyntax | undefined
  readonly layout: Layout
  readonly fields: FieldSyntax[]
  readonly values: EnumValueSyntax[]
  readonly properties: PropertySyntax[]
  readonly attributes: AttributeSyntax[]
}

function readHeader(cursor: Cursor): BlockDraft {
  const start = cursor.position
  const kind = keywordOf(readName(cursor)) ?? 'model'
  skipSpaces(cursor)
  const name = readName(cursor)
  const header = { start, end: cursor.position }
  if (!name) fail(cursor, header, `The ${kind} has no name.`)
  const layout = readOpening(cursor)
  if (layout === 'none') fail(cursor, header, `The ${kind} has no opening brace.`)
  return { kind, name, layout, fields: [], values: [], properties: [], attributes: [] }
}

/** Reads the opening brace, which may also stand on the next line, and the rest of its line. */
function readOpening(cursor: Cursor): Layout {
  const opening = braceAfter(cursor)
  if (opening === undefined) {
    endLine(cursor)
    return 'none'
  }
  const stray = cursor.text.slice(cursor.position, opening).trim()
  if (stray !== '') fail(cursor, { start: cursor.position, end: opening }, `A brace was expected, not '${stray}'.`)
  cursor.position = opening + 1
  if (closesOnLine(cursor)) return 'one line'
  endLine(cursor)
  return 'lines'
}

/** Whether the block's closing brace stands on the line, outside of strings and comments. */
function closesOnLine({ text, position }: Cursor): boolean {
  for (let at = position; at < text.length; at++) {
    const mark = text[at]
    if (mark === '}') return true
    const isComment = mark === '/' && (text[at + 1] === '/' || text[at + 1] === '*')
    const past = mark === '"' ? stringEnd(text, at) : at + 1
    if (mark === '\n' || mark === '\r' || isComment || past === undefined) return false
    at = past - 1
  }
  return false
}

const BRACE = /[^{}@"=/\r\n]*\{/y
const BRACE_ON_NEXT_LINE = /[ \t]*(?:\/\/[^\r\n]*)?(?:\r\n?|\n)[ \t]*\{/y

/** The offset of the brace that opens the block whose header ends at the cursor. */
function braceAfter(cursor: Cursor): number | undefined {
  const { position } = cursor
  const found = skipMatch(cursor, BRACE) || skipMatch(cursor, BRACE_ON_NEXT_LINE)
  const end = cursor.position
  cursor.position = position
  return found ? end - 1 : undefined
}

/** Reads up to and with the closing brace; returns the offset where the block ends. */
function readBody(cursor: Cursor, block: BlockDraft): number {
  let end = cursor.position
  while (!atEnd(cursor)) {
    skipSpaces(cursor)
    if (accept(cursor, '}')) return cursor.position
    if (skipLineBreak(cursor) || readComment(cursor)) continue
    if (startsBlock(cursor)) break
    readMember(cursor, block)
    end = cursor.position
  }
  fail(cursor, block.name ?? { start: end, end }, `The ${block.kind} is not closed.`)
  return end
}

/** Whether a block begins here, which no field can look like: a keyword, perhaps a name, and a brace. */
function startsBlock(cursor: Cursor): boolean {
  const { position } = cursor
  const starts = keywordOf(readName(cursor)) !== undefined && hasBraceAhead(cursor)
  cursor.position = position
  return starts
}

function hasBraceAhead(cursor: Cursor): boolean {
  skipSpaces(cursor)
  readName(cursor)
  skipSpaces(cursor)
  if (startsWith(cursor, '{')) return true
  skipLineBreak(cursor)
  skipSpaces(cursor)
  return startsWith(cursor, '{')
}

/** Reads one line's worth of the block. Documentation behind a member joins that before it. */
function readMember(cursor: Cursor, block: BlockDraft): void {
  const start = cursor.position
  if (startsWith(cursor, '@@')) {
    block.attributes.push(readAttribute(cursor, '@@'))
    endMember(cursor, block.layout)
    cursor.documentation = []
    return
  }
  const name = readName(cursor)
  if (name) readNamed(cursor, block, name)
  else skipStrayText(cursor, start, block.layout)
}

function readNamed(cursor: Cursor, block: BlockDraft, name: NameSyntax): void {
  const { kind, layout } = block
  if (kind === 'enum') block.values.push(readEnumValue(cursor, name, layout))
  else if (kind === 'generator' || kind === 'datasource') block.properties.push(readProperty(cursor, name, layout))
  else block.fields.push(readField(cursor, name, layout))
}
