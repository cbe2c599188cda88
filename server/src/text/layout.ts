/** Where the line of an offset starts. */
export function lineStart(text: string, offset: number): number {
  let start = offset
  while (start > 0 && !isLineBreak(text, start - 1)) start--
  return start
}

/** Where the line of an offset ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  let end = offset
  while (end < text.length && !isLineBreak(text, end)) end++
  return end
}

/** Where the next line starts, or the end of the text. */
export function nextLine(text: string, offset: number): number {
  const end = lineEnd(text, offset)
  return text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length)
}

/** Where the line before the one that starts at an offset starts. */
export function previousLine(text: string, start: number): number {
  return lineStart(text, text.startsWith('\r\n', start - 2) ? start - 2 : Math.max(start - 1, 0))
}

/** The white space that the line of an offset starts with. */
export function indentAt(text: string, offset: number): string {
  const start = lineStart(text, offset)
  return /^[^\S\r\n]*/.exec(text.slice(start, lineEnd(text, start)))?.[0] ?? ''
}

/** Whether the line that starts at an offset holds nothing but white space. The end of a text is no line. */
export function isEmptyLine(text: string, start: number): boolean {
  return start < text.length && text.slice(start, lineEnd(text, start)).trim() === ''
}

/** Whether nothing but white space stands before an offset on its line. */
export function startsLine(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === ''
}

/** The line break that a text uses: that of its first line. */
export function lineBreakOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
}

/** One step of indentation, as the first indented line of a text has it. */
export function indentUnitOf(text: string): string {
  const indent = /^(\t| {2,8})(?=[^\s*])/m.exec(text)?.[1]
  return indent ?? '  '
}

/** The offset behind the white space of a line from an offset on. */
export function skipSpaces(text: string, offset: number): number {
  let at = offset
  while (text[at] === ' ' || text[at] === '\t') at++
  return at
}

/** Where a comment ends that follows an offset on its line and closes it; undefined where anything else follows. */
export function endOfTrailingComment(text: string, offset: number): number | undefined {
  const rest = text.slice(offset, lineEnd(text, offset))
  const match = /^[^\S\r\n]*(?:\/\/.*|\/\*(?:(?!\*\/).)*\*\/[^\S\r\n]*)?$/.exec(rest)
  return match ? offset + rest.trimEnd().length : undefined
}

function isLineBreak(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r'
}
