import { ts } from '@ts-morph/common'
import type { Primitive, TypeNode } from '../model/declaration.js'
import { intern } from './intern.js'
import { lowerMembers } from './lower-members.js'
import {
  deeper,
  dottedName,
  intersection,
  type Lowering,
  literal,
  MAXIMUM_DEPTH,
  markLiteral,
  OPAQUE,
  type Place,
  primitive,
  reference,
  UNDEFINED,
  union,
  valueReference,
} from './lowering.js'

/** The type as it is written, without looking up any name. */
export function lowerType(lowering: Lowering, node: ts.TypeNode, place: Place): TypeNode {
  if (place.depth > MAXIMUM_DEPTH) return OPAQUE
  const name = PRIMITIVES.get(node.kind)
  if (name) return { kind: 'primitive', name }
  return lowerName(lowering, node, place) ?? lowerCompound(lowering, node, place) ?? OPAQUE
}

const { SyntaxKind } = ts

const PRIMITIVES: ReadonlyMap<ts.SyntaxKind, Primitive> = new Map([
  [SyntaxKind.StringKeyword, 'string'],
  [SyntaxKind.NumberKeyword, 'number'],
  [SyntaxKind.BooleanKeyword, 'boolean'],
  [SyntaxKind.BigIntKeyword, 'bigint'],
  [SyntaxKind.SymbolKeyword, 'symbol'],
  [SyntaxKind.ObjectKeyword, 'object'],
  [SyntaxKind.UndefinedKeyword, 'undefined'],
  [SyntaxKind.AnyKeyword, 'any'],
  [SyntaxKind.UnknownKeyword, 'unknown'],
  [SyntaxKind.NeverKeyword, 'never'],
  [SyntaxKind.VoidKeyword, 'void'],
])

function lowerName(lowering: Lowering, node: ts.TypeNode, place: Place): TypeNode | undefined {
  if (ts.isTypeReferenceNode(node)) {
    const name = dottedName(node.typeName)
    return name ? reference(name, lowerTypes(lowering, node.typeArguments, place)) : OPAQUE
  }
  if (ts.isLiteralTypeNode(node)) return lowerLiteral(lowering, node.literal, place)
  if (ts.isTypeQueryNode(node)) {
    const name = dottedName(node.exprName)
    return name === undefined ? OPAQUE : valueReference(name)
  }
  if (ts.isImportTypeNode(node)) return lowerImport(lowering, node, place)
  return undefined
}

function lowerCompound(lowering: Lowering, node: ts.TypeNode, place: Place): TypeNode | undefined {
  const inner = deeper(place)
  if (ts.isUnionTypeNode(node)) return union(lowerTypes(lowering, node.types, place))
  if (ts.isIntersectionTypeNode(node)) return intersection(lowerTypes(lowering, node.types, place))
  if (ts.isParenthesizedTypeNode(node)) return lowerType(lowering, node.type, inner)
  if (ts.isArrayTypeNode(node)) return { kind: 'array', element: lowerType(lowering, node.elementType, inner) }
  if (ts.isTypeLiteralNode(node)) return { kind: 'object', ...lowerMembers(lowering, node.members, inner) }
  if (ts.isTupleTypeNode(node))
    return { kind: 'tuple', elements: node.elements.map((e) => lowerElement(lowering, e, inner)) }
  if (ts.isIndexedAccessTypeNode(node)) {
    const object = lowerType(lowering, node.objectType, inner)
    return { kind: 'indexed', object, index: lowerType(lowering, node.indexType, inner) }
  }
  if (ts.isTypeOperatorNode(node)) return lowerOperator(lowering, node, inner)
  if (ts.isFunctionTypeNode(node) || ts.isConstructorTypeNode(node)) return { kind: 'function' }
  return undefined
}

function lowerTypes(
  lowering: Lowering,
  nodes: ts.NodeArray<ts.TypeNode> | undefined,
  place: Place,
): readonly TypeNode[] {
  if (nodes === undefined) return NONE
  const inner = deeper(place)
  return nodes.map((node) => lowerType(lowering, node, inner))
}

const NONE: readonly TypeNode[] = []

function lowerOperator(lowering: Lowering, node: ts.TypeOperatorNode, place: Place): TypeNode {
  const type = lowerType(lowering, node.type, place)
  if (node.operator === SyntaxKind.KeyOfKeyword) return { kind: 'keyof', type }
  return type
}

/** An element of a tuple; a rest stands for one of what it holds. */
function lowerElement(lowering: Lowering, node: ts.TypeNode, place: Place): TypeNode {
  const isNamed = ts.isNamedTupleMember(node)
  const inner = isNamed || ts.isOptionalTypeNode(node) || ts.isRestTypeNode(node) ? node.type : node
  const type = lowerType(lowering, inner, place)
  if (ts.isRestTypeNode(node) || (isNamed && node.dotDotDotToken)) return type.kind === 'array' ? type.element : OPAQUE
  return ts.isOptionalTypeNode(node) || (isNamed && node.questionToken) ? union([type, UNDEFINED]) : type
}

function lowerLiteral(lowering: Lowering, node: ts.LiteralTypeNode['literal'], place: Place): TypeNode {
  if (node.kind === SyntaxKind.NullKeyword) return { kind: 'primitive', name: 'null' }
  if (node.kind === SyntaxKind.TrueKeyword) return literal(true)
  if (node.kind === SyntaxKind.FalseKeyword) return literal(false)
  const value = literalValue(node)
  if (value === undefined) return node.kind === SyntaxKind.BigIntLiteral ? primitive('bigint') : OPAQUE
  markLiteral(lowering, place, value, node)
  return literal(value)
}

/** The value of a string or number that is written out, else undefined. */
export function literalValue(node: ts.Node): string | number | undefined {
  if (ts.isStringLiteralLike(node)) return node.text
  if (ts.isNumericLiteral(node)) return Number(node.text)
  if (!ts.isPrefixUnaryExpression(node) || node.operator !== SyntaxKind.MinusToken) return undefined
  return ts.isNumericLiteral(node.operand) ? -Number(node.operand.text) : undefined
}

function lowerImport(lowering: Lowering, node: ts.ImportTypeNode, place: Place): TypeNode {
  const { argument, qualifier } = node
  const isName = ts.isLiteralTypeNode(argument) && ts.isStringLiteral(argument.literal)
  const name = qualifier && dottedName(qualifier)
  if (!isName || name === undefined) return OPAQUE
  const module = intern(argument.literal.text)
  const args = lowerTypes(lowering, node.typeArguments, place)
  return { kind: 'reference', name, args, value: node.isTypeOf, module }
}
