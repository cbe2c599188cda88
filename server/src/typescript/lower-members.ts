import { ts } from '@ts-morph/common'
import type { Property, TypeNode } from '../model/declaration.js'
import { typeIdOf } from '../model/element.js'
import { isComputed } from './comments.js'
import { lowerDecorators } from './lower-decorators.js'
import { lowerType } from './lower-type.js'
import {
  claim,
  isBroken,
  type Lowering,
  memberName,
  OPAQUE,
  type Place,
  primitive,
  reference,
  spanOf,
} from './lowering.js'

/** What a list of members says: its properties, and whether there may be more. */
export interface Members {
  readonly properties: readonly Property[]
  readonly open: boolean
}

/**
 * Reads the members of an interface, an object type or a class. Methods are no properties; a getter is one. Members
 * that do not parse are left out, and then there may be more.
 */
export function lowerMembers(lowering: Lowering, members: readonly ts.Node[], place: Place): Members {
  const properties: Property[] = []
  let open = false
  for (const member of members) {
    if (isBroken(lowering, member, 'member')) {
      open = true
      if (startsDeclaration(member)) break
    } else if (isOpen(member)) open = true
    else properties.push(...propertiesOf(lowering, member, place, properties))
  }
  return { properties, open }
}

type Field = ts.PropertySignature | ts.PropertyDeclaration | ts.GetAccessorDeclaration | ts.ParameterDeclaration

function propertiesOf(lowering: Lowering, member: ts.Node, place: Place, earlier: readonly Property[]): Property[] {
  if (ts.isConstructorDeclaration(member)) {
    return member.parameters.filter(isParameterProperty).flatMap((field) => lowerField(lowering, field, place, earlier))
  }
  const isField =
    ts.isPropertySignature(member) || ts.isPropertyDeclaration(member) || ts.isGetAccessorDeclaration(member)
  return isField && !isHidden(member) ? lowerField(lowering, member, place, earlier) : []
}

function lowerField(lowering: Lowering, field: Field, place: Place, earlier: readonly Property[]): Property[] {
  const name = ts.isParameter(field) ? parameterName(field) : memberName(field.name)
  if (name === undefined || earlier.some((property) => property.name === name)) return []
  const id = claim(lowering, `${place.id}.${name}`, field.name)
  if (field.type) lowering.spans.set(typeIdOf(id), spanOf(lowering, field.type))
  const optional = !ts.isGetAccessorDeclaration(field) && field.questionToken !== undefined
  const type = typeOfField(lowering, field, { id, depth: place.depth + 1 })
  return [
    { id, name, optional, type, decorators: lowerDecorators(lowering, field), computed: isComputed(lowering, field) },
  ]
}

function typeOfField(lowering: Lowering, field: Field, place: Place): TypeNode {
  if (field.type) return lowerType(lowering, field.type, place)
  if (ts.isGetAccessorDeclaration(field) || ts.isPropertySignature(field)) return OPAQUE
  return field.initializer ? typeOfInitializer(field.initializer) : OPAQUE
}

/** The type of a value that is written out; anything else is opaque. */
function typeOfInitializer(node: ts.Expression): TypeNode {
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) return primitive('string')
  if (ts.isNumericLiteral(node)) return primitive('number')
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) return primitive('boolean')
  const isDate = ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'Date'
  return isDate ? reference('Date') : OPAQUE
}

function parameterName(field: ts.ParameterDeclaration): string | undefined {
  return ts.isIdentifier(field.name) ? memberName(field.name) : undefined
}

function isParameterProperty(field: ts.ParameterDeclaration): boolean {
  const kinds = field.modifiers?.map(({ kind }) => kind) ?? []
  const isProperty = kinds.includes(ts.SyntaxKind.PublicKeyword) || kinds.includes(ts.SyntaxKind.ReadonlyKeyword)
  return isProperty && !isHidden(field)
}

const HIDING: readonly ts.SyntaxKind[] = [
  ts.SyntaxKind.PrivateKeyword,
  ts.SyntaxKind.ProtectedKeyword,
  ts.SyntaxKind.StaticKeyword,
]

function isHidden(field: Field): boolean {
  return field.modifiers?.some(({ kind }) => HIDING.includes(kind)) ?? false
}

/** An index signature or a computed name. */
function isOpen(member: ts.Node): boolean {
  if (ts.isIndexSignatureDeclaration(member)) return true
  const isField = ts.isPropertySignature(member) || ts.isPropertyDeclaration(member)
  return isField && ts.isComputedPropertyName(member.name) && memberName(member.name) === undefined
}

const STARTS = new Set(['interface', 'type', 'class', 'enum', 'const', 'function', 'export', 'declare', 'import'])

/** A member that is really the start of the next declaration, where a closing brace is missing. */
function startsDeclaration(member: ts.Node): boolean {
  const isField = ts.isPropertySignature(member) || ts.isPropertyDeclaration(member)
  return isField && STARTS.has(memberName(member.name) ?? '')
}
