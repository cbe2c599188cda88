import type { Base } from '../model/shape.js'
import type { Found } from './lookup.js'

/**
 * The name of the utility that a name means, in TypeScript's terms: `PartialType` of NestJS is `Partial`. `Same` is a
 * utility that gives back its argument. Undefined for all other names.
 */
export function utilityOf(found: Found): string | undefined {
  if (found.kind === 'global') return GLOBAL_UTILITIES.has(found.name) ? found.name : undefined
  if (found.kind !== 'package') return undefined
  const name = found.name.slice(found.name.lastIndexOf('.') + 1)
  return PACKAGES.find(({ module }) => module.test(found.module))?.utilities.get(name)
}

const GLOBAL_UTILITIES = new Set(
  'Partial Required Readonly Pick Omit Record Exclude Extract NonNullable Array ReadonlyArray InstanceType NoInfer'.split(
    ' ',
  ),
)

const PACKAGES: readonly { readonly module: RegExp; readonly utilities: ReadonlyMap<string, string> }[] = [
  {
    module: /^@nestjs\/(mapped-types|swagger|graphql)(\/|$)/,
    utilities: new Map([
      ['PartialType', 'Partial'],
      ['PickType', 'Pick'],
      ['OmitType', 'Omit'],
      ['IntersectionType', 'Intersection'],
    ]),
  },
  {
    module: /^zod(\/|$)|^@hono\/zod-openapi$|^astro\/zod$|^astro:content$|^nestjs-zod(\/|$)/,
    utilities: new Map(['infer', 'output', 'input', 'TypeOf', 'createZodDto'].map((name) => [name, 'Same'])),
  },
  {
    module: /^type-fest$/,
    utilities: new Map([
      ['Simplify', 'Same'],
      ['ReadonlyDeep', 'Same'],
      ['Except', 'Omit'],
      ['SetOptional', 'Partial'],
      ['SetRequired', 'Required'],
    ]),
  },
]

/** The base type that a name of TypeScript, Node, a decimal library or the generated client stands for. */
export function baseOf(found: Found): Base | undefined {
  if (found.kind === 'global') return GLOBAL_BASES.get(found.name)
  if (found.kind === 'client') return CLIENT_BASES.get(found.name)
  if (found.kind !== 'package') return undefined
  if (/^(node:)?buffer$/.test(found.module)) return GLOBAL_BASES.get(found.name)
  const isDecimal = /(^|\.)Decimal$/.test(found.name) || /^decimal\.js(-light)?$/.test(found.module)
  return isDecimal ? 'Decimal' : undefined
}

/** Json values of the generated client: objects, arrays or scalars. */
export function isClientJson(found: Found): boolean {
  return found.kind === 'client' && /^Prisma\.(Input)?Json/.test(found.name)
}

const CLIENT_BASES: ReadonlyMap<string, Base> = new Map<string, Base>([
  ['Decimal', 'Decimal'],
  ['Prisma.Decimal', 'Decimal'],
  ['Prisma.Bytes', 'bytes'],
])

const GLOBAL_BASES: ReadonlyMap<string, Base> = new Map<string, Base>([
  ['Date', 'Date'],
  ['String', 'string'],
  ['Uppercase', 'string'],
  ['Lowercase', 'string'],
  ['Capitalize', 'string'],
  ['Uncapitalize', 'string'],
  ['Number', 'number'],
  ['Boolean', 'boolean'],
  ['BigInt', 'bigint'],
  ['Symbol', 'symbol'],
  ['Function', 'function'],
  ...list('bytes', 'Buffer Uint8Array ArrayBuffer SharedArrayBuffer Int8Array Uint8ClampedArray DataView'),
  ...list(
    'object',
    'Object Map Set ReadonlyMap ReadonlySet WeakMap WeakSet RegExp Error URL Blob File FileList FormData',
  ),
  ...list('object', 'Record Partial Required Pick Omit'),
])

function list(base: Base, names: string): (readonly [string, Base])[] {
  return names.split(' ').map((name) => [name, base] as const)
}
