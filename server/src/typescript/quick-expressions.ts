import { ts } from '@ts-morph/common'
import { attemptCallTypes, readCallTypes, readChain } from './quick-chains.js'
import { readClassExpression } from './quick-classes.js'
import {
  accept,
  attempt,
  expect,
  followingCharacter,
  isAt,
  isOnNewLine,
  isOpening,
  isWord,
  looksLike,
  presentWord,
  readDots,
  skipBrackets,
} from './quick-cursor.js'
import { readJsx } from './quick-jsx.js'
import { RESERVED, readAnyName, readLiteral } from './quick-literals.js'
import { readObject } from './quick-objects.js'
import {
  readConstruction,
  readOpening,
  readOperation,
  readSequence,
  readTemplate,
  readUnary,
} from './quick-operations.js'
import { readSignature, type Signature } from './quick-parameters.js'
import { readBlock } from './quick-statements.js'
import { readTypeParameters } from './quick-type-parameters.js'
import { readReturnType, readType } from './quick-types.js'
import { Doubt, earlierWordOf, Mark, nextToken, type Scanner, Token, wordOf } from './scanner.js'

const { SyntaxKind } = ts

const [MINUS, QUESTION] = [45, 63]

export interface ExpressionReader {
  readonly scanner: Scanner
  /** The names whose calls are read with their arguments; of others it is known only that they are calls. */
  readonly roots: { has(name: string): boolean }
  /** Between `?` or `case` and a colon. */
  readonly isAlternative?: true
}

export const EVERY_NAME: ExpressionReader['roots'] = { has: () => true }

/** Reads calls with their arguments, whatever is called. */
export function inDepth<Reader extends ExpressionReader>(reader: Reader): Reader {
  return reader.roots === EVERY_NAME ? reader : { ...reader, roots: EVERY_NAME }
}

/** The reader of what stands in brackets, where a colon belongs to nothing outside. */
export function enclosed({ isAlternative: _, ...reader }: ExpressionReader): ExpressionReader {
  return reader
}

/** The reader of a text that is read whole. */
export function wholeReader(scanner: Scanner): ExpressionReader {
  return { scanner, roots: EVERY_NAME }
}

/**
 * Reads an expression up to a comma or the end. What consists of operands and operators is kept as one, but of a text
 * that is read whole.
 */
export function readExpression(reader: ExpressionReader): ts.Expression {
  const { scanner } = reader
  if (scanner.whole) return readOperation(reader)
  const pos = scanner.start
  const value = readOperand(reader)
  if (isEnd(scanner)) return value
  if (isOperand(scanner)) throw new Doubt()
  skipExpression(scanner)
  return other(scanner, pos)
}

/** Whether the present token is an operand, where only an operator can follow. */
function isOperand(scanner: Scanner): boolean {
  const { kind, text, start } = scanner
  if (kind === Token.value) return text.charAt(start) !== '`'
  return kind === Token.word && !isWord(scanner, 'in') && !isWord(scanner, 'instanceof')
}

/** An expression that nothing is read from. */
function other(scanner: Scanner, pos: number): ts.Expression {
  return { kind: SyntaxKind.BinaryExpression, flags: 0, pos, end: scanner.end } as never
}

/** Passes over an expression up to a comma or the end. */
export function skipExpression(scanner: Scanner): void {
  while (!isEnd(scanner)) {
    if (isOpening(scanner.kind)) skipBrackets(scanner)
    else if (isWord(scanner, 'class') || isAt(scanner, Mark.at)) throw new Doubt()
    else if (isAssertion(scanner)) readAssertedType(scanner)
    else if (scanner.kind !== Mark.less || !attempt(scanner, () => readCallTypes(scanner))) nextToken(scanner)
  }
}

/** Whether an expression cannot go on with the present token. */
function isEnd(scanner: Scanner): boolean {
  const { kind } = scanner
  if (kind === Mark.comma || kind === Mark.semicolon || kind === Token.end) return true
  if (kind === Mark.closeParen || kind === Mark.closeBracket || kind === Mark.closeBrace) return true
  return isOnNewLine(scanner) && startsAnew(scanner) && endsOperand(scanner)
}

/** Whether a token that stands on a new line begins something else if what stands before it can end. */
function startsAnew(scanner: Scanner): boolean {
  const { kind, text, start } = scanner
  if (kind === Token.word) return !isWord(scanner, 'in') && !isWord(scanner, 'instanceof')
  if (kind === Token.value) return text.charAt(start) !== '`'
  return kind === Mark.at || kind === Mark.openBrace || kind === 35
}

/** Words after which an operand follows. */
const OPERATORS = new Set(
  'return typeof case in of delete void throw new instanceof else do await yield extends default as satisfies async keyof'.split(
    ' ',
  ),
)

