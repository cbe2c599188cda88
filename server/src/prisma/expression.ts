import type { Span } from '../text/span.js'
import { lineEnd, stringEnd } from './cursor.js'
import type { NameSyntax } from './syntax.js'

/**
 * Finds the end of the bracket that opens at `open`, strings and comments left out. It may span lines, as long as they
 * can be its arguments; where it is not closed, it ends with its own line.
 */
export function closeOf(text: string, open: number): { readonly end: number; readonly closed: boolean } {
  let depth = 0
  let at = open
  for (; at < text.length; at = nextMark(text, at + 1, text.length)) {
    const mark = text[at] ?? ''
    if (OPENING.includes(mark)) depth++
    else if (CLOSING.includes(mark)) depth--
    else if (mark !== ',' && !(LINE_BREAKS.includes(mark) && mayContinue(text, at + 1))) break
    if (depth === 0) return { end: at + 1, closed: true }
  }
  return { end: endOfLine(text, open, at), closed: false }
}

/** Splits at the commas that stand in no bracket or string; the parts are trimmed, empty ones left out. */
export function splitList(text: string, inside: Span): NameSyntax[] {
  const items: NameSyntax[] = []
  let from = inside.start
  let depth = 0
  for (let at = nextMark(text, from, inside.end); at < inside.end; at = nextMark(text, at + 1, inside.end)) {
    const mark = text[at] ?? ''
    if (OPENING.includes(mark)) depth++
    else if (CLOSING.includes(mark)) depth--
    else if (mark === ',' && depth === 0) {
      pushTrimmed(items, text, { start: from, end: at })
      from = at + 1
    }
  }
  pushTrimmed(items, text, { start: from, end: inside.end })
  return items
}

/** The value of a string literal such as `"a\n"`; undefined for anything else. */
export function stringOf(text: string): string | undefined {
  if (text.length < 2 || !text.startsWith('"') || !text.endsWith('"')) return undefined
  const inside = text.slice(1, -1)
  return inside.includes('\\') ? inside.replace(ESCAPE, unescapeOne) : inside
}

/** The items of `[a, b]`; anything else is a list of itself. */
export function itemsOf(text: string): string[] {
  if (!text.startsWith('[')) return [text]
  const end = text.endsWith(']') ? text.length - 1 : text.length
  return splitList(text, { start: 1, end }).map((item) => item.text)
}

/** The names in `[a, b(sort: Desc)]`, without what stands in parentheses. */
export function namesOf(text: string): string[] {
  return itemsOf(text).map((item) => item.replace(/\(.*$/s, '').trim())
}

const OPENING = '(['
const CLOSING = ')]'
const LINE_BREAKS = '\r\n'
/** What gives an expression its structure; `@`, `{`, `}` and `=` are foreign to it, a quote is one that never closes. */
const MARKS = new Set([...'()[]@{}=,"/\r\n'].map((mark) => mark.charCodeAt(0)))

/** The offset of the next mark from `from` on, or `end`. */
function nextMark(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    if (!MARKS.has(text.charCodeAt(at))) continue
    const past = pastOpaque(text, at)
    if (past === undefined) return at
    at = past - 1
  }
  return end
}

/** The end of the string or comment at `at`, or of a lone slash; undefined where there is none. */
function pastOpaque(text: string, at: number): number | undefined {
  const mark = text[at]
  if (mark === '/') return text[at + 1] === '/' ? lineEnd(text, at) : at + 1
  return mark === '"' ? stringEnd(text, at) : undefined
}

const NOT_AN_ARGUMENT = /[ \t]*(?:[@}]|[\p{Alphabetic}\p{N}_-]+(?:[ \t]+[\p{Alphabetic}\p{N}_@[]|@))/uy

/** Whether the line that begins at `start` can belong to an open bracket: `a,`, `name: "x"` or `)`, but no field. */
function mayContinue(text: string, start: number): boolean {
  NOT_AN_ARGUMENT.lastIndex = start
  return !NOT_AN_ARGUMENT.test(text)
}

/** The end of what stands on the line from `open` on, up to `limit`, a comment and blanks behind it left out. */
function endOfLine(text: string, open: number, limit: number): number {
  const end = Math.min(lineEnd(text, open), limit)
  const line = text.slice(open, end)
  const comment = line.replace(/"[^"]*"/g, (found) => '_'.repeat(found.length)).indexOf('//')
  return open + (comment < 0 ? line : line.slice(0, comment)).trimEnd().length
}

function pushTrimmed(items: NameSyntax[], text: string, { start, end }: Span): void {
  const part = text.slice(start, end)
  const trimmed = part.trim()
  if (trimmed === '') return
  const from = start + part.indexOf(trimmed)
  items.push({ start: from, end: from + trimmed.length, text: trimmed })
}

const ESCAPE = /\\(?:u([0-9A-Fa-f]{4})|(.))/gs
const ESCAPED: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' }

function unescapeOne(_whole: string, code: string | undefined, letter: string): string {
  return code === undefined ? (ESCAPED[letter] ?? letter) : String.fromCharCode(Number.parseInt(code, 16))
}
