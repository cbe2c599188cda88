import { ts } from '@ts-morph/common'
import {
  accept,
  endStatement,
  expect,
  isAt,
  isForced,
  presentWord,
  readDots,
  readInitializer,
  skipBrackets,
  withSigns,
} from './quick-cursor.js'
import {
  type ExpressionReader,
  readArguments,
  readExpression,
  skipExpression,
  wholeReader,
} from './quick-expressions.js'
import { readAnyName, readIdentifier } from './quick-literals.js'
import { isBeforeName, readPropertyName } from './quick-members.js'
import { readBlock } from './quick-statements.js'
import { readTypeArguments, readTypeParameters } from './quick-type-parameters.js'
import { readReturnType, readType } from './quick-types.js'
import { Doubt, Mark, nextToken, type Scanner, Token } from './scanner.js'

const { SyntaxKind } = ts

const QUESTION = 63

/** What a function is called with and returns. Parameters are kept only of a text that is read whole. */
export interface Signature {
  readonly typeParameters: ts.NodeArray<ts.TypeParameterDeclaration> | undefined
  readonly parameters: readonly ts.ParameterDeclaration[]
  readonly type: ts.TypeNode | undefined
}

export function readSignature(scanner: Scanner): Signature {
  const typeParameters = readTypeParameters(scanner)
  const parameters = readParameterList(scanner)
  const type = accept(scanner, Mark.colon) ? readReturnType(scanner) : undefined
  return { typeParameters, parameters, type }
}

export function readParameterList(scanner: Scanner): readonly ts.ParameterDeclaration[] {
  if (scanner.kind !== Mark.openParen) throw new Doubt()
  if (scanner.whole) return readParameters(wholeReader(scanner))
  skipBrackets(scanner)
  return []
}

/** Reads the body of a function, or the end of one without. Kept only of a text that is read whole. */
export function readBody(scanner: Scanner): ts.Block | undefined {
  if (scanner.kind !== Mark.openBrace) return endStatement(scanner) as undefined
  return readBlock(scanner)
}

/** Reads parameters, from the opening parenthesis past the closing one. */
export function readParameters(reader: ExpressionReader): readonly ts.ParameterDeclaration[] {
  const { scanner } = reader
  const parameters: ts.ParameterDeclaration[] = []
  nextToken(scanner)
  while (scanner.kind !== Mark.closeParen) {
    parameters.push(readParameter(reader))
    if (scanner.kind !== Mark.closeParen) expect(scanner, Mark.comma)
  }
  nextToken(scanner)
  return parameters
}

function readParameter(reader: ExpressionReader): ts.ParameterDeclaration {
  const { scanner } = reader
  const pos = scanner.end
  const modifiers = readModifiers(scanner)
  readDots(scanner)
  const name = readBindingName(scanner)
  const questionToken = accept(scanner, QUESTION) || undefined
  const type = accept(scanner, Mark.colon) ? readType(scanner) : undefined
  const initializer = readInitializer(scanner, () => readExpression(reader))
  const rest = { modifiers, name, questionToken, type, initializer }
  return { kind: SyntaxKind.Parameter, flags: 0, pos, end: scanner.end, ...rest } as never
}

/** A name or a pattern. What a pattern holds is kept only of a text that is read whole. */
export function readBindingName(scanner: Scanner): ts.BindingName {
  const { kind, start: pos } = scanner
  if (kind === Token.word) return readAnyName(scanner)
  if (kind !== Mark.openBrace && kind !== Mark.openBracket) throw new Doubt()
  const elements = scanner.whole ? readPattern(scanner) : undefined
  if (!scanner.whole) skipBrackets(scanner)
  const pattern = kind === Mark.openBrace ? SyntaxKind.ObjectBindingPattern : SyntaxKind.ArrayBindingPattern
  return { kind: pattern, flags: 0, pos, end: scanner.end, elements } as never
}

function readPattern(scanner: Scanner): readonly ts.BindingElement[] {
  const isObject = scanner.kind === Mark.openBrace
  const close = isObject ? Mark.closeBrace : Mark.closeBracket
  const elements: ts.BindingElement[] = []
  nextToken(scanner)
  while (!isAt(scanner, close)) {
    if (!isAt(scanner, Mark.comma)) elements.push(isObject ? readProperty(scanner) : readBindingElement(scanner))
    if (!isAt(scanner, close)) expect(scanner, Mark.comma)
  }
  nextToken(scanner)
  return elements
}

