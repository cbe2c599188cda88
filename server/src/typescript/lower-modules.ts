import { ts } from '@ts-morph/common'
import type { Import, Reexport } from '../model/declaration.js'
import { intern } from './intern.js'
import type { Source } from './parse.js'

/** What a file takes from other files and hands on. */
export interface Modules {
  readonly imports: readonly Import[]
  readonly reexports: readonly Reexport[]
  /** Names of the file's own scope, each with the names it is exported under by `export { a as b }`. */
  readonly exported: ReadonlyMap<string, readonly string[]>
}

/** Reads the import and export statements of a file. */
export function lowerModules({ tree, imports: leading }: Source): Modules {
  const imports = [...leading, ...tree.statements.flatMap(importsOf)]
  const exports = tree.statements.flatMap(exportsOf)
  const handedOn = exports.flatMap((item) => (item.module === undefined ? importedExport(imports, item) : [item]))
  const exported = new Map<string, string[]>()
  for (const item of exports) {
    if (item.module === undefined) exported.set(item.imported, [...(exported.get(item.imported) ?? []), item.exported])
  }
  return { imports, reexports: handedOn as Reexport[], exported }
}

interface Export {
  readonly exported: string
  readonly imported: string
  readonly module: string | undefined
}

function importsOf(node: ts.Statement): Import[] {
  if (ts.isImportEqualsDeclaration(node)) return requireOf(node)
  if (!ts.isImportDeclaration(node) || !ts.isStringLiteral(node.moduleSpecifier)) return []
  const module = intern(node.moduleSpecifier.text)
  const { name, namedBindings } = node.importClause ?? {}
  const imports: Import[] = name ? [{ local: intern(name.text), module, imported: 'default' }] : []
  if (!namedBindings) return imports
  if (ts.isNamespaceImport(namedBindings))
    imports.push({ local: intern(namedBindings.name.text), module, imported: '*' })
  else imports.push(...namedBindings.elements.map((element) => ({ ...renamed(element), module })))
  return imports
}

function renamed(element: ts.ImportSpecifier): { local: string; imported: string } {
  return { local: intern(element.name.text), imported: intern((element.propertyName ?? element.name).text) }
}

/** `import x = require('m')` stands for what the module exports as a whole. */
function requireOf(node: ts.ImportEqualsDeclaration): Import[] {
  const { moduleReference } = node
  if (!ts.isExternalModuleReference(moduleReference) || !ts.isStringLiteral(moduleReference.expression)) return []
  return [{ local: intern(node.name.text), module: intern(moduleReference.expression.text), imported: '*' }]
}

function exportsOf(node: ts.Statement): Export[] {
  if (ts.isExportAssignment(node)) {
    return ts.isIdentifier(node.expression)
      ? [{ exported: 'default', imported: intern(node.expression.text), module: undefined }]
      : []
  }
  if (!ts.isExportDeclaration(node)) return []
  const { moduleSpecifier, exportClause } = node
  const module = moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? intern(moduleSpecifier.text) : undefined
  if (!exportClause) return [{ exported: '*', imported: '*', module }]
  if (ts.isNamespaceExport(exportClause)) return [{ exported: intern(exportClause.name.text), imported: '*', module }]
  return exportClause.elements.map(({ name, propertyName }) => {
    return { exported: intern(name.text), imported: intern((propertyName ?? name).text), module }
  })
}

/** `import { A } from 'm'; export { A }` is a re-export. */
function importedExport(imports: readonly Import[], item: Export): Export[] {
  const found = imports.find(({ local }) => local === item.imported)
  return found ? [{ exported: item.exported, imported: found.imported, module: found.module }] : []
}
