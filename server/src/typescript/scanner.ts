/**
 * Reads the tokens of TypeScript without building a tree: just enough to know which brackets belong together. Types are
 * not told from values, so angle brackets are plain characters.
 */
export interface Scanner {
  readonly text: string
  /** Whether `<` may begin an element, as in `.tsx`. */
  readonly jsx: boolean
  /** Whether bodies and parameters of functions are wanted, too. */
  readonly whole: boolean
  /** Where the last token ends. */
  at: number
  /** Where it starts. */
  start: number
  /** Where the token before it ends. */
  end: number
  /** Whether a sign that is passed over stands between the two. */
  isSigned: boolean
  /** Whether such a sign may stand before the next token: elsewhere it gives a text another meaning. */
  allowsSigns: boolean
  /** The last token: one of {@link Token}, or the character code of a mark. */
  kind: number
  /** The token before it. */
  previous: number
  /** The last word that was read, and the one before that. */
  wordStart: number
  wordEnd: number
  earlierStart: number
  earlierEnd: number
  /** The word before the parentheses that were closed last; empty where none stood there. */
  ownerStart: number
  ownerEnd: number
}

/** Kinds of tokens that are no single mark. `value`: a string, number, template, regular expression or element. */
export const Token = { end: 0, word: 1, value: 2, arrow: 3 } as const

/** Character codes of brackets and of the marks that mean something to a reader of declarations. */
export const Mark = {
  openParen: 40,
  closeParen: 41,
  comma: 44,
  dot: 46,
  colon: 58,
  semicolon: 59,
  less: 60,
  equals: 61,
  greater: 62,
  at: 64,
  openBracket: 91,
  closeBracket: 93,
  openBrace: 123,
  closeBrace: 125,
} as const

/** Thrown where the text is not what it seems: brackets that do not match, a string without an end. */
export class Doubt extends Error {}

export function createScanner(text: string, { jsx, whole }: Pick<Scanner, 'jsx' | 'whole'>): Scanner {
  const at = text.startsWith('#!') ? endOfLine(text, 0) : 0
  const [kind, previous] = [Mark.semicolon, Mark.semicolon]
  const words = { wordStart: 0, wordEnd: 0, earlierStart: 0, earlierEnd: 0, ownerStart: 0, ownerEnd: 0 }
  return { text, jsx, whole, at, start: at, end: at, isSigned: false, allowsSigns: whole, kind, previous, ...words }
}

/** Reads the next token and returns its kind. `++`, `--` and a lone `!` are passed over: they change nothing here. */
export function nextToken(scanner: Scanner): number {
  const { text } = scanner
  scanner.end = scanner.at
  scanner.isSigned = false
  for (;;) {
    const code = text.charCodeAt(scanner.at)
    const type = code < 128 ? TYPES[code] : typeBeyondAscii(code)
    if (type === WORD) return readWord(scanner)
    if (type === SPACE) scanner.at++
    else if (type === MARK && !(code === Mark.dot && TYPES[text.charCodeAt(scanner.at + 1)] === DIGIT)) {
      scanner.start = scanner.at
      scanner.at++
      return finish(scanner, code)
    } else if (type === SLASH && isComment(text, scanner.at)) scanner.at = endOfComment(text, scanner.at)
    else if (type === SIGN && isSkipped(text, scanner.at, code)) {
      if (!scanner.allowsSigns) throw new Doubt()
      scanner.at += code === EXCLAMATION ? 1 : 2
      scanner.isSigned = true
    } else return readOther(scanner, code)
  }
}

/** Passes over everything to the bracket that closes the one that was read last. */
export function skipGroup(scanner: Scanner, close: number): void {
  for (let kind = nextToken(scanner); kind !== close; kind = nextToken(scanner)) {
    if (kind === Mark.openParen) inParentheses(scanner, skipGroup)
    else if (kind === Mark.openBrace) skipGroup(scanner, Mark.closeBrace)
    else if (kind === Mark.openBracket) skipGroup(scanner, Mark.closeBracket)
    else if (isStray(kind)) throw new Doubt()
  }
}

