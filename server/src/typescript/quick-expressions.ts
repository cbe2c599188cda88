import { ts } from '@ts-morph/common'
import {
  accept,
  attempt,
  expect,
  isAt,
  isOnNewLine,
  isOpening,
  isWord,
  presentWord,
  skipBrackets,
} from './quick-cursor.js'
import { RESERVED, readLiteral } from './quick-literals.js'
import { isBeforeName, readPropertyName } from './quick-members.js'
import {
  readAnyName,
  readDots,
  readReturnType,
  readType,
  readTypeArguments,
  readTypeParameters,
} from './quick-types.js'
import { Doubt, earlierWordOf, Mark, nextToken, type Scanner, Token, wordOf } from './scanner.js'

const { SyntaxKind } = ts

const [MINUS, QUESTION, ASTERISK] = [45, 63, 42]

export interface ExpressionReader {
  readonly scanner: Scanner
  /** The names whose calls are read with their arguments; of others it is known only that they are calls. */
  readonly roots: { has(name: string): boolean }
}

const EVERY_NAME: ExpressionReader['roots'] = { has: () => true }

/** Reads calls with their arguments, whatever is called. */
export function inDepth<Reader extends ExpressionReader>(reader: Reader): Reader {
  return { ...reader, roots: EVERY_NAME }
}

/** Reads an expression up to a comma or the end. What consists of operands and operators is kept as one. */
export function readExpression(reader: ExpressionReader): ts.Expression {
  const { scanner } = reader
  const pos = scanner.start
  const value = readOperand(reader)
  if (isEnd(scanner) && !isForced(scanner)) return value
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
    else if (isWord(scanner, 'class')) throw new Doubt()
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
    const word = kind === Token.word ? earlierWordOf(scanner) : wordOf(scanner)
    return !OPERATORS.has(word)
  }
  const ends = previous === Token.value || previous === Mark.closeParen
  return ends || previous === Mark.closeBracket || previous === Mark.closeBrace
}

/** Whether an exclamation mark, which the scanner passes over, follows the last token. */
function isForced({ text, end }: Scanner): boolean {
  return text.charCodeAt(end) === 33 && text.charCodeAt(end + 1) !== Mark.equals
}

/** Whether a sign that the scanner passes over stands before the present token. */
function isSigned({ text, start }: Scanner): boolean {
  return /[!+-]/.test(text.charAt(start - 1))
}

function isAssertion(scanner: Scanner): boolean {
  return (isWord(scanner, 'as') || isWord(scanner, 'satisfies')) && !isOnNewLine(scanner) && endsOperand(scanner)
}

function readAssertedType(scanner: Scanner): ts.TypeNode {
  nextToken(scanner)
  return readConstOrType(scanner)
}

/** `const` of `as const` is the name of a type here. */
function readConstOrType(scanner: Scanner): ts.TypeNode {
  if (!isWord(scanner, 'const')) return readType(scanner)
  const pos = scanner.start
  const typeName = readAnyName(scanner)
  return { kind: SyntaxKind.TypeReference, flags: 0, pos, end: scanner.end, typeName } as never
}

/** Type arguments of a call, or undefined where the bracket is a comparison. */
function readCallTypes(scanner: Scanner): ts.NodeArray<ts.TypeNode> | undefined {
  if (scanner.previous !== Token.word) return undefined
  const types = readTypeArguments(scanner)
  const { kind, text, start } = scanner
  const isOperand = kind === Token.value ? text.charAt(start) !== '`' : kind === Token.word && !isOnNewLine(scanner)
  return isOperand ? undefined : types
}

/** Type arguments that parentheses follow. */
function attemptCallTypes(scanner: Scanner): ts.NodeArray<ts.TypeNode> | undefined {
  if (scanner.kind !== Mark.less) return undefined
  return attempt(scanner, () => {
    const types = readCallTypes(scanner)
    return isAt(scanner, Mark.openParen) ? types : undefined
  })
}

/** An operand with what is called on it and asserted of it. */
export function readOperand(reader: ExpressionReader): ts.Expression {
  return isSigned(reader.scanner) ? skipOperand(reader.scanner) : readChain(reader)
}

