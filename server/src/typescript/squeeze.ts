/** A text without its long runs of spaces, and where in the whole text its characters stand. */
export interface Squeezed {
  readonly text: string
  /** Takes the offset of the beginning or end of a token. */
  originOf(offset: number): number
}

/**
 * Takes out of a text what stands before `start`, and most of every long run of spaces. A beginning that is taken out
 * leaves a semicolon: a comment behind it in its line belongs to it, not to what follows.
 */
export function squeeze(text: string, start: number): Squeezed {
  const parts: string[] = start > 0 ? [';'] : []
  const kept: Kept = { starts: [0], shifts: [start > 0 ? start - 1 : 0] }
  let [length, end] = [parts.length, start]
  LONG_RUN.lastIndex = start
  for (let run = LONG_RUN.exec(text); run; run = LONG_RUN.exec(text)) {
    // A space stays on either side, so that no offset of a token falls between two parts.
    parts.push(text.slice(end, run.index + 1))
    length += run.index + 1 - end
    end = run.index + run[0].length - 1
    kept.starts.push(length)
    kept.shifts.push(end - length)
  }
  if (parts.length === 0) return { text, originOf: (offset) => offset }
  parts.push(text.slice(end))
  return { text: parts.join(''), originOf: (offset) => offset + shiftAt(kept, offset) }
}

const LONG_RUN = / {40,}/g

/** Where the parts begin in the squeezed text, and how far each was moved. */
interface Kept {
  readonly starts: number[]
  readonly shifts: number[]
}

function shiftAt({ starts, shifts }: Kept, offset: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return shifts[low] ?? 0
}
