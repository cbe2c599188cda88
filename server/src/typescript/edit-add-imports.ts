import { ts } from '@ts-morph/common'
import type { FileId } from '../text/file-id.js'
import { lineBreakOf, nextLine } from '../text/layout.js'
import { applyEdits, insertion, type TextEdit } from '../text/text-edit.js'
import { addImport } from './edit-imports.js'
import { type Editable, isInScope, openEditable } from './editable.js'
import { tokenStart } from './lowering.js'
import { quoted, usualEnd, usualQuote } from './quotes.js'

/** A name that code which is added to a file needs. */
export interface NeededImport {
  readonly name: string
  readonly module: string
  /** Whether only its type is used. */
  readonly kind: 'type' | 'value'
}

export interface ImportStyle {
  readonly quote: string
  readonly semicolon: string
}

/** The text of a file with imports of names that it lacks; the same text where it cannot be parsed. */
export function addImports(
  { file, text }: { readonly file: FileId; readonly text: string },
  needed: readonly NeededImport[],
  style: ImportStyle,
): string {
  return needed.reduce((current, each) => withImport(file, current, each, style), text)
}

function withImport(file: FileId, text: string, needed: NeededImport, { quote, semicolon }: ImportStyle): string {
  const editable = openEditable(file, text)
  if (!editable || isInScope(editable, needed.name)) return text
  const list = listFor(editable, needed)
  if (list) return applyEdits(text, addImport(editable, list, needed.name))
  return applyEdits(text, [insertImport(editable, importLine(needed, { quote, semicolon }))])
}

/** Imports a type that the file lacks, as its other imports are written. */
export function importType(editable: Editable, wanted: Pick<NeededImport, 'name' | 'module'>): readonly TextEdit[] {
  const needed: NeededImport = { ...wanted, kind: 'type' }
  const list = listFor(editable, needed)
  if (list) return addImport(editable, list, needed.name)
  const style = { quote: usualQuote(editable.text), semicolon: usualEnd(editable.text) }
  return [insertImport(editable, importLine(needed, style))]
}

function importLine({ name, module, kind }: NeededImport, { quote, semicolon }: ImportStyle): string {
  const word = kind === 'type' ? 'import type' : 'import'
  return `${word} { ${name} } from ${quoted(module, quote)}${semicolon}`
}

/** The names that are imported from the module already, as types only where that is enough. */
function listFor({ tree }: Editable, { module, kind }: NeededImport): ts.NamedImports | undefined {
  for (const statement of tree.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue
    const clause = statement.importClause
    const isTypeOnly = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword
    const isFit = statement.moduleSpecifier.text === module && (kind === 'type' || !isTypeOnly)
    if (isFit && clause?.namedBindings && ts.isNamedImports(clause.namedBindings)) return clause.namedBindings
  }
  return undefined
}

/** Behind the last import or `'use client'`, else above the first statement and its comments. */
function insertImport({ tree, text }: Editable, line: string) {
  const eol = lineBreakOf(text)
  const last = tree.statements.findLast(ts.isImportDeclaration) ?? tree.statements.findLast(isDirective)
  if (!last) return insertion(startOfCode(text, tree), `${line}${eol}${eol}`)
  const end = nextLine(text, last.end)
  const isEnded = end > last.end && /[\r\n]/.test(text.slice(last.end, end))
  const added = isDirective(last) ? `${eol}${line}` : line
  return isEnded ? insertion(end, `${added}${eol}`) : insertion(last.end, `${eol}${added}`)
}

function isDirective(statement: ts.Statement): boolean {
  return ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression)
}

/** Where the first statement begins, with what stands above it; in a component, within its script. */
function startOfCode(text: string, tree: ts.SourceFile): number {
  const [first] = tree.statements
  if (!first) return 0
  return ts.getLeadingCommentRanges(text, first.pos)?.[0]?.pos ?? tokenStart(first, tree)
}
