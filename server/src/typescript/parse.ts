import { ts } from '@ts-morph/common'
import type { Import } from '../model/declaration.js'
import type { FileId } from '../text/file-id.js'
import { type QuickSource, quickParse } from './quick-parse.js'
import { scriptOf } from './script-blocks.js'

/** One file's syntax tree: all of it, or its declarations alone. Nodes have no parents. */
export interface Source {
  readonly file: FileId
  /** Import statements that the tree does not hold. */
  readonly imports: readonly Import[]
  /** The file's code: of a `.vue` file only its scripts, at their offsets. */
  readonly text: string
  readonly tree: ts.SourceFile
  /** What the parser complained of, in the order it did. */
  readonly errors: readonly SyntaxError[]
}

export interface SyntaxError {
  /** Offset into the text. */
  readonly at: number
  /** What should start where something else stands: what ends before it is intact. */
  readonly expected: Unit | undefined
}

export type Unit = 'statement' | 'member'

/** Parses without looking at any other file. Undefined where the text nests deeper than the parser can follow. */
export function parse(file: FileId, text: string): Source | undefined {
  return parseScript(file, scriptOf(file, text))
}

/**
 * Reads no more than a file's declarations: quickly where that is certain to find what the parser finds, else by the
 * parser. The quick way sees no syntax error inside of a function's body.
 */
export function parseDeclarations(file: FileId, text: string): Source | undefined {
  const script = scriptOf(file, text)
  const quick = quickParse(script, { jsx: scriptKindOf(file) !== ts.ScriptKind.TS, whole: false })
  return quick ? sourceOf(file, script, quick) : parseScript(file, script)
}

/** Reads all that `readUsage` and `readHandovers` look at: quickly, or by the parser. */
export function parseWhole(file: FileId, text: string): Source | undefined {
  const script = scriptOf(file, text)
  const quick = quickParse(script, { jsx: scriptKindOf(file) !== ts.ScriptKind.TS, whole: true })
  return quick ? sourceOf(file, script, quick) : parseScript(file, script)
}

function sourceOf(file: FileId, text: string, { imports, statements }: QuickSource): Source {
  const tree = { kind: ts.SyntaxKind.SourceFile, flags: 0, pos: 0, end: text.length, text, statements }
  return { file, imports, text, tree: tree as never, errors: [] }
}

function parseScript(file: FileId, text: string): Source | undefined {
  try {
    const tree = ts.createSourceFile(file, text, OPTIONS, false, scriptKindOf(file))
    return { file, imports: [], text, tree, errors: errorsOf(tree) }
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

/** TypeScript's codes for a token that can start no statement, no member of a type, no member of a class. */
const EXPECTED: ReadonlyMap<number, Unit> = new Map([
  [1128, 'statement'],
  [1131, 'member'],
  [1068, 'member'],
])

function errorsOf(tree: ts.SourceFile): SyntaxError[] {
  const { parseDiagnostics } = tree as unknown as { parseDiagnostics?: readonly ts.DiagnosticWithLocation[] }
  return (parseDiagnostics ?? []).map(({ start, code }) => ({ at: start, expected: EXPECTED.get(code) }))
}
