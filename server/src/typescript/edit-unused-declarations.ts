import { ts } from '@ts-morph/common'
import { groupBy } from '../text/group-by.js'
import { isEmptyLine, nextLine, previousLine } from '../text/layout.js'
import { changeBetween, deletion, type TextEdit } from '../text/text-edit.js'
import { ownedStart } from './edit-comments.js'
import { wholeLines } from './edit-list.js'
import { speaksOf } from './edit-unused-imports.js'
import type { Editable, Written } from './editable.js'
import { unwrapped } from './lowering.js'
import { isComponent } from './script-blocks.js'
import { chainOf } from './zod-chain.js'

/**
 * Takes away one statement by which a file declares something for itself, where an edit has left that without a use:
 * types, enums, classes, functions, and constants that are made without running code of the project. What nothing used
 * before stays, and so does a name that anything else in the file speaks of.
 */
export function dropUnusedDeclaration(before: Editable, after: Editable): readonly TextEdit[] {
  if (isComponent(after.file) || !isModule(after.tree)) return []
  const { span } = changeBetween(before.text, after.text)
  const changed = before.text.slice(span.start, span.end)
  const earlier = ownDeclarations(before)
  for (const [name, nodes] of ownDeclarations(after)) {
    const former = changed.includes(name) ? earlier.get(name) : undefined
    if (!former || speaksOf(textWithout(after, nodes), name) || !speaksOf(textWithout(before, former), name)) continue
    const edits = nodes.flatMap((node) => wholeStatement(after, node) ?? [])
    if (edits.length === nodes.length) return edits.slice(0, 1)
  }
  return []
}

/** Of a script all files see what it declares. */
function isModule({ statements }: ts.SourceFile): boolean {
  return statements.some(
    (each) =>
      ts.isImportDeclaration(each) || ts.isExportDeclaration(each) || ts.isExportAssignment(each) || isExported(each),
  )
}

function isExported(node: ts.Node): boolean {
  return ts.canHaveModifiers(node) && node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true
}

/** The statements that declare a name, for the names of which all can go. */
function ownDeclarations(editable: Editable): ReadonlyMap<string, readonly ts.Statement[]> {
  const named = editable.tree.statements.flatMap((node) => {
    const name = declaredName(node)
    return name === undefined ? [] : [{ name, node }]
  })
  const groups = [...groupBy(named, ({ name }) => name)].map(
    ([name, list]) => [name, list.map(({ node }) => node)] as const,
  )
  return new Map(groups.filter(([, nodes]) => nodes.every((node) => canGo(editable, node))))
}

function declaredName(node: ts.Statement): string | undefined {
  if (!ts.isVariableStatement(node)) return (node as { name?: ts.Identifier }).name?.text
  const [declaration] = node.declarationList.declarations
  return declaration && ts.isIdentifier(declaration.name) ? declaration.name.text : undefined
}

function canGo(editable: Editable, node: ts.Statement): boolean {
  if (isExported(node)) return false
  if (ts.isVariableStatement(node)) {
    const { declarations } = node.declarationList
    return (
      declarations.length === 1 &&
      declarations.every(({ initializer }) => initializer && isInert(editable, initializer))
    )
  }
  if (ts.isClassDeclaration(node)) return !node.modifiers?.some(ts.isDecorator) && !node.members.some(runsCode)
  return (
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isFunctionDeclaration(node)
  )
}

function runsCode(member: ts.ClassElement): boolean {
  if (ts.isClassStaticBlockDeclaration(member)) return true
  const isStatic =
    ts.isPropertyDeclaration(member) && member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword)
  return isStatic === true && member.initializer !== undefined
}

/** Whether nothing is missed when an expression is no longer evaluated: values, functions and zod's schemas. */
function isInert(editable: Editable, expression: ts.Expression): boolean {
  const node = unwrapped(expression)
  if (ts.isArrayLiteralExpression(node)) return node.elements.every((each) => isInert(editable, each))
  if (ts.isObjectLiteralExpression(node)) return node.properties.every((each) => isInertProperty(editable, each))
  if (ts.isCallExpression(node)) return chainOf(editable.imports, node).builder !== undefined
  if (ts.isPropertyAccessExpression(node)) return isInert(editable, node.expression)
  return ts.isLiteralExpression(node) || ts.isIdentifier(node) || ts.isArrowFunction(node) || isKeyword(node)
}

function isInertProperty(editable: Editable, node: ts.ObjectLiteralElementLike): boolean {
  if (node.name && ts.isComputedPropertyName(node.name)) return isInert(editable, node.name.expression)
  if (ts.isSpreadAssignment(node)) return isInert(editable, node.expression)
  return !ts.isPropertyAssignment(node) || isInert(editable, node.initializer)
}

function isKeyword({ kind }: ts.Node): boolean {
  return [ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword, ts.SyntaxKind.NullKeyword].includes(kind)
}

/** The text of a file without statements and the comments that belong to them. */
function textWithout(editable: Written, nodes: readonly ts.Node[]): string {
  let rest = ''
  let at = 0
  for (const node of nodes) {
    rest += `${editable.text.slice(at, ownedStart(editable, node))}\n`
    at = node.end
  }
  return rest + editable.text.slice(at)
}

/** Its lines with one of the empty lines around them; undefined where anything else stands on its lines. */
function wholeStatement(editable: Editable, node: ts.Node): TextEdit | undefined {
  const lines = wholeLines(editable, node, node.end)
  if (!lines) return undefined
  const { text } = editable
  const { start, end } = lines.span
  if (start === 0 && isEmptyLine(text, end)) return deletion(start, nextLine(text, end))
  const above = previousLine(text, start)
  return end === text.length && start > 0 && isEmptyLine(text, above) ? deletion(above, end) : lines
}
