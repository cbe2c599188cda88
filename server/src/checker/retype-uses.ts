import { ts } from '@ts-morph/common'
import type { FileId } from '../text/file-id.js'
import { applyEdits, type TextEdit } from '../text/text-edit.js'
import { typesOf } from './client-types.js'
import type { LeftPlace, RenameInput } from './input.js'
import { valueAt } from './mismatch.js'
import { type CheckedProgram, createCompiler } from './programs.js'
import { addressingIn, annotationOf, retypingEdits, withPipes } from './retyping.js'

/** The types of columns that parameters are written with. */
export type Keyword = 'string' | 'number' | 'boolean' | 'bigint'

/** A column whose values are of another type now. */
export interface RetypedColumn {
  readonly model: string
  readonly name: string
  readonly from: Keyword
  readonly to: Keyword
  /** Where the column addresses a record: the names of the types that describe the model's records. */
  readonly records: readonly string[]
}

export interface RetypeInput extends Pick<RenameInput, 'workspace' | 'isOpen' | 'clients'> {
  /** The texts as they were before anything followed the schema. */
  readonly originals: ReadonlyMap<FileId, string>
  readonly columns: readonly RetypedColumn[]
}

export interface RetypedUses {
  /** The new texts of the files that change. */
  readonly texts: ReadonlyMap<FileId, string>
  /** Values of the former type that only a person can change. */
  readonly left: readonly LeftPlace[]
}

/** A parameter gets its type from what it is handed on to: one round for each function on the way. */
const ROUNDS = 8

/**
 * Gives parameters the type that a column has now: those by which requests address a record, and those that the compiler
 * says are handed on to where the column is meant, or are given its values, by an error that was not there before.
 */
export function retypeUses({ workspace, originals, isOpen, clients, columns }: RetypeInput): RetypedUses {
  const words = columns.flatMap(({ name, records }) => [name, ...records])
  const files = [...workspace.texts].flatMap(([file, text]) =>
    file.endsWith('.d.ts') || words.some((word) => text.includes(word)) ? [file] : [],
  )
  const compiler = createCompiler(workspace)
  const typed = new Set(columns.map(({ model, name }) => `${model}.${name}`))
  const before = compiler.compile({ files, texts: originals, clients: typesOf(clients, 'before', typed) })
  const newErrors = createNewErrors(before)
  const texts = new Map<FileId, string>()
  for (let round = 1; ; round++) {
    const after = compiler.compile({ files, texts, clients: typesOf(clients, 'after', typed) })
    const errors = files.flatMap((file) => newErrors(file, after).map((error) => ({ file, error })))
    const behind = errors.flatMap(({ error }) => parameterBehind(error, after.checker, columns) ?? [])
    const addressing = round === 1 ? files.flatMap((file) => addressingIn(after.sourceOf(file), columns)) : []
    const edits = editsOf([...addressing, ...behind], after, isOpen)
    for (const [file, list] of edits) {
      texts.set(file, withPipes(file, applyEdits(texts.get(file) ?? workspace.texts.get(file) ?? '', list)))
    }
    if (edits.size > 0 && round < ROUNDS) continue
    const left = errors.filter(({ error }) => columns.some((column) => isAbout(error, column)))
    return { texts, left: left.map(({ file, error }) => placeOf(file, error)) }
  }
}

/** A parameter and the type that it should have. */
export interface Retyping extends Pick<RetypedColumn, 'from' | 'to'> {
  readonly parameter: ts.ParameterDeclaration
}

/** The errors of values of the wrong type that a file had not before, wherever they stood. */
function createNewErrors(before: CheckedProgram) {
  return (file: FileId, after: CheckedProgram): readonly ts.Diagnostic[] => {
    const errors = after.errorsIn(file).filter(({ code }) => MISMATCHES.has(code))
    const known = errors.length > 0 ? before.errorsIn(file).map(keyOf) : []
    return errors.filter((error) => {
      const at = known.indexOf(keyOf(error))
      if (at >= 0) known.splice(at, 1)
      return at < 0
    })
  }
}

