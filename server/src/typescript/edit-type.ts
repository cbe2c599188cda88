import { ts } from '@ts-morph/common'
import { replacement, type TextEdit } from '../text/text-edit.js'
import {
  addAlternative,
  alternativesOf,
  isNothing,
  isNull,
  joined,
  mustBeParenthesised,
  removeAlternative,
  withoutParentheses,
} from './edit-union.js'
import { type Editable, Refusal, spanIn, textIn } from './editable.js'

/** Lets a written type admit `null`. */
export function addNull(editable: Editable, type: ts.TypeNode): readonly TextEdit[] {
  return alternativesOf(type).some(isNull) ? [] : addAlternative(editable, type, 'null')
}

/** Takes `null` out of a written type. Refuses where it comes from another declaration. */
export function removeNull(editable: Editable, type: ts.TypeNode): readonly TextEdit[] {
  const node = withoutParentheses(type)
  const item = alternativesOf(type).find(isNull)
  if (item && item !== node) return removeAlternative(editable, type, item)
  const [inner] = NULLABLE.has(nameOf(node)) ? argumentsOf(node) : []
  if (!inner) throw new Refusal('null is not written there')
  return [replacement(spanIn(editable, node), textIn(editable, inner))]
}

/** Puts another base type in place of the written one; lists, `null` and `undefined` stay. */
export function setType(editable: Editable, type: ts.TypeNode, wanted: string): readonly TextEdit[] {
  const inner = innerOf(type)
  const isWhole = inner && ts.isParenthesizedTypeNode(type) && !alternativesOf(type).some(isNothing)
  if (inner && !isWhole) return setType(editable, inner, mustBeWrapped(type, wanted) ? `(${wanted})` : wanted)
  const [first, ...others] = alternativesOf(type).filter((each) => !isNothing(each))
  if (!first) throw new Refusal('the type is nothing but null')
  const isList = first !== type && others.length === 0 && innerOf(first) !== undefined
  if (isList) return setType(editable, first, wanted)
  if (others.length === alternativesOf(type).length - 1) return replaceWhole(editable, type, wanted)
  const removed = others.flatMap((other) => removeAlternative(editable, type, other))
  return [...replaceWhole(editable, first, wanted), ...removed]
}

/** `('a' | 'b')[]` */
function mustBeWrapped(type: ts.TypeNode, wanted: string): boolean {
  return (ts.isArrayTypeNode(type) || ts.isTypeOperatorNode(type)) && / \| /.test(wanted) && !wanted.startsWith('(')
}

/** A type that begins on a line of its own moves up to its name. */
function replaceWhole(editable: Editable, type: ts.TypeNode, wanted: string): readonly TextEdit[] {
  if (textIn(editable, type) === wanted) return []
  const { start, end } = spanIn(editable, type)
  const gap = editable.text.slice(type.pos, start)
  const isBelow = ts.isUnionTypeNode(type) && /[\r\n]/.test(gap) && gap.trim() === ''
  return [isBelow ? replacement({ start: type.pos, end }, ` ${wanted}`) : replacement({ start, end }, wanted)]
}

/** Makes a list of a written type, or takes the elements' type of a list. */
export function setList(editable: Editable, type: ts.TypeNode, list: boolean): readonly TextEdit[] {
  const bases = alternativesOf(type).filter((each) => !isNothing(each))
  if (list) return bases.every((each) => elementOf(each)) ? [] : makeList(editable, type, bases)
  const lists = bases.filter((each) => elementOf(each))
  if (lists.length === 0) throw new Refusal('the list is not written there')
  return lists.map((each) => {
    const element = elementOf(each) ?? each
    const bare = withoutParentheses(element)
    const isLoose = lists.length < alternativesOf(type).length && mustBeParenthesised(bare)
    return replacement(spanIn(editable, each), textIn(editable, isLoose ? element : bare))
  })
}

function makeList(editable: Editable, type: ts.TypeNode, bases: readonly ts.TypeNode[]): readonly TextEdit[] {
  const [first] = bases
  if (!first) throw new Refusal('the type is nothing but null')
  const rest = alternativesOf(type).filter(isNothing)
  const text = arrayOf(editable, bases)
  if (bases.length === 1) return [replacement(spanIn(editable, first), text)]
  const parts = rest.length === 0 ? [text] : [text, joined(editable, rest)]
  return [replacement(spanIn(editable, type), parts.join(' | '))]
}

/** `T[]`, or `Array<T>` where the file writes no other. */
function arrayOf(editable: Editable, bases: readonly ts.TypeNode[]): string {
  const { text } = editable
  const [only, ...others] = bases
  const element = only && others.length === 0 ? textIn(editable, only) : joined(editable, bases)
  if (/\bArray</.test(text) && !/[\w>)'"]\[\]/.test(text)) return `Array<${element}>`
  const isPlain = only && others.length === 0 && !ts.isIntersectionTypeNode(only) && !ts.isTypeOperatorNode(only)
  return isPlain && !mustBeParenthesised(only) ? `${element}[]` : `(${element})[]`
}

const LISTS = new Set(['Array', 'ReadonlyArray'])

/** What people call a type that adds null. */
const NULLABLE = new Set(['Nullable', 'Maybe', 'OrNull'])

/** Names of types that keep what their argument is, null aside. */
const TRANSPARENT = new Set([...LISTS, ...NULLABLE, 'Readonly', 'NonNullable', 'Optional', 'Nullish'])

export function elementOf(type: ts.TypeNode): ts.TypeNode | undefined {
  const node = withoutParentheses(type)
  if (ts.isArrayTypeNode(node)) return node.elementType
  if (ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.ReadonlyKeyword) return elementOf(node.type)
  return LISTS.has(nameOf(node)) ? argumentsOf(node)[0] : undefined
}

/** The type inside of a list, of parentheses or of a wrapper; undefined for any other type. */
export function innerOf(type: ts.TypeNode): ts.TypeNode | undefined {
  if (ts.isParenthesizedTypeNode(type)) return type.type
  if (ts.isArrayTypeNode(type)) return type.elementType
  if (ts.isTypeOperatorNode(type) && type.operator === ts.SyntaxKind.ReadonlyKeyword) return type.type
  const args = argumentsOf(type)
  return TRANSPARENT.has(nameOf(type)) && args.length === 1 ? args[0] : undefined
}

function nameOf(type: ts.TypeNode): string {
  return ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName) ? type.typeName.text : ''
}

function argumentsOf(type: ts.TypeNode): readonly ts.TypeNode[] {
  return ts.isTypeReferenceNode(type) ? (type.typeArguments ?? []) : []
}
