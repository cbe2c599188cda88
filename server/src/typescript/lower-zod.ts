import { ts } from '@ts-morph/common'
import type { Property, TypeNode } from '../model/declaration.js'
import { typeIdOf } from '../model/element.js'
import { isComputed } from './comments.js'
import { literalValue } from './lower-type.js'
import {
  claim,
  deeper,
  dottedName,
  intersection,
  isBroken,
  type Lowering,
  literal,
  MAXIMUM_DEPTH,
  markLiteral,
  memberName,
  OPAQUE,
  OPEN_OBJECT,
  type Place,
  spanOf,
  union,
  unwrapped,
  valueReference,
} from './lowering.js'
import { applyZodMethod } from './zod-methods.js'
import { buildZodType } from './zod-types.js'

/** The type that a zod expression describes (its output); names are left to be looked up. */
export function lowerZod(lowering: Lowering, node: ts.Expression, place: Place): TypeNode {
  if (place.depth > MAXIMUM_DEPTH) return OPAQUE
  const expression = unwrapped(node)
  if (ts.isPropertyAccessExpression(expression)) return lowerAccess(lowering, expression, deeper(place))
  if (ts.isIdentifier(expression)) return valueReference(expression.text)
  if (!ts.isCallExpression(expression) || !ts.isPropertyAccessExpression(expression.expression)) return OPAQUE
  const { expression: object, name } = expression.expression
  const call = { lowering, args: expression.arguments, types: expression.typeArguments, place: deeper(place) }
  if (isZod(lowering, object)) return buildZodType(call, name.text)
  return applyZodMethod(call, name.text, lowerZod(lowering, object, deeper(place)))
}

/** A call of a zod function or method, its receiver aside. */
export interface ZodCall {
  readonly lowering: Lowering
  readonly args: readonly ts.Expression[]
  readonly types: readonly ts.TypeNode[] | undefined
  readonly place: Place
}

/** Whether an expression builds a zod schema, judged by the name that its chain starts with and by its methods. */
export function isZodSchema(lowering: Lowering, node: ts.Expression): boolean {
  const { root, methods } = chainOf(node)
  const [last] = methods
  if (last === undefined || NO_SCHEMA.test(last)) return false
  if (isZod(lowering, root)) return true
  return ts.isIdentifier(root) && lowering.schemas.has(root.text) && DERIVING.has(methods.at(-1) ?? '')
}

/** The methods of a chain of calls, the last one first, and what the first is called on. */
function chainOf(node: ts.Expression): { root: ts.Expression; methods: readonly string[] } {
  const methods: string[] = []
  let root = unwrapped(node)
  while (ts.isCallExpression(root) && ts.isPropertyAccessExpression(root.expression)) {
    methods.push(root.expression.name.text)
    root = unwrapped(root.expression.expression)
  }
  return { root, methods }
}

const NO_SCHEMA =
  /^(safeP|p)arse|^(treeify|flatten|prettify|format)Error|^(toJSONSchema|getErrorMap|setErrorMap|config)$/

const DERIVING = new Set(
  'extend safeExtend merge pick omit partial deepPartial required strict strip passthrough loose catchall and or optional nullable nullish array default refine superRefine readonly describe brand'.split(
    ' ',
  ),
)

/** `z`, `z.coerce`, `z.iso`. */
function isZod({ zod }: Lowering, node: ts.Expression): boolean {
  if (ts.isIdentifier(node)) return zod.has(node.text)
  if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression)) return false
  return zod.has(node.expression.text) && ['coerce', 'iso', 'z'].includes(node.name.text)
}

/** `schema.shape.name` is the type of a member, `schemas.user` a name. */
function lowerAccess(lowering: Lowering, node: ts.PropertyAccessExpression, place: Place): TypeNode {
  const owner = shapeOwner(node.expression)
  if (owner) return { kind: 'indexed', object: lowerZod(lowering, owner, place), index: literal(node.name.text) }
  const name = dottedName(node)
  return name === undefined ? OPAQUE : valueReference(name)
}

/** `schema` of `schema.shape`. */
function shapeOwner(node: ts.Expression): ts.Expression | undefined {
  const value = unwrapped(node)
  return ts.isPropertyAccessExpression(value) && value.name.text === 'shape' ? value.expression : undefined
}