/** Reads from an opening parenthesis to its end, and remembers the word before it. */
export function inParentheses(scanner: Scanner, read: (scanner: Scanner, close: number) => void): void {
  const isOwned = scanner.previous === Token.word
  const [start, end] = isOwned ? [scanner.wordStart, scanner.wordEnd] : [0, 0]
  read(scanner, Mark.closeParen)
  scanner.ownerStart = start
  scanner.ownerEnd = end
}

/** Whether a token that nothing asked for is the end of the text or a closing bracket. */
export function isStray(kind: number): boolean {
  return kind === Token.end || kind === Mark.closeParen || kind === Mark.closeBracket || kind === Mark.closeBrace
}

/** The text of the last word. */
export function wordOf({ text, wordStart, wordEnd }: Scanner): string {
  return text.slice(wordStart, wordEnd)
}

/** The text of the word before that. */
export function earlierWordOf({ text, earlierStart, earlierEnd }: Scanner): string {
  return text.slice(earlierStart, earlierEnd)
}

/** Whether the last token, a word, stands where a statement begins; in doubt it does not. */
export function beginsStatement(scanner: Scanner): boolean {
  const { text, previous, wordStart } = scanner
  if (previous === Mark.semicolon || previous === Mark.closeBrace) return true
  if (!isFirstInLine(text, wordStart)) return false
  if (previous === Token.word) return !BEFORE_VALUE.has(earlierWordOf(scanner))
  return previous === Token.value || previous === Mark.closeBracket
}

function isFirstInLine(text: string, at: number): boolean {
  let before = at - 1
  while (text.charCodeAt(before) === 32 || text.charCodeAt(before) === 9) before--
  return text.charCodeAt(before) === NEWLINE
}

const [MARK, SPACE, WORD, DIGIT, QUOTE, SLASH, SIGN, OTHER] = [0, 1, 2, 3, 4, 5, 6, 7]
const [BACKSLASH, NEWLINE, RETURN, ASTERISK, EXCLAMATION, BACKTICK, DOLLAR] = [92, 10, 13, 42, 33, 96, 36]

/** What each ASCII character begins. */
const TYPES: Uint8Array = typesOfCharacters()

function typesOfCharacters(): Uint8Array {
  const types = new Uint8Array(128)
  const set = (characters: string, type: number) => {
    for (const each of characters) types[each.charCodeAt(0)] = type
  }
  set(' \t\n\r\v\f', SPACE)
  set('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$', WORD)
  set('0123456789', DIGIT)
  set('"\'`', QUOTE)
  set('/', SLASH)
  set('+-!', SIGN)
  set('=<', OTHER)
  return types
}

/** Past the end the code is NaN. */
function typeBeyondAscii(code: number): number {
  if (Number.isNaN(code)) return OTHER
  return /\s/.test(String.fromCharCode(code)) ? SPACE : WORD
}

function finish(scanner: Scanner, kind: number): number {
  scanner.previous = scanner.kind
  scanner.kind = kind
  return kind
}

function readWord(scanner: Scanner): number {
  scanner.earlierStart = scanner.wordStart
  scanner.earlierEnd = scanner.wordEnd
  scanner.start = scanner.at
  scanner.wordStart = scanner.at
  scanner.at = endOfWord(scanner.text, scanner.at + 1)
  scanner.wordEnd = scanner.at
  return finish(scanner, Token.word)
}

function endOfWord(text: string, from: number): number {
  for (let at = from; ; at++) {
    const code = text.charCodeAt(at)
    const type = code < 128 ? TYPES[code] : typeBeyondAscii(code)
    if (type !== WORD && type !== DIGIT) return at
  }
}

function readOther(scanner: Scanner, code: number): number {
  const { at, end, isSigned } = scanner
  const kind = readRarer(scanner, code)
  // Templates and elements hold tokens of their own.
  scanner.start = at
  scanner.end = end
  scanner.isSigned = isSigned
  return kind
}

