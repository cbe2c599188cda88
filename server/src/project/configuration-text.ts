import type { KeyPath } from '../configuration/problem.js'

/** What a configuration file holds, or why it cannot be read. */
export type ConfigurationText = ReadConfiguration | { readonly problem: string }

export interface ReadConfiguration {
  readonly value: unknown
  /** The line, counted from 1, in which a value or the nearest one around it stands; undefined where there are no lines. */
  lineOf(at: KeyPath): number | undefined
}
