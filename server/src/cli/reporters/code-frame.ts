import type { LineIndex } from '../../text/line-index.js'
import type { Range } from '../../text/span.js'
import { colours as pc } from '../colours.js'

export interface FrameOptions {
  readonly colour: (text: string) => string
  readonly indent: string
  /** How many lines to show before and after. */
  readonly around: number
  /** Written behind the carets. */
  readonly note?: string
}

const WIDEST = 160

/** The lines of a range with line numbers, and carets under it; long lines are cut, tabs count as one column. */
export function codeFrame(lines: LineIndex, { start, end }: Range, options: FrameOptions): string {
  const first = Math.max(0, start.line - options.around)
  const last = Math.min(lines.lineCount - 1, start.line + options.around)
  const width = String(last + 1).length
  const rows: string[] = []
  for (let line = first; line <= last; line++) {
    const text = lines.lineText(line).replaceAll('\t', ' ').slice(0, WIDEST)
    const number = String(line + 1).padStart(width)
    const isMarked = line === start.line
    if (!isMarked && text.trim() === '') continue
    rows.push(
      `${options.indent}${isMarked ? options.colour('>') : ' '} ${pc.dim(`${number} │`)} ${isMarked ? text : pc.dim(text)}`,
    )
    if (isMarked)
      rows.push(`${options.indent}  ${pc.dim(`${' '.repeat(width)} │`)} ${carets(text, { start, end }, options)}`)
  }
  return rows.join('\n')
}

function carets(text: string, { start, end }: Range, { colour, note }: FrameOptions): string {
  const to = end.line === start.line ? Math.min(end.character, WIDEST) : text.length
  const marks = '^'.repeat(Math.max(1, to - start.character))
  return `${' '.repeat(Math.min(start.character, WIDEST))}${colour(note ? `${marks} ${note}` : marks)}`
}
