import { ts } from '@ts-morph/common'
import type { ElementId } from '../model/element.js'
import { type Editable, pathTo, propertyOf, Refusal } from './editable.js'

export type TypedField =
  | ts.PropertySignature
  | ts.PropertyDeclaration
  | ts.GetAccessorDeclaration
  | ts.ParameterDeclaration

/** A property of an interface, an object type or a class, and what lists it. */
export interface FieldSite {
  readonly kind: 'field'
  readonly field: TypedField
  readonly owner: ts.Node
}

/** A property of the object literal that a zod schema is made from; `value` is the schema of the property. */
export interface EntrySite {
  readonly kind: 'entry'
  readonly entry: ts.ObjectLiteralElementLike
  readonly owner: ts.ObjectLiteralExpression
  readonly value: ts.Expression
}

export type PropertySite = FieldSite | EntrySite

export type DeclarationNode =
  | ts.InterfaceDeclaration
  | ts.TypeAliasDeclaration
  | ts.ClassDeclaration
  | ts.EnumDeclaration
  | ts.VariableDeclaration
  | ts.ExportAssignment

/** A declared type or constant, and the statement that declares it. */
export interface DeclarationSite {
  readonly kind: 'declaration'
  readonly node: DeclarationNode
  readonly statement: ts.Node
}

/** The property or declaration that an element's id names; of the type of a property, the property. */
export function siteAt(editable: Editable, id: ElementId): PropertySite | DeclarationSite {
  const path = pathTo(editable, propertyOf(id)).toReversed()
  const [node, parent, owner] = path
  const site = node && (propertySite(node, parent, owner) ?? declarationSite(path))
  if (!site) throw new Refusal(`'${id}' is neither a property nor a declaration`)
  return site
}

/** The property that an id names. Refuses anything else. */
export function propertyAt(editable: Editable, id: ElementId): PropertySite {
  const site = siteAt(editable, id)
  if (site.kind === 'declaration') throw new Refusal(`'${id}' is no property`)
  return site
}

/** The declaration that an id names. Refuses anything else. */
export function declarationAt(editable: Editable, id: ElementId): DeclarationSite {
  const site = siteAt(editable, id)
  if (site.kind !== 'declaration') throw new Refusal(`'${id}' is no declaration`)
  return site
}

function propertySite(node: ts.Node, parent?: ts.Node, owner?: ts.Node): PropertySite | undefined {
  if (!parent || !owner || (parent as { name?: ts.Node }).name !== node) return undefined
  if (ts.isObjectLiteralExpression(owner)) {
    const entry = parent as ts.ObjectLiteralElementLike
    const value = schemaOf(entry)
    return value && { kind: 'entry', entry, owner, value }
  }
  const isField =
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isGetAccessorDeclaration(parent) ||
    ts.isParameter(parent)
  return isField ? { kind: 'field', field: parent, owner } : undefined
}

function schemaOf(entry: ts.ObjectLiteralElementLike): ts.Expression | undefined {
  if (ts.isPropertyAssignment(entry)) return entry.initializer
  if (ts.isShorthandPropertyAssignment(entry)) return entry.name
  if (!ts.isGetAccessorDeclaration(entry)) return undefined
  return entry.body?.statements.find(ts.isReturnStatement)?.expression
}

/** `path` leads upwards. A declaration without a name is named by itself. */
function declarationSite(path: readonly ts.Node[]): DeclarationSite | undefined {
  const node = path.slice(0, 2).find(isDeclaration)
  if (!node) return undefined
  const statement = ts.isVariableDeclaration(node) ? path.find(ts.isVariableStatement) : node
  return { kind: 'declaration', node, statement: statement ?? node }
}

function isDeclaration(node: ts.Node): node is DeclarationNode {
  return (
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isExportAssignment(node)
  )
}
