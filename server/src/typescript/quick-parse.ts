import { ts } from '@ts-morph/common'
import type { Import } from '../model/declaration.js'
import { type DeclarationStart, readClass, readHeritage } from './quick-classes.js'
import {
  accept,
  acceptSigns,
  endStatement,
  expect,
  followingCharacter,
  isForced,
  isOnNewLine,
  isOpening,
  isWord,
  presentWord,
  readInitializer,
  Signs,
  skipBrackets,
  withSigns,
} from './quick-cursor.js'
import { type ExpressionReader, readExpression, wholeReader } from './quick-expressions.js'
import { readAnyName, readIdentifier } from './quick-literals.js'
import { readMembers, readPropertyName } from './quick-members.js'
import { readExport, readImport } from './quick-modules.js'
import { readBindingName, readBody, readDecorators, readSignature } from './quick-parameters.js'
import { readPlainStatement } from './quick-statements.js'
import { readTypeParameters } from './quick-type-parameters.js'
import { readType } from './quick-types.js'
import { beginsStatement, createScanner, Doubt, isStray, Mark, nextToken, type Scanner, Token } from './scanner.js'
import { mayNameSchema, zodNames } from './zod-chain.js'

const { SyntaxKind } = ts

/** What is read of a file. */
export interface QuickSource {
  readonly imports: readonly Import[]
  /** Statements that declare a type or a value, or hand on names; their nodes have what is lowered, and nothing else. */
  readonly statements: readonly ts.Statement[]
}

/** `whole`: all statements are read, and the bodies of functions, with everything that `readUsage` and handovers need. */
export type QuickOptions = Pick<Scanner, 'jsx' | 'whole'>

/**
 * Reads the declarations of a text without errors, in a fraction of the time that TypeScript's parser takes: bodies of
 * functions and all other statements are passed over, and trees are made of declarations alone. Undefined where there is
 * any doubt about what stands where; the parser decides then.
 */
export function quickParse(text: string, options: QuickOptions): QuickSource | undefined {
  if (text.includes('<<<<<<<')) return undefined
  try {
    return readText(text, options)
  } catch (error) {
    // A text that nests deeper than the stack allows is left to the parser, too.
    if (error instanceof Doubt || error instanceof RangeError) return undefined
    throw error
  }
}

/** Names that are imported below the values that they may make are known when the text is read once more. */
function readText(text: string, options: QuickOptions, names: readonly string[] = []): QuickSource {
  const scanner = createScanner(text, options)
  const late = new Set<string>()
  const roots = options.whole ? wholeReader(scanner).roots : new Set(['Object', ...names])
  const reader: Reader = { scanner, roots, imports: [], values: [], late }
  nextToken(scanner)
  const statements = readStatements(reader, Token.end)
  return late.size > 0 && names.length === 0
    ? readText(text, options, [...late])
    : { imports: reader.imports, statements }
}

interface Reader extends VariableReader {
  readonly imports: Import[]
  /** What values were read so far. */
  readonly values: ts.Expression[]
  /** Names that make schemas and became known when calls had been passed over. */
  readonly late: Set<string>
}

/** Reads statements up to the end of the file or the brace that closes a namespace. */
function readStatements(reader: Reader, close: number): readonly ts.Statement[] {
  const { scanner } = reader
  const statements: ts.Statement[] = []
  while (scanner.kind !== close) {
    if (accept(scanner, Mark.semicolon)) continue
    const statement = readStatement(reader)
    if (statement) statements.push(statement)
  }
  return statements
}

function wholeStatements(scanner: Scanner): Reader {
  return { ...wholeReader(scanner), imports: [], values: [], late: new Set() }
}

/** Reads the statements between braces. */
export function readInside(scanner: Scanner): readonly ts.Statement[] {
  expect(scanner, Mark.openBrace)
  const statements = readStatements(wholeStatements(scanner), Mark.closeBrace)
  nextToken(scanner)
  return statements
}

/** Reads the one statement that `if (…)` and the like have. */
export function readOne(scanner: Scanner): ts.Statement | undefined {
  if (accept(scanner, Mark.semicolon)) return undefined
  return readStatement(wholeStatements(scanner))
}

type StatementReader = (reader: Reader, start: DeclarationStart) => ts.Statement | undefined

