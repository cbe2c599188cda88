import { ts } from '@ts-morph/common'
import { escapePattern } from '../text/escape-pattern.js'
import { isEmptyLine, lineEnd, lineStart, nextLine, previousLine, startsLine } from '../text/layout.js'
import { deletion, type TextEdit } from '../text/text-edit.js'
import { removeItem } from './edit-list.js'
import { type Editable, startIn } from './editable.js'
import { isComponent } from './script-blocks.js'
import { inside } from './value-lists.js'

/**
 * Takes away one import that an edit has left without a use; nothing where there is none. What nothing used before
 * stays, and so does a name that is only spoken of: some tool may read that. The templates of components use names, too.
 */
export function dropUnusedImport(before: Editable, after: Editable): readonly TextEdit[] {
  if (isComponent(after.file)) return []
  const [usedBefore, usedNow] = [bodyOf(before), bodyOf(after)]
  const isGone = (name: string) => speaksOf(usedBefore, name) && !speaksOf(usedNow, name)
  for (const statement of after.tree.statements) {
    if (!ts.isImportDeclaration(statement)) continue
    const names = namesOf(statement)
    if (!names.some(isGone)) continue
    if (names.every(isGone)) return [wholeStatement(after, statement)]
    const edits = withoutSpecifier(after, statement, isGone)
    if (edits.length > 0) return edits
  }
  return []
}

/** The text without its imports. */
function bodyOf({ text, tree }: Editable): string {
  let body = ''
  let at = 0
  for (const statement of tree.statements.filter(ts.isImportDeclaration)) {
    body += `${text.slice(at, statement.pos)}\n`
    at = statement.end
  }
  return body + text.slice(at)
}

/** Whether a name stands anywhere in a text, comments and strings among it. */
export function speaksOf(body: string, name: string): boolean {
  return body.includes(name) && new RegExp(`(?<![\\w$])${escapePattern(name)}(?![\\w$])`).test(body)
}

/** The names that an import makes known in the file. */
function namesOf({ importClause }: ts.ImportDeclaration): readonly string[] {
  const bindings = importClause?.namedBindings
  const named = bindings && ts.isNamedImports(bindings) ? bindings.elements : bindings ? [bindings] : []
  return [importClause?.name, ...named.map(({ name }) => name)].flatMap((name) => (name ? [name.text] : []))
}

function withoutSpecifier(
  editable: Editable,
  { importClause }: ts.ImportDeclaration,
  isGone: (name: string) => boolean,
): readonly TextEdit[] {
  const bindings = importClause?.namedBindings
  if (!bindings || !ts.isNamedImports(bindings) || bindings.elements.length < 2) return []
  const { elements, end } = bindings
  const specifier = elements.find(({ name }) => isGone(name.text))
  return specifier
    ? removeItem(editable, { items: elements, inside: inside(elements, end), spaced: true }, specifier)
    : []
}

/** Comments above it may be about the file, and stay. */
function wholeStatement(editable: Editable, statement: ts.ImportDeclaration): TextEdit {
  const { text } = editable
  const start = startIn(editable, statement)
  const isAlone = startsLine(text, start) && text.slice(statement.end, lineEnd(text, statement.end)).trim() === ''
  if (!isAlone) return deletion(start, statement.end)
  const from = lineStart(text, start)
  const to = nextLine(text, statement.end)
  const isGap = isEmptyLine(text, to) && (from === 0 || isEmptyLine(text, previousLine(text, from)))
  return deletion(from, isGap ? nextLine(text, to) : to)
}
