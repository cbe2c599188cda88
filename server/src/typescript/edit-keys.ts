import { ts } from '@ts-morph/common'
import type { ElementId } from '../model/element.js'
import { replacement, type TextEdit } from '../text/text-edit.js'
import { removeItem } from './edit-list.js'
import { nameOf } from './edit-members.js'
import { declarationAt } from './edit-site.js'
import { alternativesOf, removeAlternative } from './edit-union.js'
import { type Editable, spanIn, textIn } from './editable.js'
import { unwrapped } from './lowering.js'
import { inside } from './value-lists.js'

/** Removes a key from the lists of keys of a declaration. `id` names the key in the declaration, as `Summary.name`. */
export function removeKey(editable: Editable, id: ElementId, key: string): readonly TextEdit[] {
  const owner = id.endsWith(`.${key}`) ? id.slice(0, -key.length - 1) : id
  const { node } = declarationAt(editable, owner)
  return editsWithin(editable, node, key)
}

function editsWithin(editable: Editable, node: ts.Node, key: string): readonly TextEdit[] {
  const edits = editsAt(editable, node, key)
  if (edits.length > 0) return edits
  const found: TextEdit[] = []
  ts.forEachChild(node, (child) => {
    found.push(...editsWithin(editable, child, key))
  })
  return found
}

function editsAt(editable: Editable, node: ts.Node, key: string): readonly TextEdit[] {
  if (ts.isTypeReferenceNode(node)) return inArguments(editable, node, node.typeName, key)
  if (ts.isExpressionWithTypeArguments(node)) return inArguments(editable, node, node.expression, key)
  return ts.isCallExpression(node) ? inCall(editable, node, key) : []
}

/** `Pick<User, 'a' | 'b'>`. A type of which nothing more is omitted is the type itself. */
function inArguments(
  editable: Editable,
  node: ts.NodeWithTypeArguments,
  name: ts.Node,
  key: string,
): readonly TextEdit[] {
  const mapping = textIn(editable, name)
  const [type, keys] = node.typeArguments ?? []
  const item = keys && alternativesOf(keys).find((each) => isKey(each, key))
  if (!type || !keys || !item || (mapping !== 'Pick' && mapping !== 'Omit')) return []
  const isLast = alternativesOf(keys).length === 1
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
  key: string,
): readonly TextEdit[] {
  const name = ts.isPropertyAccessExpression(expression) ? expression.name : expression
  if (!ts.isIdentifier(name) || !/^(Pick|Omit)Type$|^(pick|omit)$/.test(name.text)) return []
  const list = args[/Type$/.test(name.text) ? 1 : 0]
  const keys = list && unwrapped(list)
  if (!keys || !(ts.isArrayLiteralExpression(keys) || ts.isObjectLiteralExpression(keys))) return []
  const items: ts.NodeArray<ts.Node> = ts.isArrayLiteralExpression(keys) ? keys.elements : keys.properties
  const item = items.find((each) => (ts.isStringLiteralLike(each) ? each.text : nameOf(each)) === key)
  return item ? removeItem(editable, { items, inside: inside(items, keys.end), spaced: true }, item) : []
}
