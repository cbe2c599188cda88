const ALONE = 'IsString IsInt IsBoolean IsDate IsArray IsOptional IsDefined IsEmail IsUUID'.split(' ')

/** The part of the packages of NestJS and its friends that generated code uses, and what a browser has. */
export const NEST_DECLARATIONS = `declare module 'class-validator' {
  interface Options { each?: boolean }
${ALONE.map((name) => `  export function ${name}(options?: Options): PropertyDecorator`).join('\n')}
  export function IsNumber(numbers?: { maxDecimalPlaces?: number }, options?: Options): PropertyDecorator
  export function IsDateString(dates?: { strict?: boolean }, options?: Options): PropertyDecorator
  export function IsDecimal(decimals?: { decimal_digits?: string }, options?: Options): PropertyDecorator
  export function IsEnum(values: object, options?: Options): PropertyDecorator
  export function MaxLength(length: number, options?: Options): PropertyDecorator
  export function IsInstance(type: new (...args: never[]) => object, options?: Options): PropertyDecorator
}
declare module 'class-transformer' {
  export function Type(type: () => Function): PropertyDecorator
  export function Transform(convert: (params: { value: any }) => any): PropertyDecorator
}
declare module '@nestjs/swagger' {
  interface Options {
    type?: Function | (() => Function | Function[]) | [Function] | string
    enum?: object
    isArray?: boolean
    nullable?: boolean
    format?: string
    maxLength?: number
  }
  export function ApiProperty(options?: Options): PropertyDecorator
  export function ApiPropertyOptional(options?: Options): PropertyDecorator
  export function PartialType<T>(type: new () => T): new () => Partial<T>
}
declare module '@nestjs/mapped-types' {
  export function PartialType<T>(type: new () => T): new () => Partial<T>
}
declare module '@nestjs/common' {
  export function Injectable(): ClassDecorator
  export function Global(): ClassDecorator
  export function Module(metadata: { imports?: object[]; controllers?: object[]; providers?: object[]; exports?: object[] }): ClassDecorator
  export function Controller(path: string): ClassDecorator
  export function Get(path?: string): MethodDecorator
  export function Post(path?: string): MethodDecorator
  export function Patch(path?: string): MethodDecorator
  export function Delete(path?: string): MethodDecorator
  export function Body(): ParameterDecorator
  export function Param(name: string, ...pipes: (new () => object)[]): ParameterDecorator
  export class ParseIntPipe { readonly kind: 'int' }
  export class NotFoundException extends Error {}
  export interface OnModuleInit { onModuleInit(): Promise<void> }
  export interface OnModuleDestroy { onModuleDestroy(): Promise<void> }
}
`

/** What a browser has for requests, as far as a generated client calls it. */
export const FETCH_DECLARATION =
  'declare function fetch(url: string, init: object): Promise<{ ok: boolean; status: number; text(): Promise<string> }>\n'

/** The part of zod that generated code uses, typed as zod types it. */
export const ZOD_DECLARATIONS = `declare module 'zod' {
  export interface Schema<T> {
    readonly _output: T
    optional(): Schema<T | undefined>
    nullable(): Schema<T | null>
    nullish(): Schema<T | null | undefined>
  }
  interface Text extends Schema<string> {
    datetime(): Text
    regex(pattern: RegExp): Text
    uuid(): Text
    email(): Text
    max(length: number): Text
  }
  interface Numeric extends Schema<number> {
    int(): Numeric
  }
  type Fields = Record<string, Schema<any>>
  interface ObjectOf<T extends Fields> extends Schema<{ [K in keyof T]: T[K]['_output'] }> {
    partial(): ObjectOf<{ [K in keyof T]: Schema<T[K]['_output'] | undefined> }>
  }
  export namespace z {
    export function object<T extends Fields>(fields: T): ObjectOf<T>
    export function array<T>(item: Schema<T>): Schema<T[]>
    export function string(): Text
    export function number(): Numeric
    export function boolean(): Schema<boolean>
    export function bigint(): Schema<bigint>
    export function unknown(): Schema<unknown>
    export const coerce: { date(): Schema<Date> }
    function values<T extends string>(values: readonly T[]): Schema<T>
    function instance<T>(type: new (...args: any[]) => T): Schema<T>
    type Output<T extends Schema<any>> = T['_output']
    export { values as enum, instance as instanceof, Output as infer }
  }
}
`
