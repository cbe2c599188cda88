import { ts } from '@ts-morph/common'
import type { WantedType } from '../model/intent.js'
import { deletion, insertion, replacement, type TextEdit } from '../text/text-edit.js'
import { type Editable, Refusal, spanIn, textIn } from './editable.js'
import { chainOf, isOuter, type Link } from './zod-chain.js'
import { zodIn, zodOfType } from './zod-text.js'

/** Lets a schema take `null`. */
export function addZodNull(editable: Editable, schema: ts.Expression): readonly TextEdit[] {
  const isNullable = linkOf(editable, schema, ['nullable', 'nullish']) !== undefined
  return isNullable ? [] : [insertion(schema.end, '.nullable()')]
}

/** Lets a schema take no `null`. */
export function removeZodNull(editable: Editable, schema: ts.Expression): readonly TextEdit[] {
  const link = linkOf(editable, schema, ['nullable', 'nullish'])
  if (!link) throw new Refusal('null is not written there')
  return without(editable, link, 'optional')
}

/** Lets a schema take `undefined`, or take none. */
export function setZodOptional(editable: Editable, schema: ts.Expression, optional: boolean): readonly TextEdit[] {
  const link = linkOf(editable, schema, ['optional', 'nullish'])
  if (optional) return link ? [] : [insertion(schema.end, '.optional()')]
  return link ? without(editable, link, 'nullable') : []
}

/** The call that a schema has of one of some methods, behind nothing that says more than they do. */
function linkOf(editable: Editable, schema: ts.Expression, methods: readonly string[]): Link | undefined {
  const { links } = chainOf(editable.imports, schema)
  return links.find(({ method }) => methods.includes(method))
}

/** `nullish` becomes what is left of it. */
function without(editable: Editable, { method, call, receiver }: Link, rest: string): readonly TextEdit[] {
  if (method === 'nullish' && ts.isPropertyAccessExpression(call.expression))
    return [replacement(spanIn(editable, call.expression.name), rest)]
  const [argument] = call.arguments
  if (argument) return [replacement(spanIn(editable, call), textIn(editable, argument))]
  return [deletion(receiver.end, call.end)]
}

/** Puts the schema of another type in place; what says nothing of the type stays, checks of the old type go. */
export function setZodType(editable: Editable, schema: ts.Expression, wanted: WantedType): readonly TextEdit[] {
  const { links, root, builder } = chainOf(editable.imports, schema)
  const inner = builder && HOLDERS.has(builder.method) ? builder.call.arguments[0] : undefined
  if (inner) return setZodType(editable, inner, wanted)
  const text = zodOfType(editable, wanted)
  const base = builder?.call ?? root
  if (textIn(editable, base) === text) return []
  const ofElement = links.slice(links.findIndex(({ method }) => method === 'array') + 1)
  const checks = ofElement.filter((link) => link !== builder && !KEPT.has(link.method) && !isOuter(link))
  return [
    replacement(spanIn(editable, base), text),
    ...checks.map(({ receiver, call }) => deletion(receiver.end, call.end)),
  ]
}

/** `z.array(x)` and the like: their argument is the type of the values. */
const HOLDERS = new Set('array optional nullable nullish set'.split(' '))

/** Methods that may go on any schema. */
const KEPT = new Set('refine superRefine transform pipe or and'.split(' '))

/** Makes a list of a schema, or takes the schema of its elements. */
export function setZodList(editable: Editable, schema: ts.Expression, list: boolean): readonly TextEdit[] {
  const { links } = chainOf(editable.imports, schema)
  const outer = links.findIndex((link) => !isOuter(link))
  const core = (outer < 0 ? links.at(-1)?.receiver : links[outer]?.call) ?? schema
  const array = links.slice(Math.max(outer, 0)).find(({ method }) => method === 'array')
  if (!list) return [replacement(spanIn(editable, core), elementOf(editable, array))]
  if (array) return []
  return [insertion(spanIn(editable, core).start, `${zodIn(editable)}.array(`), insertion(core.end, ')')]
}

function elementOf(editable: Editable, array: Link | undefined): string {
  if (!array) throw new Refusal('the list is not written there')
  return textIn(editable, array.call.arguments[0] ?? array.receiver)
}