/** The object that a shape argument describes: `{ a: z.string(), ...other.shape }` or `other.shape`. */
export function lowerZodShape({ lowering, args, place }: ZodCall): TypeNode {
  const [argument] = args
  if (!argument) return { kind: 'object', properties: [], open: false }
  const owner = shapeOwner(argument)
  if (owner) return lowerZod(lowering, owner, place)
  const value = unwrapped(argument)
  return ts.isObjectLiteralExpression(value) ? lowerObject(lowering, value, place) : OPEN_OBJECT
}

function lowerObject(lowering: Lowering, node: ts.ObjectLiteralExpression, place: Place): TypeNode {
  const bases: TypeNode[] = []
  const properties: Property[] = []
  let open = false
  for (const entry of node.properties) {
    const owner = ts.isSpreadAssignment(entry) ? shapeOwner(entry.expression) : undefined
    const property = isBroken(lowering, entry, 'member') ? undefined : lowerEntry(lowering, entry, place)
    if (owner) bases.push(lowerZod(lowering, owner, place))
    else if (property) properties.push(property)
    else open = true
  }
  return intersection([...bases, { kind: 'object', properties, open }])
}

function lowerEntry(lowering: Lowering, entry: ts.ObjectLiteralElementLike, place: Place): Property | undefined {
  const name = entry.name && memberName(entry.name)
  const value = name === undefined ? undefined : describingValue(entry)
  if (name === undefined || value === undefined || entry.name === undefined) return undefined
  const id = claim(lowering, `${place.id}.${name}`, entry.name)
  lowering.spans.set(typeIdOf(id), spanOf(lowering, value))
  const { type, optional } = withoutUndefined(lowerZod(lowering, value, { id, depth: place.depth + 1 }))
  return { id, name, optional, type, decorators: [], computed: isComputed(lowering, entry) }
}

function describingValue(entry: ts.ObjectLiteralElementLike): ts.Expression | undefined {
  if (ts.isPropertyAssignment(entry)) return entry.initializer
  if (ts.isShorthandPropertyAssignment(entry)) return entry.name
  if (!ts.isGetAccessorDeclaration(entry)) return undefined
  return entry.body?.statements.find(ts.isReturnStatement)?.expression
}

/** zod writes optional members as a type that admits undefined. */
function withoutUndefined(type: TypeNode): { type: TypeNode; optional: boolean } {
  if (type.kind !== 'union') return { type, optional: false }
  const members = type.members.filter((member) => member.kind !== 'primitive' || member.name !== 'undefined')
  return { type: union(members), optional: members.length < type.members.length }
}

/** The values of `z.enum(['A', 'B'])` and `z.literal('A')`, or the enum that the argument names. */
export function lowerZodValues({ lowering, args, place }: ZodCall): TypeNode {
  const value = args[0] && unwrapped(args[0])
  if (!value) return OPAQUE
  if (ts.isArrayLiteralExpression(value)) return union(value.elements.map((node) => lowerValue(lowering, node, place)))
  if (ts.isObjectLiteralExpression(value))
    return union(value.properties.map((node) => lowerObjectValue(lowering, node, place)))
  const name = dottedName(value)
  if (name === undefined) return lowerValue(lowering, value, place)
  const object = valueReference(name)
  return { kind: 'indexed', object, index: { kind: 'keyof', type: object } }
}

function lowerObjectValue(lowering: Lowering, node: ts.ObjectLiteralElementLike, place: Place): TypeNode {
  return ts.isPropertyAssignment(node) ? lowerValue(lowering, node.initializer, place) : OPAQUE
}

function lowerValue(lowering: Lowering, node: ts.Expression, place: Place): TypeNode {
  const expression = unwrapped(node)
  const constant = CONSTANTS.get(expression.kind)
  if (constant) return constant
  const value = literalValue(expression)
  if (value === undefined) return OPAQUE
  markLiteral(lowering, place, value, expression)
  return literal(value)
}

const CONSTANTS: ReadonlyMap<ts.SyntaxKind, TypeNode> = new Map([
  [ts.SyntaxKind.TrueKeyword, literal(true)],
  [ts.SyntaxKind.FalseKeyword, literal(false)],
  [ts.SyntaxKind.NullKeyword, { kind: 'primitive', name: 'null' } as const],
])
