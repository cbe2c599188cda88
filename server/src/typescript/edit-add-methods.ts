import { ts } from '@ts-morph/common'
import type { FileId } from '../text/file-id.js'
import { indentAt, indentUnitOf, lineBreakOf, lineStart } from '../text/layout.js'
import { applyEdits, insertion } from '../text/text-edit.js'
import { ownedStart } from './edit-comments.js'
import { type Editable, openEditable, startIn, textIn } from './editable.js'

/** A method as source text with `\n`, its first line without indentation. */
export interface NewMethod {
  readonly name: string
  readonly text: string
}

/**
 * The text of a file with methods that a class lacks, behind its public ones, an empty line before each. Undefined where
 * the file has no such class or cannot be parsed.
 */
export function addMethods(
  { file, text }: { readonly file: FileId; readonly text: string },
  className: string,
  methods: readonly NewMethod[],
): string | undefined {
  const editable = openEditable(file, text)
  const owner = editable?.tree.statements
    .filter(ts.isClassDeclaration)
    .find(({ name }) => name !== undefined && name.text === className)
  if (!editable || !owner) return undefined
  const known = new Set(owner.members.map(({ name }) => (name ? textIn(editable, name) : '')))
  const missing = methods.filter(({ name }) => !known.has(name))
  return missing.length === 0 ? text : applyEdits(text, [edit(editable, owner, missing)])
}

function edit(editable: Editable, owner: ts.ClassDeclaration, methods: readonly NewMethod[]) {
  const { text } = editable
  const eol = lineBreakOf(text)
  const first = owner.members[0]
  const indent = first ? indentAt(text, startIn(editable, first)) : indentAt(text, owner.end - 1) + indentUnitOf(text)
  const written = methods.map((method) => indented(method.text, indent, eol))
  const hidden = owner.members.find((member) => ts.isMethodDeclaration(member) && isHidden(member))
  if (hidden) {
    const at = lineStart(text, ownedStart(editable, hidden))
    return insertion(at, written.map((each) => `${each}${eol}${eol}`).join(''))
  }
  const last = owner.members.at(-1)
  if (last) return insertion(last.end, written.map((each) => `${eol}${eol}${each}`).join(''))
  const isOneLine =
    text.slice(owner.members.pos, owner.end - 1).trim() === '' &&
    !/[\r\n]/.test(text.slice(owner.members.pos, owner.end - 1))
  const body = written.join(`${eol}${eol}`)
  return isOneLine
    ? insertion(owner.end - 1, `${eol}${body}${eol}`)
    : insertion(lineStart(text, owner.end - 1), `${body}${eol}`)
}

function isHidden({ modifiers }: ts.MethodDeclaration): boolean {
  const words = [ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.ProtectedKeyword]
  return modifiers?.some(({ kind }) => words.includes(kind)) ?? false
}

function indented(text: string, indent: string, eol: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : indent + line))
    .join(eol)
}
