import { ts } from '@ts-morph/common'
import type { TypeNode } from '../model/declaration.js'
import { literalValue, lowerType } from './lower-type.js'
import {
  deeper,
  dottedName,
  type Lowering,
  literal,
  MAXIMUM_DEPTH,
  markLiteral,
  OPAQUE,
  type Place,
  reference,
  union,
  unwrapped,
  valueReference,
} from './lowering.js'

/** The types after `extends` or after `implements`, mixin calls included. */
export function lowerHeritage(
  lowering: Lowering,
  clauses: readonly ts.HeritageClause[] | undefined,
  keyword: ts.HeritageClause['token'],
  place: Place,
): readonly TypeNode[] {
  const clause = clauses?.find(({ token }) => token === keyword)
  return clause?.types.map((type) => lowerBase(lowering, type, deeper(place))) ?? []
}

function lowerBase(lowering: Lowering, node: ts.ExpressionWithTypeArguments, place: Place): TypeNode {
  const expression = unwrapped(node.expression)
  if (ts.isCallExpression(expression)) return lowerMixin(lowering, expression, place)
  const name = dottedName(expression)
  if (name === undefined) return OPAQUE
  return reference(
    name,
    node.typeArguments?.map((argument) => lowerType(lowering, argument, place)),
  )
}

/** `PartialType(X)` as `PartialType<typeof X>`; lists of keys become unions of literals. */
function lowerMixin(lowering: Lowering, node: ts.CallExpression, place: Place): TypeNode {
  const name = dottedName(node.expression)
  if (name === undefined || place.depth > MAXIMUM_DEPTH) return OPAQUE
  const types = node.typeArguments?.map((argument) => lowerType(lowering, argument, place)) ?? []
  const values = node.arguments.map((argument) => lowerArgument(lowering, argument, deeper(place)))
  return reference(name, [...types, ...values])
}

function lowerArgument(lowering: Lowering, node: ts.Expression, place: Place): TypeNode {
  const value = unwrapped(node)
  if (ts.isCallExpression(value)) return lowerMixin(lowering, value, place)
  if (ts.isArrayLiteralExpression(value)) return lowerKeys(lowering, value, place)
  const name = dottedName(value)
  return name === undefined ? OPAQUE : valueReference(name)
}

function lowerKeys(lowering: Lowering, node: ts.ArrayLiteralExpression, place: Place): TypeNode {
  return union(node.elements.map((element) => lowerKey(lowering, unwrapped(element), place)))
}

function lowerKey(lowering: Lowering, node: ts.Expression, place: Place): TypeNode {
  const value = literalValue(node)
  if (value === undefined) return OPAQUE
  markLiteral(lowering, place, value, node)
  return literal(value)
}
