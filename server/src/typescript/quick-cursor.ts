import { Doubt, inParentheses, Mark, nextToken, type Scanner, skipGroup, Token, wordOf } from './scanner.js'

/** Reads on if the present token is of a kind; tells whether it was. */
export function accept(scanner: Scanner, kind: number): boolean {
  if (scanner.kind !== kind) return false
  nextToken(scanner)
  return true
}

/** Whether the present token is of a kind. */
export function isAt(scanner: Scanner, kind: number): boolean {
  return scanner.kind === kind
}

/** Reads on past a token that must stand here. */
export function expect(scanner: Scanner, kind: number): void {
  if (!accept(scanner, kind)) throw new Doubt()
}

/** The present word; the empty string for any other token. */
export function presentWord(scanner: Scanner): string {
  return scanner.kind === Token.word ? wordOf(scanner) : ''
}

export function isWord(scanner: Scanner, word: string): boolean {
  return (
    scanner.kind === Token.word &&
    scanner.at - scanner.start === word.length &&
    scanner.text.startsWith(word, scanner.start)
  )
}

/** Whether a line break stands before the present token. */
export function isOnNewLine({ text, start, end }: Scanner): boolean {
  for (let at = end; at < start; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029) return true
  }
  return false
}

/** The character behind the present token and spaces on its line; the empty string at the line's end. */
export function followingCharacter({ text, at }: Scanner): string {
  let next = at
  while (text.charCodeAt(next) === 32 || text.charCodeAt(next) === 9) next++
  const character = text.charAt(next)
  return character === '\n' || character === '\r' ? '' : character
}

/** Ends a statement or a member: at a semicolon, before a closing brace, or by a line break. */
export function endStatement(scanner: Scanner): void {
  if (accept(scanner, Mark.semicolon)) return
  const { kind } = scanner
  if (kind !== Mark.closeBrace && kind !== Token.end && !isOnNewLine(scanner)) throw new Doubt()
}

/** Reads on past the brackets that open here. */
export function skipBrackets(scanner: Scanner): void {
  withSigns(scanner, () => {
    if (scanner.kind === Mark.openParen) inParentheses(scanner, skipGroup)
    else skipGroup(scanner, scanner.kind === Mark.openBrace ? Mark.closeBrace : Mark.closeBracket)
  })
  nextToken(scanner)
}

/** Reads what may hold signs that the scanner passes over. */
export function withSigns<Result>(scanner: Scanner, read: () => Result): Result {
  const before = scanner.allowsSigns
  scanner.allowsSigns = true
  const result = read()
  scanner.allowsSigns = before
  return result
}

/** Reads `= value`, if it stands here. */
export function readInitializer<Value>(scanner: Scanner, read: () => Value): Value | undefined {
  return withSigns(scanner, () => (accept(scanner, Mark.equals) ? read() : undefined))
}

export function isOpening(kind: number): boolean {
  return kind === Mark.openParen || kind === Mark.openBrace || kind === Mark.openBracket
}

/** What an attempt returns; where that is undefined or the text is not what was tried, the scanner stands where it did. */
export function attempt<Result>(scanner: Scanner, read: () => Result | undefined): Result | undefined {
  const before = { ...scanner }
  try {
    const result = read()
    if (result !== undefined) return result
  } catch (error) {
    if (!(error instanceof Doubt)) throw error
  }
  Object.assign(scanner, before)
  return undefined
}

/** Whether what stands here can be read so; the scanner stays where it is. */
export function looksLike(scanner: Scanner, read: () => boolean): boolean {
  let found = false
  attempt(scanner, () => {
    found = read()
    return undefined
  })
  return found
}

const BLANKS = '(?:[^\\S\\r\\n\\u2028\\u2029]|/\\*[^\\r\\n]*?\\*/)*'
const COMMENT = /\/\/.*|\/\*[\s\S]*?\*\//g

/** Signs that the scanner passes over, where they follow the last token on its line. */
export const Signs = {
  /** `a!`, `a!!`. */
  forcing: new RegExp(`^(?:${BLANKS}!)+`),
  /** `a++`. */
  counting: new RegExp(`^${BLANKS}(?:\\+\\+|--)`),
  any: new RegExp(`^(?:${BLANKS}(?:!|\\+\\+|--))+`),
} as const

/** Whether an exclamation mark follows the last token on its line. */
export function isForced({ isSigned, text, start, end }: Scanner): boolean {
  return isSigned && Signs.forcing.test(text.slice(end, start))
}

/** Reads on past such signs, if they stand here; tells whether they do. The present token stays what it is. */
export function acceptSigns(scanner: Scanner, signs: RegExp): boolean {
  const { isSigned, text, start, end } = scanner
  const written = isSigned ? signs.exec(text.slice(end, start))?.[0] : undefined
  if (written === undefined) return false
  scanner.end += written.length
  scanner.isSigned = /\S/.test(text.slice(scanner.end, start).replace(COMMENT, ''))
  return true
}

/** Reads on past `...`, if it stands here. */
export function readDots(scanner: Scanner): boolean {
  if (!accept(scanner, Mark.dot)) return false
  expect(scanner, Mark.dot)
  expect(scanner, Mark.dot)
  return true
}
