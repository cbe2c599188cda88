import { ts } from '@ts-morph/common'
import type { Import } from '../model/declaration.js'
import { intern } from './intern.js'
import type { DeclarationStart } from './quick-classes.js'
import { accept, endStatement, expect, followingCharacter, isAt, isWord } from './quick-cursor.js'
import { readAnyName, readIdentifier, readString } from './quick-literals.js'
import { Doubt, Mark, nextToken, type Scanner, Token } from './scanner.js'

const { SyntaxKind } = ts

const ASTERISK = 42

export interface ReadImport {
  readonly imports: readonly Import[]
  /** `import A = B.C` declares a name. */
  readonly statement: ts.Statement | undefined
}

/** Reads an import statement. */
export function readImport(scanner: Scanner, start: DeclarationStart): ReadImport {
  nextToken(scanner)
  if (scanner.kind === Token.value) return ended(scanner, readModule(scanner), [])
  if (isWord(scanner, 'type') && /[\w${*\u0080-\uffff]/.test(followingCharacter(scanner)) && !isFrom(scanner)) {
    nextToken(scanner)
  }
  const names: Name[] = []
  if (scanner.kind === Token.word) {
    const name = readIdentifier(scanner)
    if (isAt(scanner, Mark.equals)) return readAlias(scanner, start, name)
    names.push({ local: name.text, imported: 'default' })
    if (accept(scanner, Mark.comma)) names.push(...readBindings(scanner))
  } else names.push(...readBindings(scanner))
  if (!isWord(scanner, 'from')) throw new Doubt()
  nextToken(scanner)
  return ended(scanner, readModule(scanner), names)
}

/** `import type from 'm'` imports something called `type`. */
function isFrom({ text, at }: Scanner): boolean {
  return /^\s+from\s*["']/.test(text.slice(at, at + 40))
}

interface Name {
  readonly local: string
  readonly imported: string
}

function readBindings(scanner: Scanner): readonly Name[] {
  if (accept(scanner, ASTERISK)) {
    if (!isWord(scanner, 'as')) throw new Doubt()
    nextToken(scanner)
    return [{ local: readIdentifier(scanner).text, imported: '*' }]
  }
  return readSpecifiers(scanner).map(({ first, second }) => ({ imported: first.text, local: (second ?? first).text }))
}

function readModule(scanner: Scanner): string {
  return (readString(scanner) as ts.StringLiteral).text
}

/** Attributes of imports are left to the parser. */
function ended(scanner: Scanner, module: string, names: readonly Name[]): ReadImport {
  endStatement(scanner)
  if (isWord(scanner, 'with') || isWord(scanner, 'assert')) throw new Doubt()
  const key = intern(module)
  const imports = names.map(({ local, imported }) => ({
    local: intern(local),
    module: key,
    imported: intern(imported),
  }))
  return { imports, statement: undefined }
}

function readAlias(scanner: Scanner, { pos, modifiers }: DeclarationStart, name: ts.Identifier): ReadImport {
  nextToken(scanner)
  const start = scanner.start
  if (isWord(scanner, 'require')) throw new Doubt()
  let moduleReference: ts.EntityName = readIdentifier(scanner)
  while (accept(scanner, Mark.dot)) {
    const right = readAnyName(scanner)
    const [kind, left] = [SyntaxKind.QualifiedName, moduleReference]
    moduleReference = { kind, flags: 0, pos: start, end: scanner.end, left, right } as never
  }
  endStatement(scanner)
  const kind = SyntaxKind.ImportEqualsDeclaration
  const statement = { kind, flags: 0, pos, end: scanner.end, modifiers, name, moduleReference } as never
  return { imports: [], statement }
}

interface Specifier {
  readonly first: ts.Identifier
  readonly second: ts.Identifier | undefined
}

/** `{ a, type b, c as d }`. */
function readSpecifiers(scanner: Scanner): readonly Specifier[] {
  const specifiers: Specifier[] = []
  expect(scanner, Mark.openBrace)
  while (scanner.kind !== Mark.closeBrace) {
    specifiers.push(readSpecifier(scanner))
    if (scanner.kind !== Mark.closeBrace) expect(scanner, Mark.comma)
  }
  nextToken(scanner)
  return specifiers
}

/** Names that are strings, and those called `as` or `type`, are left to the parser. */
function readSpecifier(scanner: Scanner): Specifier {
  if (isWord(scanner, 'type')) nextToken(scanner)
  if (isWord(scanner, 'as') || isWord(scanner, 'type')) throw new Doubt()
  const first = readAnyName(scanner)
  if (!isWord(scanner, 'as')) return { first, second: undefined }
  nextToken(scanner)
  if (isWord(scanner, 'as') || isWord(scanner, 'type')) throw new Doubt()
  return { first, second: readAnyName(scanner) }
}

/** Reads what follows `export` where names are handed on; `none` where something else does. */
export function readExport(scanner: Scanner, { pos }: DeclarationStart): ts.Statement | undefined | 'none' {
  if (isWord(scanner, 'type') && /[{*]/.test(followingCharacter(scanner))) nextToken(scanner)
  if (isWord(scanner, 'as')) return skipGlobalName(scanner)
  const isStar = scanner.kind === ASTERISK
  if (!isStar && scanner.kind !== Mark.openBrace) return 'none'
  const exportClause = isStar ? readStar(scanner) : namedExports(scanner)
  const moduleSpecifier = isWord(scanner, 'from') ? readSpecifierOf(scanner) : undefined
  if (isStar && !moduleSpecifier) throw new Doubt()
  endStatement(scanner)
  if (isWord(scanner, 'with') || isWord(scanner, 'assert')) throw new Doubt()
  const kind = SyntaxKind.ExportDeclaration
  return { kind, flags: 0, pos, end: scanner.end, exportClause, moduleSpecifier } as never
}

/** `export as namespace Name`. */
function skipGlobalName(scanner: Scanner): undefined {
  nextToken(scanner)
  nextToken(scanner)
  readIdentifier(scanner)
  endStatement(scanner)
}

function readStar(scanner: Scanner): ts.NamespaceExport | undefined {
  nextToken(scanner)
  if (!isWord(scanner, 'as')) return undefined
  nextToken(scanner)
  const name = readAnyName(scanner)
  return { kind: SyntaxKind.NamespaceExport, flags: 0, name } as never
}

function namedExports(scanner: Scanner): ts.NamedExports {
  const elements = readSpecifiers(scanner).map(({ first, second }) =>
    second ? { name: second, propertyName: first } : { name: first },
  )
  return { kind: SyntaxKind.NamedExports, flags: 0, elements } as never
}

function readSpecifierOf(scanner: Scanner): ts.Expression {
  nextToken(scanner)
  return readString(scanner)
}
