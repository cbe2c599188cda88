/** A half-open range of offsets, in UTF-16 code units as JavaScript strings count them. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A zero-based line and character; characters count UTF-16 code units, as in LSP. */
export interface Position {
  readonly line: number
  readonly character: number
}

/** A half-open range of positions. */
export interface Range {
  readonly start: Position
  readonly end: Position
}
