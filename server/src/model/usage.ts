/**
 * What a file that works with records does with names: the evidence for and against a property that the model lacks.
 * Holds no positions.
 */
export interface SourceUsage {
  /**
   * Every name that it may write: object keys, shorthand properties, declared properties and parameters' properties,
   * `x.name = `, and aliases in SQL text (`AS "name"`).
   */
  readonly written: readonly string[]
  /** Those of them of which nothing tells what they are written for; they may be sent. */
  readonly sent: readonly string[]
  /** Those in the arguments of what may be Prisma's operations: what is stored or asked for, and not sent as it is. */
  readonly handed: readonly NamesFor[]
  /** Those that types and schemas of the file declare as their own members. */
  readonly declared: readonly NamesFor[]
  /** Those of types without a name, by type; what functions take aside. */
  readonly unnamed: readonly (readonly string[])[]
  /** The object literals and `select` objects in it, deep ones included; those with a single key only beside a spread. */
  readonly literals: readonly ObjectLiteral[]
}

export interface NamesFor {
  /** The member whose operation is called, such as `user` of `prisma.user.create`; the type's name. */
  readonly of: string
  readonly names: readonly string[]
}

export interface ObjectLiteral {
  readonly keys: readonly string[]
  /** Those of the keys whose value is made there (a call, `x ?? y`, a literal) rather than passed on (`x`, `y.x`). */
  readonly made: readonly string[]
  /** Those of the keys whose value is `null` or `undefined` as it stands. */
  readonly empty: readonly string[]
  /** It holds a spread, or a computed key: it may hold more. */
  readonly spread: boolean
  /** The type it is annotated with, where that is a plain name: `const x: User = {}`, `<User>{}`, `{} as User`. */
  readonly annotation: string | undefined
  /** It is (part of) a `select` argument. */
  readonly select: boolean
  /**
   * The member whose operation it is handed to, itself or in a variable: `user` of `prisma.user.create({ data: {} })`.
   * Empty where it is no record at all, as in decorators, `select` and `include`.
   */
  readonly handedTo: string | undefined
  /** The members whose operations are called in the outermost function around it. */
  readonly beside: readonly string[]
}