function endsOperand(scanner: Scanner): boolean {
  const { previous, kind } = scanner
  if (previous === Mark.greater) throw new Doubt()
  if (previous === Token.word) {
    const isEarlier = kind === Token.word
    const start = isEarlier ? scanner.earlierStart : scanner.wordStart
    const isMember = scanner.text.charCodeAt(start - 1) === Mark.dot
    return isMember || !OPERATORS.has(isEarlier ? earlierWordOf(scanner) : wordOf(scanner))
  }
  const ends = previous === Token.value || previous === Mark.closeParen
  return ends || previous === Mark.closeBracket || previous === Mark.closeBrace
}

function isAssertion(scanner: Scanner): boolean {
  return isAsserting(scanner) && endsOperand(scanner)
}

/** Whether behind an operand an assertion stands. */
export function isAsserting(scanner: Scanner): boolean {
  return (isWord(scanner, 'as') || isWord(scanner, 'satisfies')) && !isOnNewLine(scanner)
}

export function readAssertedType(scanner: Scanner): ts.TypeNode {
  nextToken(scanner)
  const type = readConstOrType(scanner)
  // In JavaScript's comments a question mark belongs to a type.
  if (isAt(scanner, QUESTION) && !isOnNewLine(scanner)) throw new Doubt()
  return type
}

/** `const` of `as const` is the name of a type here. */
function readConstOrType(scanner: Scanner): ts.TypeNode {
  if (!isWord(scanner, 'const')) return readType(scanner)
  const pos = scanner.start
  if (scanner.isSigned) throw new Doubt()
  const typeName = readAnyName(scanner)
  if (scanner.isSigned) throw new Doubt()
  return { kind: SyntaxKind.TypeReference, flags: 0, pos, end: scanner.end, typeName } as never
}

/** An operand with what is called on it and asserted of it. */
export function readOperand(reader: ExpressionReader): ts.Expression {
  if (reader.scanner.whole) return readUnary(reader)
  return reader.scanner.isSigned ? skipOperand(reader.scanner) : readChain(reader)
}

function skipOperand(scanner: Scanner): ts.Expression {
  if (scanner.whole) throw new Doubt()
  const pos = scanner.start
  skipExpression(scanner)
  return other(scanner, pos)
}

export function readArguments(reader: ExpressionReader): readonly ts.Expression[] {
  return readList(reader, Mark.closeParen, readElement)
}

/** Reads what stands between two brackets with commas between, the present token being the opening one. */
export function readList<Item>(
  reader: ExpressionReader,
  close: number,
  read: (reader: ExpressionReader) => Item,
): readonly Item[] {
  const { scanner } = reader
  const items: Item[] = []
  const inner = reader.isAlternative ? enclosed(reader) : reader
  nextToken(scanner)
  while (scanner.kind !== close) {
    items.push(read(inner))
    if (scanner.kind !== close) expect(scanner, Mark.comma)
  }
  nextToken(scanner)
  return items
}

function readElement(reader: ExpressionReader): ts.Expression {
  const { scanner } = reader
  const pos = scanner.start
  if (scanner.kind === Mark.comma) return { kind: SyntaxKind.OmittedExpression, flags: 0, pos, end: pos } as never
  if (!readDots(scanner)) return readExpression(reader)
  const expression = readExpression(reader)
  return { kind: SyntaxKind.SpreadElement, flags: 0, pos, end: scanner.end, expression } as never
}

export function readPrimary(reader: ExpressionReader): ts.Expression {
  const { scanner } = reader
  switch (scanner.kind) {
    case Token.word:
      return readWord(reader)
    case Token.value:
      return readValue(scanner)
    case Mark.openParen:
      return readParentheses(reader)
    case Mark.openBracket:
      return readArray(reader)
    case Mark.openBrace:
      return readObject(reader)
    case Mark.less:
      return readAngles(reader)
    case MINUS:
      return readMinus(reader)
    default:
      return skipOperand(scanner)
  }
}

const CONSTANTS: ReadonlyMap<string, ts.SyntaxKind> = new Map([
  ['null', SyntaxKind.NullKeyword],
  ['true', SyntaxKind.TrueKeyword],
  ['false', SyntaxKind.FalseKeyword],
  ['this', SyntaxKind.ThisKeyword],
  ['super', SyntaxKind.SuperKeyword],
])

/** Words before operands and functions. */
const OPENING = new Set(['typeof', 'void', 'delete', 'await', 'yield', 'async', 'function', 'import'])

