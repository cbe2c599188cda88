import type { Intent } from '../model/intent.js'
import { indentAt, indentUnitOf, lineBreakOf } from '../text/layout.js'
import { insertion, type TextEdit } from '../text/text-edit.js'
import { addToMembers } from './edit-add-to-members.js'
import { addItem } from './edit-list.js'
import { anchorIn } from './edit-members.js'
import { declarationAt } from './edit-site.js'
import { type Editable, startIn } from './editable.js'
import { type MemberList, memberListOf } from './member-list.js'
import { memberText, usualEnd, usualQuote } from './quotes.js'
import { inside } from './value-lists.js'
import { type WrittenType, writtenType } from './written-type.js'
import { zodOfType } from './zod-text.js'

export type NewMember = Omit<Intent & { kind: 'addMember' }, 'kind' | 'at'>

/** A member, with its type as the file is to say it. */
export interface WrittenMember extends NewMember {
  readonly written: Pick<WrittenType, 'text' | 'isValue'>
}

/** Adds a member in the style of its neighbours, behind the first of `after` that there is, else behind the last. */
export function addMember(editable: Editable, intent: Intent & { kind: 'addMember' }): readonly TextEdit[] {
  const { node } = declarationAt(editable, intent.at.id)
  if (editable.spans.has(`${intent.at.id}.${intent.name}`)) return []
  const list = memberListOf(editable, node)
  if (list.kind === 'schema' || list.kind === 'extension') return addToSchema(editable, list, intent)
  const { imports, ...written } = writtenType(editable, intent)
  const member = { ...intent, written }
  if (list.kind === 'members') return [...imports, ...addToMembers(editable, list.owner, member)]
  return [...imports, insertion(list.type.end, ` & ${objectType(editable, list.type.end, member)}`)]
}

function objectType({ text }: Editable, at: number, { name, written, optional }: WrittenMember): string {
  const eol = lineBreakOf(text)
  const indent = indentAt(text, at)
  const member = `${memberText(name, usualQuote(text))}${optional ? '?' : ''}: ${written.text}${usualEnd(text)}`
  return `{${eol}${indent}${indentUnitOf(text)}${member}${eol}${indent}}`
}

function addToSchema(
  editable: Editable,
  list: MemberList & { kind: 'schema' | 'extension' },
  member: NewMember,
): readonly TextEdit[] {
  const { name, optional } = member
  const entry = `${memberText(name, usualQuote(editable.text))}: ${zodOfType(editable, member)}${optional ? '.optional()' : ''}`
  if (list.kind === 'extension') return [insertion(list.schema.end, `.extend({ ${entry} })`)]
  const { properties, end } = list.object
  const anchor = anchorIn(properties, member)
  const items = { items: properties, inside: inside(properties, end), spaced: true }
  return addItem(editable, items, entry, (node) => startIn(editable, node), anchor < 0 ? undefined : anchor)
}
