import { ts } from '@ts-morph/common'
import {
  accept,
  expect,
  isAt,
  isOnNewLine,
  isWord,
  looksLike,
  presentWord,
  readDots,
  skipBrackets,
} from './quick-cursor.js'
import { isLiteral, readAnyName, readIdentifier, readLiteral, readNumber } from './quick-literals.js'
import { readMembers } from './quick-members.js'
import { readNamed } from './quick-named-types.js'
import { readParameterList } from './quick-parameters.js'
import { readTypeParameters } from './quick-type-parameters.js'
import { Doubt, Mark, nextToken, type Scanner, Token } from './scanner.js'

const { SyntaxKind } = ts

const [BAR, AMPERSAND, QUESTION, MINUS, PLUS] = [124, 38, 63, 45, 43]

/** Reads a type, the present token being its first. */
export function readType(scanner: Scanner): ts.TypeNode {
  const pos = scanner.start
  const type = readUnconditional(scanner)
  if (!isWord(scanner, 'extends') || isOnNewLine(scanner)) return type
  nextToken(scanner)
  const extendsType = readUnconditional(scanner)
  expect(scanner, QUESTION)
  const trueType = readType(scanner)
  expect(scanner, Mark.colon)
  const falseType = readType(scanner)
  const parts = { checkType: type, extendsType, trueType, falseType }
  return { kind: SyntaxKind.ConditionalType, flags: 0, pos, end: scanner.end, ...parts } as never
}

/** The type of what a function returns, a type predicate included. */
export function readReturnType(scanner: Scanner): ts.TypeNode {
  const { text, at, start: pos } = scanner
  if (isWord(scanner, 'asserts')) return readAssertion(scanner)
  if (scanner.kind === Token.word && /^[ \t]+is\s/.test(text.slice(at, at + 20))) {
    nextToken(scanner)
    nextToken(scanner)
    const type = readType(scanner)
    return { kind: SyntaxKind.TypePredicate, flags: 0, pos, end: scanner.end, type } as never
  }
  return readType(scanner)
}

/** `asserts a`, `asserts a is A`. */
function readAssertion(scanner: Scanner): ts.TypeNode {
  const { text, at, start: pos } = scanner
  if (!/^[ \t]+(?!is\b)[\w$]/.test(text.slice(at, at + 20))) throw new Doubt()
  nextToken(scanner)
  nextToken(scanner)
  const isTyped = isWord(scanner, 'is') && !isOnNewLine(scanner)
  if (isTyped) nextToken(scanner)
  const type = isTyped ? readType(scanner) : undefined
  return { kind: SyntaxKind.TypePredicate, flags: 0, pos, end: scanner.end, type } as never
}

function readUnconditional(scanner: Scanner): ts.TypeNode {
  return readFunctionType(scanner) ?? readUnion(scanner)
}

/** The type of a function or constructor, if one stands here. */
function readFunctionType(scanner: Scanner): ts.TypeNode | undefined {
  const { kind, start: pos } = scanner
  if (kind === Mark.less || (kind === Mark.openParen && looksLike(scanner, () => isFunctionHead(scanner)))) {
    return readArrowType(scanner, SyntaxKind.FunctionType, pos)
  }
  const isAbstract = isWord(scanner, 'abstract') && /^\s+new\b/.test(scanner.text.slice(scanner.at, scanner.at + 20))
  if (isAbstract) nextToken(scanner)
  if (!isWord(scanner, 'new')) return undefined
  nextToken(scanner)
  return readArrowType(scanner, SyntaxKind.ConstructorType, pos)
}

