import { ts } from '@ts-morph/common'
import { presentWord } from './quick-cursor.js'
import { Doubt, nextToken, type Scanner, Token } from './scanner.js'

const { SyntaxKind } = ts

/** Words that name nothing. */
export const RESERVED: ReadonlySet<string> = new Set(
  `break case catch class const continue debugger default delete do else enum export extends false finally for function if
  import in instanceof new null return super switch this throw true try typeof var void while with`.split(/\s+/),
)

/** Reads a name. */
export function readIdentifier(scanner: Scanner): ts.Identifier {
  const text = presentWord(scanner)
  if (text === '' || RESERVED.has(text)) throw new Doubt()
  const pos = scanner.start
  nextToken(scanner)
  return { kind: SyntaxKind.Identifier, flags: 0, pos, end: scanner.end, text } as never
}

/** A name that may be a word of the language. */
export function readAnyName(scanner: Scanner): ts.Identifier {
  if (scanner.kind !== Token.word) throw new Doubt()
  const pos = scanner.start
  const text = presentWord(scanner)
  nextToken(scanner)
  return { kind: SyntaxKind.Identifier, flags: 0, pos, end: scanner.end, text } as never
}

/** Reads a string, a number or a template; elements and regular expressions are no literals here. */
export function readLiteral(scanner: Scanner): ts.Expression {
  if (scanner.kind !== Token.value) throw new Doubt()
  const first = scanner.text.charAt(scanner.start)
  if (first === '"' || first === "'") return readString(scanner)
  return first === '`' ? readTemplate(scanner) : readNumber(scanner)
}

/** Whether what {@link readLiteral} gives has one value. */
export function isLiteral({ kind }: ts.Node): boolean {
  return kind !== SyntaxKind.TemplateExpression
}

/** Reads a number in decimal or hexadecimal notation. */
export function readNumber(scanner: Scanner): ts.Expression {
  const { text: whole, start: pos, at: end } = scanner
  const written = whole.slice(pos, end)
  if (scanner.kind !== Token.value || !/^\.?\d/.test(written)) throw new Doubt()
  if (scanner.whole) return readAnyNumber(scanner)
  if (!NUMBER.test(written)) throw new Doubt()
  nextToken(scanner)
  return {
    kind: SyntaxKind.NumericLiteral,
    flags: 0,
    pos,
    end,
    text: numberOf(written),
  } as never
}

const NUMBER = /^(?:(?:(?:0|[1-9]\d*(?:_\d+)*)(?:\.\d+(?:_\d+)*)?|\.\d+)(?:e[+-]?\d+)?|0x[\da-f]+)$/i

/** In a text that is read whole numbers matter as names alone. */
function readAnyNumber(scanner: Scanner): ts.Expression {
  const { start: pos, at: end, text } = scanner
  const written = text.slice(pos, end)
  if (/^0\d/.test(written)) throw new Doubt()
  nextToken(scanner)
  if (written.endsWith('n')) return { kind: SyntaxKind.BigIntLiteral, flags: 0, pos, end, text: written } as never
  return { kind: SyntaxKind.NumericLiteral, flags: 0, pos, end, text: numberOf(written) } as never
}

function numberOf(written: string): string {
  return `${Number(written.replaceAll('_', ''))}`
}

/** Reads a string that stands in quotes. */
export function readString(scanner: Scanner): ts.Expression {
  const { text: whole, start: pos, at: end } = scanner
  const first = whole.charAt(pos)
  if (scanner.kind !== Token.value || (first !== '"' && first !== "'")) throw new Doubt()
  const text = cooked(whole.slice(pos + 1, end - 1))
  nextToken(scanner)
  return { kind: SyntaxKind.StringLiteral, flags: 0, pos, end, text } as never
}

function readTemplate(scanner: Scanner): ts.Expression {
  const { text: whole, start: pos, at: end } = scanner
  const written = whole.slice(pos + 1, end - 1)
  nextToken(scanner)
  if (/(?<!\\)(?:\\\\)*\$\{/.test(written)) return { kind: SyntaxKind.TemplateExpression, flags: 0, pos, end } as never
  return { kind: SyntaxKind.NoSubstitutionTemplateLiteral, flags: 0, pos, end, text: cooked(written) } as never
}

/** What stands between quotes or backticks stands for this text. */
export function cooked(written: string): string {
  // In a template a line break counts as one character, however it is written.
  const text = written.includes('\r') ? written.replace(/\r\n?/g, '\n') : written
  return text.includes('\\') ? text.replace(ESCAPE, unescaped) : text
}

const ESCAPE = /\\(?:x([\da-f]{2})|u([\da-f]{4})|u\{([\da-f]{1,6})\}|([\s\S]))/gi

function unescaped(_: string, byte?: string, unit?: string, point?: string, mark = ''): string {
  const code = byte ?? unit ?? point
  if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16))
  // Octal numbers, and numbers that are none.
  if (/[1-9xu]/.test(mark)) throw new Doubt()
  return ESCAPES.get(mark) ?? mark
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['0', '\0'],
  ['\n', ''],
  ['\u2028', ''],
  ['\u2029', ''],
])
