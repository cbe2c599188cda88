import { ts } from '@ts-morph/common'
import { accept, endStatement, expect, followingCharacter, isWord, presentWord, skipBrackets } from './quick-cursor.js'
import { type ExpressionReader, inDepth, readExpression, readOperand, skipExpression } from './quick-expressions.js'
import { readIdentifier } from './quick-literals.js'
import { isBeforeName, isIndexSignature, readPropertyName } from './quick-members.js'
import {
  readAnyName,
  readDots,
  readReturnType,
  readType,
  readTypeArguments,
  readTypeParameters,
} from './quick-types.js'
import { Doubt, Mark, nextToken, type Scanner, Token } from './scanner.js'

const { SyntaxKind } = ts

const [QUESTION, ASTERISK] = [63, 42]

export interface DeclarationStart {
  /** Where the comments before it begin. */
  readonly pos: number
  readonly modifiers: readonly ts.ModifierLike[]
}

/** Reads a class, from its keyword past its closing brace. */
export function readClass(reader: ExpressionReader, start: DeclarationStart): ts.Statement {
  const { scanner } = reader
  nextToken(scanner)
  const isNamed = scanner.kind === Token.word && !isWord(scanner, 'extends') && !isWord(scanner, 'implements')
  const name = isNamed ? readIdentifier(scanner) : undefined
  const typeParameters = readTypeParameters(scanner)
  const heritageClauses = readHeritage(reader)
  const members = readClassMembers(reader)
  const rest = { name, typeParameters, heritageClauses, members }
  return { kind: SyntaxKind.ClassDeclaration, flags: 0, end: scanner.end, ...start, ...rest } as never
}

/** What follows `extends` and `implements`. */
export function readHeritage(reader: ExpressionReader): readonly ts.HeritageClause[] {
  const { scanner } = reader
  const clauses: ts.HeritageClause[] = []
  for (;;) {
    const token = isWord(scanner, 'extends')
      ? SyntaxKind.ExtendsKeyword
      : isWord(scanner, 'implements')
        ? SyntaxKind.ImplementsKeyword
        : undefined
    if (token === undefined) return clauses
    const types: ts.ExpressionWithTypeArguments[] = []
    do {
      nextToken(scanner)
      types.push(readBase(reader))
    } while (scanner.kind === Mark.comma)
    clauses.push({ kind: SyntaxKind.HeritageClause, flags: 0, token, types } as never)
  }
}

function readBase(reader: ExpressionReader): ts.ExpressionWithTypeArguments {
  const { scanner } = reader
  const pos = scanner.start
  const expression = readOperand(inDepth(reader))
  const typeArguments = readTypeArguments(scanner)
  const kind = SyntaxKind.ExpressionWithTypeArguments
  return { kind, flags: 0, pos, end: scanner.end, expression, typeArguments } as never
}

/** The decorators that stand here. */
export function readDecorators(scanner: Scanner): ts.ModifierLike[] {
  const decorators: ts.ModifierLike[] = []
  while (scanner.kind === Mark.at) decorators.push(readDecorator(scanner))
  return decorators
}

/** Of a decorator's arguments it is kept only where they stand. */
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
  if (scanner.kind === Mark.less) readTypeArguments(scanner)
  if (scanner.kind === Mark.openParen) {
    const args = readArgumentPlaces(scanner)
    const kind = SyntaxKind.CallExpression
    expression = { kind, flags: 0, pos: start, end: scanner.end, expression, arguments: args } as never
  }
  return { kind: SyntaxKind.Decorator, flags: 0, pos, end: scanner.end, expression } as never
}

function readArgumentPlaces(scanner: Scanner): readonly ts.Expression[] {
  const places: ts.Expression[] = []
  nextToken(scanner)
  while (scanner.kind !== Mark.closeParen) {
    const pos = scanner.start
    skipExpression(scanner)
    places.push({ kind: SyntaxKind.BinaryExpression, flags: 0, pos, end: scanner.end } as never)
    if (scanner.kind !== Mark.closeParen) expect(scanner, Mark.comma)
  }
  nextToken(scanner)
  return places
}

function readClassMembers(reader: ExpressionReader): readonly ts.ClassElement[] {
  const { scanner } = reader
  const members: ts.ClassElement[] = []
  expect(scanner, Mark.openBrace)
  while (scanner.kind !== Mark.closeBrace) {
    if (accept(scanner, Mark.semicolon)) continue
    const member = readClassMember(reader)
    if (member) members.push(member)
  }
  nextToken(scanner)
  return members
}

