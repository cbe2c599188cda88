import { commonEnd, commonStart } from './common-text.js'
import type { Span } from './span.js'

/** Puts `newText` in place of a part of a text; an empty span inserts, an empty text deletes. */
export interface TextEdit {
  readonly span: Span
  readonly newText: string
}

export function insertion(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText }
}

export function replacement({ start, end }: Span, newText: string): TextEdit {
  return { span: { start, end }, newText }
}

export function deletion(start: number, end: number): TextEdit {
  return { span: { start, end }, newText: '' }
}

/** The one edit between two texts: what stands between their common beginning and end. It splits no character. */
export function changeBetween(before: string, after: string): TextEdit {
  let start = commonStart(before, after)
  while (start > 0 && (isSplit(before, start) || isSplit(after, start))) start--
  let same = commonEnd(before, after, Math.min(before.length, after.length) - start)
  while (same > 0 && (isSplit(before, before.length - same) || isSplit(after, after.length - same))) same--
  return replacement({ start, end: before.length - same }, after.slice(start, after.length - same))
}

/** Whether an offset is within a line break or a character of two units. */
function isSplit(text: string, at: number): boolean {
  return /^(?:\r\n|[\uD800-\uDBFF][\uDC00-\uDFFF])$/.test(text.slice(at - 1, at + 1))
}

/**
 * The text with all edits made at once; their spans speak of the text as it is given. Insertions at one place stand in
 * the order of the list. Throws a RangeError where two edits change the same part.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return piecesOf(edits)
    .map((piece) => (typeof piece === 'string' ? piece : text.slice(piece.start, piece.end)))
    .join('')
}

/**
 * The edits that do in one step what `first` and then `second` do: the spans of `second` speak of the text that `first`
 * leaves. The result is sorted and its spans touch nowhere.
 */
export function composeEdits(first: readonly TextEdit[], second: readonly TextEdit[]): readonly TextEdit[] {
  const pieces = piecesOf(first)
  return editsOf(piecesOf(second).flatMap((piece) => (typeof piece === 'string' ? [piece] : sliced(pieces, piece))))
}

/** A part of a text that is kept, or what is put between two such parts. */
type Piece = Span | string

/** The end of a text of any length. */
const END = Number.MAX_SAFE_INTEGER

function piecesOf(edits: readonly TextEdit[]): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { span, newText } of edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    if (span.start < at) throw new RangeError(`two edits change what stands at ${span.start}`)
    pieces.push({ start: at, end: span.start }, newText)
    at = span.end
  }
  return [...pieces, { start: at, end: END }]
}

/** What stands between two offsets of the text that the pieces make. */
function sliced(pieces: readonly Piece[], { start, end }: Span): readonly Piece[] {
  let at = 0
  return pieces.flatMap((piece): readonly Piece[] => {
    const length = typeof piece === 'string' ? piece.length : piece.end - piece.start
    const [from, to] = [Math.max(start - at, 0), Math.min(end - at, length)]
    at += length
    if (from >= to) return []
    return [typeof piece === 'string' ? piece.slice(from, to) : { start: piece.start + from, end: piece.start + to }]
  })
}

function editsOf(pieces: readonly Piece[]): readonly TextEdit[] {
  const edits: TextEdit[] = []
  let at = 0
  let newText = ''
  for (const piece of pieces) {
    if (typeof piece === 'string') newText += piece
    else if (piece.start < piece.end) {
      if (piece.start > at || newText !== '') edits.push({ span: { start: at, end: piece.start }, newText })
      at = piece.end
      newText = ''
    }
  }
  return edits
}
