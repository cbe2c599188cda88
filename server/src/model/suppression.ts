import type { Span } from '../text/span.js'

/** A comment that silences findings; without rules it silences all. */
export interface Suppression {
  readonly rules: readonly string[]
  /** The zero-based line that it silences, or `file` for the whole file. */
  readonly scope: number | 'file'
  readonly reason: string | undefined
  /** Where the comment stands. */
  readonly span: Span
}
