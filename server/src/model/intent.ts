import type { ElementRef } from './element.js'

/** What an edit should achieve, in the vocabulary of both sides; each side renders it in its own language. */
export type Intent =
  /** Let the property's type also admit `null`. */
  | { readonly kind: 'addNull'; readonly at: ElementRef }
  /** Take `null` out of the property's type. */
  | { readonly kind: 'removeNull'; readonly at: ElementRef }
  /** Replace the base type, keeping list and null as they are written. `type` is TypeScript, such as `string`. */
  | ({ readonly kind: 'setType'; readonly at: ElementRef } & WantedType)
  | { readonly kind: 'setList'; readonly at: ElementRef; readonly list: boolean }
  | { readonly kind: 'setOptional'; readonly at: ElementRef; readonly optional: boolean }
  /** Add a value to the enum, const object or union at `at`. */
  | { readonly kind: 'addValue'; readonly at: ElementRef; readonly value: string }
  | { readonly kind: 'removeValue'; readonly at: ElementRef; readonly value: string }
  | { readonly kind: 'renameValue'; readonly at: ElementRef; readonly from: string; readonly to: string }
  | { readonly kind: 'renameMember'; readonly at: ElementRef; readonly to: string }
  | { readonly kind: 'removeMember'; readonly at: ElementRef }
  | ({
      readonly kind: 'addMember'
      readonly at: ElementRef
      readonly name: string
      readonly optional: boolean
      /** The members that it belongs behind in the schema's order, the nearest first; else it comes last. */
      readonly after: readonly string[]
    } & WantedType)
  /** Write a `@prisma` tag above the declaration, replacing one that is there. */
  | { readonly kind: 'setTag'; readonly at: ElementRef; readonly tag: string }
  /** Put one decorator of class-validator in place of another. */
  | { readonly kind: 'setValidator'; readonly at: ElementRef; readonly from: string; readonly to: string }
  /** Set a figure that a decorator of class-validator is called with, as its argument of that index. */
  | {
      readonly kind: 'setValidatorLimit'
      readonly at: ElementRef
      readonly validator: string
      readonly argument: number
      readonly limit: number
    }
  /** Remove a key from a list of keys, such as the second argument of `Pick`. */
  | { readonly kind: 'removeKey'; readonly at: ElementRef; readonly key: string }
  | { readonly kind: 'renameKey'; readonly at: ElementRef; readonly key: string; readonly to: string }

/** A type that is to be written, as TypeScript, such as `string` or `Role[] | null`. */
export interface WantedType {
  readonly type: string
  /** The values of the enum that it names: they are written out where nothing offers the name. */
  readonly values?: readonly string[]
}
