/**
 * Whether two texts of the schema language are the same but for blanks, line breaks and comments. Takes far less time
 * than to read them. True is certain; false may only mean that the same is written differently.
 */
export function isSameWriting(left: string, right: string): boolean {
  if (left === right) return true
  let [a, b] = [0, 0]
  for (;;) {
    const [here, there] = [pastBlanks(left, a), pastBlanks(right, b)]
    if (here === left.length || there === right.length) return here === left.length && there === right.length
    if (here > a !== there > b && isWord(left, a - 1) && isWord(left, here)) return false
    const end = left.charCodeAt(here) === QUOTE ? stringEnd(left, here) : here + 1
    if (
      end === here + 1
        ? left.charCodeAt(here) !== right.charCodeAt(there)
        : !right.startsWith(left.slice(here, end), there)
    )
      return false
    b = there + end - here
    a = end
  }
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
