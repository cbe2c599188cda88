import type { Intent } from '../model/intent.js'
import { indentAt, indentUnitOf, lineBreakOf } from '../text/layout.js'
import { insertion, type TextEdit } from '../text/text-edit.js'
import { addToMembers } from './edit-add-to-members.js'
import { writtenType } from './edit-imports.js'
import { addItem } from './edit-list.js'
import { anchorIn } from './edit-members.js'
import { declarationAt } from './edit-site.js'
import { type Editable, startIn } from './editable.js'
import { type MemberList, memberListOf } from './member-list.js'
import { memberText, usualQuote } from './quotes.js'
import { inside } from './value-lists.js'
import { zodOfType } from './zod-text.js'

export type NewMember = Omit<Intent & { kind: 'addMember' }, 'kind' | 'at'>

/** Adds a member in the style of its neighbours, behind the first of `after` that there is, else behind the last. */
export function addMember(editable: Editable, intent: Intent & { kind: 'addMember' }): readonly TextEdit[] {
  const { node } = declarationAt(editable, intent.at.id)
  if (editable.spans.has(`${intent.at.id}.${intent.name}`)) return []
  const list = memberListOf(editable, node)
  if (list.kind === 'schema' || list.kind === 'extension') return addToSchema(editable, list, intent)
  const { text: type, imports } = writtenType(editable, intent.type)
  const member = { ...intent, type }
  if (list.kind === 'members') return [...imports, ...addToMembers(editable, list.owner, member)]
  return [...imports, insertion(list.type.end, ` & ${objectType(editable, list.type.end, member)}`)]
}

function objectType({ text }: Editable, at: number, { name, type, optional }: NewMember): string {
  const eol = lineBreakOf(text)
  const indent = indentAt(text, at)
  const end = /;[^\S\r\n]*$/m.test(text) ? ';' : ''
  const member = `${memberText(name, usualQuote(text))}${optional ? '?' : ''}: ${type}${end}`
  return `{${eol}${indent}${indentUnitOf(text)}${member}${eol}${indent}}`
}

function addToSchema(
  editable: Editable,
  list: MemberList & { kind: 'schema' | 'extension' },
  member: NewMember,
): readonly TextEdit[] {
  const { name, type, optional } = member
  const entry = `${memberText(name, usualQuote(editable.text))}: ${zodOfType(editable, type)}${optional ? '.optional()' : ''}`
  if (list.kind === 'extension') return [insertion(list.schema.end, `.extend({ ${entry} })`)]
  const { properties, end } = list.object
  const anchor = anchorIn(properties, member)
  const items = { items: properties, inside: inside(properties, end), spaced: true }
  return addItem(editable, items, entry, (node) => startIn(editable, node), anchor < 0 ? undefined : anchor)
}
