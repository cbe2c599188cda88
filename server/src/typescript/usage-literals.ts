import { ts } from '@ts-morph/common'
import { intern } from './intern.js'
import { dottedName, memberName, unwrapped } from './lowering.js'
import type { UsageCollector } from './usage-collector.js'
import { calledDelegate, type Destination, NO_RECORD, variablesIn } from './usage-destinations.js'

/** What is known of a value from what stands around it. */
export interface Expectation {
  /** The type that it is annotated with. */
  readonly expected: ts.TypeNode | undefined
  /** The type that the enclosing function returns. */
  readonly returned: ts.TypeNode | undefined
  /** It is a `select` argument or lies in one. */
  readonly select: boolean
  /** Where it goes, itself or as a part of something. */
  readonly into: Destination | undefined
  /** The number of the enclosing function. */
  readonly scope: number
  /** The declaration whose own members stand here, or where those of a parameter's type do. */
  readonly owner: string | typeof PARAMETER | typeof UNNAMED | undefined
  /** The variable of the file that is a schema, if what stands here is one. */
  readonly schema: string | undefined
}

export const PARAMETER = Symbol('parameter')
/** A type without a name, whose members are known already. */
export const UNNAMED = Symbol('unnamed')

export const NOTHING_EXPECTED: Expectation = {
  expected: undefined,
  returned: undefined,
  select: false,
  into: undefined,
  scope: 0,
  owner: undefined,
  schema: undefined,
}

/** Notes an object literal and its keys. */
export function readLiteral(
  collector: UsageCollector,
  node: ts.ObjectLiteralExpression,
  { expected, select, into, scope, schema }: Expectation,
): void {
  const keys: string[] = []
  const made: string[] = []
  const empty: string[] = []
  let spread = false
  for (const property of node.properties) {
    const name = property.name && memberName(property.name)
    if (name === undefined) spread = true
    else keys.push(intern(name))
    if (name !== undefined && isMade(property)) made.push(intern(name))
    if (name !== undefined && isEmpty(property)) empty.push(intern(name))
  }
  for (const key of keys) collector.written.add(key)
  if (into && 'delegate' in into)
    for (const variable of variablesIn(node)) collector.destinations.hand({ variable, scope }, into.delegate)
  const annotation = expected && plainTypeName(expected)
  const isRecord = keys.length > 1 || (spread && keys.length === 1)
  const isSchema = node.properties.some(isSchemaOfValue)
  if (isRecord && !isSchema)
    collector.literals.push({
      keys: [...new Set(keys)].sort(),
      made: [...new Set(made)].sort(),
      empty: [...new Set(empty)].sort(),
      spread,
      annotation,
      select,
      into,
      scope,
    })
  else if (isSchema && schema !== undefined) for (const name of keys) collector.declared.push({ name, of: schema })
  else for (const name of keys) collector.loose.push({ name, into })
}

/** Whether a value is made where it stands, and not handed on as it came: a call, `x ?? y`, a template, a literal. */
function isMade(property: ts.ObjectLiteralElementLike): boolean {
  if (!ts.isPropertyAssignment(property)) return ts.isMethodDeclaration(property)
  return MAKING.has(unwrapped(property.initializer).kind)
}

/** `name: null`, `name: undefined`. */
function isEmpty(property: ts.ObjectLiteralElementLike): boolean {
  if (!ts.isPropertyAssignment(property)) return false
  const value = unwrapped(property.initializer)
  return value.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(value) && value.text === 'undefined')
}

const MAKING: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.CallExpression,
  ts.SyntaxKind.NewExpression,
  ts.SyntaxKind.AwaitExpression,
  ts.SyntaxKind.BinaryExpression,
  ts.SyntaxKind.ConditionalExpression,
  ts.SyntaxKind.PrefixUnaryExpression,
  ts.SyntaxKind.TemplateExpression,
  ts.SyntaxKind.NoSubstitutionTemplateLiteral,
  ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.NumericLiteral,
])

/** `name: z.string()` says what a value is like, and is none. */
function isSchemaOfValue(property: ts.ObjectLiteralElementLike): boolean {
  if (!ts.isPropertyAssignment(property) || !ts.isCallExpression(property.initializer)) return false
  let node: ts.Expression = property.initializer
  while (ts.isCallExpression(node) || ts.isPropertyAccessExpression(node)) node = node.expression
  return ts.isIdentifier(node) && SCHEMA_LIBRARIES.has(node.text)
}

