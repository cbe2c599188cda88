import { ts } from '@ts-morph/common'
import { attemptCallTypes, readChain } from './quick-chains.js'
import { accept, expect, isAt, isOnNewLine, isWord, looksLike, presentWord } from './quick-cursor.js'
import {
  type ExpressionReader,
  isFunctionHead,
  readArguments,
  readArrow,
  readFunction,
  wholeReader,
} from './quick-expressions.js'
import { cooked, readAnyName } from './quick-literals.js'
import { readSignature } from './quick-parameters.js'
import { readBlock } from './quick-statements.js'
import { Doubt, Mark, nextToken, type Scanner, Token } from './scanner.js'

const { SyntaxKind } = ts

const [MINUS, PLUS, TILDE, QUESTION, ASTERISK] = [45, 43, 126, 63, 42]

const OPERATOR =
  /(?:\*\*|<<|>>>?|&&|\|\||\?\?|[-+*/%&|^])?=(?![=>])|===?|!==?|<=|>=|\*\*|<<|>>>?|&&|\|\||\?\?|[-+*/%&|^<>]/y

/**
 * Reads an expression whole: operands and the operators between them, without regard to which of them binds closer. That
 * makes no difference to what is read of object literals.
 */
export function readOperation(reader: ExpressionReader): ts.Expression {
  const { scanner } = reader
  const pos = scanner.start
  let left = readUnary(reader)
  for (;;) {
    if (isConditional(scanner)) return readAlternatives(reader, left, pos)
    const operatorToken = acceptOperator(scanner)
    if (!operatorToken) return left
    const isAssignment = operatorToken.kind === SyntaxKind.EqualsToken
    const right = isAssignment ? readOperation(reader) : readUnary(reader)
    left = { kind: SyntaxKind.BinaryExpression, flags: 0, pos, end: scanner.end, left, operatorToken, right } as never
    if (isAssignment) return left
  }
}

/** Expressions with commas between. */
export function readSequence(reader: ExpressionReader): ts.Expression {
  const { scanner } = reader
  const pos = scanner.start
  let left = readOperation(reader)
  while (accept(scanner, Mark.comma)) {
    const rest = { left, operatorToken: JOINING, right: readOperation(reader) }
    left = { kind: SyntaxKind.BinaryExpression, flags: 0, pos, end: scanner.end, ...rest } as never
  }
  return left
}

function isConditional({ kind, text, at }: Scanner): boolean {
  return kind === QUESTION && text.charCodeAt(at) !== QUESTION
}

function readAlternatives(reader: ExpressionReader, condition: ts.Expression, pos: number): ts.Expression {
  const { scanner } = reader
  nextToken(scanner)
  const whenTrue = readOperation({ ...reader, isAlternative: true })
  expect(scanner, Mark.colon)
  const whenFalse = readOperation(reader)
  const rest = { condition, whenTrue, whenFalse }
  return { kind: SyntaxKind.ConditionalExpression, flags: 0, pos, end: scanner.end, ...rest } as never
}

const ASSIGNING = { kind: SyntaxKind.EqualsToken }
const JOINING = { kind: SyntaxKind.PlusToken }

/** Reads on past an operator; all that assign are one, all others are another. */
function acceptOperator(scanner: Scanner): { readonly kind: ts.SyntaxKind } | undefined {
  if (isWord(scanner, 'in') || isWord(scanner, 'instanceof')) {
    nextToken(scanner)
    return JOINING
  }
  const { kind } = scanner
  if (kind === Token.word || kind === Token.value || kind === Token.arrow || kind === Token.end) return undefined
  OPERATOR.lastIndex = scanner.start
  const operator = OPERATOR.exec(scanner.text)?.[0]
  if (operator === undefined) return undefined
  scanner.at = scanner.start + operator.length
  nextToken(scanner)
  return /^(?:[^=!<>]*|<<|>>>?)=$/.test(operator) ? ASSIGNING : JOINING
}

/** An operand with the operators before it. */
export function readUnary(reader: ExpressionReader): ts.Expression {
  const { scanner } = reader
  const { kind, start: pos } = scanner
  if (scanner.isSigned)
    return prefixed(scanner, pos, { operator: SyntaxKind.ExclamationToken, operand: readChain(reader) })
  if (kind !== MINUS && kind !== PLUS && kind !== TILDE) return readChain(reader)
  nextToken(scanner)
  const operator = kind === MINUS ? SyntaxKind.MinusToken : SyntaxKind.PlusToken
  return prefixed(scanner, pos, { operator, operand: readUnary(reader) })
}

interface Prefixed {
  readonly operator: ts.SyntaxKind
  readonly operand: ts.Expression
}

function prefixed(scanner: Scanner, pos: number, rest: Prefixed): ts.Expression {
  const { operand } = rest
  const isAsserted = operand.kind === SyntaxKind.AsExpression || operand.kind === SyntaxKind.SatisfiesExpression
  if (isAsserted) {
    // What is asserted is the whole: `-a as B`.
    const { expression } = operand as ts.AsExpression
    return { ...operand, expression: prefixed(scanner, pos, { ...rest, operand: expression }) } as never
  }
  return { kind: SyntaxKind.PrefixUnaryExpression, flags: 0, pos, end: scanner.end, ...rest } as never
}

