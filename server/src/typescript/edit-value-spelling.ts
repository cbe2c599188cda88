import { ts } from '@ts-morph/common'
import type { DeclarationSite, PropertySite } from './edit-site.js'
import type { Editable } from './editable.js'
import { unwrapped } from './lowering.js'
import { chainOf } from './zod-chain.js'

/**
 * The places at a declaration or property that say one of the values which its type lists: what a property is made with,
 * the default of a zod schema, the defaults and examples of decorators.
 */
export function spellingsAt(editable: Editable, site: PropertySite | DeclarationSite): readonly ts.StringLiteralLike[] {
  if (site.kind === 'entry') return inSchema(editable, site.value)
  if (site.kind === 'field') return [...made(site.field), ...described(site.field)]
  const { node } = site
  return ts.isVariableDeclaration(node) && node.initializer ? inSchema(editable, node.initializer) : []
}

function inSchema(editable: Editable, schema: ts.Expression): readonly ts.StringLiteralLike[] {
  const { links } = chainOf(editable.imports, schema)
  return links.flatMap(({ method, call }) => (DEFAULTS.has(method) ? literalsIn(call.arguments[0]) : []))
}

const DEFAULTS = new Set(['default', 'prefault', 'catch'])

function made(field: ts.Node): readonly ts.StringLiteralLike[] {
  return ts.isPropertyDeclaration(field) || ts.isParameter(field) ? literalsIn(field.initializer) : []
}

function described(field: ts.Node): readonly ts.StringLiteralLike[] {
  return optionsOf(field, ['default', 'example']).flatMap(literalsIn)
}

/** What the decorators of a property say under one of some names: `@ApiProperty({ enum: ['A', 'B'] })`. */
export function optionsOf(field: ts.Node, names: readonly string[]): readonly ts.Expression[] {
  const decorators = ts.canHaveDecorators(field) ? (ts.getDecorators(field) ?? []) : []
  const calls = decorators.map(({ expression }) => expression).filter(ts.isCallExpression)
  const options = calls.flatMap((call) => call.arguments.filter(ts.isObjectLiteralExpression))
  const entries = options.flatMap(({ properties }) => properties.filter(ts.isPropertyAssignment))
  return entries.flatMap(({ name, initializer }) =>
    ts.isIdentifier(name) && names.includes(name.text) ? [initializer] : [],
  )
}

/** One value, or the values of a list; of `() => 'a'` what it returns. */
function literalsIn(expression: ts.Expression | undefined): readonly ts.StringLiteralLike[] {
  const node = expression && unwrapped(expression)
  if (!node) return []
  if (ts.isStringLiteralLike(node)) return [node]
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(literalsIn)
  return ts.isArrowFunction(node) && !ts.isBlock(node.body) ? literalsIn(node.body) : []
}
