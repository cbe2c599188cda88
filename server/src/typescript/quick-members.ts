import { ts } from '@ts-morph/common'
import { accept, endStatement, expect, followingCharacter, presentWord, skipBrackets } from './quick-cursor.js'
import { readLiteral, readNumber, readString } from './quick-literals.js'
import { readReturnType, readType, readTypeParameters } from './quick-types.js'
import { Doubt, Mark, nextToken, type Scanner, Token } from './scanner.js'

const { SyntaxKind } = ts

const QUESTION = 63

/**
 * Reads the members of an interface or an object type, from the opening brace past the closing one. Methods and
 * signatures are left out: they are no properties.
 */
export function readMembers(scanner: Scanner): ts.NodeArray<ts.TypeElement> {
  const members: ts.TypeElement[] = []
  expect(scanner, Mark.openBrace)
  while (scanner.kind !== Mark.closeBrace) {
    const member = readMember(scanner)
    if (member) members.push(member)
  }
  nextToken(scanner)
  return members as never
}

function readMember(scanner: Scanner): ts.TypeElement | undefined {
  const pos = scanner.end
  let isReadonly = false
  if (scanner.kind === Token.word) {
    const word = presentWord(scanner)
    if (word === 'new' && /[(<]/.test(followingCharacter(scanner))) {
      nextToken(scanner)
      return readMethod(scanner)
    }
    if ((word === 'get' || word === 'set') && isBeforeName(scanner)) return readAccessor(scanner, { pos, word })
    isReadonly = word === 'readonly' && isBeforeName(scanner)
    if (isReadonly) nextToken(scanner)
  }
  if (scanner.kind === Mark.openParen || scanner.kind === Mark.less) return readMethod(scanner)
  if (isIndexSignature(scanner)) {
    skipBrackets(scanner)
    if (accept(scanner, Mark.colon)) readType(scanner)
    endMember(scanner)
    return { kind: SyntaxKind.IndexSignature, flags: 0, pos, end: scanner.end } as never
  }
  const name = readPropertyName(scanner)
  const questionToken = accept(scanner, QUESTION) || undefined
  if (scanner.kind === Mark.openParen || scanner.kind === Mark.less) return readMethod(scanner)
  const type = accept(scanner, Mark.colon) ? readType(scanner) : undefined
  endMember(scanner)
  return { kind: SyntaxKind.PropertySignature, flags: 0, pos, end: scanner.end, name, questionToken, type } as never
}

/** Reads on past the parameters and the type of a method or signature. */
function readMethod(scanner: Scanner): undefined {
  readTypeParameters(scanner)
  if (scanner.kind !== Mark.openParen) throw new Doubt()
  skipBrackets(scanner)
  if (accept(scanner, Mark.colon)) readReturnType(scanner)
  endMember(scanner)
}

interface AccessorStart {
  readonly pos: number
  readonly word: string
}

function readAccessor(scanner: Scanner, { pos, word }: AccessorStart): ts.TypeElement | undefined {
  nextToken(scanner)
  const name = readPropertyName(scanner)
  if (scanner.kind !== Mark.openParen) throw new Doubt()
  skipBrackets(scanner)
  const type = accept(scanner, Mark.colon) ? readReturnType(scanner) : undefined
  endMember(scanner)
  if (word === 'set') return undefined
  return { kind: SyntaxKind.GetAccessor, flags: 0, pos, end: scanner.end, name, type } as never
}

function endMember(scanner: Scanner): void {
  if (!accept(scanner, Mark.comma)) endStatement(scanner)
}

/** Whether the present word belongs to the name that follows it on its line; in doubt it does. */
export function isBeforeName(scanner: Scanner): boolean {
  const next = followingCharacter(scanner)
  if (next === '/') throw new Doubt()
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
  } else skipBrackets(scanner)
  return { kind: SyntaxKind.ComputedPropertyName, flags: 0, pos, end: scanner.end, expression } as never
}