/** `name`, or `key: pattern`. */
function readProperty(scanner: Scanner): ts.BindingElement {
  if (isName(scanner) || isAt(scanner, Mark.dot)) return readBindingElement(scanner)
  const propertyName = readPropertyName(scanner)
  expect(scanner, Mark.colon)
  return { ...readBindingElement(scanner), propertyName }
}

function readBindingElement(scanner: Scanner): ts.BindingElement {
  const pos = scanner.start
  const dotDotDotToken = readDots(scanner) || undefined
  const name = readBindingName(scanner)
  const initializer = readInitializer(scanner, () => readExpression(wholeReader(scanner)))
  const rest = { dotDotDotToken, name, initializer }
  return { kind: SyntaxKind.BindingElement, flags: 0, pos, end: scanner.end, ...rest } as never
}

/** Whether a name stands here that no colon follows. */
function isName({ kind, text, at }: Scanner): boolean {
  return kind === Token.word && !/^\s*:/.test(text.slice(at, at + 40))
}

/** The decorators that stand here. */
export function readDecorators(scanner: Scanner): ts.ModifierLike[] {
  const decorators: ts.ModifierLike[] = []
  while (scanner.kind === Mark.at) decorators.push(readDecorator(scanner))
  return decorators
}

/** Of a decorator's arguments it is kept only where they stand, but of a text that is read whole. */
function readDecorator(scanner: Scanner): ts.ModifierLike {
  const pos = scanner.start
  nextToken(scanner)
  const start = scanner.start
  let expression: ts.Expression = readIdentifier(scanner)
  while (accept(scanner, Mark.dot)) {
    const name = readAnyName(scanner)
    const kind = SyntaxKind.PropertyAccessExpression
    expression = { kind, flags: 0, pos: start, end: scanner.end, expression, name } as never
  }
  if (isForced(scanner)) throw new Doubt()
  const typeArguments = readTypeArguments(scanner)
  if (isAt(scanner, Mark.openParen)) {
    const args = scanner.whole ? readArguments(wholeReader(scanner)) : readArgumentPlaces(scanner)
    const rest = { expression, typeArguments, arguments: args }
    expression = { kind: SyntaxKind.CallExpression, flags: 0, pos: start, end: scanner.end, ...rest } as never
  }
  if (isForced(scanner)) throw new Doubt()
  return { kind: SyntaxKind.Decorator, flags: 0, pos, end: scanner.end, expression } as never
}

function readArgumentPlaces(scanner: Scanner): readonly ts.Expression[] {
  const places: ts.Expression[] = []
  nextToken(scanner)
  while (scanner.kind !== Mark.closeParen) {
    const pos = scanner.start
    withSigns(scanner, () => skipExpression(scanner))
    places.push({ kind: SyntaxKind.BinaryExpression, flags: 0, pos, end: scanner.end } as never)
    if (scanner.kind !== Mark.closeParen) expect(scanner, Mark.comma)
  }
  nextToken(scanner)
  return places
}

const MODIFIERS: ReadonlyMap<string, ts.SyntaxKind> = new Map([
  ['public', SyntaxKind.PublicKeyword],
  ['private', SyntaxKind.PrivateKeyword],
  ['protected', SyntaxKind.ProtectedKeyword],
  ['static', SyntaxKind.StaticKeyword],
  ['readonly', SyntaxKind.ReadonlyKeyword],
  ['abstract', SyntaxKind.AbstractKeyword],
  ['override', SyntaxKind.OverrideKeyword],
  ['declare', SyntaxKind.DeclareKeyword],
  ['accessor', SyntaxKind.AccessorKeyword],
  ['async', SyntaxKind.AsyncKeyword],
])

/** Decorators and words before the name of a member or parameter. */
export function readModifiers(scanner: Scanner): readonly ts.ModifierLike[] {
  const modifiers = readDecorators(scanner)
  for (;;) {
    const kind = MODIFIERS.get(presentWord(scanner))
    if (kind === undefined || !isBeforeName(scanner)) break
    const pos = scanner.start
    nextToken(scanner)
    modifiers.push({ kind, flags: 0, pos, end: scanner.end } as never)
  }
  if (scanner.kind === Mark.at) throw new Doubt()
  return modifiers
}
