import type { FileId } from '../text/file-id.js'
import type { Declaration, Decorator } from './declaration.js'
import type { ElementRef } from './element.js'

/**
 * A declared type after names were looked up across files: the properties it has in the end, inherited and mixed-in
 * ones included. This is what is paired with models and compared.
 */
export interface Shape {
  readonly ref: ElementRef
  readonly file: FileId
  readonly name: string
  readonly declaration: Declaration
  readonly properties: readonly ShapeProperty[]
  /** It may have more properties than are listed: something it is made of could not be resolved. */
  readonly open: boolean
  /** It is made from the generated client's own types, so the compiler keeps it in step. */
  readonly fromClient: boolean
  /** Set for enums, const objects and unions of literals: the values, in order. */
  readonly values: readonly LiteralValue[] | undefined
  /**
   * The declaration that this one is only another name for: `type User = z.infer<typeof userSchema>`,
   * `type Role = (typeof Role)[keyof typeof Role]`, `type A = B`. It says nothing of its own.
   */
  readonly aliasOf?: ElementRef
}

export type LiteralValue = string | number | boolean

export interface ShapeProperty {
  readonly name: string
  /** Where it is declared; with `typeIdOf` its type. */
  readonly ref: ElementRef
  /** The declared type that holds it: the shape itself, or the one it is inherited from. */
  readonly declaredIn: { readonly file: FileId; readonly name: string }
  readonly inherited: boolean
  readonly optional: boolean
  readonly type: PropertyType
  readonly decorators: readonly Decorator[]
  readonly computed: boolean
}

/** The base types that are compared. `null` and `undefined` are told apart from them. */
export type Base =
  | 'string'
  | 'number'
  | 'boolean'
  | 'bigint'
  | 'Date'
  | 'Decimal'
  | 'bytes'
  | 'object'
  | 'function'
  | 'symbol'

/** What is known of a property's type. */
export interface PropertyType {
  /**
   * The base types of its values, or of its elements where it is a list. An enum or union of literals counts as the
   * base of its values.
   */
  readonly bases: ReadonlySet<Base>
  /** False where a part could not be decided (`any`, `unknown`, unresolved names, generics): then `bases` is partial. */
  readonly known: boolean
  /** Undefined where it cannot be told. */
  readonly admitsNull: boolean | undefined
  readonly admitsUndefined: boolean
  /** Whether it is an array; undefined where it cannot be told or where it is both. */
  readonly list: boolean | undefined
  /** All values, where it is made of nothing but literals (null and undefined aside). */
  readonly values: readonly LiteralValue[] | undefined
  /** The declaration that lists `values`; undefined where they stand at the property itself. */
  readonly valuesFrom: { readonly ref: ElementRef; readonly name: string } | undefined
  /** Those of `values` that stand at the property itself beside a declaration that lists the others: `Role | 'NONE'`. */
  readonly added: readonly LiteralValue[]
  /** The name of the type written there, where it is a single named one: `User`, `Prisma.Decimal`. */
  readonly name: string | undefined
  /** The declaration that `name` leads to. */
  readonly target: ElementRef | undefined
  /** Its properties where it is an object, inline or named; resolved on demand, as types refer to themselves. */
  shape(): Shape | undefined
  /** As it would be written, for messages; long types are shortened. */
  readonly text: string
}
