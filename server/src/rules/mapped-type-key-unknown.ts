import type { Pair } from '../matching/pair.js'
import type { TypeNode } from '../model/declaration.js'
import type { ElementRef } from '../model/element.js'
import type { Shape } from '../model/shape.js'
import type { Corroboration } from './corroboration.js'
import { defineTypeRule } from './rule.js'

interface Fact {
  readonly at: ElementRef
  readonly type: string
  /** The key: it tells apart what is found in one list. */
  readonly field: string
  readonly pair: Pair
  readonly mapping: string
  readonly key: string
}

const MAPPINGS = new Set(['Pick', 'Omit', 'PickType', 'OmitType'])

/**
 * A key in `Pick`, `Omit`, `PickType` or `OmitType` that neither the type nor its model has. Keys of classes may name
 * methods, which are not compared, so there only a key that was a column counts.
 */
export const mappedTypeKeyUnknown = defineTypeRule<Fact>({
  code: 'mapped-type-key-unknown',
  summary: 'Pick or Omit names a property that does not exist',

  *run({ shape, ask }) {
    for (const node of [shape.declaration.type, ...shape.declaration.heritage]) yield* staleKeys(shape, node, ask)
  },

  severity: () => 'warning',
  message: ({ mapping, key, pair }) => `${mapping} names '${key}', which '${pair.shape.name}' does not have`,
  related: ({ pair }) => [{ at: pair.shape.ref, message: `'${pair.shape.name}' is declared here` }],
  fixes: ({ at, key }) => [{ title: `Remove '${key}'`, safe: true, intents: [{ kind: 'removeKey', at, key }] }],
})

function* staleKeys(shape: Shape, node: TypeNode, ask: Corroboration): Generator<Fact> {
  if (node.kind === 'intersection' || node.kind === 'union')
    for (const member of node.members) yield* staleKeys(shape, member, ask)
  if (node.kind !== 'reference') return
  const [base, keys] = node.args
  if (base && !MAPPINGS.has(node.name)) for (const arg of node.args) yield* staleKeys(shape, arg, ask)
  if (!MAPPINGS.has(node.name) || base?.kind !== 'reference' || !keys) return
  const pair = ask.pairNamed(shape, base.name)
  if (!pair || pair.shape.open || !pair.model.intact) return
  const known = new Set([...pair.shape.properties, ...pair.model.columns].map(({ name }) => name))
  for (const key of literalsOf(keys)) {
    const wasColumn = ask.changes(pair.schema)?.columnBefore(pair.model.name, key)
    if (!known.has(key) && (wasColumn || pair.shape.declaration.kind !== 'class'))
      yield {
        at: { file: shape.file, id: `${shape.declaration.id}.${key}` },
        type: shape.name,
        field: key,
        pair,
        mapping: node.name,
        key,
      }
  }
}

function literalsOf(node: TypeNode): readonly string[] {
  if (node.kind === 'literal') return typeof node.value === 'string' ? [node.value] : []
  if (node.kind === 'union') return node.members.flatMap(literalsOf)
  return node.kind === 'tuple' ? node.elements.flatMap(literalsOf) : []
}
