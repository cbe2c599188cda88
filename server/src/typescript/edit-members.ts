import { ts } from '@ts-morph/common'
import type { ElementId } from '../model/element.js'
import { lineEnd, skipSpaces, startsLine } from '../text/layout.js'
import { deletion, insertion, replacement, type TextEdit } from '../text/text-edit.js'
import { removeItem, wholeLines } from './edit-list.js'
import { type FieldSite, propertyAt } from './edit-site.js'
import { letBeOptional } from './edit-validators.js'
import { setZodOptional } from './edit-zod.js'
import { type Editable, Refusal, spanIn, startIn, textIn } from './editable.js'
import { memberText, usualQuote } from './quotes.js'
import { inside } from './value-lists.js'

/** Gives a property another name, quoted where that is needed. Its uses elsewhere are not touched. */
export function renameMember(editable: Editable, id: ElementId, to: string): readonly TextEdit[] {
  const site = propertyAt(editable, id)
  const name = site.kind === 'field' ? site.field.name : site.entry.name
  const siblings = site.kind === 'entry' ? site.owner.properties : membersOf(site.owner)
  if (!name) throw new Refusal(`'${id}' has no name`)
  if (siblings.some((other) => nameOf(other) === to)) throw new Refusal(`there is a '${to}' already`)
  const written = textIn(editable, name)
  const isQuoted = /^["']/.test(written)
  const text = isQuoted ? memberText(to, written.charAt(0)) : memberText(to, usualQuote(editable.text))
  const isShort = site.kind === 'entry' && ts.isShorthandPropertyAssignment(site.entry)
  return [replacement(spanIn(editable, name), isShort ? `${text}: ${written}` : text)]
}

/** The members of an interface, an object type or a class. */
export function membersOf(owner: ts.Node): readonly ts.Node[] {
  const hasMembers = ts.isInterfaceDeclaration(owner) || ts.isTypeLiteralNode(owner) || ts.isClassLike(owner)
  return hasMembers ? owner.members : []
}

/** The name that a member is declared under; undefined for a computed one. */
export function nameOf(member: ts.Node): string | undefined {
  const { name } = member as { name?: ts.PropertyName }
  return name && (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) ? name.text : undefined
}

/** The index of the member that a new one belongs behind; -1 where there is none of those that it names. */
export function anchorIn(members: readonly ts.Node[], { after }: { readonly after: readonly string[] }): number {
  const names = members.map(nameOf)
  const name = after.find((each) => names.includes(each))
  return name === undefined ? -1 : names.indexOf(name)
}

/** Removes a property with its decorators and the comments that are about it. */
export function removeMember(editable: Editable, id: ElementId): readonly TextEdit[] {
  const site = propertyAt(editable, id)
  if (site.kind === 'entry') {
    const { properties, end } = site.owner
    return removeItem(editable, { items: properties, inside: inside(properties, end), spaced: true }, site.entry)
  }
  if (ts.isParameter(site.field)) throw new Refusal(`'${id}' is a parameter of the constructor`)
  return removeField(editable, site)
}

function removeField(editable: Editable, { field, owner }: FieldSite): readonly TextEdit[] {
  const lines = wholeLines(editable, field, field.end)
  if (lines) return [lines]
  const { text } = editable
  const members = membersOf(owner)
  const index = members.indexOf(field)
  const [before, after] = [members[index - 1], members[index + 1]]
  const start = startIn(editable, field)
  const next = skipSpaces(text, field.end)
  const endsLine = before !== undefined && next === lineEnd(text, next) && !startsLine(text, start)
  if (after && endsLine) return [deletion(before.end, field.end)]
  if (after) return [deletion(start, Math.min(startIn(editable, after), next))]
  if (!before) return [deletion(start, field.end)]
  const isOpen = !/[;,]/.test(text.charAt(field.end - 1)) && /[;,]/.test(text.charAt(before.end - 1))
  return [deletion(isOpen ? before.end - 1 : before.end, field.end)]
}

/** Lets a property be absent, or demands it. */
export function setOptional(editable: Editable, id: ElementId, optional: boolean): readonly TextEdit[] {
  const site = propertyAt(editable, id)
  if (site.kind === 'entry') return setZodOptional(editable, site.value, optional)
  const { field } = site
  if (ts.isGetAccessorDeclaration(field)) throw new Refusal(`'${id}' is a getter`)
  const mark = field.questionToken
  if (!optional) return mark ? [deletion(startIn(editable, mark), mark.end)] : []
  if (mark) return []
  const certain = ts.isPropertyDeclaration(field) ? field.exclamationToken : undefined
  const question = certain ? replacement(spanIn(editable, certain), '?') : insertion(field.name.end, '?')
  return [question, ...letBeOptional(editable, field)]
}
