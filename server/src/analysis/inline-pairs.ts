import type { ModelNames } from '../matching/candidates.js'
import type { FieldPair, Pair } from '../matching/pair.js'
import { sameItems } from '../query/equality.js'
import { createFamily, type Family, type Query } from '../query/query.js'
import { samePairs } from './same-pair.js'

/** Inline objects deeper than this are not compared. */
const DEEPEST = 4

/** Makes the query for a pair's inline objects: those under a relation's name, compared with the relation's model. */
export function createInlinePairs(names: Query<readonly ModelNames[]>): Family<Pair, readonly Pair[]> {
  const below = createFamily((pair: Pair): readonly Pair[] => {
    if (pair.confidence === 'possible' || depthOf(pair) > DEEPEST) return []
    const index = names().find(({ schema }) => schema === pair.schema)
    return index ? pair.fields.flatMap((field) => inlinePair(pair, field, index) ?? []) : []
  }, samePairs)
  const all = (pair: Pair): readonly Pair[] => below(pair).flatMap((inline) => [inline, ...all(inline)])
  return createFamily(all, sameItems)
}

function depthOf({ inline }: Pair): number {
  return inline ? inline.path.split('.').length : 0
}

function inlinePair(pair: Pair, { column, property }: FieldPair, names: ModelNames): Pair | undefined {
  const model = column.relation && pair.schema.models.get(column.type)
  if (!model || property.inherited || property.type.target !== undefined) return undefined
  const shape = property.type.shape()
  if (!shape || shape.properties.length === 0 || shape.fromClient) return undefined
  const alignment = names.align(shape, model)
  if (alignment.overlap < 0.5) return undefined
  return {
    shape,
    schema: pair.schema,
    model,
    naming: 'usage',
    role: pair.role === 'mirror' ? 'subset' : pair.role,
    roleAskedFor: false,
    confidence: pair.confidence,
    evidence: [
      `inline under relation '${column.name}'`,
      `fields ${alignment.fields.length}/${shape.properties.length}`,
    ],
    fields: alignment.fields,
    extras: alignment.extras,
    missing: alignment.missing,
    coverage: alignment.coverage,
    inline: {
      type: pair.inline?.type ?? pair.shape.name,
      path: pair.inline ? `${pair.inline.path}.${property.name}` : property.name,
    },
  }
}