function readChain(reader: ExpressionReader): ts.Expression {
  const { scanner } = reader
  const pos = scanner.start
  const root = presentWord(scanner)
  let value = readPrimary(reader)
  const called = reader.roots.has(root) ? inDepth(reader) : reader
  for (let next = readNext(called, value, pos); next; next = readNext(called, value, pos)) value = next
  return value
}

function skipOperand(scanner: Scanner): ts.Expression {
  const pos = scanner.start
  skipExpression(scanner)
  return other(scanner, pos)
}

/** The expression that a member access, a call or an assertion makes of the one before it. */
function readNext(reader: ExpressionReader, expression: ts.Expression, pos: number): ts.Expression | undefined {
  const { scanner } = reader
  if (isForced(scanner) || expression.kind === SyntaxKind.ArrowFunction) return undefined
  const isOptional = isAt(scanner, QUESTION) && scanner.text.charCodeAt(scanner.at) === Mark.dot
  if (isOptional) nextToken(scanner)
  if (accept(scanner, Mark.dot) && (!isOptional || isAt(scanner, Token.word))) {
    const name = readAnyName(scanner)
    return { kind: SyntaxKind.PropertyAccessExpression, flags: 0, pos, end: scanner.end, expression, name } as never
  }
  if (scanner.kind === Mark.openBracket) {
    skipBrackets(scanner)
    return { kind: SyntaxKind.ElementAccessExpression, flags: 0, pos, end: scanner.end, expression } as never
  }
  if (isAssertion(scanner)) return readAssertion(scanner, expression, pos)
  const typeArguments = attemptCallTypes(scanner)
  return scanner.kind === Mark.openParen ? readCall(reader, { expression, typeArguments, pos }) : undefined
}

function readAssertion(scanner: Scanner, expression: ts.Expression, pos: number): ts.Expression {
  const kind = isWord(scanner, 'as') ? SyntaxKind.AsExpression : SyntaxKind.SatisfiesExpression
  const type = readAssertedType(scanner)
  return { kind, flags: 0, pos, end: scanner.end, expression, type } as never
}

interface CallStart {
  readonly expression: ts.Expression
  readonly typeArguments: ts.NodeArray<ts.TypeNode> | undefined
  readonly pos: number
}

function readCall(reader: ExpressionReader, start: CallStart): ts.Expression {
  const { scanner } = reader
  const args = reader.roots === EVERY_NAME ? readArguments(reader) : skipArguments(scanner)
  return { kind: SyntaxKind.CallExpression, flags: 0, end: scanner.end, arguments: args, ...start } as never
}

function skipArguments(scanner: Scanner): readonly ts.Expression[] {
  skipBrackets(scanner)
  return []
}

function readArguments(reader: ExpressionReader): readonly ts.Expression[] {
  return readList(reader, Mark.closeParen, readElement)
}

/** Reads what stands between two brackets with commas between, the present token being the opening one. */
function readList<Item>(
  reader: ExpressionReader,
  close: number,
  read: (reader: ExpressionReader) => Item,
): readonly Item[] {
  const { scanner } = reader
  const items: Item[] = []
  nextToken(scanner)
  while (scanner.kind !== close) {
    items.push(read(reader))
    if (scanner.kind !== close) expect(scanner, Mark.comma)
  }
  nextToken(scanner)
  return items
}

function readElement(reader: ExpressionReader): ts.Expression {
  const { scanner } = reader
  const pos = scanner.start
  if (!readDots(scanner)) return readExpression(reader)
  const expression = readExpression(reader)
  return { kind: SyntaxKind.SpreadElement, flags: 0, pos, end: scanner.end, expression } as never
}

