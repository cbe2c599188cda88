import { ts } from '@ts-morph/common'
import { endOfTrailingComment, indentAt, indentUnitOf, lineBreakOf, startsLine } from '../text/layout.js'
import { insertion, replacement, type TextEdit } from '../text/text-edit.js'
import type { WrittenMember } from './edit-add-member.js'
import { addParameter, declaringConstructor } from './edit-add-parameter.js'
import { decorationOf } from './edit-decorations.js'
import { anchorIn } from './edit-members.js'
import { type Editable, startIn, textIn } from './editable.js'
import type { MembersOwner } from './member-list.js'
import { memberText, usualEnd, usualQuote } from './quotes.js'

type Field = ts.PropertySignature | ts.PropertyDeclaration

/** Adds a member between the braces of an interface, a class or an object type, or between those of its constructor. */
export function addToMembers(editable: Editable, owner: MembersOwner, member: WrittenMember): readonly TextEdit[] {
  const declaring = declaringConstructor(owner)
  if (declaring) return addParameter(editable, declaring, member)
  const fields = owner.members.filter(isField)
  const anchor = fields[anchorIn(fields, member)] ?? fields.at(-1)
  const text = declarationOf(editable, fields, member)
  if (anchor && isInline(editable, fields, anchor)) return addInline(editable, fields, anchor, text)
  const { decorators, imports } = decorationOf(editable, fields, member)
  const lines = [...decorators, text]
  return [...imports, ...(anchor ? addLines(editable, fields, anchor, lines) : [addFirst(editable, owner, lines)])]
}

/** Whether a member shares its line with one in front of it or behind it. */
function isInline(editable: Editable, fields: readonly Field[], anchor: Field): boolean {
  const next = fields[fields.indexOf(anchor) + 1]
  const starts = [anchor, ...(next ? [next] : [])]
  return starts.some((field) => !startsLine(editable.text, startIn(editable, field)))
}

function isField(member: ts.Node): member is Field {
  return ts.isPropertySignature(member) || ts.isPropertyDeclaration(member)
}

/** The declaration without its separator, with the modifiers that all the others have. */
function declarationOf(
  editable: Editable,
  fields: readonly Field[],
  { name, written, optional }: WrittenMember,
): string {
  const modifiers = MODIFIERS.filter((kind) => fields.length > 0 && fields.every((field) => hasModifier(field, kind)))
  const isCertain =
    fields.some(isMarkedCertain) && fields.every((field) => isMarkedCertain(field) || field.questionToken)
  const mark = optional ? '?' : isCertain ? '!' : ''
  const words = modifiers.map((kind) => `${kind === ts.SyntaxKind.ReadonlyKeyword ? 'readonly' : 'public'} `)
  return `${words.join('')}${memberText(name, usualQuote(editable.text))}${mark}: ${written.text}`
}

const MODIFIERS = [ts.SyntaxKind.PublicKeyword, ts.SyntaxKind.ReadonlyKeyword] as const

function hasModifier({ modifiers }: Field, wanted: ts.SyntaxKind): boolean {
  return modifiers?.some(({ kind }) => kind === wanted) ?? false
}

function isMarkedCertain(field: Field): boolean {
  return ts.isPropertyDeclaration(field) && field.exclamationToken !== undefined
}

function addFirst({ text }: Editable, owner: MembersOwner, lines: readonly string[]): TextEdit {
  const inside = { start: owner.members.pos, end: owner.end - 1 }
  const eol = lineBreakOf(text)
  const indent = eol + indentAt(text, owner.end - 1) + indentUnitOf(text)
  const member = lines.map((line) => indent + line).join('') + usualEnd(text)
  const isEmpty = text.slice(inside.start, inside.end).trim() === ''
  if (isEmpty) return replacement(inside, member + eol + indentAt(text, owner.end - 1))
  return insertion(inside.start, member + eol)
}

/** `a: string; b: string`: the last one may lack its separator. */
function addInline(editable: Editable, fields: readonly Field[], anchor: Field, text: string): readonly TextEdit[] {
  const separator = separatorOf(editable, fields) || ';'
  const isClosed = separatorAt(editable, anchor) !== ''
  return [insertion(anchor.end, isClosed ? ` ${text}${separator}` : `${separator} ${text}`)]
}

function addLines(
  editable: Editable,
  fields: readonly Field[],
  anchor: Field,
  lines: readonly string[],
): readonly TextEdit[] {
  const { text } = editable
  const separator = separatorOf(editable, fields)
  const isClosed = separator === '' || separatorAt(editable, anchor) !== ''
  const indent = lineBreakOf(text) + indentAt(text, startIn(editable, anchor))
  const gap = isSpread(editable, fields, anchor) ? lineBreakOf(text) : ''
  // A last one without its separator hands this habit on.
  const added = `${gap}${lines.map((line) => indent + line).join('')}${isClosed ? separator : ''}`
  const end = endOfTrailingComment(text, anchor.end) ?? anchor.end
  if (isClosed) return [insertion(end, added)]
  return end === anchor.end
    ? [insertion(end, separator + added)]
    : [insertion(anchor.end, separator), insertion(end, added)]
}

function separatorOf(editable: Editable, fields: readonly Field[]): string {
  return fields.map((field) => separatorAt(editable, field)).find((separator) => separator !== '') ?? ''
}

function separatorAt(editable: Editable, field: Field): string {
  return /[;,]$/.exec(textIn(editable, field))?.[0] ?? ''
}

/** Whether an empty line stands between a member and its neighbour. */
function isSpread(editable: Editable, fields: readonly Field[], anchor: Field): boolean {
  const index = fields.indexOf(anchor)
  const [before, after] = index > 0 ? [fields[index - 1], anchor] : [anchor, fields[index + 1]]
  if (!before || !after) return false
  const start = startIn(editable, after)
  return /(?:\n|\r(?!\n))[^\S\r\n]*[\r\n]/.test(editable.text.slice(before.end, start))
}
