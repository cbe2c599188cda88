import { ts } from '@ts-morph/common'
import type { TypeNode } from '../model/declaration.js'
import { lowerZodShape, type ZodCall } from './lower-zod.js'
import {
  intersection,
  literal,
  markLiteral,
  memberName,
  NULL,
  OPAQUE,
  OPEN_OBJECT,
  primitive,
  reference,
  UNDEFINED,
  union,
  unwrapped,
} from './lowering.js'
import { argument } from './zod-types.js'

/** The type of a schema after a method was called on it. Methods that only check keep it; unknown ones keep it too. */
export function applyZodMethod(call: ZodCall, name: string, type: TypeNode): TypeNode {
  return METHODS.get(name)?.(type, call) ?? type
}

type Method = (type: TypeNode, call: ZodCall) => TypeNode

const METHODS: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['optional', (type) => union([...membersOf(type), UNDEFINED])],
  ['nullable', (type) => union([...membersOf(type), NULL])],
  ['nullish', (type) => union([...membersOf(type), NULL, UNDEFINED])],
  ['default', withoutUndefined],
  ['prefault', withoutUndefined],
  ['catch', withoutUndefined],
  ['nonoptional', withoutUndefined],
  ['unwrap', (type) => without(type, ['null', 'undefined'])],
  ['extend', (type, call) => intersection([type, lowerZodShape(call)])],
  ['safeExtend', (type, call) => intersection([type, lowerZodShape(call)])],
  ['setKey', (type) => intersection([type, OPEN_OBJECT])],
  ['merge', (type, call) => intersection([type, argument(call, 0)])],
  ['and', (type, call) => intersection([type, argument(call, 0)])],
  ['or', (type, call) => union([type, argument(call, 0)])],
  ['pick', (type, call) => reference('Pick', [type, keysOf(call)])],
  ['omit', (type, call) => reference('Omit', [type, keysOf(call)])],
  ['partial', (type, call) => adjusted('Partial', type, call)],
  ['deepPartial', (type, call) => adjusted('Partial', type, call)],
  ['required', (type, call) => adjusted('Required', type, call)],
  ['passthrough', opened],
  ['loose', opened],
  ['nonstrict', opened],
  ['catchall', opened],
  ['array', (type) => ({ kind: 'array', element: type })],
  ['exclude', (type, call) => reference('Exclude', [type, valuesOf(call)])],
  ['extract', (type, call) => reference('Extract', [type, valuesOf(call)])],
  ['keyof', (type) => ({ kind: 'keyof', type })],
  ['pipe', (_, call) => argument(call, 0)],
  ['transform', () => OPAQUE],
  ['promise', () => OPAQUE],
  ['overwrite', (type) => type],
])

function membersOf(type: TypeNode): readonly TypeNode[] {
  return type.kind === 'union' ? type.members : [type]
}

function withoutUndefined(type: TypeNode): TypeNode {
  return without(type, ['undefined'])
}

function without(type: TypeNode, names: readonly string[]): TypeNode {
  if (type.kind !== 'union') return type
  return union(type.members.filter((member) => member.kind !== 'primitive' || !names.includes(member.name)))
}

function opened(type: TypeNode): TypeNode {
  return type.kind === 'object' ? { ...type, open: true } : intersection([type, OPEN_OBJECT])
}

/** `.partial()` for all members; `.partial({ a: true })` is `Partial<T, 'a'>`, for those alone. */
function adjusted(utility: 'Partial' | 'Required', type: TypeNode, call: ZodCall): TypeNode {
  return reference(utility, call.args.length === 0 ? [type] : [type, keysOf(call)])
}

/** `{ a: true, b: true }` as a union of the names. */
function keysOf({ lowering, args, place }: ZodCall): TypeNode {
  const value = args[0] && unwrapped(args[0])
  if (!value || !ts.isObjectLiteralExpression(value)) return primitive('string')
  const keys = value.properties.map((entry) => {
    const name = entry.name && memberName(entry.name)
    if (name === undefined) return primitive('string')
    markLiteral(lowering, place, name, entry)
    return literal(name)
  })
  return union(keys)
}

function valuesOf({ args }: ZodCall): TypeNode {
  const list = args[0] && unwrapped(args[0])
  if (!list || !ts.isArrayLiteralExpression(list)) return OPAQUE
  return union(list.elements.map((node) => (ts.isStringLiteralLike(node) ? literal(node.text) : OPAQUE)))
}
