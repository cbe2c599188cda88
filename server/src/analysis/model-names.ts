import type { ModelNames } from '../matching/candidates.js'
import { type Alignment, align } from '../matching/fields.js'
import { foldCase, nameKey, stemsOf, wordsOf } from '../matching/words.js'
import type { Model } from '../model/schema.js'
import type { Shape } from '../model/shape.js'
import { sameData, sameItems, sameSet } from '../query/equality.js'
import { createFamily, createNamedFamily, createQuery, expectsChanges } from '../query/query.js'
import { groupBy } from '../text/group-by.js'
import type { OwnNames } from './own-names.js'
import type { SchemaFacts } from './schemas.js'

/** The names of a schema's models; a type depends only on the models that it is held against. */
export function createModelNames({ schema, formerColumns }: SchemaFacts, own: OwnNames): ModelNames {
  const names = createQuery(() => [...schema.models.keys()], sameItems)
  /** The columns that a model has, and those that it had until the schema changed, case folded. */
  const columnsOf = (model: string): readonly string[] => {
    const columns = schema.models.get(model)?.columns ?? []
    return [...columns.map(({ name }) => name), ...formerColumns(model)].map(foldCase)
  }
  const aliases = createQuery(() => {
    const known = names().flatMap((name) => (own.aliases().get(name) ?? []).map((alias) => ({ name, alias })))
    return known.map(({ name, alias }) => ({ name, key: nameKey(wordsOf(alias)), stems: stemsOf(alias) }))
  }, sameData)
  const byKey = createQuery(
    () =>
      new Map([
        ...aliases().map(({ key, name }) => [key, name] as const),
        ...names().map((name) => [nameKey(wordsOf(name)), name] as const),
      ]),
  )
  const lastWords = createQuery(() => new Set(names().map((name) => wordsOf(name).at(-1) ?? '')), sameSet)
  const entries = createQuery(() => names().map((name) => ({ name, stems: stemsOf(name) })))
  const byStem = createQuery(() => indexBy(entries(), ({ stems }) => stems))
  const byColumn = createQuery(() => {
    return indexBy(entries(), ({ name }) => columnsOf(name))
  })
  const columns = createQuery(() => new Set(names().flatMap(columnsOf)), sameSet)
  const alignmentOf = (shape: Shape, model: Model): Alignment => align(shape, model, formerColumns(model.name))
  const alignments = createFamily((shape: Shape) => createFamily((model: Model) => alignmentOf(shape, model)))
  return {
    schema,
    named(key) {
      const name = byKey().get(key)
      return name === undefined ? undefined : schema.models.get(name)
    },
    hasColumn: createNamedFamily((folded) => columns().has(folded), Object.is, 'eager'),
    get lastWords() {
      return lastWords()
    },
    get affixes() {
      return own.affixes()
    },
    get aliases() {
      return aliases()
    },
    get entries() {
      return entries()
    },
    entriesWith: (stems) => entriesAt(entries(), byStem(), stems, 1),
    entriesWithColumns: (folded) => entriesAt(entries(), byColumn(), folded, FEWEST_COLUMNS),
    // Most are looked at once or twice, and are too many to be kept where nothing will change.
    align: expectsChanges() ? (shape, model) => alignments(shape)(model) : alignmentOf,
  }
}

const FEWEST_COLUMNS = 5

/** By key the places of the items that have it, in ascending order. */
type Index = ReadonlyMap<string, readonly number[]>

function indexBy<Item>(items: readonly Item[], keysOf: (item: Item) => readonly string[]): Index {
  const keyed = items.flatMap((item, place) => [...new Set(keysOf(item))].map((key) => ({ key, place })))
  return new Map([...groupBy(keyed, ({ key }) => key)].map(([key, rows]) => [key, rows.map(({ place }) => place)]))
}

/** The items that are listed under at least `fewest` of the keys. */
function entriesAt<Item>(
  items: readonly Item[],
  index: Index,
  keys: readonly string[],
  fewest: number,
): readonly Item[] {
  const counts = new Map<number, number>()
  for (const key of keys) {
    for (const place of index.get(key) ?? []) counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  const places = [...counts].flatMap(([place, count]) => (count >= fewest ? [place] : []))
  return places.sort((a, b) => a - b).flatMap((place) => items[place] ?? [])
}
