import { ts } from '@ts-morph/common'
import type { EnumMember, TypeNode } from '../model/declaration.js'
import { intern } from './intern.js'
import { literalValue } from './lower-type.js'
import { claim, type Lowering, memberName, type Place, unwrapped } from './lowering.js'

/** A literal value under its name; an element of an array goes by its value. */
export interface ConstantEntry {
  readonly name: string
  readonly value: string | number
  readonly at: ts.Node
}

/**
 * What a const object or array lists, where all its values are literals that keep their types: `{ A: 'A' } as const`,
 * `['A'] as const`, `Object.freeze({ A: 'A' })`. Undefined for any other expression.
 */
export function constantEntries(node: ts.Expression): readonly ConstantEntry[] | undefined {
  if (!isConstant(node)) return undefined
  const entries = entriesOf(withoutFreeze(unwrapped(node)))
  return entries?.length === 0 ? undefined : entries
}

/** Registers the entries as members of the constant at `place`. */
export function lowerConstant(lowering: Lowering, entries: readonly ConstantEntry[], place: Place): TypeNode {
  const members = entries.map(({ name, value, at }): EnumMember => {
    return { id: claim(lowering, `${place.id}.${name}`, at), name: intern(name), value: ownValue(value) }
  })
  return { kind: 'enum', members }
}

/** The members of a TypeScript enum; computed values are undefined, absent ones count up. */
export function lowerEnumMembers(lowering: Lowering, node: ts.EnumDeclaration, place: Place): EnumMember[] {
  let next: number | undefined = 0
  return node.members.flatMap((member) => {
    const name = memberName(member.name)
    if (name === undefined) return []
    const value: string | number | undefined = member.initializer ? literalValue(member.initializer) : next
    next = typeof value === 'number' ? value + 1 : undefined
    return [{ id: claim(lowering, `${place.id}.${name}`, member.name), name, value: ownValue(value) }]
  })
}

function ownValue(value: string | number | undefined): string | number | undefined {
  return typeof value === 'string' ? intern(value) : value
}

function entriesOf(node: ts.Expression): readonly ConstantEntry[] | undefined {
  if (ts.isArrayLiteralExpression(node)) return allOf(node.elements.map(elementOf))
  if (ts.isObjectLiteralExpression(node)) return allOf(node.properties.map(entryOf))
  return undefined
}

function elementOf(node: ts.Expression): ConstantEntry | undefined {
  const value = literalValue(unwrapped(node))
  return value === undefined ? undefined : { name: `${value}`, value, at: node }
}

function entryOf(node: ts.ObjectLiteralElementLike): ConstantEntry | undefined {
  if (!ts.isPropertyAssignment(node)) return undefined
  const name = memberName(node.name)
  const value = literalValue(unwrapped(node.initializer))
  return name === undefined || value === undefined ? undefined : { name, value, at: node.name }
}

function allOf(entries: readonly (ConstantEntry | undefined)[]): readonly ConstantEntry[] | undefined {
  const complete = entries.filter((entry) => entry !== undefined)
  return complete.length === entries.length ? complete : undefined
}

function isConstant(node: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(node) || ts.isSatisfiesExpression(node)) return isConstant(node.expression)
  if (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node))
    return isConst(node.type) || isConstant(node.expression)
  return isFreeze(node)
}

function isConst(type: ts.TypeNode): boolean {
  return ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName) && type.typeName.text === 'const'
}

function isFreeze(node: ts.Expression): node is ts.CallExpression {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false
  const { expression, name } = node.expression
  return ts.isIdentifier(expression) && expression.text === 'Object' && name.text === 'freeze'
}

function withoutFreeze(node: ts.Expression): ts.Expression {
  const [argument] = isFreeze(node) ? node.arguments : []
  return argument ? unwrapped(argument) : node
}
