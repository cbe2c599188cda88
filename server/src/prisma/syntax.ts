import type { Span } from '../text/span.js'

/**
 * A file of the Prisma schema language as it is written, in whatever state: offsets count UTF-16 code units. What
 * could not be read is in `errors`, the rest keeps its meaning.
 */
export interface SchemaSyntax {
  readonly text: string
  readonly blocks: readonly BlockSyntax[]
  readonly comments: readonly CommentSyntax[]
  readonly errors: readonly SyntaxProblem[]
}

export type BlockKind = 'model' | 'view' | 'type' | 'enum' | 'generator' | 'datasource'

/** From its keyword to its closing brace, or to where it breaks off. */
export interface BlockSyntax extends Span {
  /** As it is written. */
  readonly text: string
  readonly kind: BlockKind
  readonly name: NameSyntax | undefined
  readonly documentation: string | undefined
  /** Of a model, view or composite type. */
  readonly fields: readonly FieldSyntax[]
  /** Of an enum. */
  readonly values: readonly EnumValueSyntax[]
  /** Of a generator or datasource. */
  readonly properties: readonly PropertySyntax[]
  /** Those that begin with `@@`. */
  readonly attributes: readonly AttributeSyntax[]
  /** Nothing in it failed to parse, and its brace is closed. */
  readonly intact: boolean
}

export interface NameSyntax extends Span {
  readonly text: string
}

/** From its name to the end of its last attribute; a comment behind it is not part of it. */
export interface FieldSyntax extends Span {
  readonly name: NameSyntax
  /** Undefined while it is not typed yet. */
  readonly type: TypeSyntax | undefined
  readonly attributes: readonly AttributeSyntax[]
  readonly documentation: string | undefined
  /** What a comment says that stands behind it and is no documentation. */
  readonly remark: string | undefined
}

/** A type with its modifiers: `String`, `Post[]`, `Unsupported("point")?`. */
export interface TypeSyntax extends Span {
  /** The text without modifiers. */
  readonly name: string
  readonly list: boolean
  readonly optional: boolean
  readonly unsupported: boolean
}

export interface EnumValueSyntax extends Span {
  readonly name: NameSyntax
  readonly attributes: readonly AttributeSyntax[]
  readonly documentation: string | undefined
}

/** `provider = "postgresql"`; its value is the text of one expression. */
export interface PropertySyntax extends Span {
  readonly name: NameSyntax
  readonly value: NameSyntax | undefined
}

export interface AttributeSyntax extends Span {
  /** Without its `@` or `@@`: `id`, `db.VarChar`; empty while it is not typed yet. */
  readonly name: string
  readonly args: readonly ArgumentSyntax[]
  /** The text between the parentheses, trimmed; undefined without parentheses. */
  readonly argsText: string | undefined
}

/** `fields: [userId]` or `[userId]`. */
export interface ArgumentSyntax extends Span {
  readonly name: string | undefined
  /** As written, trimmed. */
  readonly value: NameSyntax
}

/** `line` begins with two slashes, `documentation` with three; `block` is between a slash and a star and their mirror. */
export interface CommentSyntax extends Span {
  readonly kind: 'line' | 'documentation' | 'block'
  /** What stands behind the slashes. */
  readonly text: string
}

export interface SyntaxProblem extends Span {
  readonly message: string
}