/** A member that is a property or holds some; undefined for others. */
function readClassMember(reader: ExpressionReader): ts.ClassElement | undefined {
  const { scanner } = reader
  const pos = scanner.end
  if (isWord(scanner, 'static') && /\{/.test(followingCharacter(scanner))) throw new Doubt()
  const modifiers = readModifiers(scanner)
  if (isWord(scanner, 'constructor') && followingCharacter(scanner) === '(') {
    return readConstructor(reader, { pos, modifiers })
  }
  const word = presentWord(scanner)
  if ((word === 'get' || word === 'set') && isBeforeName(scanner)) return readAccessor(scanner, { pos, modifiers })
  if (accept(scanner, ASTERISK)) {
    readPropertyName(scanner)
    return readMethod(scanner)
  }
  if (isIndexSignature(scanner)) {
    skipBrackets(scanner)
    if (accept(scanner, Mark.colon)) readType(scanner)
    endStatement(scanner)
    return { kind: SyntaxKind.IndexSignature, flags: 0, pos, end: scanner.end } as never
  }
  return readField(reader, { pos, modifiers })
}

function readField(reader: ExpressionReader, start: DeclarationStart): ts.ClassElement | undefined {
  const { scanner } = reader
  const name = readPropertyName(scanner)
  const questionToken = accept(scanner, QUESTION) || undefined
  if (scanner.kind === Mark.openParen || scanner.kind === Mark.less) return readMethod(scanner)
  const type = accept(scanner, Mark.colon) ? readType(scanner) : undefined
  const initializer = accept(scanner, Mark.equals) ? readExpression(reader) : undefined
  endStatement(scanner)
  const rest = { name, questionToken, type, initializer }
  return { kind: SyntaxKind.PropertyDeclaration, flags: 0, end: scanner.end, ...start, ...rest } as never
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
function readModifiers(scanner: Scanner): readonly ts.ModifierLike[] {
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

/** Reads on past a method, from its parameters on. */
function readMethod(scanner: Scanner): undefined {
  readTypeParameters(scanner)
  if (scanner.kind !== Mark.openParen) throw new Doubt()
  skipBrackets(scanner)
  if (accept(scanner, Mark.colon)) readReturnType(scanner)
  skipBody(scanner)
}

/** Reads on past the body of a function, or the end of one without. */
export function skipBody(scanner: Scanner): void {
  if (scanner.kind === Mark.openBrace) skipBrackets(scanner)
  else endStatement(scanner)
}

function readAccessor(scanner: Scanner, start: DeclarationStart): ts.ClassElement | undefined {
  const isGetter = isWord(scanner, 'get')
  nextToken(scanner)
  const name = readPropertyName(scanner)
  if (scanner.kind !== Mark.openParen) throw new Doubt()
  skipBrackets(scanner)
  const type = accept(scanner, Mark.colon) ? readReturnType(scanner) : undefined
  skipBody(scanner)
  if (!isGetter) return undefined
  return { kind: SyntaxKind.GetAccessor, flags: 0, end: scanner.end, ...start, name, type } as never
}

function readConstructor(reader: ExpressionReader, start: DeclarationStart): ts.ClassElement {
  const { scanner } = reader
  nextToken(scanner)
  const parameters = readParameters(reader)
  skipBody(scanner)
  return { kind: SyntaxKind.Constructor, flags: 0, end: scanner.end, ...start, parameters } as never
}

function readParameters(reader: ExpressionReader): readonly ts.ParameterDeclaration[] {
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
  const initializer = accept(scanner, Mark.equals) ? readExpression(reader) : undefined
  const rest = { modifiers, name, questionToken, type, initializer }
  return { kind: SyntaxKind.Parameter, flags: 0, pos, end: scanner.end, ...rest } as never
}

/** A name, or a pattern, of which nothing is kept. */
export function readBindingName(scanner: Scanner): ts.BindingName {
  const { kind, start: pos } = scanner
  if (kind === Token.word) return readAnyName(scanner)
  if (kind !== Mark.openBrace && kind !== Mark.openBracket) throw new Doubt()
  skipBrackets(scanner)
  return { kind: SyntaxKind.ObjectBindingPattern, flags: 0, pos, end: scanner.end } as never
}
