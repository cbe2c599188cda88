import { ts } from '@ts-morph/common'
import {
  type Binding,
  bind,
  bound,
  leave,
  lookUp,
  partOf,
  type Scope,
  scopeIn,
  UNBOUND,
  type WholeValue,
  wholeOf,
} from './handed-scope.js'
import { holding, named, readWritten } from './handed-types.js'
import { dottedName, memberName, unwrapped } from './lowering.js'

/** Values are followed through no more expressions than this. */
const FURTHEST = 20

/** The values that an expression may give, each of them whole. What is not known to be one gives none. */
export function valuesOf(expression: ts.Expression, scope: Scope, steps = 0): readonly WholeValue[] {
  if (steps > FURTHEST) return []
  const follow = (inner: ts.Expression) => valuesOf(inner, scope, steps + 1)
  const node = unwrapped(expression)
  const cast = isReceived(node) ? typedAs(castOf(expression)) : []
  if (cast.length > 0) return cast
  if (ts.isIdentifier(node)) return lookUp(scope, node.text).values()
  if (ts.isAwaitExpression(node)) return follow(node.expression)
  if (ts.isPropertyAccessExpression(node)) return follow(node.expression).map((value) => partOf(value, node.name.text))
  if (ts.isObjectLiteralExpression(node)) return merged(node.properties.flatMap(partOfLiteral), follow)
  if (ts.isArrayLiteralExpression(node)) return node.elements.map(elementOf).flatMap(follow)
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].flatMap(follow)
  if (ts.isBinaryExpression(node)) return eitherOf(node).flatMap(follow)
  return ts.isCallExpression(node) ? answersOf(node, scope, steps) : []
}

function elementOf(node: ts.Expression): ts.Expression {
  return ts.isSpreadElement(node) ? node.expression : node
}

function eitherOf({ left, right, operatorToken: { kind } }: ts.BinaryExpression): readonly ts.Expression[] {
  if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return [right]
  return kind === ts.SyntaxKind.BarBarToken || kind === ts.SyntaxKind.QuestionQuestionToken ? [left, right] : []
}

/** What an object is made of: another one, or names. */
type Part = ts.Expression | readonly string[]

function partOfLiteral(property: ts.ObjectLiteralElementLike): readonly Part[] {
  if (ts.isSpreadAssignment(property)) return [property.expression]
  const name = memberName(property.name)
  return name === undefined ? [] : [[name]]
}

/** Objects that are merged, without the names that are written later. */
function merged(
  parts: readonly Part[],
  follow: (inner: ts.Expression) => readonly WholeValue[],
): readonly WholeValue[] {
  return parts.flatMap((part, index) => {
    if (isNames(part)) return []
    const over = parts
      .slice(index + 1)
      .filter(isNames)
      .flat()
    return follow(part).map((value) => leave(value, over))
  })
}

function isNames(part: Part): part is readonly string[] {
  return Array.isArray(part)
}

/** What is said of a value that a request brings. */
export function typedAs(type: ts.TypeNode | undefined): readonly WholeValue[] {
  const written = readWritten(type)
  return written.types.length > 0 ? [wholeOf(written)] : []
}

function castOf(node: ts.Expression): ts.TypeNode | undefined {
  if (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) return node.type
  return ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) ? castOf(node.expression) : undefined
}

/** `req.body`, `await request.json()`, `JSON.parse(text)`, `readBody(event)`: whatever somebody sent. */
export function isReceived(expression: ts.Expression): boolean {
  const node = unwrapped(expression)
  if (ts.isAwaitExpression(node)) return isReceived(node.expression)
  if (ts.isPropertyAccessExpression(node)) return node.name.text === 'body' || node.name.text === 'query'
  const name = ts.isCallExpression(node) ? (dottedName(node.expression) ?? '') : ''
  return /^(JSON\.parse|readBody)$|(^|\.)(req|request)\.json$/.test(name)
}