function readPrimary(reader: ExpressionReader): ts.Expression {
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
  if (text === 'new') return readNew(scanner)
  if (OPENING.has(text)) return skipOperand(scanner)
  if (RESERVED.has(text)) throw new Doubt()
  nextToken(scanner)
  if (scanner.kind === Token.arrow) return readArrow(reader, pos)
  return { kind: SyntaxKind.Identifier, flags: 0, pos, end: scanner.end, text } as never
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
  if (/[\d"'`]/.test(text.charAt(start))) return readLiteral(scanner)
  nextToken(scanner)
  return other(scanner, start)
}

/** `(…)`, or the function whose parameters they are. */
function readParentheses(reader: ExpressionReader): ts.Expression {
  const { scanner } = reader
  const pos = scanner.start
  if (attempt(scanner, () => readParameters(scanner))) return readArrow(reader, pos)
  nextToken(scanner)
  const expression = readExpression(reader)
  expect(scanner, Mark.closeParen)
  return { kind: SyntaxKind.ParenthesizedExpression, flags: 0, pos, end: scanner.end, expression } as never
}

/** Reads up to the arrow behind parameters; undefined where none follows. */
function readParameters(scanner: Scanner): true | undefined {
  if (scanner.kind !== Mark.openParen) return undefined
  skipBrackets(scanner)
  if (accept(scanner, Mark.colon)) readReturnType(scanner)
  return isAt(scanner, Token.arrow) || undefined
}

function readArrow(reader: ExpressionReader, pos: number): ts.Expression {
  const { scanner } = reader
  nextToken(scanner)
  const start = scanner.start
  const body = scanner.kind === Mark.openBrace ? readBlock(scanner, start) : readExpression(reader)
  return { kind: SyntaxKind.ArrowFunction, flags: 0, pos, end: scanner.end, body } as never
}

function readBlock(scanner: Scanner, pos: number): ts.Expression {
  skipBrackets(scanner)
  return { kind: SyntaxKind.Block, flags: 0, pos, end: scanner.end } as never
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
  if (attempt(scanner, () => readTypeParameters(scanner) && readParameters(scanner))) return readArrow(reader, pos)
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

function readObject(reader: ExpressionReader): ts.Expression {
  const { scanner } = reader
  const pos = scanner.start
  const properties = readList(reader, Mark.closeBrace, readEntry)
  return { kind: SyntaxKind.ObjectLiteralExpression, flags: 0, pos, end: scanner.end, properties } as never
}

function readEntry(reader: ExpressionReader): ts.ObjectLiteralElementLike {
  const { scanner } = reader
  const pos = scanner.end
  if (readDots(scanner)) {
    const expression = readExpression(reader)
    return { kind: SyntaxKind.SpreadAssignment, flags: 0, pos, end: scanner.end, expression } as never
  }
  const word = presentWord(scanner)
  const isLed = (word === 'async' || word === 'get' || word === 'set') && isBeforeName(scanner)
  // What the getter of a schema returns is told by its body.
  if (isLed && word !== 'async') throw new Doubt()
  if (isLed) nextToken(scanner)
  accept(scanner, ASTERISK)
  const isName = isAt(scanner, Token.word)
  const name = readPropertyName(scanner)
  if (accept(scanner, Mark.colon)) {
    const initializer = readExpression(reader)
    return { kind: SyntaxKind.PropertyAssignment, flags: 0, pos, end: scanner.end, name, initializer } as never
  }
  if (isAt(scanner, Mark.openParen) || isAt(scanner, Mark.less)) return readMethod(scanner, { pos, name })
  const isShorthand = isName && (scanner.kind === Mark.comma || scanner.kind === Mark.closeBrace)
  if (!isShorthand) throw new Doubt()
  return { kind: SyntaxKind.ShorthandPropertyAssignment, flags: 0, pos, end: scanner.end, name } as never
}

interface MethodStart {
  readonly pos: number
  readonly name: ts.PropertyName
}

function readMethod(scanner: Scanner, { pos, name }: MethodStart): ts.ObjectLiteralElementLike {
  readTypeParameters(scanner)
  if (!isAt(scanner, Mark.openParen)) throw new Doubt()
  skipBrackets(scanner)
  if (accept(scanner, Mark.colon)) readReturnType(scanner)
  if (!isAt(scanner, Mark.openBrace)) throw new Doubt()
  skipBrackets(scanner)
  return { kind: SyntaxKind.MethodDeclaration, flags: 0, pos, end: scanner.end, name } as never
}