function readRarer(scanner: Scanner, code: number): number {
  const { text, at } = scanner
  if (Number.isNaN(code)) return finish(scanner, Token.end)
  if (code === BACKTICK) return skipTemplate(scanner)
  if (TYPES[code] === QUOTE) return readTo(scanner, endOfString(text, at, code))
  if (TYPES[code] === DIGIT || code === Mark.dot) return readTo(scanner, endOfNumber(text, at))
  if (TYPES[code] === SLASH && isRegularExpression(scanner)) return readTo(scanner, endOfRegularExpression(text, at))
  if (code === Mark.less && isElement(scanner)) return skipElement(scanner)
  const isArrow = code === Mark.equals && text.charCodeAt(at + 1) === Mark.greater
  scanner.at += isArrow ? 2 : 1
  return finish(scanner, isArrow ? Token.arrow : code)
}

function readTo(scanner: Scanner, end: number): number {
  scanner.at = end
  return finish(scanner, Token.value)
}

function isSkipped(text: string, at: number, code: number): boolean {
  const next = text.charCodeAt(at + 1)
  return code === EXCLAMATION ? next !== Mark.equals : next === code
}

function isComment(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1)
  return next === ASTERISK || next === 47
}

function endOfComment(text: string, at: number): number {
  if (text.charCodeAt(at + 1) === 47) return endOfLine(text, at)
  const end = text.indexOf('*/', at + 2)
  if (end < 0) throw new Doubt()
  return end + 2
}

const LINE_END = /[\n\r\u2028\u2029]|$/g

function endOfLine(text: string, at: number): number {
  LINE_END.lastIndex = at
  return LINE_END.exec(text)?.index ?? text.length
}

function endOfString(text: string, from: number, quote: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === quote) return at + 1
    if (code === BACKSLASH) at++
    else if (code === NEWLINE || code === RETURN) break
  }
  throw new Doubt()
}

/** Only a number in decimal notation takes a point, and only one: in `1..a` the second is before a member. */
const NUMBER = /0[xob][\da-f_]+n?|\d[\d_]*n|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[+-]?\d[\d_]*)?/iy

function endOfNumber(text: string, from: number): number {
  NUMBER.lastIndex = from
  NUMBER.test(text)
  const end = NUMBER.lastIndex
  if (endOfWord(text, end) > end) throw new Doubt()
  return end
}

function skipTemplate(scanner: Scanner): number {
  const { text } = scanner
  const { kind } = scanner
  for (let at = scanner.at + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === BACKSLASH) at++
    else if (code === BACKTICK) {
      scanner.kind = kind
      return readTo(scanner, at + 1)
    } else if (code === DOLLAR && text.charCodeAt(at + 1) === Mark.openBrace) {
      skipBraces(scanner, at + 1)
      at = scanner.at - 1
    }
  }
  throw new Doubt()
}

/** Passes over `{…}` that stands where no token is expected. */
function skipBraces(scanner: Scanner, at: number): void {
  scanner.at = at + 1
  finish(scanner, Mark.openBrace)
  skipGroup(scanner, Mark.closeBrace)
}

/** Words after which a value begins. */
const BEFORE_VALUE = new Set(
  'return typeof case in of delete void throw new instanceof else do await yield extends default'.split(' '),
)
const CONTROL = new Set(['if', 'while', 'for', 'with'])

/** Whether the last token ends a value, so that what follows can only continue it; undefined after a brace. */
function endsValue(scanner: Scanner): boolean | undefined {
  const { text, kind, wordStart, ownerStart, ownerEnd } = scanner
  if (kind === Token.word) return text.charCodeAt(wordStart - 1) === Mark.dot || !BEFORE_VALUE.has(wordOf(scanner))
  if (kind === Mark.closeParen) return !CONTROL.has(text.slice(ownerStart, ownerEnd))
  if (kind === Mark.closeBrace) return undefined
  return kind === Token.value || kind === Mark.closeBracket
}

