import { ts } from '@ts-morph/common'
import { countWord } from '../text/contains-word.js'
import type { FileId } from '../text/file-id.js'
import { applyEdits, insertion, replacement, type TextEdit } from '../text/text-edit.js'
import { addImport, namedImportsOf } from '../typescript/edit-imports.js'
import { removeItem } from '../typescript/edit-list.js'
import { type Editable, openEditable } from '../typescript/editable.js'
import { inside } from '../typescript/value-lists.js'
import type { Keyword, RetypedColumn, Retyping } from './retype-uses.js'

/** The part of a parameter's type that is one of the keywords: `id: string`, `id?: string | null`. */
export function annotationOf({ type }: ts.ParameterDeclaration, keyword: Keyword): ts.TypeNode | undefined {
  const parts = type && ts.isUnionTypeNode(type) ? type.types : type ? [type] : []
  return parts.find(({ kind }) => kind === KINDS[keyword])
}

const KINDS: Readonly<Record<Keyword, ts.SyntaxKind>> = {
  string: ts.SyntaxKind.StringKeyword,
  number: ts.SyntaxKind.NumberKeyword,
  boolean: ts.SyntaxKind.BooleanKeyword,
  bigint: ts.SyntaxKind.BigIntKeyword,
}

/**
 * The parameters by which functions that ask for a record address it: they are a part of the path, and the function
 * names the record's type.
 */
export function addressingIn(
  source: ts.SourceFile | undefined,
  columns: readonly RetypedColumn[],
): readonly Retyping[] {
  const found: Retyping[] = []
  const visit = (node: ts.Node): void => {
    const column = ts.isParameter(node) ? columns.find((each) => isAddressing(node, each)) : undefined
    if (column && ts.isParameter(node)) found.push({ parameter: node, from: column.from, to: column.to })
    ts.forEachChild(node, visit)
  }
  if (source) visit(source)
  return found
}

function isAddressing(parameter: ts.ParameterDeclaration, { model, name, from, records }: RetypedColumn): boolean {
  const { name: own, parent } = parameter
  if (records.length === 0 || !ts.isIdentifier(own) || !annotationOf(parameter, from)) return false
  const names = [
    name,
    `${model.charAt(0).toLowerCase()}${model.slice(1)}${name.charAt(0).toUpperCase()}${name.slice(1)}`,
  ]
  if (!names.includes(own.text)) return false
  return (
    holds(parent, (node) => ts.isTypeReferenceNode(node) && records.includes(node.typeName.getText())) &&
    holds(parent, (node) => ts.isTemplateSpan(node) && holds(node.expression, (each) => isNamed(each, own.text)))
  )
}

function isNamed(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name
}

function holds(node: ts.Node, accept: (node: ts.Node) => boolean): boolean {
  return accept(node) || (ts.forEachChild(node, (child) => holds(child, accept) || undefined) ?? false)
}

/** The edits that give a parameter another type, with the pipe of NestJS that makes the value out of a request's text. */
export function retypingEdits({ parameter, from, to }: Retyping): readonly TextEdit[] {
  const annotation = annotationOf(parameter, from)
  if (!annotation) return []
  const source = parameter.getSourceFile()
  const own = replacement({ start: annotation.getStart(source), end: annotation.end }, to)
  return [own, ...requestDecorators(parameter).flatMap((call) => pipeEdits(call, to, source))]
}

/** `@Param('id')`, `@Query('id', ParseIntPipe)`. */
function requestDecorators(parameter: ts.ParameterDeclaration): readonly ts.CallExpression[] {
  const calls = (ts.getDecorators(parameter) ?? []).map(({ expression }) => expression).filter(ts.isCallExpression)
  return calls.filter(({ expression }) => /^(Param|Query)$/.test(expression.getText()))
}

const PIPES: ReadonlyMap<Keyword, string> = new Map([
  ['number', 'ParseIntPipe'],
  ['boolean', 'ParseBoolPipe'],
])

/** Pipes that stand for a type of value. */
const TYPED = /^(Parse(Int|Float|Bool|UUID)Pipe)$/

function pipeEdits(call: ts.CallExpression, to: Keyword, source: ts.SourceFile): readonly TextEdit[] {
  const wanted = PIPES.get(to)
  const present = call.arguments.find((each) => TYPED.test(each.getText()))
  const list = { items: call.arguments, inside: { start: call.arguments.pos, end: call.end - 1 }, spaced: false }
  if (present && wanted) return [replacement({ start: present.getStart(source), end: present.end }, wanted)]
  if (present) return removeItem({ tree: source, text: source.text }, list, present)
  const last = call.arguments.at(-1)
  return wanted && last ? [insertion(last.end, `, ${wanted}`)] : []
}

/** A text that imports the pipes that it uses now, and not the one that it used before. */
export function withPipes(file: FileId, text: string): string {
  const used = [...PIPES.values()].filter((pipe) => new RegExp(`@\\w+\\([^)]*\\b${pipe}\\b`).test(text))
  const complete = used.reduce(
    (current, pipe) => edited(file, current, (editable, list) => addImport(editable, list, pipe)),
    text,
  )
  return edited(file, complete, (editable, { elements, end }) => {
    const isNeedless = ({ name }: ts.ImportSpecifier) =>
      TYPED.test(name.text) && countWord(complete, name.text, 2) === 1
    const needless = elements.find(isNeedless)
    const list = { items: elements, inside: inside(elements, end), spaced: true }
    return needless ? removeItem(editable, list, needless) : []
  })
}

function edited(
  file: FileId,
  text: string,
  edit: (editable: Editable, list: ts.NamedImports) => readonly TextEdit[],
): string {
  const editable = openEditable(file, text)
  const list = editable && namedImportsOf(editable, /^@nestjs\/common$/)
  return list ? applyEdits(text, edit(editable, list)) : text
}
