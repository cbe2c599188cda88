import type { Column, Model } from '../../model/schema.js'
import type { ImportedName } from '../source-text.js'
import type { InputMaker } from './inputs.js'
import type { Owner } from './records.js'

/** What a method does with a record. */
export type MethodKind = 'create' | 'find' | 'list' | 'update' | 'remove' | 'hide'

/** A method of a service, with all that tests of it need to know. */
export interface TestedMethod {
  readonly kind: MethodKind
  readonly name: string
  readonly model: Model
  /** In the order of its parameters; those that are left out at the end are not among them. */
  readonly arguments: readonly Argument[]
  /** What a record must hold for the method to see it. */
  readonly overrides: readonly { readonly name: string; readonly text: string }[]
  /** What columns hold afterwards. */
  readonly stored: readonly StoredColumn[]
  /** What happens where there is no such record. */
  readonly missing: Refusal
  /** Why a record is refused whose key is taken. */
  readonly taken: Refusal
  /** And one that refers to a record that is not there. */
  readonly dangling: Refusal
  readonly answer: Answer | undefined
  /** Whether it answers a plain list. */
  readonly answersList: boolean
  /** The column by which it hides a record instead of removing it. */
  readonly hiddenBy: Column | undefined
}

export type Argument =
  | { readonly kind: 'input'; readonly maker: InputMaker }
  /** A column of the record that is meant. */
  | { readonly kind: 'key'; readonly column: Column }
  /** The key of a record that a new one refers to. */
  | { readonly kind: 'owner'; readonly column: Column; readonly owner: Owner }
  | { readonly kind: 'value'; readonly column: Column; readonly text: string }

export interface StoredColumn {
  readonly column: Column
  /** The argument that it comes from, and the property of an input; a literal where it comes from none. */
  readonly from: { readonly index: number; readonly property: string | undefined } | { readonly text: string }
}

/** How a method refuses: with an error of a class, of Prisma's code, with any error, or with null. */
export type Refusal =
  | { readonly kind: 'class'; readonly name: ImportedName }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'error' }
  | { readonly kind: 'null' }

/** What is answered of a record. */
export interface Answer {
  /** The columns that are answered as they are. */
  readonly columns: readonly Column[]
  /** Secrets that must not be in it. */
  readonly hidden: readonly string[]
  readonly nullable: boolean
}