/** `(A | B)` and `((a: A) => B)` stand in parentheses, whatever follows. */
const PARENTHESISED = /\(\s*(?:[(<'"`\d-]|[\w$]+\s*[|&<[.]|(?:keyof|typeof|new)\s)/y

function isFunctionHead(scanner: Scanner): boolean {
  PARENTHESISED.lastIndex = scanner.start
  if (PARENTHESISED.test(scanner.text)) return false
  skipBrackets(scanner)
  return isAt(scanner, Token.arrow)
}

function readArrowType(scanner: Scanner, kind: ts.SyntaxKind, pos: number): ts.TypeNode {
  const typeParameters = readTypeParameters(scanner)
  const parameters = readParameterList(scanner)
  expect(scanner, Token.arrow)
  const type = readReturnType(scanner)
  return { kind, flags: 0, pos, end: scanner.end, typeParameters, parameters, type } as never
}

function readUnion(scanner: Scanner): ts.TypeNode {
  return readAlternatives(scanner, BAR, SyntaxKind.UnionType, readIntersection)
}

function readIntersection(scanner: Scanner): ts.TypeNode {
  return readAlternatives(scanner, AMPERSAND, SyntaxKind.IntersectionType, readOperation)
}

function readAlternatives(
  scanner: Scanner,
  operator: number,
  kind: ts.SyntaxKind,
  read: (scanner: Scanner) => ts.TypeNode,
): ts.TypeNode {
  const pos = scanner.start
  const isLed = accept(scanner, operator)
  const first = read(scanner)
  if (!isLed && scanner.kind !== operator) return first
  const types = [first]
  while (accept(scanner, operator)) types.push(read(scanner))
  return { kind, flags: 0, pos, end: scanner.end, types } as never
}

const OPERATORS: ReadonlyMap<string, ts.SyntaxKind> = new Map([
  ['keyof', SyntaxKind.KeyOfKeyword],
  ['unique', SyntaxKind.UniqueKeyword],
  ['readonly', SyntaxKind.ReadonlyKeyword],
])

function readOperation(scanner: Scanner): ts.TypeNode {
  if (scanner.isSigned) throw new Doubt()
  if (scanner.kind !== Token.word) return readPostfix(scanner, readMarked(scanner))
  const pos = scanner.start
  const word = presentWord(scanner)
  const operator = OPERATORS.get(word)
  if (operator !== undefined) {
    nextToken(scanner)
    const type = readOperation(scanner)
    return { kind: SyntaxKind.TypeOperator, flags: 0, pos, end: scanner.end, operator, type } as never
  }
  if (word === 'infer') return readInferred(scanner)
  return readPostfix(scanner, readNamed(scanner, word))
}

function readInferred(scanner: Scanner): ts.TypeNode {
  const pos = scanner.start
  nextToken(scanner)
  readIdentifier(scanner)
  // Whether a constraint follows or a conditional type goes on cannot be told without trying both.
  if (isWord(scanner, 'extends')) throw new Doubt()
  return { kind: SyntaxKind.InferType, flags: 0, pos, end: scanner.end } as never
}

/** `T[]` and `T['name']`. */
function readPostfix(scanner: Scanner, inner: ts.TypeNode): ts.TypeNode {
  let type = inner
  const { pos } = inner
  for (;;) {
    // `!A`, `A!` and `A[]!` mean something in JavaScript's comments only.
    if (scanner.isSigned) throw new Doubt()
    if (scanner.kind !== Mark.openBracket || isOnNewLine(scanner)) return type
    nextToken(scanner)
    if (accept(scanner, Mark.closeBracket)) {
      type = { kind: SyntaxKind.ArrayType, flags: 0, pos, end: scanner.end, elementType: type } as never
      continue
    }
    const indexType = readType(scanner)
    expect(scanner, Mark.closeBracket)
    type = {
      kind: SyntaxKind.IndexedAccessType,
      flags: 0,
      pos,
      end: scanner.end,
      objectType: type,
      indexType,
    } as never
  }
}

/** A type that begins with anything but a word. */
function readMarked(scanner: Scanner): ts.TypeNode {
  switch (scanner.kind) {
    case Mark.openBrace:
      return readBraces(scanner)
    case Mark.openBracket:
      return readTuple(scanner)
    case Mark.openParen:
      return readParentheses(scanner)
    case MINUS:
      return readNegative(scanner)
    case Token.value:
      return readLiteralType(scanner)
    default:
      throw new Doubt()
  }
}

const MAPPED = /\{(?:\s|\/\/.*|\/\*[\s\S]*?\*\/)*(?:[+-]?\s*readonly\s*)?\[\s*[\w$]+\s+in\b/y

function readBraces(scanner: Scanner): ts.TypeNode {
  const pos = scanner.start
  MAPPED.lastIndex = pos
  if (MAPPED.test(scanner.text)) return scanner.whole ? readMapped(scanner) : skipMapped(scanner)
  const members = readMembers(scanner)
  return { kind: SyntaxKind.TypeLiteral, flags: 0, pos, end: scanner.end, members } as never
}

function skipMapped(scanner: Scanner): ts.TypeNode {
  const pos = scanner.start
  skipBrackets(scanner)
  return { kind: SyntaxKind.MappedType, flags: 0, pos, end: scanner.end } as never
}

function readMapped(scanner: Scanner): ts.TypeNode {
  const pos = scanner.start
  while (!isAt(scanner, Mark.openBracket)) nextToken(scanner)
  nextToken(scanner)
  const name = readIdentifier(scanner)
  nextToken(scanner)
  const typeParameter = { kind: SyntaxKind.TypeParameter, flags: 0, name, constraint: readType(scanner) }
  const isRenamed = isWord(scanner, 'as')
  if (isRenamed) nextToken(scanner)
  const nameType = isRenamed ? readType(scanner) : undefined
  expect(scanner, Mark.closeBracket)
  while (scanner.kind === MINUS || scanner.kind === PLUS || scanner.kind === QUESTION) nextToken(scanner)
  const type = accept(scanner, Mark.colon) ? readType(scanner) : undefined
  accept(scanner, Mark.semicolon)
  expect(scanner, Mark.closeBrace)
  return { kind: SyntaxKind.MappedType, flags: 0, pos, end: scanner.end, typeParameter, nameType, type } as never
}

function readParentheses(scanner: Scanner): ts.TypeNode {
  const pos = scanner.start
  nextToken(scanner)
  const type = readType(scanner)
  expect(scanner, Mark.closeParen)
  return { kind: SyntaxKind.ParenthesizedType, flags: 0, pos, end: scanner.end, type } as never
}

function readTuple(scanner: Scanner): ts.TypeNode {
  const pos = scanner.start
  const elements: ts.TypeNode[] = []
  nextToken(scanner)
  while (scanner.kind !== Mark.closeBracket) {
    elements.push(readElement(scanner))
    if (scanner.kind !== Mark.closeBracket) expect(scanner, Mark.comma)
  }
  nextToken(scanner)
  return { kind: SyntaxKind.TupleType, flags: 0, pos, end: scanner.end, elements } as never
}

function readElement(scanner: Scanner): ts.TypeNode {
  const pos = scanner.start
  const isRest = readDots(scanner)
  if (scanner.kind === Token.word && /^\s*\??\s*:/.test(scanner.text.slice(scanner.at, scanner.at + 40))) {
    const name = readAnyName(scanner)
    const isOptional = accept(scanner, QUESTION)
    expect(scanner, Mark.colon)
    const type = readType(scanner)
    const [dotDotDotToken, questionToken] = [isRest || undefined, isOptional || undefined]
    const end = scanner.end
    return { kind: SyntaxKind.NamedTupleMember, flags: 0, pos, end, dotDotDotToken, name, questionToken, type } as never
  }
  const type = readType(scanner)
  if (isRest) return { kind: SyntaxKind.RestType, flags: 0, pos, end: scanner.end, type } as never
  if (!accept(scanner, QUESTION)) return type
  return { kind: SyntaxKind.OptionalType, flags: 0, pos, end: scanner.end, type } as never
}

function readNegative(scanner: Scanner): ts.TypeNode {
  const pos = scanner.start
  nextToken(scanner)
  const operand = readNumber(scanner)
  const operator = SyntaxKind.MinusToken
  const literal = { kind: SyntaxKind.PrefixUnaryExpression, flags: 0, pos, end: scanner.end, operator, operand }
  return { kind: SyntaxKind.LiteralType, flags: 0, pos, end: scanner.end, literal } as never
}

function readLiteralType(scanner: Scanner): ts.TypeNode {
  const pos = scanner.start
  const literal = readLiteral(scanner)
  const kind = isLiteral(literal) ? SyntaxKind.LiteralType : SyntaxKind.TemplateLiteralType
  return { kind, flags: 0, pos, end: scanner.end, literal } as never
}
