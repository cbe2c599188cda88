import type { EnumMember, Primitive, TypeNode } from '../model/declaration.js'
import type { Base, LiteralValue } from '../model/shape.js'
import { indexedTypes, keysOf } from './indexed.js'
import type { Found } from './lookup.js'
import {
  at,
  bodyOf,
  enter,
  type Located,
  nested,
  type Scope,
  targetOf,
  type ValueSource,
  type Walk,
} from './resolution.js'
import { baseOf, isClientJson } from './well-known.js'

/** One alternative of a type after names, unions and wrappers are dissolved. */
export type Part =
  | { readonly kind: 'base'; readonly base: Base }
  | { readonly kind: 'literal'; readonly value: LiteralValue; readonly source: ValueSource | undefined }
  | { readonly kind: 'null' }
  | { readonly kind: 'undefined' }
  | { readonly kind: 'list'; readonly elements: readonly Located[] }
  /** `declared`: the declaration that the object goes by, with its arguments bound. */
  | { readonly kind: 'object'; readonly located: Located; readonly declared: Scope | undefined }
  /** `base`: what it is nevertheless known to be; `present`: it is known not to be null or undefined. */
  | { readonly kind: 'unknown'; readonly base: Base | undefined; readonly present: boolean }

const UNKNOWN: readonly Part[] = [{ kind: 'unknown', base: undefined, present: false }]
const PRESENT: readonly Part[] = [{ kind: 'unknown', base: undefined, present: true }]
const JSON_VALUE: readonly Part[] = [{ kind: 'unknown', base: 'object', present: false }]

/** The alternatives that a type is made of. */
export function partsOf(walk: Walk, located: Located): readonly Part[] {
  return nested(walk, UNKNOWN, () => partsOfType(walk, located))
}

function partsOfType(walk: Walk, located: Located): readonly Part[] {
  const { type } = located
  switch (type.kind) {
    case 'primitive':
      return PRIMITIVES.get(type.name) ?? UNKNOWN
    case 'literal':
      return [{ kind: 'literal', value: type.value, source: located.source }]
    case 'array':
      return [{ kind: 'list', elements: [at(located, type.element)] }]
    case 'tuple':
      return [{ kind: 'list', elements: type.elements.map((element) => at(located, element)) }]
    case 'union':
      return type.members.flatMap((member) => partsOf(walk, at(located, member)))
    case 'intersection':
      return partsOfIntersection(walk, located, type.members)
    case 'object':
      return [{ kind: 'object', located, declared: undefined }]
    case 'enum':
      return partsOfEnum(located, type.members)
    case 'function':
      return [{ kind: 'base', base: 'function' }]
    default:
      return partsOfName(walk, located, type)
  }
}

const PRIMITIVES: ReadonlyMap<Primitive, readonly Part[]> = new Map<Primitive, readonly Part[]>([
  ...(['string', 'number', 'boolean', 'bigint', 'symbol', 'object'] as const).map((base) => {
    return [base, [{ kind: 'base', base }]] as const
  }),
  ['null', [{ kind: 'null' }]],
  ['undefined', [{ kind: 'undefined' }]],
  ['void', [{ kind: 'undefined' }]],
  ['never', []],
])

function partsOfName(walk: Walk, located: Located, type: TypeNode): readonly Part[] {
  if (type.kind === 'reference') return partsOfReference(walk, located, type)
  if (type.kind === 'keyof') return keysOf(walk, at(located, type.type)) ?? UNKNOWN
  if (type.kind !== 'indexed') return UNKNOWN
  return indexedTypes(walk, located, type)?.flatMap((found) => partsOf(walk, found)) ?? UNKNOWN
}

function partsOfEnum({ source }: Located, members: readonly EnumMember[]): readonly Part[] {
  return members.flatMap(({ value }) => (value === undefined ? UNKNOWN : [{ kind: 'literal', value, source }]))
}

/** A brand does not change what a scalar is; objects join; what is partly unknown is unknown. */
function partsOfIntersection(walk: Walk, located: Located, types: readonly TypeNode[]): readonly Part[] {
  const all = types.map((type) => partsOf(walk, at(located, type)))
  const scalar = all.find(
    (parts) => parts.length > 0 && parts.every(({ kind }) => kind === 'base' || kind === 'literal'),
  )
  if (scalar) return scalar
  const isObject = all.some((parts) => parts.length === 1 && parts[0]?.kind === 'object')
  return isObject
    ? [{ kind: 'object', located, declared: undefined }]
    : (all.find(({ length }) => length > 0) ?? UNKNOWN)
}

