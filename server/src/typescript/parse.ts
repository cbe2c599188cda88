import { ts } from '@ts-morph/common'
import type { Import } from '../model/declaration.js'
import type { FileId } from '../text/file-id.js'
import { readLeadingImports } from './leading-imports.js'
import { outlineOf } from './outline.js'
import { scriptOf } from './script-blocks.js'
import { squeeze } from './squeeze.js'

/** One file's syntax tree. Nodes have no parents. */
export interface Source {
  readonly file: FileId
  /** What the file begins with and the tree does not hold. */
  readonly imports: readonly Import[]
  /** The file's code: of a `.vue` file only its scripts, at their offsets. */
  readonly text: string
  /** Where in the text a token begins or ends that does so at an offset of the tree. */
  originOf(offset: number): number
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
  const script = scriptOf(file, text)
  return parseScript({ file, imports: [], text: script, originOf: (offset) => offset }, script)
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
  const { imports, end } = readLeadingImports(outline)
  const { text: parsed, originOf } = squeeze(outline, end)
  return parseScript({ file, imports, text: scriptOf(file, text), originOf }, parsed)
}

function parseScript(place: Omit<Source, 'tree' | 'errors'>, parsed: string): Source | undefined {
  const { file, originOf } = place
  try {
    const tree = ts.createSourceFile(file, parsed, OPTIONS, false, scriptKindOf(file))
    return { ...place, tree, errors: errorsOf(tree, originOf) }
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

function errorsOf(tree: ts.SourceFile, originOf: Source['originOf']): SyntaxError[] {
  const { parseDiagnostics } = tree as unknown as { parseDiagnostics?: readonly ts.DiagnosticWithLocation[] }
  return (parseDiagnostics ?? []).map(({ start, code }) => ({ at: originOf(start), expected: EXPECTED.get(code) }))
}
