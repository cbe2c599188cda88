import { ts } from '@ts-morph/common'
import { accept, isAt, presentWord, readDots } from './quick-cursor.js'
import { type ExpressionReader, readExpression, readList } from './quick-expressions.js'
import { isBeforeName, readPropertyName } from './quick-members.js'
import { readSignature } from './quick-parameters.js'
import { readBlock } from './quick-statements.js'
import { Doubt, Mark, nextToken, type Scanner, Token } from './scanner.js'

const { SyntaxKind } = ts

const ASTERISK = 42

/** `{ a: 1, b, ...c }`. */
export function readObject(reader: ExpressionReader): ts.Expression {
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
  const accessor = isLed ? ACCESSORS.get(word) : undefined
  // What the getter of a schema returns is told by its body.
  if (accessor && !scanner.whole) throw new Doubt()
  if (isLed) nextToken(scanner)
  accept(scanner, ASTERISK)
  const isName = isAt(scanner, Token.word)
  const name = readPropertyName(scanner)
  if (accept(scanner, Mark.colon)) {
    const initializer = readExpression(reader)
    return { kind: SyntaxKind.PropertyAssignment, flags: 0, pos, end: scanner.end, name, initializer } as never
  }
  if (isAt(scanner, Mark.openParen) || isAt(scanner, Mark.less)) {
    return readMethod(scanner, { kind: accessor ?? SyntaxKind.MethodDeclaration, pos, name })
  }
  const isShorthand = isName && (scanner.kind === Mark.comma || scanner.kind === Mark.closeBrace)
  if (!isShorthand) throw new Doubt()
  return { kind: SyntaxKind.ShorthandPropertyAssignment, flags: 0, pos, end: scanner.end, name } as never
}

const ACCESSORS: ReadonlyMap<string, ts.SyntaxKind> = new Map([
  ['get', SyntaxKind.GetAccessor],
  ['set', SyntaxKind.SetAccessor],
])

interface MethodStart {
  readonly kind: ts.SyntaxKind
  readonly pos: number
  readonly name: ts.PropertyName
}

function readMethod(scanner: Scanner, start: MethodStart): ts.ObjectLiteralElementLike {
  const signature = readSignature(scanner)
  if (!isAt(scanner, Mark.openBrace)) throw new Doubt()
  const body = readBlock(scanner)
  return { flags: 0, end: scanner.end, ...start, ...signature, body } as never
}
