import { ts } from '@ts-morph/common'
import { accept, expect, followingCharacter, isAt, isOnNewLine, isWord, presentWord } from './quick-cursor.js'
import { readIdentifier } from './quick-literals.js'
import { readType } from './quick-types.js'
import { Mark, nextToken, type Scanner } from './scanner.js'

const { SyntaxKind } = ts

/** `<A, B>`, or undefined where none stand here. */
export function readTypeArguments(scanner: Scanner): ts.NodeArray<ts.TypeNode> | undefined {
  if (scanner.kind !== Mark.less || isOnNewLine(scanner)) return undefined
  const types: ts.TypeNode[] = []
  do {
    nextToken(scanner)
    types.push(readType(scanner))
  } while (isAt(scanner, Mark.comma))
  expect(scanner, Mark.greater)
  return types as never
}

/** `<T extends A = B>`, or undefined where none stand here. */
export function readTypeParameters(scanner: Scanner): ts.NodeArray<ts.TypeParameterDeclaration> | undefined {
  if (scanner.kind !== Mark.less) return undefined
  const parameters: ts.TypeParameterDeclaration[] = []
  nextToken(scanner)
  while (!isAt(scanner, Mark.greater)) {
    parameters.push(readTypeParameter(scanner))
    if (!isAt(scanner, Mark.greater)) expect(scanner, Mark.comma)
  }
  nextToken(scanner)
  return parameters as never
}

function readTypeParameter(scanner: Scanner): ts.TypeParameterDeclaration {
  const pos = scanner.start
  while (/^(?:const|in|out)$/.test(presentWord(scanner)) && /[\w$]/.test(followingCharacter(scanner))) {
    if (isFollowedByExtends(scanner)) break
    nextToken(scanner)
  }
  const name = readIdentifier(scanner)
  const isBound = isWord(scanner, 'extends')
  if (isBound) nextToken(scanner)
  const constraint = isBound ? readType(scanner) : undefined
  const standard = accept(scanner, Mark.equals) ? readType(scanner) : undefined
  const rest = { name, constraint, default: standard }
  return { kind: SyntaxKind.TypeParameter, flags: 0, pos, end: scanner.end, ...rest } as never
}

function isFollowedByExtends({ text, at }: Scanner): boolean {
  return /^\s+extends\b/.test(text.slice(at, at + 20))
}
