import { ts } from '@ts-morph/common'
import { type Binding, bound, type Scope, wholeOf } from './handed-scope.js'
import { holding, named, UNWRITTEN, type WrittenAs } from './handed-types.js'
import { valuesOf } from './handed-values.js'
import { dottedName } from './lowering.js'

/** Methods that call a function with each element of a list. */
const LISTS = new Set(['map', 'forEach', 'flatMap'])

/** Methods of procedures that take a function, and those that say what it is called with. */
const HANDLERS = new Set(['mutation', 'query', 'action', 'handler'])
const SCHEMAS = new Set(['input', 'schema', 'inputSchema', 'validator', 'inputValidator'])

/**
 * What a function is called with first that is an argument itself: an element of a list, or what a procedure takes, as
 * in `procedure.input(schema).mutation(({ input }) => …)`.
 */
export function takenBy({ expression }: ts.CallExpression, scope: Scope): Binding | undefined {
  if (!ts.isPropertyAccessExpression(expression)) return undefined
  const { expression: owner, name } = expression
  if (LISTS.has(name.text)) return bound(() => valuesOf(owner, scope))
  if (!HANDLERS.has(name.text)) return undefined
  const written = holding(['input', 'parsedInput', 'data'], schemaOf(owner))
  return bound(() => [wholeOf(written)])
}

/** The schema of `procedure.input(schema).use(…)`. */
function schemaOf(chain: ts.Expression): WrittenAs {
  for (let node = chain; ts.isCallExpression(node); ) {
    const { expression, arguments: args } = node
    if (!ts.isPropertyAccessExpression(expression)) return UNWRITTEN
    const schema = SCHEMAS.has(expression.name.text) && args[0] ? dottedName(args[0]) : undefined
    if (schema !== undefined) return named(schema)
    node = expression.expression as ts.CallExpression
  }
  return UNWRITTEN
}
