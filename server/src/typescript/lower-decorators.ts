import { ts } from '@ts-morph/common'
import type { Decorator } from '../model/declaration.js'
import { detached } from './intern.js'
import { dottedName, type Lowering, spanOf } from './lowering.js'

const NONE: readonly Decorator[] = []

/** The decorators of a class or member, their arguments as they are written. */
export function lowerDecorators(lowering: Lowering, node: ts.Node): readonly Decorator[] {
  if (!ts.canHaveDecorators(node) || node.modifiers === undefined) return NONE
  const decorators = ts.getDecorators(node)
  return decorators === undefined ? NONE : decorators.flatMap((decorator) => lowerDecorator(lowering, decorator))
}

function lowerDecorator(lowering: Lowering, { expression }: ts.Decorator): Decorator[] {
  const isCall = ts.isCallExpression(expression)
  const name = dottedName(isCall ? expression.expression : expression)
  if (name === undefined) return []
  const args = isCall ? expression.arguments.map((argument) => detached(textOf(lowering, argument))) : []
  return [{ name, args }]
}

function textOf(lowering: Lowering, node: ts.Node): string {
  const { start, end } = spanOf(lowering, node)
  return lowering.text.slice(start, end)
}
