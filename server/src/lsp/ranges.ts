import type { Range } from 'vscode-languageserver'
import type { Position } from '../text/span.js'

/** Whether two ranges share a character or touch each other. */
export function overlaps(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start)
}

/** Whether a position stands before another. */
export function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character)
}
