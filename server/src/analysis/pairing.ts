import { stripAll } from '../matching/affixes.js'
import { type Candidate, indexModels, type ModelNames } from '../matching/candidates.js'
import { exclusionOf } from '../matching/exclusions.js'
import { align } from '../matching/fields.js'
import { matchShape, type ShapeContext, toPair } from '../matching/match.js'
import type { Naming, Pair } from '../matching/pair.js'
import { nameKey, stemsOf, wordsOf } from '../matching/words.js'
import { refKey } from '../model/element.js'
import type { Model, Schema } from '../model/schema.js'
import type { Shape } from '../model/shape.js'
import { groupBy } from './memo.js'

export interface PairingInput {
  readonly shapes: readonly Shape[]
  readonly schemas: readonly Schema[]
  /** Indexes into `schemas`. */
  readonly scopeOf: (file: string) => readonly number[]
  readonly context: ShapeContext
  /** The names that a model's columns had until the schema changed. */
  formerColumns(schema: Schema, model: Model): ReadonlySet<string>
}

/** Pairs the types of a workspace with the models of its schemas. */
export function pairShapes({ shapes, schemas, scopeOf, context, formerColumns }: PairingInput): readonly Pair[] {
  const names = schemas.map((schema) => indexModels(schema, (model) => formerColumns(schema, model)))
  const inScope = (shape: Shape) => scopeOf(shape.file).flatMap((index) => names[index] ?? [])
  const direct = shapes.flatMap((shape) =>
    best(inScope(shape).flatMap((each) => matchShape(shape, each, context) ?? [])),
  )
  const settled = direct.filter(({ confidence }) => confidence !== 'possible')
  const found = new Set(settled.map(({ shape }) => shape))
  const open = shapes.filter((shape) => !found.has(shape) && !isLeftOut(shape, names))
  const doubtful = settled.filter(({ naming }) => WEAK_NAMINGS.has(naming)).map(({ shape }) => shape)
  const byRelation = pairHeld([...open, ...doubtful], settled, { names, context })
  const counterparts = pairCounterparts(
    open.filter((shape) => !byRelation.some((pair) => pair.shape === shape)),
    [...settled, ...byRelation],
    { names, context },
  )
  const added = [...byRelation, ...counterparts]
  const replaced = new Set(added.map(({ shape }) => shape))
  const all = [...direct.filter(({ shape }) => !replaced.has(shape)), ...added]
  return [...all, ...all.flatMap((pair) => inlinePairs(pair, formerColumns, 0))]
}

/** Namings that the relation under which a type is held can overrule. */
const WEAK_NAMINGS: ReadonlySet<Naming> = new Set(['words', 'tail', 'word', 'usage'])

function isLeftOut(shape: Shape, names: readonly ModelNames[]): boolean {
  const untouchable = shape.fromClient || shape.values !== undefined || shape.properties.length === 0
  return (
    untouchable ||
    shape.declaration.tag !== undefined ||
    names.some(({ lastWords }) => exclusionOf(shape, lastWords) !== undefined)
  )
}

/** Of the pairs of one type with several schemas, the one with the best evidence. */
function best(pairs: readonly Pair[]): readonly Pair[] {
  const rank = { certain: 0, likely: 1, possible: 2 }
  const sorted = pairs.toSorted(
    (a, b) => rank[a.confidence] - rank[b.confidence] || b.fields.length - a.fields.length || b.coverage - a.coverage,
  )
  return sorted.slice(0, 1)
}

interface Matching {
  readonly names: readonly ModelNames[]
  readonly context: ShapeContext
}

/** A type held by paired types under relations to one model, with most of its fields from that model. */
function pairHeld(open: readonly Shape[], pairs: readonly Pair[], matching: Matching): readonly Pair[] {
  const candidates = new Map(open.map((shape) => [refKey(shape.ref), shape]))
  const holdings = pairs.flatMap((pair) =>
    pair.fields.flatMap(({ column, property }) => {
      const shape = property.type.target && candidates.get(refKey(property.type.target))
      const model = column.relation && pair.schema.models.get(column.type)
      return shape && model ? [{ shape, model, schema: pair.schema }] : []
    }),
  )
  return [...groupBy(holdings, ({ shape }) => shape).values()].flatMap((held) => {
    const [first] = held
    const names = first && matching.names.find(({ schema }) => schema === first.schema)
    if (!first || !names || held.some(({ model }) => model !== first.model)) return []
    const { shape, model } = first
    const known = pairs.find((pair) => pair.shape === shape)
    const alignment = align(shape, model)
    if (known && (known.model === model || overlapOf(known) > alignment.overlap)) return []
    const related = stemsOf(shape.name).some((word) => stemsOf(model.name).includes(word))
    if (alignment.overlap < 0.8 || alignment.fields.length < (related ? 2 : 3)) return []
    return [toPair(shape, names, { model, naming: 'usage', alignment }, matching.context)]
  })
}

function overlapOf({ shape, model }: Pair): number {
  return align(shape, model).overlap
}

/** A type without evidence of its own whose namesake on the other side is paired: `RegisterRequest`, `RegisterDto`. */
function pairCounterparts(
  open: readonly Shape[],
  pairs: readonly Pair[],
  { names, context }: Matching,
): readonly Pair[] {
  const byKey = groupBy(pairs, ({ shape }) => operationKey(shape.name))
  return open.flatMap((shape) => {
    const others = byKey.get(operationKey(shape.name)) ?? []
    const [first] = others
    const agreed = first && others.every(({ model }) => model === first.model)
    const index = agreed && names.find(({ schema }) => schema === first.schema)
    if (!first || !index) return []
    const alignment = align(shape, first.model)
    const enough = alignment.fields.length >= 2 ? alignment.overlap >= 0.7 : alignment.overlap === 1
    if (!enough) return []
    const candidate: Candidate = { model: first.model, naming: 'counterpart', alignment }
    return [toPair(shape, index, candidate, context)]
  })
}

const CARRIERS = new Set('dto request response data body input payload args req res interface type'.split(' '))

/** A name without the words that say how it travels: equal keys name the same operation on two sides. */
export function operationKey(name: string): string {
  return nameKey(wordsOf(name).filter((word) => !CARRIERS.has(word)))
}

/** What is left of a name without affixes, to see whether two types are about the same thing. */
export function coreKey(name: string): string {
  return nameKey(stripAll(wordsOf(name)).core)
}

/** Inline objects under a relation's name, compared with the relation's model. */
function inlinePairs(pair: Pair, formerColumns: PairingInput['formerColumns'], depth: number): readonly Pair[] {
  if (pair.confidence === 'possible' || depth > 4) return []
  return pair.fields.flatMap(({ column, property }) => {
    const model = column.relation && pair.schema.models.get(column.type)
    const shape = property.type.target === undefined && !property.inherited ? property.type.shape() : undefined
    if (!model || !shape || shape.properties.length === 0 || shape.fromClient) return []
    const alignment = align(shape, model, formerColumns(pair.schema, model))
    if (alignment.overlap < 0.5) return []
    const path = pair.inline ? `${pair.inline.path}.${property.name}` : property.name
    const inline: Pair = {
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
      inline: { type: pair.inline?.type ?? pair.shape.name, path },
    }
    return [inline, ...inlinePairs(inline, formerColumns, depth + 1)]
  })
}
