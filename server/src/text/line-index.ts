import type { Position, Range, Span } from './span.js'

/** Converts offsets of one text to positions. Lines end at `\n`, `\r\n` or `\r`. */
export interface LineIndex {
  /** The position of an offset; offsets outside the text are clamped to it. */
  positionAt(offset: number): Position
  /** The offset of a position; one past the end of its line is the line's end, one past the last line the text's. */
  offsetAt(position: Position): number
  rangeOf(span: Span): Range
  /** The text of a line without its line break, or the empty string past the end. */
  lineText(line: number): string
  readonly lineCount: number
}

/** Builds the index in one pass over the text. */
export function createLineIndex(text: string): LineIndex {
  const starts = lineStarts(text)
  const positionAt = (offset: number): Position => {
    const clamped = Math.min(Math.max(offset, 0), text.length)
    const line = lastAtOrBefore(starts, clamped)
    return { line, character: clamped - (starts[line] ?? 0) }
  }
  const lineText = (line: number) =>
    text.slice(starts[line] ?? text.length, starts[line + 1] ?? text.length).replace(/[\r\n]+$/, '')
  return {
    positionAt,
    offsetAt: ({ line, character }) => (starts[line] ?? text.length) + Math.min(character, lineText(line).length),
    rangeOf: ({ start, end }) => ({ start: positionAt(start), end: positionAt(end) }),
    lineText,
    lineCount: starts.length,
  }
}

const LINE_FEED = 10
const RETURN = 13

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === LINE_FEED || (code === RETURN && text.charCodeAt(at + 1) !== LINE_FEED)) starts.push(at + 1)
  }
  return starts
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
