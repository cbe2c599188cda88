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

/** Reads an expression whole: operands and the operators between them. */
export function readOperation(reader: ExpressionReader): ts.Expression {
  const pos = startOf(reader.scanner)
  const value = readBinary(reader, ASSIGNING.rank)
  return isConditional(reader.scanner) ? readAlternatives(reader, value, pos) : value
}

/** Reads operands with operators of a rank or higher between them. */
function readBinary(reader: ExpressionReader, lowest: number): ts.Expression {
  const { scanner } = reader
  const pos = startOf(scanner)
  let left = readUnary(reader)
  for (;;) {
    const operatorToken = acceptOperator(scanner, lowest)
    if (!operatorToken) return left
    const { rank } = operatorToken
    const right = rank === ASSIGNING.rank ? readOperation(reader) : readBinary(reader, rank + 1)
    left = { kind: SyntaxKind.BinaryExpression, flags: 0, pos, end: scanner.end, left, operatorToken, right } as never
  }
}

/** Where an expression begins: before a sign that the scanner has passed over, which comments may precede. */
function startOf({ isSigned, start, end }: Scanner): number {
  return isSigned ? end : start
}

/** Expressions with commas between. */
export function readSequence(reader: ExpressionReader): ts.Expression {
  const { scanner } = reader
  const pos = startOf(scanner)
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

interface Operator {
  readonly kind: ts.SyntaxKind
  /** The higher it is, the closer it binds. */
  readonly rank: number
}

const ASSIGNING: Operator = { kind: SyntaxKind.EqualsToken, rank: 0 }
const JOINING: Operator = { kind: SyntaxKind.PlusToken, rank: 3 }

/** Operators that give one of their operands. */
const CHOOSING: ReadonlyMap<string, Operator> = new Map([
  ['??', { kind: SyntaxKind.QuestionQuestionToken, rank: 1 }],
  ['||', { kind: SyntaxKind.BarBarToken, rank: 1 }],
  ['&&', { kind: SyntaxKind.AmpersandAmpersandToken, rank: 2 }],
])

/** Reads on past an operator of a rank or higher; all that assign are one, and all that reckon and compare. */
function acceptOperator(scanner: Scanner, lowest: number): Operator | undefined {
  const written = operatorAt(scanner)
  if (written === undefined) return undefined
  const operator = CHOOSING.get(written) ?? (/^(?:[^=!<>]*|<<|>>>?)=$/.test(written) ? ASSIGNING : JOINING)
  if (operator.rank < lowest) return undefined
  scanner.at = scanner.start + written.length
  nextToken(scanner)
  return operator
}

function operatorAt(scanner: Scanner): string | undefined {
  if (isWord(scanner, 'in')) return 'in'
  if (isWord(scanner, 'instanceof')) return 'instanceof'
  const { kind } = scanner
  if (kind === Token.word || kind === Token.value || kind === Token.arrow || kind === Token.end) return undefined
  OPERATOR.lastIndex = scanner.start
  return OPERATOR.exec(scanner.text)?.[0]
}

/** An operand with the operators before it. */
export function readUnary(reader: ExpressionReader): ts.Expression {
  const { scanner } = reader
  const { kind } = scanner
  const pos = startOf(scanner)
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

const PREFIXES: ReadonlyMap<string, ts.SyntaxKind> = new Map([
  ['await', SyntaxKind.AwaitExpression],
  ['delete', SyntaxKind.DeleteExpression],
])

/** An operand that begins with a word of the language. */
export function readOpening(reader: ExpressionReader, word: string): ts.Expression {
  const { scanner } = reader
  const pos = scanner.start
  if (word === 'function') return readFunctionExpression(scanner)
  nextToken(scanner)
  if (word === 'async') return readAsync(reader, pos)
  if (word === 'import') return { kind: SyntaxKind.ImportKeyword, flags: 0, pos, end: scanner.end } as never
  if (word === 'yield') return readYield(reader, pos)
  const expression = readUnary(reader)
  const kind = PREFIXES.get(word) ?? SyntaxKind.TypeOfExpression
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