/** After a block a regular expression, after an object a division: a second slash in the line leaves that open. */
function isRegularExpression(scanner: Scanner): boolean {
  const ends = endsValue(scanner)
  if (ends !== undefined) return !ends
  const { text, at } = scanner
  if (text.slice(at + 1, endOfLine(text, at)).includes('/')) throw new Doubt()
  return false
}

const REGULAR_EXPRESSION = /\/(?:[^\\/[\n\r]|\\[^\n\r]|\[(?:[^\]\\\n\r]|\\[^\n\r])*\])+\/[\w$]*/y

function endOfRegularExpression(text: string, from: number): number {
  REGULAR_EXPRESSION.lastIndex = from
  if (!REGULAR_EXPRESSION.test(text)) throw new Doubt()
  return REGULAR_EXPRESSION.lastIndex
}

/** `<T,>`, `<T extends X>` and `<T = X>` begin functions, also where elements are known. */
const TYPE_PARAMETERS = /<\s*(?:const\s+)?[\w$]+\s*(?:,|=|extends\s)/y

function isElement(scanner: Scanner): boolean {
  const { text, at, jsx } = scanner
  if (!jsx || endsValue(scanner) !== false || !/[\w$>]/.test(text.charAt(at + 1))) return false
  TYPE_PARAMETERS.lastIndex = at
  return !TYPE_PARAMETERS.test(text)
}

const TAG = /<([\w$.:-]*)/y
const ATTRIBUTES = /(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n\r]*|[\w$:-]+|=\s*"[^"]*"|=\s*'[^']*'|=(?=\s*[{<]))*/y

function skipElement(scanner: Scanner): number {
  const { kind } = scanner
  walkElement(scanner, { braces: skipBraces })
  scanner.kind = kind
  return finish(scanner, Token.value)
}

/** What is done with the parts of an element. */
export interface ElementVisitor {
  /** Reads `{…}`, which begins at an offset; the scanner then stands behind it. */
  braces(scanner: Scanner, at: number): void
  /** Is given attributes and comments between expressions, as they are written. */
  attributes?(written: string): void
}

/** Passes over the element that begins where the scanner stands, and over those in it. */
export function walkElement(scanner: Scanner, visitor: ElementVisitor): void {
  const { text } = scanner
  const name = matchAt(scanner, TAG)?.[1] ?? ''
  walkAttributes(scanner, visitor)
  if (text.startsWith('/>', scanner.at)) scanner.at += 2
  else {
    if (text.charCodeAt(scanner.at) !== Mark.greater) throw new Doubt()
    scanner.at++
    walkChildren(scanner, name, visitor)
  }
}

function walkAttributes(scanner: Scanner, visitor: ElementVisitor): void {
  for (;;) {
    const written = matchAt(scanner, ATTRIBUTES)?.[0] ?? ''
    visitor.attributes?.(written)
    const code = scanner.text.charCodeAt(scanner.at)
    if (code === Mark.openBrace) visitor.braces(scanner, scanner.at)
    else if (code === Mark.less) walkElement(scanner, visitor)
    else return
  }
}

const CHILD = /[{<]/g
const CLOSING = /<\/\s*([\w$.:-]*)\s*>/y

function walkChildren(scanner: Scanner, name: string, visitor: ElementVisitor): void {
  for (;;) {
    CHILD.lastIndex = scanner.at
    const child = CHILD.exec(scanner.text)
    if (!child) throw new Doubt()
    scanner.at = child.index
    if (child[0] === '{') visitor.braces(scanner, child.index)
    else if (scanner.text.charCodeAt(child.index + 1) !== 47) walkElement(scanner, visitor)
    else {
      if (matchAt(scanner, CLOSING)?.[1] !== name) throw new Doubt()
      return
    }
  }
}

/** Matches a sticky pattern where the scanner stands, and passes over what it matched. */
function matchAt(scanner: Scanner, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = scanner.at
  const match = pattern.exec(scanner.text) ?? undefined
  if (match) scanner.at += match[0].length
  return match
}