const STATEMENTS: ReadonlyMap<string, StatementReader> = new Map<string, StatementReader>([
  ['import', readImportStatement],
  ['export', readExportStatement],
  ['interface', readInterface],
  ['type', readAlias],
  ['class', readClass],
  ['enum', readEnum],
  ['const', readVariables],
  ['let', readVariables],
  ['var', readVariables],
  ['function', readFunction],
  ['async', readAsync],
  ['abstract', (reader, start) => readModified(reader, start, SyntaxKind.AbstractKeyword)],
  ['declare', (reader, start) => readModified(reader, start, SyntaxKind.DeclareKeyword)],
  ['namespace', readNamespace],
  ['module', readNamespace],
  ['global', readNamespace],
])

/** Words that begin a declaration only where a name follows on their line. */
const CONTEXTUAL = new Set(['interface', 'type', 'abstract', 'declare', 'namespace', 'module', 'async', 'let'])

function readStatement(reader: Reader): ts.Statement | undefined {
  const { scanner } = reader
  if (isStray(scanner.kind)) throw new Doubt()
  leaveSigns(scanner)
  if (scanner.isSigned && !isForced(scanner)) return otherStatement(reader)
  const pos = scanner.end
  const { isSigned } = scanner
  const modifiers = readDecorators(scanner)
  const read = declarationReader(scanner)
  // `!class A {}` is a value.
  if (read && isSigned) throw new Doubt()
  if (read) return read(reader, { pos, modifiers })
  if (modifiers.length > 0) throw new Doubt()
  return otherStatement(reader)
}

/**
 * The signs in `a!` and `a++` end the statement before, where a line break follows them; behind `;` and `}` they may begin
 * the next, and what is read whole has its signs already.
 */
function leaveSigns(scanner: Scanner): void {
  if (!scanner.isSigned || !isOnNewLine(scanner) || !acceptSigns(scanner, Signs.any)) return
  const { whole, previous } = scanner
  if (whole || previous === Mark.semicolon || previous === Mark.closeBrace) throw new Doubt()
}

function otherStatement({ scanner }: Reader): ts.Statement | undefined {
  if (scanner.kind === Mark.at) throw new Doubt()
  return scanner.whole ? readPlainStatement(scanner) : skipStatement(scanner)
}

