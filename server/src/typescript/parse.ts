import { ts } from '@ts-morph/common'
import type { Import } from '../model/declaration.js'
import type { FileId } from '../text/file-id.js'
import { readLeadingImports } from './leading-imports.js'
import { outlineOf } from './outline.js'
import { scriptOf } from './script-blocks.js'

/** One file's syntax tree. Nodes have no parents. */
export interface Source {
  readonly file: FileId
  /** What the file begins with and the tree does not hold. */
  readonly imports: readonly Import[]
  /** Where in the file the text begins. */
  readonly start: number
  /** The code that the tree's offsets count in: of a `.vue` file only its scripts, blanks around them. */
  readonly text: string
  readonly tree: ts.SourceFile
  /** What the parser complained of, in the order it did. */
  readonly errors: readonly SyntaxError[]
}

export interface SyntaxError {
  readonly at: number
  /** What should start where something else stands: what ends before it is intact. */
  readonly expected: Unit | undefined
}

export type Unit = 'statement' | 'member'

/** Parses without looking at any other file. Undefined where the text nests deeper than the parser can follow. */
export function parse(file: FileId, text: string): Source | undefined {
  const script = scriptOf(file, text)
  return parseScript({ file, imports: [], start: 0, text: script }, script)
}

/**
 * A file's code without the bodies of its functions: all that its declarations are read from. Offsets are those of the
 * whole text.
 */
export function codeOutline(file: FileId, text: string): string {
  return outlineOf(scriptOf(file, text), scriptKindOf(file) !== ts.ScriptKind.TS)
}

/**
 * Parses what {@link codeOutline} left of a text, from behind the import statements at its top on. A syntax error inside
 * of a body is not seen.
 */
export function parseOutline(file: FileId, text: string, outline: string): Source | undefined {
  const script = scriptOf(file, text)
  const { imports, end } = readLeadingImports(outline)
  if (end === 0) return parseScript({ file, imports, start: 0, text: script }, outline)
  // The end of a statement: a comment in its line does not belong to the next one.
  const cut = (code: string) => `;${code.slice(end)}`
  return parseScript({ file, imports, start: end - 1, text: cut(script) }, cut(outline))
}

function parseScript(place: Omit<Source, 'tree' | 'errors'>, parsed: string): Source | undefined {
  const { file } = place
  try {
    const tree = ts.createSourceFile(file, parsed, OPTIONS, false, scriptKindOf(file))
    return { ...place, tree, errors: errorsOf(tree) }
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