/** Methods that give elements of a list as they are. */
const AS_THEY_ARE = new Set(['filter', 'slice', 'sort', 'reverse', 'toSorted'])

/** What a call answers: a schema what it parses, a list its elements or what is made of them. */
function answersOf(
  { expression, arguments: args }: ts.CallExpression,
  scope: Scope,
  steps: number,
): readonly WholeValue[] {
  const follow = (inner: ts.Expression) => valuesOf(inner, scope, steps + 1)
  if (!ts.isPropertyAccessExpression(expression)) return []
  const name = dottedName(expression)
  if (name === 'Object.assign') return merged(args.flatMap(partsOfArgument), follow)
  const method = expression.name.text
  const schema = dottedName(expression.expression)
  if (schema !== undefined && /^(parse|safeParse)(Async)?$/.test(method)) {
    return [wholeOf(method.startsWith('safe') ? holding(['data'], named(schema)) : named(schema))]
  }
  if (AS_THEY_ARE.has(method)) return follow(expression.expression)
  const [made] = args
  if (method !== 'map' || !made || !isFunction(made)) return []
  return madeBy(
    made,
    bound(() => follow(expression.expression)),
    scope,
    steps,
  )
}

function partsOfArgument(node: ts.Expression): readonly Part[] {
  return ts.isObjectLiteralExpression(node) ? node.properties.flatMap(partOfLiteral) : [node]
}

export type FunctionNode = ts.ArrowFunction | ts.FunctionExpression

export function isFunction(node: ts.Node): node is FunctionNode {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node)
}

/** What a function gives for what it takes. */
function madeBy(
  { parameters, body }: FunctionNode,
  taken: Binding,
  around: Scope,
  steps: number,
): readonly WholeValue[] {
  const scope = scopeIn(around)
  const [parameter] = parameters
  if (parameter) bind(scope, parameter.name, taken)
  if (!ts.isBlock(body)) return valuesOf(body, scope, steps + 1)
  bindStatements(scope, body.statements)
  return body.statements.flatMap((statement) =>
    ts.isReturnStatement(statement) && statement.expression ? valuesOf(statement.expression, scope, steps + 1) : [],
  )
}

/** Names what the variables of a block hold. */
export function bindStatements(scope: Scope, statements: readonly ts.Statement[]): void {
  for (const statement of statements) {
    if (ts.isVariableStatement(statement)) bindVariables(scope, statement.declarationList)
  }
}

export function bindVariables(scope: Scope, { declarations }: ts.VariableDeclarationList): void {
  for (const { name, type, initializer } of declarations) {
    const values = () =>
      type && initializer && isReceived(initializer) ? typedAs(type) : valuesOf(initializer as ts.Expression, scope)
    bind(scope, name, initializer ? { values, made: () => ({ expression: initializer, scope }) } : UNBOUND)
  }
}

/** An object that is written out, and where it is to be understood. */
export interface Literal {
  readonly literal: ts.ObjectLiteralExpression
  readonly scope: Scope
}

/** The literal that an expression is or is named for. */
export function literalOf(expression: ts.Expression, scope: Scope, steps = 0): Literal | undefined {
  const node = unwrapped(expression)
  if (ts.isObjectLiteralExpression(node)) return { literal: node, scope }
  const made = ts.isIdentifier(node) && steps < FURTHEST ? lookUp(scope, node.text).made() : undefined
  return made && literalOf(made.expression, made.scope, steps + 1)
}

/** The members of a literal that have a name, and what they hold. */
export function membersOf({ properties }: ts.ObjectLiteralExpression): readonly (readonly [string, ts.Expression])[] {
  return properties.flatMap((each): (readonly [string, ts.Expression])[] => {
    if (ts.isShorthandPropertyAssignment(each)) return [[each.name.text, each.name]]
    const name = ts.isPropertyAssignment(each) ? memberName(each.name) : undefined
    return name === undefined ? [] : [[name, (each as ts.PropertyAssignment).initializer]]
  })
}
