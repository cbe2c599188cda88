import { ts } from '@ts-morph/common'
import {
  accept,
  acceptSigns,
  attempt,
  expect,
  isAt,
  isOnNewLine,
  isWord,
  presentWord,
  Signs,
  skipBrackets,
} from './quick-cursor.js'
import {
  EVERY_NAME,
  type ExpressionReader,
  enclosed,
  inDepth,
  isAsserting,
  readArguments,
  readAssertedType,
  readPrimary,
} from './quick-expressions.js'
import { readAnyName } from './quick-literals.js'
import { readSequence, readTemplate } from './quick-operations.js'
import { readTypeArguments } from './quick-type-parameters.js'
import { Doubt, Mark, nextToken, type Scanner, Token } from './scanner.js'

const { SyntaxKind } = ts

const [QUESTION, HASH] = [63, 35]

/** An operand without anything before it. */
export function readChain(reader: ExpressionReader): ts.Expression {
  const { scanner } = reader
  const pos = scanner.start
  const root = presentWord(scanner)
  let value = readPrimary(reader)
  const called = reader.roots.has(root) ? inDepth(reader) : reader
  for (let next = readNext(called, value, pos); next; next = readNext(called, value, pos)) value = next
  return value
}

/** The expression that a member access, a call or an assertion makes of the one before it. */
function readNext(reader: ExpressionReader, expression: ts.Expression, pos: number): ts.Expression | undefined {
  const { scanner } = reader
  if (expression.kind === SyntaxKind.ArrowFunction) return undefined
  if (acceptSigns(scanner, Signs.forcing)) {
    return { kind: SyntaxKind.NonNullExpression, flags: 0, pos, end: scanner.end, expression } as never
  }
  if (acceptSigns(scanner, Signs.counting)) {
    const kind = SyntaxKind.PostfixUnaryExpression
    return { kind, flags: 0, pos, end: scanner.end, operand: expression } as never
  }
  const isOptional = isAt(scanner, QUESTION) && scanner.text.charCodeAt(scanner.at) === Mark.dot
  if (isOptional) nextToken(scanner)
  if (accept(scanner, Mark.dot) && (!isOptional || isAt(scanner, Token.word))) {
    const name = scanner.kind === HASH ? readPrivateName(scanner) : readAnyName(scanner)
    return { kind: SyntaxKind.PropertyAccessExpression, flags: 0, pos, end: scanner.end, expression, name } as never
  }
  if (scanner.kind === Mark.openBracket) {
    const argumentExpression = readIndex(reader)
    const rest = { expression, argumentExpression }
    return { kind: SyntaxKind.ElementAccessExpression, flags: 0, pos, end: scanner.end, ...rest } as never
  }
  if (scanner.whole && isTemplate(scanner)) {
    const rest = { tag: expression, template: readTemplate(scanner) }
    return { kind: SyntaxKind.TaggedTemplateExpression, flags: 0, pos, end: scanner.end, ...rest } as never
  }
  if (isAsserting(scanner)) return readAssertion(scanner, expression, pos)
  const typeArguments = attemptCallTypes(scanner)
  if (scanner.kind === Mark.openParen) return readCall(reader, { expression, typeArguments, pos })
  if (!typeArguments) return undefined
  const kind = SyntaxKind.ExpressionWithTypeArguments
  return { kind, flags: 0, pos, end: scanner.end, expression, typeArguments } as never
}

/** `#name`. */
function readPrivateName(scanner: Scanner): ts.PrivateIdentifier {
  const pos = scanner.start
  nextToken(scanner)
  if (scanner.start !== pos + 1) throw new Doubt()
  const { text } = readAnyName(scanner)
  return { kind: SyntaxKind.PrivateIdentifier, flags: 0, pos, end: scanner.end, text: `#${text}` } as never
}

function readIndex(reader: ExpressionReader): ts.Expression | undefined {
  const { scanner } = reader
  if (!scanner.whole) return skipBrackets(scanner) as undefined
  nextToken(scanner)
  const expression = readSequence(enclosed(reader))
  expect(scanner, Mark.closeBracket)
  return expression
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

/** Type arguments of a call, or undefined where the bracket is a comparison. */
export function readCallTypes(scanner: Scanner): ts.NodeArray<ts.TypeNode> | undefined {
  if (scanner.previous !== Token.word) return undefined
  const types = readTypeArguments(scanner)
  const { kind, text, start } = scanner
  const isOperand = kind === Token.value ? text.charAt(start) !== '`' : kind === Token.word && !isOnNewLine(scanner)
  return isOperand ? undefined : types
}

/** Type arguments that parentheses follow; in a text that is read whole, a template or the end of the expression, too. */
export function attemptCallTypes(scanner: Scanner): ts.NodeArray<ts.TypeNode> | undefined {
  if (scanner.kind !== Mark.less) return undefined
  return attempt(scanner, () => {
    const types = readCallTypes(scanner)
    const isAlone = scanner.whole && (FOLLOWING.has(scanner.kind) || isTemplate(scanner))
    return isAlone || isAt(scanner, Mark.openParen) ? types : undefined
  })
}

function isTemplate({ kind, text, start }: Scanner): boolean {
  return kind === Token.value && text.charAt(start) === '`'
}

const FOLLOWING: ReadonlySet<number> = new Set([Mark.closeParen, Mark.closeBracket, Mark.comma, Mark.semicolon])
