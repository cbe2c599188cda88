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

/** A type as it is to be written in a file, and what has to be imported for it. */
export interface WrittenType {
  readonly text: string
  readonly imports: readonly TextEdit[]
}

/**
 * A type that a fix wants, in the file's own words. A name that the file lacks is imported where an import of the
 * generated client can be extended; else it is written without an import. The compiler then says that it is missing and
 * the editor offers where to take it from: which module of the project should offer it cannot be told from one file.
 */
export function writtenType(editable: Editable, type: string): WrittenType {
  const name = /^[A-Z]\w*/.exec(type)?.[0]
  if (name === undefined || GLOBALS.has(name) || isInScope(editable, name)) return { text: type, imports: [] }
  const client = namedImportsOf(editable, /^@prisma\/client$/)
  if (name === 'Decimal' && (client || isInScope(editable, 'Prisma'))) {
    const imports = client ? addImport(editable, client, 'Prisma') : []
    return { text: `Prisma.${type}`, imports }
  }
  return { text: type, imports: client ? addImport(editable, client, name) : [] }
}

const GLOBALS = new Set('Date Uint8Array Buffer Record Array'.split(' '))
