import { ts } from '@ts-morph/common'
import { accept, endStatement, expect, followingCharacter, presentWord, skipBrackets } from './quick-cursor.js'
import { readExpression, wholeReader } from './quick-expressions.js'
import { readLiteral, readNumber, readString } from './quick-literals.js'
import { readSignature } from './quick-parameters.js'
import { readType } from './quick-types.js'
import { Doubt, Mark, nextToken, type Scanner, Token } from './scanner.js'

const { SyntaxKind } = ts

const QUESTION = 63

/** Reads the members of an interface or an object type, from the opening brace past the closing one. */
export function readMembers(scanner: Scanner): ts.NodeArray<ts.TypeElement> {
  const members: ts.TypeElement[] = []
  expect(scanner, Mark.openBrace)
  while (scanner.kind !== Mark.closeBrace) members.push(readMember(scanner))
  nextToken(scanner)
  return members as never
}

function readMember(scanner: Scanner): ts.TypeElement {
  const pos = scanner.end
  const word = presentWord(scanner)
  if (word === 'new' && /[(<]/.test(followingCharacter(scanner))) {
    nextToken(scanner)
    return readMethod(scanner, { pos, kind: SyntaxKind.ConstructSignature })
  }
  const isAccessor = (word === 'get' || word === 'set') && isBeforeName(scanner)
  if (isAccessor || (word === 'readonly' && isBeforeName(scanner))) nextToken(scanner)
  if (scanner.kind === Mark.openParen || scanner.kind === Mark.less) {
    return readMethod(scanner, { pos, kind: SyntaxKind.CallSignature })
  }
  if (isIndexSignature(scanner)) return readIndexSignature(scanner, pos)
  const name = readPropertyName(scanner)
  const questionToken = accept(scanner, QUESTION) || undefined
  if (isAccessor) {
    return readMethod(scanner, { pos, name, kind: word === 'get' ? SyntaxKind.GetAccessor : SyntaxKind.SetAccessor })
  }
  if (scanner.kind === Mark.openParen || scanner.kind === Mark.less) {
    return readMethod(scanner, { pos, name, kind: SyntaxKind.MethodSignature })
  }
  const type = accept(scanner, Mark.colon) ? readType(scanner) : undefined
  endMember(scanner)
  return { kind: SyntaxKind.PropertySignature, flags: 0, pos, end: scanner.end, name, questionToken, type } as never
}

interface MethodStart {
  readonly kind: ts.SyntaxKind
  readonly pos: number
  readonly name?: ts.PropertyName
}

function readMethod(scanner: Scanner, start: MethodStart): ts.TypeElement {
  const signature = readSignature(scanner)
  endMember(scanner)
  return { flags: 0, end: scanner.end, ...start, ...signature } as never
}

export function readIndexSignature(scanner: Scanner, pos: number): ts.TypeElement & ts.ClassElement {
  skipBrackets(scanner)
  const type = accept(scanner, Mark.colon) ? readType(scanner) : undefined
  endMember(scanner)
  return { kind: SyntaxKind.IndexSignature, flags: 0, pos, end: scanner.end, type } as never
}

function endMember(scanner: Scanner): void {
  if (!accept(scanner, Mark.comma)) endStatement(scanner)
}

/** Whether the present word belongs to the name that follows it on its line; in doubt it does. */
export function isBeforeName(scanner: Scanner): boolean {
  const next = followingCharacter(scanner)
  if (next === '/' || next === '') throw new Doubt()
  return /[\w$"'[{*#\\\u0080-\uffff]/.test(next)
}

const INDEX_SIGNATURE = /\[\s*[\w$]+\s*[:,?]/y

export function isIndexSignature({ text, kind, start }: Scanner): boolean {
  if (kind !== Mark.openBracket) return false
  INDEX_SIGNATURE.lastIndex = start
  return INDEX_SIGNATURE.test(text)
}

/** `name`, `'name'`, `1`, `['name']`. */
export function readPropertyName(scanner: Scanner): ts.PropertyName {
  const { kind, start: pos, text } = scanner
  if (kind === Token.word) {
    const name = presentWord(scanner)
    nextToken(scanner)
    return { kind: SyntaxKind.Identifier, flags: 0, pos, end: scanner.end, text: name } as never
  }
  if (kind === Token.value) return (/["']/.test(text.charAt(pos)) ? readString(scanner) : readNumber(scanner)) as never
  if (kind === Mark.openBracket) return readComputedName(scanner)
  if (kind !== HASH) throw new Doubt()
  nextToken(scanner)
  nextToken(scanner)
  return { kind: SyntaxKind.PrivateIdentifier, flags: 0, pos, end: scanner.end, text: '' } as never
}

const HASH = 35

/** Of computed names only those that are a string have a name; the others are kept as something else. */
function readComputedName(scanner: Scanner): ts.PropertyName {
  const pos = scanner.start
  const isString = /^\[\s*(?:'[^']*'|"[^"]*")\s*\]/.test(scanner.text.slice(pos, pos + 200))
  let expression: ts.Expression = { kind: SyntaxKind.BinaryExpression, flags: 0, pos, end: pos } as never
  if (isString) {
    nextToken(scanner)
    expression = readLiteral(scanner)
    expect(scanner, Mark.closeBracket)
  } else if (scanner.whole) {
    nextToken(scanner)
    expression = readExpression(wholeReader(scanner))
    expect(scanner, Mark.closeBracket)
  } else skipBrackets(scanner)
  return { kind: SyntaxKind.ComputedPropertyName, flags: 0, pos, end: scanner.end, expression } as never
}
