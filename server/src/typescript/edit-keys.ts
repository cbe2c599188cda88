import { ts } from '@ts-morph/common'
import type { ElementId } from '../model/element.js'
import { replacement, type TextEdit } from '../text/text-edit.js'
import { removeItem } from './edit-list.js'
import { nameOf } from './edit-members.js'
import { declarationAt } from './edit-site.js'
import { alternativesOf, removeAlternative } from './edit-union.js'
import { type Editable, spanIn, textIn } from './editable.js'
import { unwrapped } from './lowering.js'
import { memberText, quoted, usualQuote } from './quotes.js'
import { inside } from './value-lists.js'

/** Removes a key from the lists of keys of a declaration. `id` names the key in the declaration, as `Summary.name`. */
export function removeKey(editable: Editable, id: ElementId, key: string): readonly TextEdit[] {
  return editKeys(editable, id, { key })
}

/** Puts another key in the place of one, in the lists of keys of a declaration. */
export function renameKey(editable: Editable, id: ElementId, key: string, to: string): readonly TextEdit[] {
  return editKeys(editable, id, { key, to })
}

/** What becomes of a key: without `to` it is taken away. */
interface KeyChange {
  readonly key: string
  readonly to?: string
}

function editKeys(editable: Editable, id: ElementId, change: KeyChange): readonly TextEdit[] {
  const owner = id.endsWith(`.${change.key}`) ? id.slice(0, -change.key.length - 1) : id
  const { node } = declarationAt(editable, owner)
  return editsWithin(editable, node, change)
}

function editsWithin(editable: Editable, node: ts.Node, change: KeyChange): readonly TextEdit[] {
  const edits = editsAt(editable, node, change)
  if (edits.length > 0) return edits
  const found: TextEdit[] = []
  ts.forEachChild(node, (child) => {
    found.push(...editsWithin(editable, child, change))
  })
  return found
}

function editsAt(editable: Editable, node: ts.Node, change: KeyChange): readonly TextEdit[] {
  if (ts.isTypeReferenceNode(node)) return inArguments(editable, node, node.typeName, change)
  if (ts.isExpressionWithTypeArguments(node)) return inArguments(editable, node, node.expression, change)
  return ts.isCallExpression(node) ? inCall(editable, node, change) : []
}

/** `Pick<User, 'a' | 'b'>`. A type of which nothing more is omitted is the type itself. */
function inArguments(
  editable: Editable,
  node: ts.NodeWithTypeArguments,
  name: ts.Node,
  { key, to }: KeyChange,
): readonly TextEdit[] {
  const mapping = textIn(editable, name)
  const [type, keys] = node.typeArguments ?? []
  const all = keys ? alternativesOf(keys) : []
  const item = all.find((each) => isKey(each, key))
  if (!type || !keys || !item || (mapping !== 'Pick' && mapping !== 'Omit')) return []
  if (to !== undefined && !all.some((each) => isKey(each, to)))
    return [replacement(spanIn(editable, item), keyText(editable, item, to))]
  const isLast = all.length === 1
  if (isLast && mapping === 'Omit') return [replacement(spanIn(editable, node), textIn(editable, type))]
  return removeAlternative(editable, keys, item)
}

function isKey(type: ts.Node, key: string): boolean {
  return ts.isLiteralTypeNode(type) && ts.isStringLiteralLike(type.literal) && type.literal.text === key
}

/** `PickType(User, ['a', 'b'] as const)` and `schema.pick({ a: true })`. */
function inCall(
  editable: Editable,
  { expression, arguments: args }: ts.CallExpression,
  { key, to }: KeyChange,
): readonly TextEdit[] {
  const name = ts.isPropertyAccessExpression(expression) ? expression.name : expression
  if (!ts.isIdentifier(name) || !/^(Pick|Omit)Type$|^(pick|omit)$/.test(name.text)) return []
  const list = args[/Type$/.test(name.text) ? 1 : 0]
  const keys = list && unwrapped(list)
  if (!keys || !(ts.isArrayLiteralExpression(keys) || ts.isObjectLiteralExpression(keys))) return []
  const items: ts.NodeArray<ts.Node> = ts.isArrayLiteralExpression(keys) ? keys.elements : keys.properties
  const item = items.find((each) => keyIn(each) === key)
  if (!item) return []
  const written = (item as { name?: ts.Node }).name ?? item
  if (to !== undefined && !items.some((each) => keyIn(each) === to))
    return [replacement(spanIn(editable, written), keyText(editable, written, to))]
  return removeItem(editable, { items, inside: inside(items, keys.end), spaced: true }, item)
}

function keyIn(item: ts.Node): string | undefined {
  return ts.isStringLiteralLike(item) ? item.text : nameOf(item)
}

/** A key as another one is written: in the same quotes, or in none where it needs none. */
function keyText(editable: Editable, like: ts.Node, key: string): string {
  const written = textIn(editable, like)
  return /^["'`]/.test(written) ? quoted(key, written) : memberText(key, usualQuote(editable.text))
}