function readWord(reader: ExpressionReader): ts.Expression {
  const { scanner } = reader
  const pos = scanner.start
  const text = presentWord(scanner)
  const constant = CONSTANTS.get(text)
  if (constant !== undefined) {
    nextToken(scanner)
    return { kind: constant, flags: 0, pos, end: scanner.end } as never
  }
  if (text === 'new') return scanner.whole ? readConstruction(reader) : readNew(scanner)
  if (OPENING.has(text)) {
    const isGeneric = text === 'async' && followingCharacter(scanner) === '<'
    return scanner.whole || isGeneric ? readOpening(reader, text) : skipOperand(scanner)
  }
  if (text === 'class' && scanner.whole) return readClassExpression(reader)
  if (RESERVED.has(text)) throw new Doubt()
  nextToken(scanner)
  const name = { kind: SyntaxKind.Identifier, flags: 0, pos, end: scanner.end, text }
  if (!isAt(scanner, Token.arrow)) return name as never
  return readArrow(reader, pos, { parameters: [{ kind: SyntaxKind.Parameter, flags: 0, name } as never] })
}

function readNew(scanner: Scanner): ts.Expression {
  const pos = scanner.start
  nextToken(scanner)
  if (scanner.kind !== Token.word || isWord(scanner, 'class')) throw new Doubt()
  let expression: ts.Expression = readAnyName(scanner)
  while (accept(scanner, Mark.dot)) {
    readAnyName(scanner)
    expression = other(scanner, pos)
  }
  attemptCallTypes(scanner)
  if (isAt(scanner, Mark.openParen)) skipBrackets(scanner)
  return { kind: SyntaxKind.NewExpression, flags: 0, pos, end: scanner.end, expression } as never
}

/** Elements and regular expressions are values of no interest. */
function readValue(scanner: Scanner): ts.Expression {
  const { text, start } = scanner
  const first = text.charAt(start)
  if (first === '`' && scanner.whole) return readTemplate(scanner)
  if (/[\d."'`]/.test(first)) return readLiteral(scanner)
  if (first === '<' && scanner.whole) return readJsx(scanner)
  nextToken(scanner)
  return { kind: SyntaxKind.RegularExpressionLiteral, flags: 0, pos: start, end: scanner.end } as never
}

/** `(…)`, or the function whose parameters they are. */
function readParentheses(reader: ExpressionReader): ts.Expression {
  const { scanner } = reader
  const pos = scanner.start
  if (looksLike(scanner, () => isFunctionHead(reader))) return readFunction(reader)
  nextToken(scanner)
  const expression = scanner.whole ? readSequence(enclosed(reader)) : readExpression(reader)
  expect(scanner, Mark.closeParen)
  return { kind: SyntaxKind.ParenthesizedExpression, flags: 0, pos, end: scanner.end, expression } as never
}

/** Whether parameters stand here that an arrow follows. */
export function isFunctionHead({ scanner, isAlternative }: ExpressionReader): boolean {
  readTypeParameters(scanner)
  if (!isAt(scanner, Mark.openParen)) return false
  skipBrackets(scanner)
  // `a ? (b) : c => d` can be read in two ways.
  if (isAt(scanner, Mark.colon) && isAlternative) return false
  if (accept(scanner, Mark.colon)) readReturnType(scanner)
  return isAt(scanner, Token.arrow)
}

/** Reads a function from its parameters on. */
export function readFunction(reader: ExpressionReader): ts.Expression {
  const pos = reader.scanner.start
  return readArrow(reader, pos, readSignature(reader.scanner))
}

/** Reads a function from its arrow on. */
export function readArrow(reader: ExpressionReader, pos: number, signature: Partial<Signature>): ts.Expression {
  const { scanner } = reader
  nextToken(scanner)
  const body = scanner.kind === Mark.openBrace ? readBlock(scanner) : readExpression(reader)
  return { kind: SyntaxKind.ArrowFunction, flags: 0, pos, end: scanner.end, ...signature, body } as never
}

function readArray(reader: ExpressionReader): ts.Expression {
  const { scanner } = reader
  const pos = scanner.start
  const elements = readList(reader, Mark.closeBracket, readElement)
  return { kind: SyntaxKind.ArrayLiteralExpression, flags: 0, pos, end: scanner.end, elements } as never
}

/** `<const>['A']`, or a function with type parameters. In files that may hold elements no asserted type stands here. */
function readAngles(reader: ExpressionReader): ts.Expression {
  const { scanner } = reader
  const pos = scanner.start
  if (looksLike(scanner, () => isFunctionHead(reader))) return readFunction(reader)
  if (scanner.jsx) throw new Doubt()
  nextToken(scanner)
  const type = readConstOrType(scanner)
  expect(scanner, Mark.greater)
  const expression = readOperand(reader)
  return { kind: SyntaxKind.TypeAssertionExpression, flags: 0, pos, end: scanner.end, type, expression } as never
}

function readMinus(reader: ExpressionReader): ts.Expression {
  const { scanner } = reader
  const pos = scanner.start
  nextToken(scanner)
  const operand = readChain(reader)
  const operator = SyntaxKind.MinusToken
  return { kind: SyntaxKind.PrefixUnaryExpression, flags: 0, pos, end: scanner.end, operator, operand } as never
}