/** A value cannot be assigned, or be an argument. */
const MISMATCHES: ReadonlySet<number> = new Set([2322, 2345])

/** Lines may have moved: an error is known by its words and those of its line. */
function keyOf({ code, messageText, file, start = 0 }: ts.Diagnostic): string {
  const line = file?.getLineAndCharacterOfPosition(start).line ?? 0
  const text = file?.text.split('\n', line + 1)[line]?.trim()
  return `${code} ${ts.flattenDiagnosticMessageText(messageText, ' ')} ${text}`
}

/** The parameter that is handed on and has the former type; else the one that expects it and is given a value of today's. */
function parameterBehind(
  error: ts.Diagnostic,
  checker: ts.TypeChecker,
  columns: readonly RetypedColumn[],
): Retyping | undefined {
  const value = valueAt(error)
  if (!value || !columns.some((column) => isAbout(error, column))) return undefined
  const given = declarationOf(value, checker)
  const expecting = parameterFor(value, checker)
  for (const { from, to } of columns) {
    const isFormer = (checker.getTypeAtLocation(value).flags & FLAGS[from]) !== 0
    if (given && isFormer && annotationOf(given, from)) return { parameter: given, from, to }
    if (expecting && !isFormer && annotationOf(expecting, from)) return { parameter: expecting, from, to }
  }
  return undefined
}

const FLAGS: Readonly<Record<Keyword, ts.TypeFlags>> = {
  string: ts.TypeFlags.StringLike,
  number: ts.TypeFlags.NumberLike,
  boolean: ts.TypeFlags.BooleanLike,
  bigint: ts.TypeFlags.BigIntLike,
}

function declarationOf(value: ts.Expression, checker: ts.TypeChecker): ts.ParameterDeclaration | undefined {
  if (!ts.isIdentifier(value)) return undefined
  const symbol = ts.isShorthandPropertyAssignment(value.parent)
    ? checker.getShorthandAssignmentValueSymbol(value.parent)
    : checker.getSymbolAtLocation(value)
  const declaration = symbol?.valueDeclaration
  return declaration && ts.isParameter(declaration) ? declaration : undefined
}

/** The parameter that an argument is for. */
function parameterFor(value: ts.Expression, checker: ts.TypeChecker): ts.ParameterDeclaration | undefined {
  const { parent } = value
  if (!ts.isCallExpression(parent)) return undefined
  const declaration = checker.getResolvedSignature(parent)?.getDeclaration()
  const parameter = declaration?.parameters[parent.arguments.indexOf(value)]
  return parameter && ts.isParameter(parameter) ? parameter : undefined
}

/** Whether an error says that a value of the former type is given where the other is expected, or the other way round. */
function isAbout({ messageText }: ts.Diagnostic, { from, to }: RetypedColumn): boolean {
  const message = ts.flattenDiagnosticMessageText(messageText, ' ')
  return message.includes(from) && message.includes(to)
}

function editsOf(
  found: readonly Retyping[],
  program: CheckedProgram,
  isOpen: (file: FileId) => boolean,
): ReadonlyMap<FileId, readonly TextEdit[]> {
  const edits = new Map<FileId, TextEdit[]>()
  for (const retyping of new Map(found.map((each) => [each.parameter, each])).values()) {
    const file = program.fileOf(retyping.parameter.getSourceFile())
    if (file !== undefined && isOpen(file)) edits.set(file, [...(edits.get(file) ?? []), ...retypingEdits(retyping)])
  }
  return new Map([...edits].map(([file, list]) => [file, list.toSorted((a, b) => a.span.start - b.span.start)]))
}

function placeOf(file: FileId, { file: source, start = 0, messageText }: ts.Diagnostic): LeftPlace {
  const line = (source?.getLineAndCharacterOfPosition(start).line ?? 0) + 1
  return { file, line, reason: 'error', message: ts.flattenDiagnosticMessageText(messageText, ' ') }
}