function declarationReader(scanner: Scanner): StatementReader | undefined {
  const word = presentWord(scanner)
  const read = STATEMENTS.get(word)
  if (!read) return undefined
  if (word === 'global') return followingCharacter(scanner) === '{' ? read : undefined
  return !CONTEXTUAL.has(word) || /[\w$"'[{\u0080-\uffff]/.test(followingCharacter(scanner)) ? read : undefined
}

/** Passes over a statement that declares nothing, to where the next one may begin that does. */
function skipStatement(scanner: Scanner): undefined {
  return withSigns(scanner, () => skipToDeclaration(scanner))
}

function skipToDeclaration(scanner: Scanner): undefined {
  do {
    if (isOpening(scanner.kind)) skipBrackets(scanner)
    else if (scanner.kind === Mark.closeBrace) return
    else if (isStray(scanner.kind)) throw new Doubt()
    else if (accept(scanner, Mark.semicolon)) return
    else nextToken(scanner)
  } while (!isStray(scanner.kind) && !beginsDeclaration(scanner))
}

function beginsDeclaration(scanner: Scanner): boolean {
  const isCandidate = scanner.kind === Mark.at || (scanner.kind === Token.word && declarationReader(scanner))
  if (!isCandidate) return false
  leaveSigns(scanner)
  if (scanner.isSigned) return false
  if (scanner.kind === Token.word && beginsStatement(scanner)) return true
  if (!isOnNewLine(scanner)) {
    // What is decorated may be all that an `else` before it has.
    if (scanner.kind === Mark.at) throw new Doubt()
    return false
  }
  const { previous, text, ownerStart, ownerEnd } = scanner
  if (previous === Mark.closeParen && !/^(?:if|while|for|with)$/.test(text.slice(ownerStart, ownerEnd))) return true
  if (scanner.kind === Mark.at && (previous === Mark.closeBrace || previous === Mark.semicolon)) return true
  throw new Doubt()
}

/** Remembers names whose calls may make schemas. */
function readImportStatement(reader: Reader, start: DeclarationStart): ts.Statement | undefined {
  const { scanner, roots, imports, late } = reader
  const next = followingCharacter(scanner)
  if (next === '(' || next === '.') return otherStatement(reader)
  const read = readImport(scanner, start)
  const schemas = [...zodNames(read.imports), ...read.imports.map(({ local }) => local).filter(mayNameSchema)]
  for (const name of schemas) {
    if (reader.values.length > 0 && !roots.has(name)) late.add(name)
    roots.add?.(name)
  }
  imports.push(...read.imports)
  return read.statement
}

function readExportStatement(reader: Reader, start: DeclarationStart): ts.Statement | undefined {
  const { scanner } = reader
  const modifier = readModifier(scanner, SyntaxKind.ExportKeyword)
  const exported = { pos: start.pos, modifiers: [...start.modifiers, modifier] }
  if (isWord(scanner, 'default')) return readDefault(reader, exported)
  if (accept(scanner, Mark.equals)) return readAssignment(reader, exported, { isExportEquals: true })
  const handedOn = readExport(scanner, start)
  if (handedOn !== 'none') return handedOn
  const read = declarationReader(scanner)
  if (!read || isWord(scanner, 'export') || start.modifiers.length + 1 < exported.modifiers.length) throw new Doubt()
  return read(reader, exported)
}

function readModifier(scanner: Scanner, kind: ts.SyntaxKind): ts.ModifierLike {
  const pos = scanner.start
  nextToken(scanner)
  return { kind, flags: 0, pos, end: scanner.end } as never
}

function readModified(reader: Reader, start: DeclarationStart, kind: ts.SyntaxKind): ts.Statement | undefined {
  const { scanner } = reader
  const modifier = readModifier(scanner, kind)
  const read = declarationReader(scanner)
  if (!read) throw new Doubt()
  return read(reader, { pos: start.pos, modifiers: [...start.modifiers, modifier] })
}

/** Declarations that may be exported as the default; anything else is a value. */
const DEFAULTS = new Set(['class', 'abstract', 'interface', 'function', 'async'])

function readDefault(reader: Reader, start: DeclarationStart): ts.Statement | undefined {
  const { scanner } = reader
  const modifier = readModifier(scanner, SyntaxKind.DefaultKeyword)
  if (scanner.kind === Mark.at) throw new Doubt()
  const word = presentWord(scanner)
  const read = DEFAULTS.has(word) ? declarationReader(scanner) : undefined
  if (read) return read(reader, { pos: start.pos, modifiers: [...start.modifiers, modifier] })
  if (word === 'interface' && followingCharacter(scanner) === '') throw new Doubt()
  return readAssignment(reader, start, { isExportEquals: undefined })
}

interface Assignment {
  readonly isExportEquals: true | undefined
}

function readAssignment(reader: Reader, { pos }: DeclarationStart, { isExportEquals }: Assignment): ts.Statement {
  const { scanner } = reader
  const expression = withSigns(scanner, () => readExpression(reader))
  reader.values.push(expression)
  endStatement(scanner)
  return { kind: SyntaxKind.ExportAssignment, flags: 0, pos, end: scanner.end, expression, isExportEquals } as never
}

function readInterface(reader: Reader, start: DeclarationStart): ts.Statement {
  const { scanner } = reader
  nextToken(scanner)
  const name = readIdentifier(scanner)
  const typeParameters = readTypeParameters(scanner)
  const heritageClauses = readHeritage(reader)
  const members = readMembers(scanner)
  const rest = { name, typeParameters, heritageClauses, members }
  return { kind: SyntaxKind.InterfaceDeclaration, flags: 0, end: scanner.end, ...start, ...rest } as never
}

function readAlias({ scanner }: Reader, start: DeclarationStart): ts.Statement {
  nextToken(scanner)
  const name = readIdentifier(scanner)
  const typeParameters = readTypeParameters(scanner)
  expect(scanner, Mark.equals)
  const type = readType(scanner)
  endStatement(scanner)
  const rest = { name, typeParameters, type }
  return { kind: SyntaxKind.TypeAliasDeclaration, flags: 0, end: scanner.end, ...start, ...rest } as never
}

function readEnum(reader: Reader, start: DeclarationStart): ts.Statement {
  const { scanner } = reader
  nextToken(scanner)
  const name = readIdentifier(scanner)
  const members: ts.EnumMember[] = []
  expect(scanner, Mark.openBrace)
  while (scanner.kind !== Mark.closeBrace) {
    members.push(readEnumMember(reader))
    if (scanner.kind !== Mark.closeBrace) expect(scanner, Mark.comma)
  }
  nextToken(scanner)
  return { kind: SyntaxKind.EnumDeclaration, flags: 0, end: scanner.end, ...start, name, members } as never
}

function readEnumMember(reader: Reader): ts.EnumMember {
  const { scanner } = reader
  const pos = scanner.end
  const name = readPropertyName(scanner)
  const initializer = readInitializer(scanner, () => readExpression(reader))
  return { kind: SyntaxKind.EnumMember, flags: 0, pos, end: scanner.end, name, initializer } as never
}

function readVariables(reader: Reader, start: DeclarationStart): ts.Statement | undefined {
  const { scanner } = reader
  const modifier = readModifier(scanner, SyntaxKind.ConstKeyword)
  if (isWord(scanner, 'enum')) return readEnum(reader, { ...start, modifiers: [...start.modifiers, modifier] })
  const declarationList = readVariableList(reader)
  for (const { initializer } of declarationList.declarations) if (initializer) reader.values.push(initializer)
  endStatement(scanner)
  return { kind: SyntaxKind.VariableStatement, flags: 0, end: scanner.end, ...start, declarationList } as never
}

export function readVariableList(reader: VariableReader): ts.VariableDeclarationList {
  const { scanner } = reader
  const declarations = [readVariable(reader)]
  while (accept(scanner, Mark.comma)) declarations.push(readVariable(reader))
  return { kind: SyntaxKind.VariableDeclarationList, flags: 0, declarations } as never
}

interface VariableReader extends ExpressionReader {
  /** Takes in names whose values may be schemas. */
  readonly roots: ExpressionReader['roots'] & { add?(name: string): unknown }
}

function readVariable(reader: VariableReader): ts.VariableDeclaration {
  const { scanner, roots } = reader
  const pos = scanner.end
  const name = withSigns(scanner, () => readBindingName(scanner))
  const type = accept(scanner, Mark.colon) ? readType(scanner) : undefined
  const initializer = readInitializer(scanner, () => {
    if (roots.has(presentWord(scanner)) && name.kind === SyntaxKind.Identifier) roots.add?.(name.text)
    return readExpression(reader)
  })
  return { kind: SyntaxKind.VariableDeclaration, flags: 0, pos, end: scanner.end, name, type, initializer } as never
}

function readFunction({ scanner }: Reader, { pos, modifiers }: DeclarationStart): ts.Statement {
  nextToken(scanner)
  accept(scanner, ASTERISK)
  const name = scanner.kind === Token.word ? readAnyName(scanner) : undefined
  const signature = readSignature(scanner)
  const body = readBody(scanner)
  const rest = { modifiers, name, ...signature, body }
  return { kind: SyntaxKind.FunctionDeclaration, flags: 0, pos, end: scanner.end, ...rest } as never
}

const ASTERISK = 42

function readAsync(reader: Reader, start: DeclarationStart): ts.Statement | undefined {
  const { scanner } = reader
  if (!/^[ \t]+function\b/.test(scanner.text.slice(scanner.at, scanner.at + 40))) return otherStatement(reader)
  nextToken(scanner)
  return readFunction(reader, start)
}

function readNamespace(reader: Reader, start: DeclarationStart): ts.Statement | undefined {
  const { scanner } = reader
  const { pos, modifiers } = start
  if (!isWord(scanner, 'global')) nextToken(scanner)
  if (scanner.kind === Token.value) return skipModule(scanner)
  const name = readIdentifier(scanner)
  const body = accept(scanner, Mark.dot) ? readNested(reader) : readBlock(reader)
  return { kind: SyntaxKind.ModuleDeclaration, flags: 0, pos, end: scanner.end, modifiers, name, body } as never
}

function readNested(reader: Reader): ts.Statement {
  const { scanner } = reader
  const pos = scanner.start
  const name = readIdentifier(scanner)
  const body = accept(scanner, Mark.dot) ? readNested(reader) : readBlock(reader)
  const modifiers = [{ kind: SyntaxKind.ExportKeyword, flags: 0, pos, end: pos }]
  return { kind: SyntaxKind.ModuleDeclaration, flags: 0, pos, end: scanner.end, modifiers, name, body } as never
}

/** A module with a quoted name describes another file. */
function skipModule(scanner: Scanner): undefined {
  if (scanner.whole) throw new Doubt()
  nextToken(scanner)
  readBody(scanner)
}

/** Imports within are none of the file. */
function readBlock(reader: Reader): ts.Node {
  const { scanner } = reader
  const pos = scanner.start
  expect(scanner, Mark.openBrace)
  const statements = readStatements({ ...reader, imports: [] }, Mark.closeBrace)
  nextToken(scanner)
  return { kind: SyntaxKind.ModuleBlock, flags: 0, pos, end: scanner.end, statements } as never
}
