import { commonStart } from '../text/common-text.js'

/**
 * Whether two texts of the schema language are the same but for blanks, line breaks and comments. Takes far less time
 * than to read them. True is certain; false may only mean that the same is written differently.
 */
export function isSameWriting(left: string, right: string): boolean {
  if (left === right) return true
  const same = left.slice(0, commonStart(left, right)).lastIndexOf('\n') + 1
  let [a, b, tried] = [same, same, -1]
  for (;;) {
    const [here, there] = [pastBlanks(left, a), pastBlanks(right, b)]
    if (here === left.length || there === right.length) return here === left.length && there === right.length
    if (here > a !== there > b && isWord(left, a - 1) && isWord(left, here)) return false
    // Most lines are the same as a whole.
    const line = here > tried ? left.slice(here, lineEnd(left, here)) : ''
    tried = Math.max(tried, here + line.length)
    const length = line !== '' && isLine(line, right, there) ? line.length : sameLength(left, here, right, there)
    if (length === 0) return false
    a = here + length
    b = there + length
  }
}

function isLine(line: string, text: string, at: number): boolean {
  const end = at + line.length
  return (end === text.length || isLineBreak(text.charCodeAt(end))) && text.slice(at, end) === line
}

/** The length of the string, the run of other characters or the one character that both texts go on with; 0 for none. */
function sameLength(left: string, a: number, right: string, b: number): number {
  if (left.charCodeAt(a) === QUOTE) {
    const end = stringEnd(left, a)
    return right.slice(b, b + end - a) === left.slice(a, end) ? end - a : 0
  }
  let length = 0
  let code = left.charCodeAt(a)
  while (code === right.charCodeAt(b + length) && code > BLANK && code !== QUOTE && code !== SLASH) {
    length++
    code = left.charCodeAt(a + length)
  }
  return length > 0 || code !== right.charCodeAt(b) ? length : 1
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

const QUOTE = 34
const SLASH = 47
const BACKSLASH = 92
const BLANK = 32

/** The first offset from `at` on where neither a blank nor a comment is. */
function pastBlanks(text: string, at: number): number {
  for (let offset = at; offset < text.length; offset++) {
    const code = text.charCodeAt(offset)
    if (code <= BLANK) continue
    if (code !== SLASH || text.charCodeAt(offset + 1) !== SLASH) return offset
    while (offset < text.length && !isLineBreak(text.charCodeAt(offset))) offset++
  }
  return text.length
}

function isLineBreak(code: number): boolean {
  return code === 10 || code === 13
}

/** The offset behind the string that begins at `at`; one that is not closed ends with its line. */
function stringEnd(text: string, at: number): number {
  for (let offset = at + 1; offset < text.length; offset++) {
    const code = text.charCodeAt(offset)
    if (code === BACKSLASH) offset++
    else if (code === QUOTE) return offset + 1
    else if (isLineBreak(code)) return offset
  }
  return text.length
}

/** Whether a character can be part of a name or a number, which a blank beside it would end. */
function isWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return (
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    code === 95 ||
    code === 45 ||
    (code >= 97 && code <= 122) ||
    code > 127
  )
}
