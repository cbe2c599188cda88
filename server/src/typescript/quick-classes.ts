import { ts } from '@ts-morph/common'
import {
  accept,
  endStatement,
  expect,
  followingCharacter,
  isAt,
  isWord,
  presentWord,
  readInitializer,
  withSigns,
} from './quick-cursor.js'
import { type ExpressionReader, inDepth, readExpression, readOperand } from './quick-expressions.js'
import { readIdentifier } from './quick-literals.js'
import { isBeforeName, isIndexSignature, readIndexSignature, readPropertyName } from './quick-members.js'
import { readBody, readModifiers, readParameters, readSignature } from './quick-parameters.js'
import { readTypeArguments, readTypeParameters } from './quick-type-parameters.js'
import { readType } from './quick-types.js'
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
  return { kind: SyntaxKind.ClassDeclaration, ...readClassParts(reader), ...start } as never
}

/** The same where a value stands. */
export function readClassExpression(reader: ExpressionReader): ts.Expression {
  const pos = reader.scanner.start
  return { kind: SyntaxKind.ClassExpression, ...readClassParts(reader), pos } as never
}

function readClassParts(reader: ExpressionReader) {
  const { scanner } = reader
  nextToken(scanner)
  const isNamed = scanner.kind === Token.word && !isWord(scanner, 'extends') && !isWord(scanner, 'implements')
  const name = isNamed ? readIdentifier(scanner) : undefined
  const typeParameters = readTypeParameters(scanner)
  const heritageClauses = readHeritage(reader)
  const members = readClassMembers(reader)
  return { flags: 0, end: scanner.end, name, typeParameters, heritageClauses, members }
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

function readClassMembers(reader: ExpressionReader): readonly ts.ClassElement[] {
  const { scanner } = reader
  const members: ts.ClassElement[] = []
  expect(scanner, Mark.openBrace)
  while (scanner.kind !== Mark.closeBrace) {
    if (!accept(scanner, Mark.semicolon)) members.push(readClassMember(reader))
  }
  nextToken(scanner)
  return members
}

function readClassMember(reader: ExpressionReader): ts.ClassElement {
  const { scanner } = reader
  const pos = scanner.end
  if (isWord(scanner, 'static') && followingCharacter(scanner) === '{') return readStaticBlock(scanner)
  const modifiers = readModifiers(scanner)
  if (isWord(scanner, 'constructor')) {
    const next = followingCharacter(scanner)
    if (next === '(') return readConstructor(reader, { pos, modifiers })
    if (next === '') throw new Doubt()
  }
  const word = presentWord(scanner)
  if ((word === 'get' || word === 'set') && isBeforeName(scanner)) {
    nextToken(scanner)
    const kind = word === 'get' ? SyntaxKind.GetAccessor : SyntaxKind.SetAccessor
    return readMethod(scanner, { pos, modifiers, kind, name: readPropertyName(scanner) })
  }
  if (isIndexSignature(scanner)) return readIndexSignature(scanner, pos)
  return readField(reader, { pos, modifiers })
}

function readStaticBlock(scanner: Scanner): ts.ClassElement {
  const pos = scanner.end
  nextToken(scanner)
  const body = readBody(scanner)
  return { kind: SyntaxKind.ClassStaticBlockDeclaration, flags: 0, pos, end: scanner.end, body } as never
}

interface MethodStart extends DeclarationStart {
  readonly kind: ts.SyntaxKind
  readonly name: ts.PropertyName
}

function readMethod(scanner: Scanner, start: MethodStart): ts.ClassElement {
  const signature = readSignature(scanner)
  const body = readBody(scanner)
  return { flags: 0, end: scanner.end, ...start, ...signature, body } as never
}

function readField(reader: ExpressionReader, start: DeclarationStart): ts.ClassElement {
  const { scanner } = reader
  accept(scanner, ASTERISK)
  const name = withSigns(scanner, () => readPropertyName(scanner))
  const questionToken = accept(scanner, QUESTION) || undefined
  if (isAt(scanner, Mark.openParen) || isAt(scanner, Mark.less)) {
    return readMethod(scanner, { ...start, kind: SyntaxKind.MethodDeclaration, name })
  }
  const type = accept(scanner, Mark.colon) ? readType(scanner) : undefined
  const initializer = readInitializer(scanner, () => readExpression(reader))
  endStatement(scanner)
  const rest = { name, questionToken, type, initializer }
  return { kind: SyntaxKind.PropertyDeclaration, flags: 0, end: scanner.end, ...start, ...rest } as never
}

function readConstructor(reader: ExpressionReader, start: DeclarationStart): ts.ClassElement {
  const { scanner } = reader
  nextToken(scanner)
  const parameters = readParameters(reader)
  const body = readBody(scanner)
  return { kind: SyntaxKind.Constructor, flags: 0, end: scanner.end, ...start, parameters, body } as never
}