const SCHEMA_LIBRARIES: ReadonlySet<string> = new Set(['z', 'zod', 'yup', 'Yup', 'joi', 'Joi'])

/** The expectation for a child of a node, given the node's own. Most often the same object. */
export function expectedIn(node: ts.Node, child: ts.Node, around: Expectation): Expectation {
  const rule = RULES.get(node.kind)
  return rule ? rule(node, child, around) : nothing(around)
}

type Rule = (node: ts.Node, child: ts.Node, around: Expectation) => Expectation

/** By kind: what nodes that are not listed hold is expected to be nothing in particular. */
const RULES: ReadonlyMap<ts.SyntaxKind, Rule> = new Map<ts.SyntaxKind, Rule>([
  [ts.SyntaxKind.VariableDeclaration, expectedOfVariable],
  [ts.SyntaxKind.PropertyDeclaration, expectedOfMember],
  [ts.SyntaxKind.PropertySignature, (_node, _child, around) => withoutOwner(nothing(around))],
  [ts.SyntaxKind.TypeLiteral, expectedOfTypeLiteral],
  [ts.SyntaxKind.Decorator, (_node, _child, around) => ({ ...nothing(around), into: NO_RECORD })],
  [ts.SyntaxKind.Parameter, expectedOfParameter],
  [ts.SyntaxKind.CallExpression, expectedOfArgument],
  [ts.SyntaxKind.InterfaceDeclaration, expectedOfDeclared],
  [ts.SyntaxKind.TypeAliasDeclaration, expectedOfDeclared],
  [ts.SyntaxKind.ClassDeclaration, expectedOfDeclared],
  [ts.SyntaxKind.AsExpression, expectedOfAssertion],
  [ts.SyntaxKind.SatisfiesExpression, expectedOfAssertion],
  [ts.SyntaxKind.TypeAssertionExpression, expectedOfAssertion],
  [ts.SyntaxKind.ReturnStatement, (_node, _child, around) => expecting(around, around.returned)],
  [ts.SyntaxKind.ArrowFunction, expectedOfBody],
  [ts.SyntaxKind.PropertyAssignment, expectedOfProperty],
  [ts.SyntaxKind.ParenthesizedExpression, (_node, _child, around) => around],
  [ts.SyntaxKind.AwaitExpression, (_node, _child, around) => around],
  [ts.SyntaxKind.ConditionalExpression, expectedOfAlternative],
  [ts.SyntaxKind.ArrayLiteralExpression, expectedOfElement],
  [
    ts.SyntaxKind.ObjectLiteralExpression,
    (_node, _child, around) => (around.expected ? { ...around, expected: undefined } : around),
  ],
])

function nothing(around: Expectation): Expectation {
  return around.expected || around.select ? { ...around, expected: undefined, select: false } : around
}

function withoutOwner(around: Expectation): Expectation {
  return around.owner === undefined || around.owner === PARAMETER ? around : { ...around, owner: undefined }
}

function withoutSchema(around: Expectation): Expectation {
  return around.schema === undefined ? around : { ...around, schema: undefined }
}

function expectedOfTypeLiteral(_node: ts.Node, _child: ts.Node, around: Expectation): Expectation {
  return around.owner === undefined ? { ...nothing(around), owner: UNNAMED } : nothing(around)
}

/** The arguments of an operation of Prisma go to it, with all that they hold. */
function expectedOfArgument(node: ts.Node, child: ts.Node, around: Expectation): Expectation {
  const call = node as ts.CallExpression
  const delegate = call.expression === child ? undefined : calledDelegate(call)
  return delegate === undefined ? nothing(around) : { ...nothing(around), into: { delegate } }
}

function expectedOfDeclared(node: ts.Node, _child: ts.Node, around: Expectation): Expectation {
  const { name } = node as ts.ClassDeclaration
  return { ...nothing(around), owner: around.owner === PARAMETER ? PARAMETER : name?.text }
}

/** What a variable is initialised with goes into it, and is handed to whatever that is handed to. */
function expectedOfVariable(node: ts.Node, child: ts.Node, around: Expectation): Expectation {
  const { name, initializer } = node as ts.VariableDeclaration
  const inside = expectedOfInitializer(node, child, around)
  if (initializer !== child || !ts.isIdentifier(name)) return inside
  const into = around.into && 'delegate' in around.into ? around.into : { variable: name.text, scope: around.scope }
  return { ...inside, into, schema: around.scope === 0 ? name.text : undefined }
}

