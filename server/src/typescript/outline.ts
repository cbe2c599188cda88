import {
  beginsStatement,
  createScanner,
  Doubt,
  earlierWordOf,
  inParentheses,
  isStray,
  Mark,
  nextToken,
  type Scanner,
  skipGroup,
  Token,
  wordOf,
} from './scanner.js'

/**
 * The text with the bodies of methods and blocks replaced by spaces, and with them whole functions and what stands
 * between brackets in the values of constants that are neither lists of literals nor schemas. Every offset stays what it
 * was. What is left declares the same types as before and takes a fraction of the time to parse. The text as it is
 * wherever its brackets do not match or it cannot be told for certain what they belong to. Bodies of getters stay: the
 * getter of a zod schema returns what it describes.
 */
export function outlineOf(text: string, jsx: Scanner['jsx']): string {
  const bodies = bodiesOf(text, jsx)
  const parts: string[] = []
  let end = 0
  for (const body of bodies) {
    parts.push(text.slice(end, body.start), fillerOf(body))
    end = body.end
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(end)
}

interface Body {
  readonly start: number
  readonly end: number
  /**
   * What stands there instead: `0` at its beginning where a value must not be empty, `;` at its end where it is a whole
   * statement, so that comments before it do not come to stand before the next one.
   */
  readonly filler: '' | '0' | ';'
}

function fillerOf({ start, end, filler }: Body): string {
  if (end === start) return ''
  return filler === ';' ? filler.padStart(end - start) : filler.padEnd(end - start)
}

/** The insides of the brackets that hold no declaration, from first to last; none where there is any doubt. */
function bodiesOf(text: string, jsx: Scanner['jsx']): readonly Body[] {
  if (text.includes('<<<<<<<')) return []
  const reader: Reader = { scanner: createScanner(text, jsx), bodies: [] }
  try {
    readGroup(reader, Token.end)
    return reader.bodies
  } catch (error) {
    // A text that nests deeper than the stack allows is left as it is, too.
    if (error instanceof Doubt || error instanceof RangeError) return []
    throw error
  }
}

interface Reader {
  readonly scanner: Scanner
  readonly bodies: Body[]
}

/** What is known between two brackets of the statement or member that is being read. */
interface Frame {
  /** A type may stand here that a function returns: its body follows. */
  returns: boolean
  /** The last parentheses are those of a getter. */
  getter: boolean
  /** Between `class` and its members. */
  heading: boolean
  /** Angle brackets that are open in a heading or in a type that is returned. */
  angles: number
  /** Behind `const`, `let` or `var`: an equals sign begins a value. */
  assigns: boolean
  /** In the value of a constant that declares nothing, and until something may be declared again. */
  idle: boolean
  /** Where the statement or the value begins that is a function, until its body is read; else negative. */
  functionStart: number
  /** The function is the value of a constant, not a statement. */
  isValue: boolean
  /** Where the words before `function` begin. */
  modifiersStart: number
  /** These are the statements of the file itself. */
  readonly isTop: boolean
}

function startFrame(isTop: Frame['isTop']): Frame {
  return {
    returns: false,
    getter: false,
    heading: false,
    angles: 0,
    assigns: false,
    idle: false,
    functionStart: -1,
    isValue: false,
    modifiersStart: -1,
    isTop,
  }
}

function readGroup(reader: Reader, close: number): void {
  const { scanner } = reader
  const frame = startFrame(close === Token.end)
  for (let kind = nextToken(scanner); kind !== close; ) {
    const isValue = kind === Mark.equals && frame.assigns && frame.angles <= 0
    readToken(reader, frame, kind)
    kind = nextToken(scanner)
    if (isValue && kind !== close) kind = readValue(reader, frame, kind)
  }
}

function readToken(reader: Reader, frame: Frame, kind: number): void {
  const { scanner } = reader
  if (kind === Token.word) readWord(scanner, frame)
  else if (isStray(kind)) throw new Doubt()
  else if (frame.idle && isOpening(kind)) leaveOut(reader, frame, kind)
  else if (frame.idle && isAfterParameters(kind, scanner)) takeBack(reader)
  else if (kind === Mark.openParen) readParentheses(reader, frame)
  else if (kind === Mark.openBrace) readBraces(reader, frame)
  else if (kind === Mark.openBracket) readGroup(reader, Mark.closeBracket)
  else readMark(kind, scanner.previous, frame)
}

/** Words with which a statement or a value begins that has brackets of its own: no type or constant is read any more. */
const STARTS = new Set(
  `class interface enum namespace module global declare type import export const let var function if for while do switch
  try catch return throw`.split(/\s+/),
)

function readWord(scanner: Scanner, frame: Frame): void {
  if (scanner.previous === Mark.dot) return
  const word = wordOf(scanner)
  if (word === 'async' && frame.isTop) readModifier(scanner, frame)
  if (!STARTS.has(word)) return
  frame.returns = false
  frame.idle = false
  frame.functionStart = -1
  if (frame.isTop) readFunctionWord(scanner, frame, word)
  frame.assigns = word === 'const' || word === 'let' || word === 'var'
  if (frame.assigns) frame.angles = 0
  if (word !== 'class') return
  frame.heading = true
  frame.angles = 0
}

/** A function that is a statement of the file declares nothing, and need not be parsed at all. */
function readFunctionWord(scanner: Scanner, frame: Frame, word: string): void {
  if (word !== 'function' && word !== 'export') return
  readModifier(scanner, frame)
  if (word !== 'function') return
  frame.functionStart = frame.modifiersStart
  frame.isValue = false
}

/** Words before `function` where it is a statement. */
const MODIFIERS = new Set(['export', 'default', 'async'])

function readModifier(scanner: Scanner, frame: Frame): void {
  const isLater = scanner.previous === Token.word && MODIFIERS.has(earlierWordOf(scanner))
  if (!isLater) frame.modifiersStart = beginsStatement(scanner) ? scanner.wordStart : -1
}

function readMark(kind: number, previous: number, frame: Frame): void {
  if (kind === Mark.colon) {
    if (previous !== Mark.closeParen) return
    frame.returns = true
    frame.angles = 0
  } else if (kind === Mark.less) frame.angles++
  else if (kind === Mark.greater) frame.angles--
  else if (kind === Mark.semicolon || kind === Mark.at) endStatement(frame)
  else if (kind === Mark.comma) readComma(frame)
  else if (kind === Mark.equals && frame.angles <= 0) frame.returns = false
}

function endStatement(frame: Frame): void {
  frame.returns = false
  frame.assigns = false
  frame.idle = false
  frame.functionStart = -1
}

function readComma(frame: Frame): void {
  const isOutside = frame.angles <= 0
  if (isOutside && frame.isValue) frame.functionStart = -1
  if (isOutside && !frame.idle) frame.returns = false
  frame.idle = false
}

function readParentheses(reader: Reader, frame: Frame): void {
  const { scanner } = reader
  frame.getter = isGetter(scanner)
  inParentheses(scanner, (_, close) => readGroup(reader, close))
}

/** `get name(`, `get 'name'(`. */
function isGetter(scanner: Scanner): boolean {
  if (scanner.previous !== Token.word) return wordOf(scanner) === 'get'
  return earlierWordOf(scanner) === 'get'
}

function readBraces(reader: Reader, frame: Frame): void {
  const { scanner } = reader
  if (isBody(scanner, frame)) {
    const start = scanner.at
    skipGroup(scanner, Mark.closeBrace)
    addBody(reader, frame, start)
    frame.returns = false
  } else {
    readGroup(reader, Mark.closeBrace)
    if (frame.angles <= 0) frame.heading = false
  }
}

/** Leaves out the braces' inside, which begins at `start` and was just passed over, or the function that it ends. */
function addBody({ scanner, bodies }: Reader, frame: Frame, start: number): void {
  const { functionStart, isValue } = frame
  if (functionStart < 0) {
    bodies.push({ start, end: scanner.at - 1, filler: '' })
    return
  }
  while ((bodies.at(-1)?.start ?? -1) >= functionStart) bodies.pop()
  bodies.push({ start: functionStart, end: scanner.at, filler: isValue ? '0' : ';' })
  frame.functionStart = -1
}

/** Passes over a group that declares nothing. */
function leaveOut(reader: Reader, frame: Frame, open: number): void {
  const { scanner, bodies } = reader
  const start = scanner.at
  const endsFunction = scanner.previous === Token.arrow
  if (open === Mark.openParen) inParentheses(scanner, skipGroup)
  else skipGroup(scanner, open === Mark.openBrace ? Mark.closeBrace : Mark.closeBracket)
  if (open === Mark.openBrace && endsFunction) addBody(reader, frame, start)
  else bodies.push({ start, end: scanner.at - 1, filler: open === Mark.openBrace ? '' : '0' })
}

/** Whether the parentheses before a token may be those of parameters. */
function isAfterParameters(kind: number, { previous }: Scanner): boolean {
  return previous === Mark.closeParen && (kind === Token.arrow || kind === Mark.colon)
}

/** Parameters that were left out as if they were a value stay as they are. */
function takeBack({ bodies }: Reader): void {
  if (bodies.at(-1)?.filler === '0') bodies.pop()
}

function isOpening(kind: number): boolean {
  return kind === Mark.openParen || kind === Mark.openBrace || kind === Mark.openBracket
}

/**
 * Reads the beginning of a constant's value, from its first token on, and returns the first token behind that. Lists of
 * literals are followed by `as const`, stand in parentheses, or are handed to a method of `Object`; schemas are made by
 * methods.
 */
function readValue(reader: Reader, frame: Frame, first: number): number {
  const { scanner, bodies } = reader
  frame.functionStart = -1
  if (first === Token.word) return readValueWord(scanner, frame)
  if (!isOpening(first)) return first
  const { length } = bodies
  const start = scanner.at
  readToken(reader, frame, first)
  const end = scanner.at - 1
  const next = nextToken(scanner)
  const isFunction = next === Token.arrow || next === Mark.colon
  if (first === Mark.openParen && isFunction) beginFunction(frame, start - 1)
  const isAsserted = next === Token.word && ASSERTIONS.has(wordOf(scanner))
  if (first === Mark.openParen ? !isFunction : isAsserted) return next
  bodies.splice(length, bodies.length, { start, end, filler: '' })
  frame.idle = true
  return next
}

const ASSERTIONS = new Set(['as', 'satisfies'])

/** Values that begin so are neither. */
const OPERATIONS = new Set(['await', 'async', 'new'])

function beginFunction(frame: Frame, functionStart: number): void {
  frame.functionStart = functionStart
  frame.isValue = true
}

function readValueWord(scanner: Scanner, frame: Frame): number {
  const word = wordOf(scanner)
  const start = scanner.wordStart
  readWord(scanner, frame)
  if (word === 'function') beginFunction(frame, start)
  if (STARTS.has(word)) return nextToken(scanner)
  const isOperation = OPERATIONS.has(word)
  const next = nextToken(scanner)
  if (word === 'async' || next === Token.arrow) beginFunction(frame, start)
  frame.idle = isOperation
    ? next === Token.word || next === Mark.openParen
    : next === Mark.openParen || next === Mark.less
  return next
}

/**
 * Whether the braces that open here hold statements: after an arrow, after parentheses, and after a type that a function
 * returns. After an arrow they may also be a type; what a function type returns is not read either.
 */
function isBody(scanner: Scanner, frame: Frame): boolean {
  if (frame.heading) return false
  if (scanner.previous === Token.arrow) return true
  if (frame.getter) return false
  return scanner.previous === Mark.closeParen || (frame.returns && endsType(scanner))
}

/** Words of types that are followed by another type. */
const BEFORE_TYPE = new Set('is keyof extends infer typeof asserts readonly unique in new abstract'.split(' '))

function endsType(scanner: Scanner): boolean {
  const { previous } = scanner
  if (previous === Token.word) return !BEFORE_TYPE.has(wordOf(scanner))
  return [Token.value, Mark.greater, Mark.closeBracket, Mark.closeBrace].some((kind) => kind === previous)
}
