import { ts } from '@ts-morph/common'
import type { FileId } from '../text/file-id.js'
import { scriptOf } from './script-blocks.js'

/** One file's syntax tree. Nodes have no parents. */
export interface Source {
  readonly file: FileId
  /** The text as it was parsed: of a `.vue` file only its scripts, at their offsets. */
  readonly text: string
  readonly tree: ts.SourceFile
  /** What the parser complained of, in the order it did. */
  readonly errors: readonly SyntaxError[]
}

/** `stray`: something stands where a statement or member should start; what stands before it is intact. */
export interface SyntaxError {
  readonly at: number
  readonly stray: boolean
}

/** Parses without looking at any other file. Undefined where the text nests deeper than the parser can follow. */
export function parse(file: FileId, text: string): Source | undefined {
  try {
    const script = scriptOf(file, text)
    const tree = ts.createSourceFile(file, script, OPTIONS, false, scriptKindOf(file))
    return { file, text: script, tree, errors: errorsOf(tree) }
  } catch {
    return undefined
  }
}

const OPTIONS: ts.CreateSourceFileOptions = {
  languageVersion: ts.ScriptTarget.Latest,
  jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
}

const SCRIPT_KINDS: ReadonlyMap<string, ts.ScriptKind> = new Map([
  ['tsx', ts.ScriptKind.TSX],
  ['jsx', ts.ScriptKind.JSX],
  ['js', ts.ScriptKind.JSX],
  ['mjs', ts.ScriptKind.JSX],
  ['cjs', ts.ScriptKind.JSX],
])

function scriptKindOf(file: FileId): ts.ScriptKind {
  return SCRIPT_KINDS.get(file.slice(file.lastIndexOf('.') + 1).toLowerCase()) ?? ts.ScriptKind.TS
}

/** Declaration or statement expected; property or signature expected; class member expected. */
const STRAY: readonly number[] = [1128, 1131, 1068]

function errorsOf(tree: ts.SourceFile): SyntaxError[] {
  const { parseDiagnostics } = tree as unknown as { parseDiagnostics?: readonly ts.DiagnosticWithLocation[] }
  return (parseDiagnostics ?? []).map(({ start, code }) => ({ at: start, stray: STRAY.includes(code) }))
}