function expectedOfMember(node: ts.Node, child: ts.Node, around: Expectation): Expectation {
  return withoutOwner(expectedOfInitializer(node, child, around))
}

function expectedOfParameter(node: ts.Node, child: ts.Node, around: Expectation): Expectation {
  const { initializer } = node as ts.ParameterDeclaration
  const inside = expectedOfInitializer(node, child, around)
  return initializer === child ? inside : { ...inside, owner: PARAMETER }
}

function expecting(around: Expectation, expected: ts.TypeNode | undefined): Expectation {
  return expected ? { ...around, expected, select: false } : nothing(around)
}

function expectedOfBody(node: ts.Node, child: ts.Node, around: Expectation): Expectation {
  return (node as ts.ArrowFunction).body === child ? expecting(around, around.returned) : nothing(around)
}

function expectedOfProperty(node: ts.Node, _child: ts.Node, around: Expectation): Expectation {
  const name = memberName((node as ts.PropertyAssignment).name)
  const inside = withoutSchema(nothing(around))
  if (around.select || name === 'select') return { ...inside, select: true, into: NO_RECORD }
  return name === 'include' ? { ...inside, into: NO_RECORD } : inside
}

function expectedOfAlternative(node: ts.Node, child: ts.Node, around: Expectation): Expectation {
  return (node as ts.ConditionalExpression).condition === child ? nothing(around) : around
}

function expectedOfElement(_node: ts.Node, _child: ts.Node, around: Expectation): Expectation {
  return expecting(around, around.expected && elementOf(around.expected))
}

type Initialized = ts.VariableDeclaration | ts.PropertyDeclaration | ts.ParameterDeclaration

function expectedOfInitializer(node: ts.Node, child: ts.Node, around: Expectation): Expectation {
  const { name, type, initializer } = node as Initialized
  if (initializer !== child) return nothing(around)
  const select = (ts.isIdentifier(name) && /select$/i.test(name.text)) || isSelectType(type)
  return select ? { ...around, expected: type, select } : expecting(around, type)
}

function expectedOfAssertion(node: ts.Node, child: ts.Node, around: Expectation): Expectation {
  const { expression, type } = node as ts.AsExpression
  if (expression !== child) return nothing(around)
  const expected = plainTypeName(type) === 'const' ? around.expected : type
  return { ...around, expected, select: around.select || isSelectType(type) }
}

/** `Prisma.UserSelect`. */
function isSelectType(type: ts.TypeNode | undefined): boolean {
  return type !== undefined && /^Prisma\.\w+Select$/.test(plainTypeName(type) ?? '')
}

/** The type that a function says it returns, `Promise` taken off. */
export function returnedBy(node: ts.SignatureDeclaration): ts.TypeNode | undefined {
  const { type } = node
  if (!type || !ts.isTypeReferenceNode(type)) return type
  return ['Promise', 'Observable'].includes(dottedName(type.typeName) ?? '') ? type.typeArguments?.[0] : type
}

/** The name of a type that is a plain name, null and undefined aside. */
export function plainTypeName(type: ts.TypeNode): string | undefined {
  if (ts.isParenthesizedTypeNode(type)) return plainTypeName(type.type)
  if (ts.isTypeReferenceNode(type)) return type.typeArguments ? undefined : dottedName(type.typeName)
  if (!ts.isUnionTypeNode(type)) return undefined
  const [only, ...others] = type.types.filter((member) => !isNothing(member))
  return only && others.length === 0 ? plainTypeName(only) : undefined
}

function isNothing(type: ts.TypeNode): boolean {
  if (type.kind === ts.SyntaxKind.UndefinedKeyword) return true
  return ts.isLiteralTypeNode(type) && type.literal.kind === ts.SyntaxKind.NullKeyword
}

/** The element of `T[]`, `readonly T[]`, `Array<T>`. */
function elementOf(type: ts.TypeNode): ts.TypeNode | undefined {
  if (ts.isArrayTypeNode(type)) return type.elementType
  if (ts.isParenthesizedTypeNode(type) || ts.isTypeOperatorNode(type)) return elementOf(type.type)
  if (!ts.isTypeReferenceNode(type)) return undefined
  return /^(Readonly)?Array$/.test(dottedName(type.typeName) ?? '') ? type.typeArguments?.[0] : undefined
}
