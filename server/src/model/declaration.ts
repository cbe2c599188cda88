import type { ElementId } from './element.js'
import type { Role } from './role.js'

/**
 * What one file of TypeScript says, without positions: equal summaries mean equal findings, so an edit that does not
 * change the summary stops there.
 */
export interface SourceSummary {
  /** The file says of itself that a program wrote it. */
  readonly generated: boolean
  readonly imports: readonly Import[]
  readonly reexports: readonly Reexport[]
  readonly declarations: readonly Declaration[]
}

/** `import { imported as local } from 'module'`; `imported` is `default` or `*` for those forms. */
export interface Import {
  readonly local: string
  readonly module: string
  readonly imported: string
}

/** `export { imported as exported } from 'module'`; `export * from` has `*` for both. */
export interface Reexport {
  readonly exported: string
  readonly imported: string
  readonly module: string
}

/** `enum` covers TypeScript enums and const objects (`as const`); `zod` the constants that hold a zod schema. */
export type DeclarationKind = 'interface' | 'alias' | 'class' | 'enum' | 'zod'

export interface Declaration {
  readonly id: ElementId
  /** The declared name; `default` for a default export without one. */
  readonly name: string
  readonly kind: DeclarationKind
  /** The names that other files see it under: its own, an `as` name, `default`. Empty for a local one. */
  readonly exportedAs: readonly string[]
  readonly typeParameters: readonly string[]
  /** What it says itself: an object for interfaces, classes and zod objects; an enum for enums and const objects. */
  readonly type: TypeNode
  /** What it extends, mixins such as `PartialType(CreateUserDto)` included. Its own members win. */
  readonly heritage: readonly TypeNode[]
  readonly implements: readonly TypeNode[]
  readonly decorators: readonly Decorator[]
  readonly tag: PrismaTag | undefined
}

/** `@prisma MODEL [ROLE]` or `@prisma none` in a declaration's JSDoc. */
export interface PrismaTag {
  /** `none` for a type that mirrors no model. */
  readonly model: string
  readonly role: Role | undefined
}

/** `@MaxLength(50)` is `{ name: 'MaxLength', args: ['50'] }`: the arguments as written. */
export interface Decorator {
  readonly name: string
  readonly args: readonly string[]
}

export interface Property {
  readonly id: ElementId
  readonly name: string
  readonly optional: boolean
  readonly type: TypeNode
  readonly decorators: readonly Decorator[]
  /** Its JSDoc says `@computed`: no column is expected. */
  readonly computed: boolean
}

export type Primitive =
  | 'string'
  | 'number'
  | 'boolean'
  | 'bigint'
  | 'symbol'
  | 'object'
  | 'null'
  | 'undefined'
  | 'any'
  | 'unknown'
  | 'never'
  | 'void'

/** A type as it is written, before names are looked up. */
export type TypeNode =
  | { readonly kind: 'primitive'; readonly name: Primitive }
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  | { readonly kind: 'array'; readonly element: TypeNode }
  | { readonly kind: 'tuple'; readonly elements: readonly TypeNode[] }
  | { readonly kind: 'union'; readonly members: readonly TypeNode[] }
  | { readonly kind: 'intersection'; readonly members: readonly TypeNode[] }
  /** `open`: an index signature, a spread or something unread may hold more members than are listed. */
  | { readonly kind: 'object'; readonly properties: readonly Property[]; readonly open: boolean }
  | { readonly kind: 'enum'; readonly members: readonly EnumMember[] }
  /**
   * A named type with its arguments; `name` may be dotted (`Prisma.User`), and `module` is set for
   * `import('./x').T`. Calls of mixins and of zod methods are references too: `PartialType(X)` is
   * `PartialType<typeof X>`, `a.extend({..})` an intersection in which the later member wins.
   * `value`: the name stands for a value (`typeof x`, a zod constant, a class in `PartialType(X)`).
   */
  | {
      readonly kind: 'reference'
      readonly name: string
      readonly args: readonly TypeNode[]
      readonly value: boolean
      readonly module: string | undefined
    }
  /** `T['name']`. */
  | { readonly kind: 'indexed'; readonly object: TypeNode; readonly index: TypeNode }
  | { readonly kind: 'keyof'; readonly type: TypeNode }
  | { readonly kind: 'function' }
  /** Anything that syntax cannot decide: conditional, mapped and template literal types, unknown calls. */
  | { readonly kind: 'opaque' }

/** A member of an enum or const object; `value` is undefined where it is computed. */
export interface EnumMember {
  readonly id: ElementId
  readonly name: string
  readonly value: string | number | undefined
}
