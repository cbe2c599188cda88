import { ts } from '@ts-morph/common'
import type { TypeNode } from '../model/declaration.js'
import { lowerType } from './lower-type.js'
import { lowerZod, lowerZodShape, lowerZodValues, type ZodCall } from './lower-zod.js'
import {
  dottedName,
  intersection,
  NULL,
  OPAQUE,
  OPEN_OBJECT,
  primitive,
  reference,
  UNDEFINED,
  union,
  unwrapped,
} from './lowering.js'

/** The type of a call of zod itself: `z.object({…})`, `z.string()`, `z.coerce.date()`. Unknown ones are opaque. */
export function buildZodType(call: ZodCall, name: string): TypeNode {
  return SIMPLE.get(name) ?? BUILDERS.get(name)?.(call) ?? OPAQUE
}

const STRINGS =
  'string email uuid guid uuidv4 uuidv6 uuidv7 url httpUrl hostname emoji base64 base64url hex nanoid cuid cuid2 ulid xid ksuid ipv4 ipv6 mac cidrv4 cidrv6 e164 jwt hash datetime time duration templateLiteral stringFormat lowercase'
const NUMBERS = 'number int int32 uint32 float32 float64 nan'

const SIMPLE: ReadonlyMap<string, TypeNode> = new Map<string, TypeNode>([
  ...STRINGS.split(' ').map((name) => [name, primitive('string')] as const),
  ...NUMBERS.split(' ').map((name) => [name, primitive('number')] as const),
  ['boolean', primitive('boolean')],
  ['stringbool', primitive('boolean')],
  ['bigint', primitive('bigint')],
  ['int64', primitive('bigint')],
  ['uint64', primitive('bigint')],
  ['any', primitive('any')],
  ['unknown', primitive('unknown')],
  ['never', primitive('never')],
  ['symbol', { kind: 'primitive', name: 'symbol' }],
  ['undefined', UNDEFINED],
  ['void', UNDEFINED],
  ['null', NULL],
  ['function', { kind: 'function' }],
  ['file', reference('File')],
])

type Builder = (call: ZodCall) => TypeNode

const BUILDERS: ReadonlyMap<string, Builder> = new Map<string, Builder>([
  // `z.date()` is a date; `z.iso.date()` takes an argument list of its own but lives under another name.
  ['date', () => reference('Date')],
  ['object', lowerZodShape],
  ['strictObject', lowerZodShape],
  ['looseObject', (call) => intersection([lowerZodShape(call), OPEN_OBJECT])],
  ['enum', lowerZodValues],
  ['nativeEnum', lowerZodValues],
  ['literal', lowerZodValues],
  ['array', (call) => ({ kind: 'array', element: argument(call, 0) })],
  ['tuple', (call) => ({ kind: 'tuple', elements: elements(call, 0) })],
  ['union', (call) => union(elements(call, 0))],
  ['xor', (call) => union(elements(call, 0))],
  ['discriminatedUnion', (call) => union(elements(call, 1))],
  ['intersection', (call) => intersection([argument(call, 0), argument(call, 1)])],
  ['record', record],
  ['partialRecord', record],
  ['looseRecord', record],
  ['map', () => reference('Map')],
  ['set', () => reference('Set')],
  ['lazy', (call) => lazy(call)],
  ['optional', (call) => union([argument(call, 0), UNDEFINED])],
  ['nullable', (call) => union([argument(call, 0), NULL])],
  ['nullish', (call) => union([argument(call, 0), NULL, UNDEFINED])],
  ['pipe', (call) => argument(call, 1)],
  ['instanceof', (call) => named(call)],
  ['custom', ({ lowering, types, place }) => (types?.[0] ? lowerType(lowering, types[0], place) : OPAQUE)],
])

/** The schema at a position of the argument list. */
export function argument({ lowering, args, place }: ZodCall, index: number): TypeNode {
  const node = args[index]
  return node ? lowerZod(lowering, node, place) : OPAQUE
}

function elements({ lowering, args, place }: ZodCall, index: number): TypeNode[] {
  const list = args[index] && unwrapped(args[index])
  if (!list || !ts.isArrayLiteralExpression(list)) return [OPAQUE]
  return list.elements.map((node) => lowerZod(lowering, node, place))
}

/** With one argument the keys are strings. */
function record(call: ZodCall): TypeNode {
  if (call.args.length < 2) return reference('Record', [primitive('string'), argument(call, 0)])
  return reference('Record', [argument(call, 0), argument(call, 1)])
}

function lazy({ lowering, args, place }: ZodCall): TypeNode {
  const [node] = args
  const isPlain = node && ts.isArrowFunction(node) && !ts.isBlock(node.body)
  return isPlain ? lowerZod(lowering, node.body as ts.Expression, place) : OPAQUE
}

function named({ args }: ZodCall): TypeNode {
  const name = args[0] && dottedName(args[0])
  return name === undefined ? OPAQUE : reference(name)
}
