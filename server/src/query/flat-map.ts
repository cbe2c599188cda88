import { differenceOf } from './difference.js'
import { Derived, type Valued } from './engine.js'
import { sameItems } from './equality.js'
import { createQuery, type Equality, expectsChanges, type Family, type Query } from './query.js'

/** What is said of an item: any number of answers, one or none. */
type Said<Answer> = readonly Answer[] | Answer | undefined

/**
 * What is said of each item of a list, joined. Only items that are new or of which something else is said are asked
 * again. `equals` compares what is said now with what was said before, of the same item or of the one in its place.
 */
export function createFlatMap<Item, Answer>(
  items: Query<readonly Item[]>,
  ask: Family<Item, Said<Answer>>,
  equals: Equality<readonly Answer[]> = sameItems,
): Query<readonly Answer[]> {
  if (!expectsChanges()) return createQuery(() => items().flatMap((item) => listed(ask(item))))
  const query = new FlatMap(items, ask, equals)
  return () => query.get()
}

class FlatMap<Item, Answer> extends Derived<readonly Answer[]> {
  private readonly items: Query<readonly Item[]>
  private readonly ask: Family<Item, Said<Answer>>
  private readonly same: Equality<readonly Answer[]>
  /** What is known of each item, at its place. */
  private known: readonly Item[] = []
  private queries: Valued<Said<Answer>>[] = []
  private said: (readonly Answer[])[] = []
  /** Where its answers start among all. */
  private starts: number[] = []

  constructor(items: Query<readonly Item[]>, ask: Family<Item, Said<Answer>>, same: Equality<readonly Answer[]>) {
    super(Object.is, 'lazy')
    this.items = items
    this.ask = ask
    this.same = same
  }

  protected compute(before: readonly Answer[] | undefined): readonly Answer[] {
    try {
      const items = this.items()
      const ofItems = [...this.sources]
      const [start, end, formerEnd] = differenceOf(items, this.known)
      const isAsLong = items.length === this.known.length
      this.known = items
      this.queries = replaced(this.queries, start, formerEnd, items.slice(start, end).map(this.ask.query))
      // What was said in the same place stays to be compared with.
      if (!isAsLong) this.said = replaced(this.said, start, formerEnd, Array(end - start).fill(NOTHING))
      const value = this.askAgain(start, end, isAsLong ? before : undefined)
      // Those that were not asked again know of this reader.
      this.sources = [...ofItems, ...this.queries]
      return value
    } catch (error) {
      this.known = []
      this.queries = []
      this.said = []
      throw error
    }
  }

  /** Asks those in some places, and those that may say something else. Without the answers before all are joined. */
  private askAgain(start: number, end: number, before: readonly Answer[] | undefined): readonly Answer[] {
    const { queries, said, starts } = this
    let answers: Answer[] | undefined
    let isAsLong = before !== undefined
    for (const place of this.placesToAsk(start, end)) {
      const [now, former] = [listed(queries[place]?.get()), said[place] ?? NOTHING]
      if (this.same(former, now)) continue
      said[place] = now
      isAsLong &&= now.length === former.length
      if (!before || !isAsLong) continue
      answers ??= [...before]
      for (let index = 0; index < now.length; index++) answers[(starts[place] ?? 0) + index] = now[index] as Answer
    }
    return before && isAsLong ? (answers ?? before) : this.join()
  }

  private placesToAsk(start: number, end: number): Iterable<number> {
    const places = new Set<number>()
    for (let place = start; place < end; place++) places.add(place)
    const doubtful = this.doubtful(this.queries)
    if (doubtful.length <= FEW) {
      for (const query of doubtful) addPlaces(this.queries, query, places)
    } else {
      const all = new Set(doubtful)
      for (const [place, query] of this.queries.entries()) if (all.has(query)) places.add(place)
    }
    return places
  }

  private join(): readonly Answer[] {
    const answers: Answer[] = []
    this.starts = this.said.map((each) => {
      const start = answers.length
      // Most say nothing, all the same way.
      if (each !== NOTHING) answers.push(...each)
      return start
    })
    return answers
  }
}

/** As many are looked for one by one. */
const FEW = 8

function addPlaces<Item>(list: readonly Item[], item: Item, places: Set<number>): void {
  for (let at = list.indexOf(item); at >= 0; at = list.indexOf(item, at + 1)) places.add(at)
}

/** A list with other items from `start` to `end`: the same list where they are as many. */
function replaced<Item>(list: Item[], start: number, end: number, others: readonly Item[]): Item[] {
  if (others.length !== end - start) return [...list.slice(0, start), ...others, ...list.slice(end)]
  for (let index = 0; index < others.length; index++) list[start + index] = others[index] as Item
  return list
}

const NOTHING: readonly never[] = []

function listed<Answer>(said: Said<Answer>): readonly Answer[] {
  if (said === undefined) return NOTHING
  if (!Array.isArray(said)) return [said as Answer]
  return said.length === 0 ? NOTHING : said
}
