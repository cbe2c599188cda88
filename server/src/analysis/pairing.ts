import { stripAll } from '../matching/affixes.js'
import { type Candidate, type ModelNames, wrapsRecords } from '../matching/candidates.js'
import { exclusionOf } from '../matching/exclusions.js'
import type { Alignment } from '../matching/fields.js'
import { matchShape, type ShapeContext, toPair } from '../matching/match.js'
import type { Naming, Pair } from '../matching/pair.js'
import { nameKey, operationKey, stemsOf, wordsOf } from '../matching/words.js'
import { refKey } from '../model/element.js'
import { isInput } from '../model/role.js'
import type { Model, Schema } from '../model/schema.js'
import type { Shape } from '../model/shape.js'
import { sameItems, sameRecords } from '../query/equality.js'
import { createFlatMap } from '../query/flat-map.js'
import { createGroups } from '../query/groups.js'
import { createFamily, createNamedFamily, createQuery, type Family, type Query } from '../query/query.js'
import { createInlinePairs } from './inline-pairs.js'
import { samePair } from './same-pair.js'

export interface PairingInput {
  readonly shapes: Query<readonly Shape[]>
  /** Those of each schema. */
  readonly names: Query<readonly ModelNames[]>
  /** Indexes into `names`. */
  readonly scopeOf: (file: string) => readonly number[]
  readonly context: ShapeContext
}

/** Pairs the types of a workspace with the models of its schemas. */
export function createPairing(input: PairingInput): Query<readonly Pair[]> {
  const { shapes, names, scopeOf, context } = input
  const inScope = (shape: Shape) => {
    const near = scopeOf(shape.file).flatMap((index) => names()[index] ?? [])
    return near.length === 0 && shape.declaration.tag ? names() : near
  }
  const directOf = createFamily(
    (shape: Shape) => best(inScope(shape).flatMap((each) => matchShape(shape, each, context) ?? [])),
    samePair,
  )
  const isLeftOut = createFamily((shape: Shape) => isLeftOutBy(shape, names()))
  const direct = createFlatMap(shapes, directOf)
  const settled = createQuery(() => direct().filter(({ confidence }) => confidence !== 'possible'), sameItems)
  const open = createQuery(() => {
    const found = new Set(settled().map(({ shape }) => shape))
    return shapes().filter((shape) => !found.has(shape) && !isLeftOut(shape))
  }, sameItems)
  const makePair = createPairMaker(names, context)
  const holdingsOf = createFamily(holdingsIn, sameRecords)
  const holdings = createFlatMap(settled, holdingsOf)
  const openAt = createGroups(open, ({ ref }) => refKey(ref))
  const doubtful = createQuery(() => settled().filter(({ naming }) => WEAK_NAMINGS.has(naming)), sameItems)
  const doubtfulAt = createGroups(doubtful, ({ shape }) => refKey(shape.ref))
  const holdingsOn = createGroups(holdings, ({ target }) => target)
  const pairHeldAt = createNamedFamily((target) => {
    const before = doubtfulAt(target).at(-1)
    const shape = openAt(target).at(-1) ?? before?.shape
    return shape && pairHeld(shape, before, { held: holdingsOn(target), names: names(), makePair })
  })
  const firstHolding = createFamily((holding: Holding) => {
    return holdingsOn(holding.target)[0] === holding ? pairHeldAt(holding.target) : undefined
  })
  const held = createFlatMap(holdings, firstHolding)
  const left = createQuery(() => {
    const taken = new Set(held().map(({ shape }) => shape))
    return open().filter((shape) => !taken.has(shape))
  }, sameItems)
  const known = createQuery(() => [...settled(), ...held()], sameItems)
  const namesakes = createGroups(known, ({ shape }) => operationKey(shape.name))
  const counterpartOf = createFamily((shape: Shape) => {
    return pairCounterpart(shape, namesakes(operationKey(shape.name)), { names: inScope(shape), makePair })
  })
  const counterparts = createFlatMap(left, counterpartOf)
  const outer = createQuery(() => {
    const added = [...held(), ...counterparts()]
    const replaced = new Set(added.map(({ shape }) => shape))
    return [...direct().filter(({ shape }) => !replaced.has(shape)), ...added]
  }, sameItems)
  const inline = createFlatMap(outer, createInlinePairs(names))
  return createQuery(() => [...outer(), ...inline()], sameItems)
}

/** Namings that the relation under which a type is held can overrule. */
const WEAK_NAMINGS: ReadonlySet<Naming> = new Set(['words', 'tail', 'word', 'usage'])