function partsOfReference(walk: Walk, located: Located, type: TypeNode & { kind: 'reference' }): readonly Part[] {
  const target = targetOf(walk, located, type)
  if (target.kind === 'type') return partsOf(walk, target.located)
  if (target.kind === 'declaration') return partsOfDeclaration(walk, located, type.value, target.scope)
  if (target.kind === 'utility') return UTILITIES.get(target.name)?.(walk, target.args, located) ?? UNKNOWN
  if (target.kind === 'member') return partsOfEnum(located, [target.member])
  return partsOfForeign(target)
}

/** Of the client only the decimal is compared: its models and enums follow the schema by themselves. */
function partsOfForeign(found: Found): readonly Part[] {
  const base = baseOf(found)
  if (base) return [{ kind: 'base', base }]
  if (isClientJson(found)) return JSON_VALUE
  return found.kind === 'client' && !found.name.includes('.') ? PRESENT : UNKNOWN
}

function partsOfDeclaration(walk: Walk, located: Located, isValue: boolean, scope: Scope): readonly Part[] {
  const { declaration } = scope
  if (declaration.kind === 'interface' || declaration.kind === 'class')
    return [{ kind: 'object', located, declared: scope }]
  if (declaration.kind === 'enum' && isValue) return UNKNOWN
  const parts = enter(walk, declaration, UNKNOWN, () => partsOf(walk, bodyOf(scope)))
  return parts.map((part) => {
    const isNameless = part.kind === 'object' && !part.declared && part.located.scope === scope
    return isNameless ? { ...part, declared: scope } : part
  })
}

type Utility = (walk: Walk, args: readonly Located[], located: Located) => readonly Part[]

const UTILITIES: ReadonlyMap<string, Utility> = new Map<string, Utility>([
  ['Array', (_, args) => [{ kind: 'list', elements: args.slice(0, 1) }]],
  ['ReadonlyArray', (_, args) => [{ kind: 'list', elements: args.slice(0, 1) }]],
  ['Readonly', first],
  ['NoInfer', first],
  ['InstanceType', first],
  ['Same', first],
  ['NonNullable', (walk, args) => first(walk, args).filter(({ kind }) => kind !== 'null' && kind !== 'undefined')],
  ['Exclude', (walk, args) => filtered(walk, args, { keep: false })],
  ['Extract', (walk, args) => filtered(walk, args, { keep: true })],
  ...['Partial', 'Required', 'Pick', 'Omit', 'Record', 'Intersection'].map((name) => [name, object] as const),
])

function object(_walk: Walk, _args: readonly Located[], located: Located): readonly Part[] {
  return [{ kind: 'object', located, declared: undefined }]
}

function first(walk: Walk, [argument]: readonly Located[]): readonly Part[] {
  return argument ? partsOf(walk, argument) : UNKNOWN
}

/** `Exclude` and `Extract` of scalars, literals, null and undefined. */
function filtered(
  walk: Walk,
  [type, other]: readonly Located[],
  { keep }: { readonly keep: boolean },
): readonly Part[] {
  const named = other ? partsOf(walk, other) : UNKNOWN
  if (!type || named.some(({ kind }) => kind === 'unknown' || kind === 'object' || kind === 'list')) return UNKNOWN
  const isNamed = (part: Part): boolean => named.some((candidate) => covers(candidate, part))
  return partsOf(walk, type).filter((part) => part.kind === 'unknown' || isNamed(part) === keep)
}

function covers(general: Part, part: Part): boolean {
  if (general.kind === 'base') return baseOfPart(part) === general.base
  return general.kind === part.kind && (general.kind !== 'literal' || general.value === (part as typeof general).value)
}

/** The base type of a part, where it has one. */
export function baseOfPart(part: Part): Base | undefined {
  if (part.kind === 'literal') return typeof part.value as 'string' | 'number' | 'boolean'
  if (part.kind === 'object') return 'object'
  return part.kind === 'base' || part.kind === 'unknown' ? part.base : undefined
}

/** The strings of a type made of nothing but literals, such as the keys of `Pick`; undefined for other types. */
export function literalsOf(walk: Walk, located: Located): readonly string[] | undefined {
  const parts = partsOf(walk, located)
  const values = parts.flatMap((part) => (part.kind === 'literal' ? [`${part.value}`] : []))
  return values.length === parts.length ? values : undefined
}
