import type { Output } from '../analysis/generate/outputs.js'

/** What a code action carries along until it is chosen. It holds for one version of the document alone. */
export interface ActionData {
  readonly uri: string
  /** Null where the document is not open. */
  readonly version: number | null
  readonly action: Action
}

export type Action =
  /** The fix of a finding, by its title; `file` is where the finding stands, if that is another one. */
  | { readonly kind: 'fix'; readonly file: string; readonly fingerprint: string; readonly title: string }
  /** A comment that silences a rule on a line, counted from 0. */
  | { readonly kind: 'suppress'; readonly rule: string; readonly line: number }
  /** A tag above the type that names its model. */
  | { readonly kind: 'link'; readonly id: string; readonly model: string }
  /** Code for a model of the document. */
  | { readonly kind: 'generate'; readonly model: string; readonly output: Output }
  /** All safe fixes of the document. */
  | { readonly kind: 'fixAll' }
