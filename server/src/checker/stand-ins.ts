/** Declarations that count where a package is not installed. */
export interface StandIn {
  readonly path: string
  readonly text: string
}

/**
 * What stands in for a package whose types lead from one type of the project to another; undefined for packages that
 * are of no interest. Asked by the name of a module or by a path given before. What a stand-in does not declare is of
 * unknown type, as it is without it.
 */
export function standInFor(asked: string): StandIn | undefined {
  if (MAPPED_TYPES.has(asked) || asked === MAPPED.path) return MAPPED
  if (asked === '$zod' || asked === ZOD_TYPES.path) return ZOD_TYPES
  return asked === 'zod' || asked.startsWith('zod/') || asked === ZOD.path ? ZOD : undefined
}

const MAPPED_TYPES = new Set(['@nestjs/mapped-types', '@nestjs/swagger', '@nestjs/graphql'])

const MAPPED: StandIn = {
  path: '/$packages/mapped-types.d.ts',
  text: `
type Class<T> = new (...args: any[]) => T
export declare function PartialType<T>(type: Class<T>, ...rest: any[]): Class<Partial<T>>
export declare function PickType<T, K extends keyof T>(type: Class<T>, keys: readonly K[], ...rest: any[]): Class<Pick<T, K>>
export declare function OmitType<T, K extends keyof T>(type: Class<T>, keys: readonly K[], ...rest: any[]): Class<Omit<T, K>>
export declare function IntersectionType<A, B, C = {}, D = {}>(a: Class<A>, b: Class<B>, c?: Class<C>, d?: Class<D>): Class<A & B & C & D>
`,
}

const ZOD: StandIn = {
  path: '/$packages/zod.d.ts',
  text: "import * as z from '$zod'\nexport * from '$zod'\nexport { z }\nexport default z\n",
}

const ZOD_TYPES: StandIn = {
  path: '/$packages/zod-types.d.ts',
  text: `
interface Schema<T> {
  readonly _output: T
  parse(value: unknown): T
  parseAsync(value: unknown): Promise<T>
  safeParse(value: unknown): { success: true; data: T; error: undefined } | { success: false; data: undefined; error: any }
  safeParseAsync(value: unknown): Promise<{ success: true; data: T; error: undefined } | { success: false; data: undefined; error: any }>
  optional(): Schema<T | undefined>
  nullable(): Schema<T | null>
  nullish(): Schema<T | null | undefined>
  array(): Schema<T[]>
  default(value: any): Schema<T>
  catch(value: any): Schema<T>
  readonly(): Schema<T>
  describe(text: string): this
  brand(...rest: any[]): this
  refine(check: (value: T) => any, ...rest: any[]): this
  superRefine(check: (value: T, context: any) => any): this
  transform<R>(change: (value: T, context: any) => R): Schema<Awaited<R>>
  pipe<S>(next: Schema<S>): Schema<S>
  and<S>(other: Schema<S>): Schema<T & S>
  or<S>(other: Schema<S>): Schema<T | S>
}
interface ZodString extends Schema<string> { [check: string]: any }
interface ZodNumber extends Schema<number> { [check: string]: any }
interface ZodDate extends Schema<Date> { [check: string]: any }
interface ZodList<T> extends Schema<T[]> { readonly element: Schema<T>; min(...rest: any[]): this; max(...rest: any[]): this; length(...rest: any[]): this; nonempty(...rest: any[]): this }
interface ZodValues<T extends string> extends Schema<T> {
  readonly enum: { readonly [V in T]: V }
  readonly options: readonly T[]
  exclude<K extends T>(values: readonly K[]): ZodValues<Exclude<T, K>>
  extract<K extends T>(values: readonly K[]): ZodValues<K>
}
type Output<S> = S extends { readonly _output: infer T } ? T : any
interface ZodRecord<S> extends Schema<{ [K in keyof S]: Output<S[K]> }> {
  readonly shape: S
  keyof(): Schema<keyof S>
  pick<M extends { [K in keyof S]?: true }>(keys: M): ZodRecord<Pick<S, Extract<keyof M, keyof S>>>
  omit<M extends { [K in keyof S]?: true }>(keys: M): ZodRecord<Omit<S, keyof M>>
  partial(keys?: { [K in keyof S]?: true }): ZodRecord<S>
  required(keys?: { [K in keyof S]?: true }): ZodRecord<S>
  deepPartial(): ZodRecord<S>
  strict(): this
  strip(): this
  passthrough(): this
  loose(): this
  extend<E>(shape: E): ZodRecord<Omit<S, keyof E> & E>
  safeExtend<E>(shape: E): ZodRecord<Omit<S, keyof E> & E>
  merge<E>(other: ZodRecord<E>): ZodRecord<Omit<S, keyof E> & E>
}
type infer_<S> = Output<S>
export type output<S> = Output<S>
export type input<S> = Output<S>
export type TypeOf<S> = Output<S>
export type ZodType<T = any, D = any, I = any> = Schema<T>
export type ZodSchema<T = any, D = any, I = any> = Schema<T>
export type ZodObject<S = any, U = any> = ZodRecord<S>
export declare function object<S>(shape: S, ...rest: any[]): ZodRecord<S>
export declare function strictObject<S>(shape: S, ...rest: any[]): ZodRecord<S>
export declare function looseObject<S>(shape: S, ...rest: any[]): ZodRecord<S>
export declare function array<S>(item: S, ...rest: any[]): ZodList<Output<S>>
export declare function string(...rest: any[]): ZodString
export declare function number(...rest: any[]): ZodNumber
export declare function boolean(...rest: any[]): Schema<boolean>
export declare function date(...rest: any[]): ZodDate
export declare function literal<const T extends string | number | boolean | null>(value: T, ...rest: any[]): Schema<T>
declare const enum_: { <const T extends string>(values: readonly T[], ...rest: any[]): ZodValues<T> }
export { enum_ as enum, type infer_ as infer }
export declare function nativeEnum<T>(values: T, ...rest: any[]): Schema<T[keyof T]>
export declare function union<const T extends readonly any[]>(options: T, ...rest: any[]): Schema<Output<T[number]>>
export declare function discriminatedUnion<const T extends readonly any[]>(key: string, options: T, ...rest: any[]): Schema<Output<T[number]>>
export declare function intersection<A, B>(a: A, b: B): Schema<Output<A> & Output<B>>
export declare function record(...rest: any[]): Schema<Record<string, any>>
export declare function lazy<S>(schema: () => S): S
export declare function preprocess<S>(change: (value: unknown) => unknown, schema: S): S
export declare function optional<S>(schema: S): Schema<Output<S> | undefined>
export declare function nullable<S>(schema: S): Schema<Output<S> | null>
export declare const coerce: { string(...rest: any[]): ZodString; number(...rest: any[]): ZodNumber; date(...rest: any[]): ZodDate; boolean(...rest: any[]): Schema<boolean> }
`,
}
