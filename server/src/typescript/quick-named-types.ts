import { ts } from '@ts-morph/common'
import { accept, expect, isWord } from './quick-cursor.js'
import { RESERVED, readAnyName } from './quick-literals.js'
import { readTypeArguments } from './quick-type-parameters.js'
import { readType } from './quick-types.js'
import { Doubt, Mark, nextToken, type Scanner } from './scanner.js'

const { SyntaxKind } = ts

/** A type that begins with a word, which is the present token: a keyword, a constant, a name, `typeof` or `import`. */
export function readNamed(scanner: Scanner, word: string): ts.TypeNode {
  const pos = scanner.start
  const keyword = KEYWORDS.get(word)
  if (keyword !== undefined) {
    nextToken(scanner)
    if (scanner.kind === Mark.dot) throw new Doubt()
    return { kind: keyword, flags: 0, pos, end: scanner.end } as never
  }
  const constant = CONSTANTS.get(word)
  if (constant !== undefined) {
    nextToken(scanner)
    const literal = { kind: constant, flags: 0, pos, end: scanner.end }
    return { kind: SyntaxKind.LiteralType, flags: 0, pos, end: scanner.end, literal } as never
  }
  if (word === 'typeof') return readQuery(scanner)
  if (word === 'import') return readImport(scanner, { pos, isTypeOf: false })
  if (RESERVED.has(word)) throw new Doubt()
  const typeName = readEntityName(scanner)
  const typeArguments = readTypeArguments(scanner)
  return { kind: SyntaxKind.TypeReference, flags: 0, pos, end: scanner.end, typeName, typeArguments } as never
}

/** Types that are one word; not where a dot follows, as of a namespace. */
const KEYWORDS: ReadonlyMap<string, ts.SyntaxKind> = new Map([
  ['any', SyntaxKind.AnyKeyword],
  ['unknown', SyntaxKind.UnknownKeyword],
  ['string', SyntaxKind.StringKeyword],
  ['number', SyntaxKind.NumberKeyword],
  ['bigint', SyntaxKind.BigIntKeyword],
  ['symbol', SyntaxKind.SymbolKeyword],
  ['boolean', SyntaxKind.BooleanKeyword],
  ['undefined', SyntaxKind.UndefinedKeyword],
  ['never', SyntaxKind.NeverKeyword],
  ['object', SyntaxKind.ObjectKeyword],
  ['void', SyntaxKind.VoidKeyword],
  ['this', SyntaxKind.ThisType],
])

const CONSTANTS: ReadonlyMap<string, ts.SyntaxKind> = new Map([
  ['null', SyntaxKind.NullKeyword],
  ['true', SyntaxKind.TrueKeyword],
  ['false', SyntaxKind.FalseKeyword],
])

function readQuery(scanner: Scanner): ts.TypeNode {
  const pos = scanner.start
  nextToken(scanner)
  if (isWord(scanner, 'import')) return readImport(scanner, { pos, isTypeOf: true })
  const exprName = readEntityName(scanner)
  const typeArguments = readTypeArguments(scanner)
  return { kind: SyntaxKind.TypeQuery, flags: 0, pos, end: scanner.end, exprName, typeArguments } as never
}

interface ImportStart {
  readonly pos: number
  readonly isTypeOf: boolean
}

/** `import('module').A.B<C>`. */
function readImport(scanner: Scanner, { pos, isTypeOf }: ImportStart): ts.TypeNode {
  nextToken(scanner)
  expect(scanner, Mark.openParen)
  const argument = readType(scanner)
  expect(scanner, Mark.closeParen)
  const qualifier = accept(scanner, Mark.dot) ? readEntityName(scanner) : undefined
  const typeArguments = readTypeArguments(scanner)
  const { end } = scanner
  return { kind: SyntaxKind.ImportType, flags: 0, pos, end, isTypeOf, argument, qualifier, typeArguments } as never
}

/** `A.B.C`. */
function readEntityName(scanner: Scanner): ts.EntityName {
  const pos = scanner.start
  let name: ts.EntityName = readAnyName(scanner)
  while (accept(scanner, Mark.dot)) {
    const right = readAnyName(scanner)
    name = { kind: SyntaxKind.QualifiedName, flags: 0, pos, end: scanner.end, left: name, right } as never
  }
  return name
}
