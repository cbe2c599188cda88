import { camelCase, constantCase, pascalCase } from 'change-case'
import type { ElementId } from '../model/element.js'
import { replacement, type TextEdit } from '../text/text-edit.js'
import { addItem, removeItem } from './edit-list.js'
import { siteAt } from './edit-site.js'
import { addAlternative, removeAlternative } from './edit-union.js'
import { validatorsOf } from './edit-validators.js'
import { optionsOf, spellingsAt } from './edit-value-spelling.js'
import { type Editable, Refusal, spanIn, startIn, textIn } from './editable.js'
import { memberText, quoted } from './quotes.js'
import { aroundLiteral, type ListedValue, type ValueList, valueListsOf, valuesIn } from './value-lists.js'

/** Adds a value behind the others, written as they are. What a property's validator lists follows its type. */
export function addValue(editable: Editable, id: ElementId, value: string): readonly TextEdit[] {
  const { lists, checked } = listsAt(editable, id)
  const listing = checked.filter((each) => each.some(({ values }) => values.length > 0))
  return [lists, ...listing].flatMap((each) => addTo(editable, each, value))
}

interface Lists {
  /** In the type or value that lists them. */
  readonly lists: readonly ValueList[]
  /** In each `@IsIn([...])` of a property, and in each `enum: [...]` of its decorators. */
  readonly checked: readonly (readonly ValueList[])[]
}

function listsAt(editable: Editable, id: ElementId): Lists {
  const site = siteAt(editable, id)
  const validators = site.kind === 'field' ? validatorsOf(editable, site.field) : []
  const allowed = validators.filter(({ name }) => name === 'IsIn').flatMap(({ call }) => call.arguments[0] ?? [])
  const described = site.kind === 'field' ? optionsOf(site.field, ['enum']) : []
  return {
    lists: valueListsOf(editable, site),
    checked: [...allowed, ...described].map((each) => valuesIn(editable, each)),
  }
}

function addTo(editable: Editable, lists: readonly ValueList[], value: string): readonly TextEdit[] {
  if (find(lists, value)) return []
  const list = lists.find(({ values }) => values.length > 0)
  const last = list?.values.at(-1)
  if (!list || !last) throw new Refusal('the values are not listed there')
  const text = quoted(value, textIn(editable, last.literal))
  if (list.kind === 'union') return addAlternative(editable, list.type, text, last.item as typeof list.type)
  const index = list.list.items.indexOf(last.item)
  return addItem(
    editable,
    list.list,
    itemText(editable, list.values, value, text),
    (node) => startIn(editable, node),
    index,
  )
}

function itemText(editable: Editable, values: readonly ListedValue[], value: string, literal: string): string {
  const last = values.at(-1)
  if (!last) return literal
  const [before, after] = aroundLiteral(editable, last)
  if (!last.name) return before + literal + after
  const between = editable.text.slice(last.name.end, startIn(editable, last.literal))
  return memberText(namingOf(editable, values)(value), literal) + between + literal + after
}

type Naming = (value: string) => string

const NAMINGS: readonly Naming[] = [
  (value) => value,
  (value) => pascalCase(value),
  (value) => constantCase(value),
  (value) => camelCase(value),
  (value) => value.toLowerCase(),
  (value) => value.toUpperCase(),
]

/** How the members of an enum are named after their values, as far as that can be told. */
function namingOf(editable: Editable, values: readonly ListedValue[]): Naming {
  const named = values.map(({ name, value }) => ({
    value,
    name: name && textIn(editable, name).replace(/^['"]|['"]$/g, ''),
  }))
  const [plain = (value: string) => value] = NAMINGS
  return NAMINGS.find((naming) => named.every(({ value, name }) => naming(value) === name)) ?? plain
}

/** Removes a value with its separator, and with the name it goes by. */
export function removeValue(editable: Editable, id: ElementId, value: string): readonly TextEdit[] {
  const { lists, checked } = listsAt(editable, id)
  if (lists.length === 0) throw new Refusal('the values are not listed there')
  return [lists, ...checked].flatMap((each) => removeFrom(editable, each, value))
}

function removeFrom(editable: Editable, lists: readonly ValueList[], value: string): readonly TextEdit[] {
  const found = find(lists, value)
  if (!found) return []
  const { list, listed } = found
  if (list.kind === 'union') return removeAlternative(editable, list.type, listed.item as typeof list.type)
  return removeItem(editable, list.list, listed.item)
}

/**
 * Spells a value otherwise, in defaults as well. The name that it goes by in an enum stays: the code that uses it says
 * that name.
 */
export function renameValue(
  editable: Editable,
  id: ElementId,
  { from, to }: { readonly from: string; readonly to: string },
): readonly TextEdit[] {
  const { lists, checked } = listsAt(editable, id)
  if (!find(lists, from) && !find(lists, to)) throw new Refusal(`'${from}' is not listed there`)
  const listed = [lists, ...checked].flatMap((each) => find(each, from)?.listed.literal ?? [])
  const others = spellingsAt(editable, siteAt(editable, id)).filter(({ text }) => text === from)
  return [...listed, ...others].map((literal) =>
    replacement(spanIn(editable, literal), quoted(to, textIn(editable, literal))),
  )
}

function find(lists: readonly ValueList[], value: string): { list: ValueList; listed: ListedValue } | undefined {
  for (const list of lists) {
    const listed = list.values.find((each) => each.value === value)
    if (listed) return { list, listed }
  }
  return undefined
}