/** An operand that begins with a word of the language. */
export function readOpening(reader: ExpressionReader, word: string): ts.Expression {
  const { scanner } = reader
  const pos = scanner.start
  if (word === 'function') return readFunctionExpression(scanner)
  nextToken(scanner)
  if (word === 'async') return readAsync(reader, pos)
  if (word === 'import') return named(scanner, pos, word)
  if (word === 'yield') return readYield(reader, pos)
  const expression = readUnary(reader)
  const kind = word === 'await' ? SyntaxKind.AwaitExpression : SyntaxKind.TypeOfExpression
  return { kind, flags: 0, pos, end: scanner.end, expression } as never
}

function named(scanner: Scanner, pos: number, text: string): ts.Expression {
  return { kind: SyntaxKind.Identifier, flags: 0, pos, end: scanner.end, text } as never
}

function readFunctionExpression(scanner: Scanner): ts.Expression {
  const pos = scanner.start
  nextToken(scanner)
  accept(scanner, ASTERISK)
  if (scanner.kind === Token.word) nextToken(scanner)
  const signature = readSignature(scanner)
  if (!isAt(scanner, Mark.openBrace)) throw new Doubt()
  const body = readBlock(scanner)
  return { kind: SyntaxKind.FunctionExpression, flags: 0, pos, end: scanner.end, ...signature, body } as never
}

function readAsync(reader: ExpressionReader, pos: number): ts.Expression {
  const { scanner } = reader
  if (isOnNewLine(scanner)) return named(scanner, pos, 'async')
  if (isWord(scanner, 'function')) return readFunctionExpression(scanner)
  if (scanner.kind === Token.word) {
    const name = readAnyName(scanner)
    if (!isAt(scanner, Token.arrow)) throw new Doubt()
    return readArrow(reader, pos, { parameters: [{ kind: SyntaxKind.Parameter, flags: 0, name } as never] })
  }
  return looksLike(scanner, () => isFunctionHead(reader)) ? readFunction(reader) : named(scanner, pos, 'async')
}

function readYield(reader: ExpressionReader, pos: number): ts.Expression {
  const { scanner } = reader
  accept(scanner, ASTERISK)
  const { kind } = scanner
  const isOperand = kind === Token.word || kind === Token.value || OPENING.includes(kind)
  const expression = isOperand && !isOnNewLine(scanner) ? readOperation(reader) : undefined
  return { kind: SyntaxKind.YieldExpression, flags: 0, pos, end: scanner.end, expression } as never
}

const OPENING: readonly number[] = [Mark.openParen, Mark.openBracket, Mark.openBrace, MINUS]

/** `new A.B<C>(d)`. */
export function readConstruction(reader: ExpressionReader): ts.Expression {
  const { scanner } = reader
  const pos = scanner.start
  nextToken(scanner)
  if (accept(scanner, Mark.dot)) return readAnyName(scanner)
  if (scanner.kind !== Token.word || presentWord(scanner) === 'class') throw new Doubt()
  const start = scanner.start
  let expression: ts.Expression = readAnyName(scanner)
  while (accept(scanner, Mark.dot)) {
    const rest = { expression, name: readAnyName(scanner) }
    expression = { kind: SyntaxKind.PropertyAccessExpression, flags: 0, pos: start, end: scanner.end, ...rest } as never
  }
  const typeArguments = attemptCallTypes(scanner)
  const args = isAt(scanner, Mark.openParen) ? readArguments(reader) : undefined
  const rest = { expression, typeArguments, arguments: args }
  return { kind: SyntaxKind.NewExpression, flags: 0, pos, end: scanner.end, ...rest } as never
}

/** Reads a template, the present token being the whole of it, and the expressions in it. */
export function readTemplate(scanner: Scanner): ts.Expression {
  const { start: pos, at: end, text } = scanner
  const before = { ...scanner }
  const texts: string[] = []
  const expressions: ts.Expression[] = []
  let start = pos + 1
  for (let at = start; at < end - 1; at++) {
    if (text.startsWith('\\', at)) at++
    else if (text.startsWith('${', at)) {
      texts.push(cooked(text.slice(start, at)))
      expressions.push(readEmbedded(scanner, at + 2))
      start = scanner.at
      at = start - 1
    }
  }
  texts.push(cooked(text.slice(start, end - 1)))
  Object.assign(scanner, before)
  nextToken(scanner)
  const [head = '', ...others] = texts
  const first = { kind: SyntaxKind.TemplateHead, flags: 0, text: head }
  if (expressions.length === 0) {
    return { ...first, kind: SyntaxKind.NoSubstitutionTemplateLiteral, pos, end } as never
  }
  const templateSpans = others.map((each, index) => {
    const literal = { kind: SyntaxKind.TemplateMiddle, flags: 0, text: each }
    return { kind: SyntaxKind.TemplateSpan, flags: 0, expression: expressions[index], literal }
  })
  return { kind: SyntaxKind.TemplateExpression, flags: 0, pos, end, head: first, templateSpans } as never
}

/** Reads the expression in a template that begins at an offset, up to the brace that closes it. */
function readEmbedded(scanner: Scanner, at: number): ts.Expression {
  scanner.at = at
  scanner.kind = Mark.openBrace
  nextToken(scanner)
  const expression = readSequence(wholeReader(scanner))
  if (!isAt(scanner, Mark.closeBrace)) throw new Doubt()
  return expression
}
