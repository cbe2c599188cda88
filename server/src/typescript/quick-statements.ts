import { ts } from '@ts-morph/common'
import { accept, endStatement, expect, isAt, isOnNewLine, isWord, presentWord, skipBrackets } from './quick-cursor.js'
import { wholeReader } from './quick-expressions.js'
import { readSequence } from './quick-operations.js'
import { readInside, readOne, readVariableList } from './quick-parse.js'
import { Doubt, Mark, nextToken, type Scanner, Token } from './scanner.js'

const { SyntaxKind } = ts

/** Reads a block. What it holds is kept only of a text that is read whole. */
export function readBlock(scanner: Scanner): ts.Block {
  const pos = scanner.start
  // `!{…}` is an object.
  if (scanner.isSigned) throw new Doubt()
  const statements = scanner.whole ? readInside(scanner) : (skipBrackets(scanner) as undefined)
  return { kind: SyntaxKind.Block, flags: 0, pos, end: scanner.end, statements } as never
}

type Parts = readonly (ts.Node | undefined)[]

/** Reads a statement that is no declaration. Of most it is kept only what they hold. */
export function readPlainStatement(scanner: Scanner): ts.Statement | undefined {
  if (scanner.kind === Mark.openBrace) return readBlock(scanner)
  const word = presentWord(scanner)
  if (word === 'return') return readReturn(scanner)
  if (word === 'for') return readFor(scanner)
  const read = STATEMENTS.get(word)
  if (read) {
    nextToken(scanner)
    return holding(read(scanner))
  }
  if (word !== '' && isBeforeColon(scanner)) return readLabelled(scanner)
  return holding([readEnded(scanner)])
}

/** Parts that are no block: what they declare is no name in one another. */
function holding(parts: Parts): ts.Statement {
  const statements = parts.filter((each) => each !== undefined)
  return { kind: SyntaxKind.DefaultClause, flags: 0, pos: 0, end: 0, statements } as never
}

const STATEMENTS: ReadonlyMap<string, (scanner: Scanner) => Parts> = new Map<string, (scanner: Scanner) => Parts>([
  ['if', readIf],
  ['while', (scanner) => [readCondition(scanner), readOne(scanner)]],
  ['do', readDo],
  ['switch', readSwitch],
  ['try', readTry],
  ['throw', (scanner) => [readEnded(scanner)]],
  ['break', readJump],
  ['continue', readJump],
  ['debugger', readJump],
])

function isBeforeColon({ text, at }: Scanner): boolean {
  return /^\s*:/.test(text.slice(at, at + 20))
}

/** `name: …`. */
function readLabelled(scanner: Scanner): ts.Statement | undefined {
  nextToken(scanner)
  nextToken(scanner)
  return readOne(scanner)
}

function readExpression(scanner: Scanner): ts.Expression {
  return readSequence(wholeReader(scanner))
}

function readEnded(scanner: Scanner): ts.Expression {
  const expression = readExpression(scanner)
  endStatement(scanner)
  return expression
}

function readCondition(scanner: Scanner): ts.Expression {
  expect(scanner, Mark.openParen)
  const expression = readExpression(scanner)
  expect(scanner, Mark.closeParen)
  return expression
}

function readIf(scanner: Scanner): Parts {
  const parts = [readCondition(scanner), readOne(scanner)]
  return acceptWord(scanner, 'else') ? [...parts, readOne(scanner)] : parts
}

function acceptWord(scanner: Scanner, word: string): boolean {
  if (!isWord(scanner, word)) return false
  nextToken(scanner)
  return true
}

function readFor(scanner: Scanner): ts.Statement {
  const pos = scanner.start
  nextToken(scanner)
  acceptWord(scanner, 'await')
  expect(scanner, Mark.openParen)
  const initializer = readStart(scanner)
  const head = readOver(scanner) ?? { kind: SyntaxKind.ForStatement, ...readConditions(scanner) }
  expect(scanner, Mark.closeParen)
  const statement = readOne(scanner)
  return { flags: 0, pos, end: scanner.end, initializer, ...head, statement } as never
}

/** `of xs`, `in xs`. */
function readOver(scanner: Scanner) {
  if (acceptWord(scanner, 'of')) return { kind: SyntaxKind.ForOfStatement, expression: readExpression(scanner) }
  if (acceptWord(scanner, 'in')) return { kind: SyntaxKind.ForInStatement, expression: readExpression(scanner) }
  // `a in xs` is an expression, too, where nothing declares `a`.
  return isAt(scanner, Mark.closeParen) ? { kind: SyntaxKind.ForInStatement } : undefined
}

/** `; a < b; a++`. */
function readConditions(scanner: Scanner) {
  const [condition, incrementor] = [readCounting(scanner), readCounting(scanner)]
  return { condition, incrementor }
}

function readCounting(scanner: Scanner): ts.Expression | undefined {
  expect(scanner, Mark.semicolon)
  return isAt(scanner, Mark.semicolon) || isAt(scanner, Mark.closeParen) ? undefined : readExpression(scanner)
}

function readStart(scanner: Scanner): ts.Node | undefined {
  if (isAt(scanner, Mark.semicolon)) return undefined
  if (!/^(?:const|let|var)$/.test(presentWord(scanner))) return readExpression(scanner)
  nextToken(scanner)
  return readVariableList(wholeReader(scanner))
}

function readDo(scanner: Scanner): Parts {
  const body = readOne(scanner)
  if (!acceptWord(scanner, 'while')) throw new Doubt()
  const condition = readCondition(scanner)
  accept(scanner, Mark.semicolon)
  return [body, condition]
}

function readSwitch(scanner: Scanner): Parts {
  const parts: (ts.Node | undefined)[] = [readCondition(scanner)]
  expect(scanner, Mark.openBrace)
  while (!isAt(scanner, Mark.closeBrace)) {
    if (acceptWord(scanner, 'case')) {
      parts.push(readSequence({ ...wholeReader(scanner), isAlternative: true }))
      expect(scanner, Mark.colon)
    } else if (isWord(scanner, 'default') && isBeforeColon(scanner)) {
      nextToken(scanner)
      nextToken(scanner)
    } else parts.push(readOne(scanner))
  }
  nextToken(scanner)
  return parts
}

function readTry(scanner: Scanner): Parts {
  const parts: (ts.Node | undefined)[] = [readBlock(scanner)]
  if (acceptWord(scanner, 'catch')) {
    if (accept(scanner, Mark.openParen)) {
      parts.push(readVariableList(wholeReader(scanner)))
      expect(scanner, Mark.closeParen)
    }
    parts.push(readBlock(scanner))
  }
  return acceptWord(scanner, 'finally') ? [...parts, readBlock(scanner)] : parts
}

function readReturn(scanner: Scanner): ts.Statement {
  const pos = scanner.end
  nextToken(scanner)
  const { kind } = scanner
  const isEmpty = kind === Mark.semicolon || kind === Mark.closeBrace || kind === Token.end || isOnNewLine(scanner)
  const expression = isEmpty ? undefined : readExpression(scanner)
  endStatement(scanner)
  return { kind: SyntaxKind.ReturnStatement, flags: 0, pos, end: scanner.end, expression } as never
}

function readJump(scanner: Scanner): Parts {
  if (scanner.kind === Token.word && !isOnNewLine(scanner)) nextToken(scanner)
  endStatement(scanner)
  return []
}
