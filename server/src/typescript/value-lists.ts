import { ts } from '@ts-morph/common'
import type { Span } from '../text/span.js'
import type { CommaList } from './edit-list.js'
import type { DeclarationSite, PropertySite } from './edit-site.js'
import { innerOf } from './edit-type.js'
import { alternativesOf } from './edit-union.js'
import { type Editable, startIn } from './editable.js'
import { literalValue } from './lower-type.js'
import { unwrapped } from './lowering.js'
import { chainOf } from './zod-chain.js'

/** A value that is written out: the item that it is in a list, and its literal. */
export interface ListedValue {
  readonly value: string
  readonly item: ts.Node
  readonly literal: ts.Node
  /** The name that it goes by in an enum or object. */
  readonly name: ts.PropertyName | undefined
}

/** A place where values are listed: a union of literals, or something with commas between them. */
export type ValueList =
  | { readonly kind: 'union'; readonly type: ts.TypeNode; readonly values: readonly ListedValue[] }
  | { readonly kind: 'commas'; readonly list: CommaList; readonly values: readonly ListedValue[] }

/** The lists of values that are written at a declaration or property. */
export function valueListsOf(editable: Editable, site: PropertySite | DeclarationSite): readonly ValueList[] {
  if (site.kind === 'field') return site.field.type ? inType(site.field.type) : []
  if (site.kind === 'entry') return inSchema(editable, site.value)
  const { node } = site
  if (ts.isEnumDeclaration(node)) return [membersOf(node)]
  if (ts.isTypeAliasDeclaration(node)) return inType(node.type)
  if (ts.isVariableDeclaration(node)) return node.initializer ? valuesIn(editable, node.initializer) : []
  return ts.isExportAssignment(node) ? valuesIn(editable, node.expression) : []
}

function inType(type: ts.TypeNode): readonly ValueList[] {
  const alternatives = alternativesOf(type)
  const values = alternatives.flatMap((item) => (ts.isLiteralTypeNode(item) ? listed(item, item.literal) : []))
  const nested = [...new Set([type, ...alternatives])].flatMap((each) => innerOf(each) ?? [])
  const lists = nested.filter((each) => alternativesOf(each) !== alternatives).flatMap(inType)
  return values.length > 0 ? [{ kind: 'union', type, values }, ...lists] : lists
}

function listed(item: ts.Node, literal: ts.Node, name?: ts.PropertyName): readonly ListedValue[] {
  const value = literalValue(literal)
  return typeof value === 'string' ? [{ value, item, literal, name }] : []
}

function membersOf(node: ts.EnumDeclaration): ValueList {
  const values = node.members.flatMap((member) =>
    member.initializer ? listed(member, member.initializer, member.name) : [],
  )
  return { kind: 'commas', list: { items: node.members, inside: inside(node.members, node.end), spaced: true }, values }
}

/** A zod schema, or a const object or array. */
/** The lists of values that an expression holds. */
export function valuesIn(editable: Editable, expression: ts.Expression): readonly ValueList[] {
  const { builder } = chainOf(editable.imports, expression)
  if (builder) return inSchema(editable, expression)
  const value = unwrapped(expression)
  const argument = ts.isCallExpression(value) ? value.arguments[0] : value
  return argument ? inLiteral(argument) : []
}

function inSchema(editable: Editable, schema: ts.Expression): readonly ValueList[] {
  const { links } = chainOf(editable.imports, schema)
  return links.flatMap(({ method, call }) => {
    const [argument] = call.arguments
    if (!argument) return []
    return DIRECT.has(method) ? inLiteral(argument) : HOLDERS.has(method) ? inSchema(editable, argument) : []
  })
}

const DIRECT = new Set('enum nativeEnum literal union'.split(' '))

const HOLDERS = new Set('array optional nullable nullish'.split(' '))

function inLiteral(expression: ts.Expression): readonly ValueList[] {
  const node = unwrapped(expression)
  if (!ts.isArrayLiteralExpression(node) && !ts.isObjectLiteralExpression(node)) return []
  const isObject = ts.isObjectLiteralExpression(node)
  const items: ts.NodeArray<ts.Node> = isObject ? node.properties : node.elements
  const values = items.flatMap(listedIn)
  return [{ kind: 'commas', list: { items, inside: inside(items, node.end), spaced: isObject }, values }]
}

/** An entry of an object, an element of an array, or `z.literal('A')` in a union. */
function listedIn(item: ts.Node): readonly ListedValue[] {
  if (ts.isPropertyAssignment(item)) return listed(item, unwrapped(item.initializer), item.name)
  const value = unwrapped(item as ts.Expression)
  const argument = ts.isCallExpression(value) ? value.arguments[0] : undefined
  return listed(item, argument ?? value)
}

/** What stands between the brackets of a list; `end` is behind the closing one. */
export function inside(items: ts.NodeArray<ts.Node>, end: number): Span {
  return { start: items.pos, end: end - 1 }
}

/** The text around a value in its item: `z.literal(` and `)`. */
export function aroundLiteral(editable: Editable, { item, literal }: ListedValue): readonly [string, string] {
  const { text } = editable
  return [text.slice(startIn(editable, item), startIn(editable, literal)), text.slice(literal.end, item.end)]
}
