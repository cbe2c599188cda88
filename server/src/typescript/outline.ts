import {
  createScanner,
  Doubt,
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
 * The text with the bodies of functions, methods and blocks replaced by spaces, so that every offset stays what it was.
 * What is left declares the same types as before and takes a fraction of the time to parse. The text as it is wherever
 * its brackets do not match or it cannot be told for certain what they belong to. Bodies of getters stay: the getter of
 * a zod schema returns what it describes.
 */
export function outlineOf(text: string, jsx: Scanner['jsx']): string {
  const bodies = bodiesOf(text, jsx)
  const parts: string[] = []
  let end = 0
  for (const body of bodies) {
    parts.push(text.slice(end, body.start), ' '.repeat(body.end - body.start))
    end = body.end
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(end)
}

interface Body {
  readonly start: number
  readonly end: number
}

/** The insides of the braces that hold statements only, from first to last; none where there is any doubt. */
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
}

function readGroup(reader: Reader, close: number): void {
  const { scanner } = reader
  const frame: Frame = { returns: false, getter: false, heading: false, angles: 0 }
  for (let kind = nextToken(scanner); kind !== close; kind = nextToken(scanner)) {
    if (kind === Token.word) readWord(scanner, frame)
    else if (kind === Mark.openParen) readParentheses(reader, frame)
    else if (kind === Mark.openBrace) readBraces(reader, frame)
    else if (kind === Mark.openBracket) readGroup(reader, Mark.closeBracket)
    else if (isStray(kind)) throw new Doubt()
    else readMark(kind, scanner.previous, frame)
  }
}

/** Words with which a statement begins that has braces of its own: no type is being read any more. */
const STARTS = new Set(
  'class interface enum namespace module global declare type import export const let var function'.split(' '),
)

function readWord(scanner: Scanner, frame: Frame): void {
  const isClass = scanner.wordEnd - scanner.wordStart === 5 && scanner.text.startsWith('class', scanner.wordStart)
  if (isClass && scanner.previous !== Mark.dot) Object.assign(frame, { heading: true, returns: false, angles: 0 })
  else if (frame.returns && STARTS.has(wordOf(scanner))) frame.returns = false
}

function readMark(kind: number, previous: number, frame: Frame): void {
  if (kind === Mark.colon) {
    if (previous !== Mark.closeParen) return
    frame.returns = true
    frame.angles = 0
  } else if (kind === Mark.less) frame.angles++
  else if (kind === Mark.greater) frame.angles--
  else if (kind === Mark.semicolon) frame.returns = false
  else if ((kind === Mark.comma || kind === Mark.equals) && frame.angles <= 0) frame.returns = false
}

function readParentheses(reader: Reader, frame: Frame): void {
  const { scanner } = reader
  frame.getter = isGetter(scanner)
  inParentheses(scanner, (_, close) => readGroup(reader, close))
}

/** `get name(`, `get 'name'(`. */
function isGetter(scanner: Scanner): boolean {
  if (scanner.previous !== Token.word) return wordOf(scanner) === 'get'
  return scanner.text.slice(scanner.earlierStart, scanner.earlierEnd) === 'get'
}

function readBraces(reader: Reader, frame: Frame): void {
  const { scanner, bodies } = reader
  if (isBody(scanner, frame)) {
    const start = scanner.at
    skipGroup(scanner, Mark.closeBrace)
    bodies.push({ start, end: scanner.at - 1 })
    frame.returns = false
  } else {
    readGroup(reader, Mark.closeBrace)
    if (frame.angles <= 0) frame.heading = false
  }
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
