import { ts } from '@ts-morph/common'
import type { Given, GivenSpread, GivenValue } from '../model/service.js'
import { memberName } from './lowering.js'
import type { Scope } from './scope-of-method.js'

export const NOTHING_GIVEN: Given = { properties: new Map(), spreads: [], open: false }
const UNKNOWN: Given = { properties: new Map(), spreads: [], open: true }
const OTHER: GivenValue = { kind: 'other' }

/** Names that stand for others are followed no further than this. */
const MAXIMUM_STEPS = 20

/** An expression without what only the compiler sees, `await` and the names of constants. */
export function unwrapped(expression: ts.Expression, scope: Scope): ts.Expression {
  let current = expression
  for (let step = 0; step < MAXIMUM_STEPS; step++) {
    const inner = innerOf(current, scope)
    if (!inner) return current
    current = inner
  }
  return current
}

function innerOf(node: ts.Expression, scope: Scope): ts.Expression | undefined {
  const isCover = ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)
  if (isCover || ts.isAwaitExpression(node) || ts.isNonNullExpression(node)) return node.expression
  const bound = ts.isIdentifier(node) ? scope.get(node.text) : undefined
  return bound?.kind === 'value' ? bound.expression : undefined
}

/** What an object is made of. */
export function follow(expression: ts.Expression, scope: Scope, depth = 0): Given {
  const node = unwrapped(expression, scope)
  if (depth > MAXIMUM_STEPS) return UNKNOWN
  if (ts.isObjectLiteralExpression(node)) return literalOf(node, scope, depth)
  if (ts.isConditionalExpression(node))
    return either(follow(node.whenTrue, scope, depth + 1), follow(node.whenFalse, scope, depth + 1))
  const spread = spreadOf(node, scope)
  return spread ? { ...NOTHING_GIVEN, spreads: [spread] } : UNKNOWN
}

function spreadOf(node: ts.Expression, scope: Scope): GivenSpread | undefined {
  const bound = ts.isIdentifier(node) ? scope.get(node.text) : undefined
  if (bound?.kind === 'rest') return { index: bound.index, without: bound.without }
  if (bound?.kind === 'parameter' && bound.property === undefined) return { index: bound.index, without: [] }
  return undefined
}

function literalOf(node: ts.ObjectLiteralExpression, scope: Scope, depth: number): Given {
  const properties = new Map<string, GivenValue>()
  const spreads: GivenSpread[] = []
  let open = false
  for (const each of node.properties) {
    if (ts.isSpreadAssignment(each)) {
      const spread = follow(each.expression, scope, depth + 1)
      for (const [name, value] of spread.properties) properties.set(name, value)
      spreads.push(...spread.spreads)
      open ||= spread.open
      continue
    }
    const name = memberName(each.name)
    if (name === undefined) open = true
    else properties.set(name, memberValue(each, scope, depth))
  }
  return { properties, spreads, open }
}

function memberValue(node: ts.ObjectLiteralElementLike, scope: Scope, depth: number): GivenValue {
  if (ts.isShorthandPropertyAssignment(node)) return expressionValue(node.name, scope, depth)
  return ts.isPropertyAssignment(node) ? expressionValue(node.initializer, scope, depth) : OTHER
}

function expressionValue(expression: ts.Expression, scope: Scope, depth: number): GivenValue {
  const node = unwrapped(expression, scope)
  const literal = literalText(node)
  if (literal !== undefined) return { kind: 'literal', text: literal }
  if (ts.isObjectLiteralExpression(node)) return { kind: 'object', given: literalOf(node, scope, depth + 1) }
  if (ts.isBinaryExpression(node)) {
    const isFallback =
      node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken ||
      node.operatorToken.kind === ts.SyntaxKind.BarBarToken
    const fallback = isFallback ? literalText(unwrapped(node.right, scope)) : undefined
    return fallback === undefined ? OTHER : { kind: 'literal', text: fallback }
  }
  return parameterValue(node, scope) ?? OTHER
}

function literalText(node: ts.Expression): string | undefined {
  if (ts.isStringLiteralLike(node)) return JSON.stringify(node.text)
  if (ts.isNumericLiteral(node)) return node.text
  if (node.kind === ts.SyntaxKind.TrueKeyword) return 'true'
  if (node.kind === ts.SyntaxKind.FalseKeyword) return 'false'
  return node.kind === ts.SyntaxKind.NullKeyword ? 'null' : undefined
}

function parameterValue(node: ts.Expression, scope: Scope): GivenValue | undefined {
  const bound = ts.isIdentifier(node) ? scope.get(node.text) : undefined
  if (bound?.kind === 'parameter') return bound
  if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression)) return undefined
  const owner = scope.get(node.expression.text)
  const isWhole = owner?.kind === 'parameter' && owner.property === undefined
  return isWhole ? { ...owner, property: node.name.text } : undefined
}

/** What two alternatives have in common; where they differ nothing is known. */
function either(one: Given, other: Given): Given {
  const names = new Set([...one.properties.keys(), ...other.properties.keys()])
  const properties = [...names].map((name): [string, GivenValue] => {
    const [a, b] = [one.properties.get(name), other.properties.get(name)]
    return [name, a && b && JSON.stringify(a) === JSON.stringify(b) ? a : OTHER]
  })
  const spreads = one.spreads.flatMap((a) => {
    const same = other.spreads.find((b) => b.index === a.index)
    return same ? [{ index: a.index, without: [...a.without, ...same.without] }] : []
  })
  return { properties: new Map(properties), spreads, open: one.open || other.open }
}
