import { ts } from '@ts-morph/common'
import type { DeclarationNode } from './edit-site.js'
import { innerOf } from './edit-type.js'
import { withoutParentheses } from './edit-union.js'
import { type Editable, Refusal } from './editable.js'
import { unwrapped } from './lowering.js'
import { chainOf } from './zod-chain.js'

/** Where a member can be added to a declaration. */
export type MemberList =
  /** Between the braces of an interface, a class or an object type. */
  | { readonly kind: 'members'; readonly owner: MembersOwner }
  /** In the object that a zod schema is made from. */
  | { readonly kind: 'schema'; readonly object: ts.ObjectLiteralExpression }
  /** Behind a type that lists no members itself: `Omit<User, 'a'>`. */
  | { readonly kind: 'intersection'; readonly type: ts.TypeNode }
  /** Behind a zod schema that lists none itself, by `.extend({…})`. */
  | { readonly kind: 'extension'; readonly schema: ts.Expression }

export type MembersOwner = ts.InterfaceDeclaration | ts.ClassDeclaration | ts.TypeLiteralNode

/** Finds the place. Refuses enums, unions and whatever else has no members. */
export function memberListOf(editable: Editable, node: DeclarationNode): MemberList {
  if (ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node)) return { kind: 'members', owner: node }
  if (ts.isTypeAliasDeclaration(node)) return inType(node.type)
  const value = ts.isVariableDeclaration(node) ? node.initializer : ts.isExportAssignment(node) && node.expression
  if (!value) throw new Refusal('it has no members')
  return inSchema(editable, value)
}

function inType(type: ts.TypeNode): MemberList {
  const node = withoutParentheses(type)
  if (ts.isTypeLiteralNode(node)) return { kind: 'members', owner: node }
  const inner = innerOf(node)
  if (inner && ts.isTypeReferenceNode(node)) return inType(inner)
  if (!ts.isIntersectionTypeNode(node)) {
    if (!ts.isTypeReferenceNode(node)) throw new Refusal('it has no members')
    return { kind: 'intersection', type: node }
  }
  const literal = node.types.map(withoutParentheses).findLast(ts.isTypeLiteralNode)
  return literal ? { kind: 'members', owner: literal } : { kind: 'intersection', type: node }
}

/** The object of the last call that adds members; what is picked or left out afterwards would hide a new one. */
function inSchema(editable: Editable, value: ts.Expression): MemberList {
  for (const { method, call } of chainOf(editable.imports, value).links) {
    if (method === 'pick' || method === 'omit') return { kind: 'extension', schema: call }
    const argument = call.arguments[0] && unwrapped(call.arguments[0])
    if (ADDING.has(method) && argument && ts.isObjectLiteralExpression(argument))
      return { kind: 'schema', object: argument }
  }
  return { kind: 'extension', schema: unwrapped(value) }
}

const ADDING = new Set('object strictObject looseObject extend safeExtend'.split(' '))