function isLeftOutBy(shape: Shape, names: readonly ModelNames[]): boolean {
  const untouchable = shape.fromClient || shape.values !== undefined || shape.properties.length === 0
  return (
    untouchable || shape.declaration.tag !== undefined || names.some((each) => exclusionOf(shape, each) !== undefined)
  )
}

/** Of the pairs of one type with several schemas, the one with the best evidence. */
function best(pairs: readonly Pair[]): Pair | undefined {
  const rank = { certain: 0, likely: 1, possible: 2 }
  return pairs.toSorted(
    (a, b) => rank[a.confidence] - rank[b.confidence] || b.fields.length - a.fields.length || b.coverage - a.coverage,
  )[0]
}

/** Makes the pair of a type with a model once it is known how they belong together: the same object each time. */
type PairMaker = (shape: Shape, names: ModelNames, model: Model, naming: Naming) => Pair

function createPairMaker(names: Query<readonly ModelNames[]>, context: ShapeContext): PairMaker {
  const make = createFamily((shape: Shape) =>
    createFamily(
      (model: Model): Family<string, Pair | undefined> =>
        createNamedFamily((key) => {
          const [schema, naming] = key.split('\n')
          const index = names()[Number(schema)]
          if (!index) return undefined
          const candidate: Candidate = { model, naming: naming as Naming, alignment: index.align(shape, model) }
          return toPair(shape, index, candidate, context)
        }, samePair),
    ),
  )
  return (shape, index, model, naming) => make(shape)(model)(`${names().indexOf(index)}\n${naming}`) as Pair
}

interface Matching {
  readonly names: readonly ModelNames[]
  readonly makePair: PairMaker
}

/** That a paired type holds another one under a relation. */
interface Holding {
  /** The key of the type that is held. */
  readonly target: string
  readonly schema: Schema
  readonly model: string
}

function holdingsIn({ fields, schema }: Pair): readonly Holding[] {
  return fields.flatMap(({ column, property }) => {
    const target = column.relation && property.type.target
    return target ? [{ target: refKey(target), schema, model: column.type }] : []
  })
}

interface Held extends Matching {
  /** What holds the type, at least one. */
  readonly held: readonly Holding[]
}

/** A type held by paired types under relations to one model, with most of its fields from that model. */
function pairHeld(shape: Shape, before: Pair | undefined, { held, names, makePair }: Held): Pair | undefined {
  const [first] = held.filter(({ schema, model }) => schema.models.has(model))
  const model = first?.schema.models.get(first.model)
  const index = first && names.find(({ schema }) => schema === first.schema)
  if (!model || !index || held.some((each) => isOther(each, model))) return undefined
  const { overlap, known } = index.align(shape, model)
  if (before && (before.model === model || overlapOf(before, names) > overlap)) return undefined
  const related = stemsOf(shape.name).some((word) => stemsOf(model.name).includes(word))
  if (overlap < 0.8 || known < (related ? 2 : 3)) return undefined
  return makePair(shape, index, model, 'usage')
}

/** Whether a holding is of another model; those of names that are no model say nothing. */
function isOther({ schema, model }: Holding, than: Model): boolean {
  const held = schema.models.get(model)
  return held !== undefined && held !== than
}

function overlapOf({ shape, schema, model }: Pair, names: readonly ModelNames[]): number {
  return names.find((index) => index.schema === schema)?.align(shape, model).overlap ?? 0
}

/** A type without evidence of its own whose namesake on the other side is paired: `RegisterRequest`, `RegisterDto`. */
function pairCounterpart(shape: Shape, namesakes: readonly Pair[], { names, makePair }: Matching): Pair | undefined {
  const [first] = namesakes
  const agreed = first && namesakes.every(({ model }) => model === first.model)
  const index = agreed && names.find(({ schema }) => schema === first.schema)
  if (!first || !index) return undefined
  const alignment = index.align(shape, first.model)
  return isCounterpart(alignment) || namesakes.some((namesake) => hasAllOf(shape, namesake, alignment))
    ? makePair(shape, index, first.model, 'counterpart')
    : undefined
}

/** `CreatePostPayload` with all that `CreatePostDto` takes, several columns among it, is for the same operation. */
function hasAllOf({ properties }: Shape, { shape, role }: Pair, { known }: Alignment): boolean {
  const names = new Set(properties.map(({ name }) => name))
  return isInput(role) && known >= 3 && shape.properties.every(({ name }) => names.has(name))
}

function isCounterpart(alignment: Alignment): boolean {
  const { known, overlap } = alignment
  return !wrapsRecords(alignment) && (known >= 2 ? overlap >= 0.7 : overlap === 1)
}

/** What is left of a name without affixes, to see whether two types are about the same thing. */
export function coreKey(name: string): string {
  return nameKey(stripAll(wordsOf(name)).core)
}
