import { ts } from '@ts-morph/common'
import { replacement, type TextEdit } from '../text/text-edit.js'
import { addItem, removeItem } from './edit-list.js'
import { type Editable, isInScope, spanIn, startIn } from './editable.js'
import { inside } from './value-lists.js'

/** The list in `import { A, B } from 'module'`, where the file has such an import. */
export function namedImportsOf({ tree }: Editable, module: RegExp): ts.NamedImports | undefined {
  for (const statement of tree.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue
    const bindings = statement.importClause?.namedBindings
    if (module.test(statement.moduleSpecifier.text) && bindings && ts.isNamedImports(bindings)) return bindings
  }
  return undefined
}

/** Whether a list of imports stands in `import type`. */
export function isTypeOnly({ tree }: Editable, list: ts.NamedImports): boolean {
  const clauses = tree.statements.filter(ts.isImportDeclaration).map(({ importClause }) => importClause)
  return clauses.find((clause) => clause?.namedBindings === list)?.phaseModifier === ts.SyntaxKind.TypeKeyword
}

/** Adds a name to an import that is there; nothing where the file has the name. */
export function addImport(editable: Editable, { elements, end }: ts.NamedImports, name: string): readonly TextEdit[] {
  if (isInScope(editable, name)) return []
  const list = { items: elements, inside: inside(elements, end), spaced: true }
  return addItem(editable, list, name, (node) => startIn(editable, node))
}

/** Imports one name instead of another, or beside it where the file uses that in a second place. */
export function swapImport(
  editable: Editable,
  imports: ts.NamedImports,
  { from, to }: { readonly from: string; readonly to: string },
): readonly TextEdit[] {
  const specifier = imports.elements.find(({ name }) => name.text === from)
  const uses = editable.text.match(new RegExp(`(?<![\\w$])${from}(?![\\w$])`, 'g'))?.length ?? 0
  if (!specifier || specifier.propertyName || uses > 2) return addImport(editable, imports, to)
  if (!isInScope(editable, to)) return [replacement(spanIn(editable, specifier), to)]
  const list = { items: imports.elements, inside: inside(imports.elements, imports.end), spaced: true }
  return removeItem(editable, list, specifier)
}
