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

  constructor(items: Query<readonly Item[]>, ask: Family<Item, Said<Answer>>, same: Equality<readonly Answer[]>) {
    super(Object.is, 'lazy')
    this.items = items
    this.ask = ask
    this.same = same
  }

  protected compute(before: readonly Answer[] | undefined): readonly Answer[] {
    try {
      const items = this.items()
      const ofItems = this.sources
      const [start, end, formerEnd] = differenceOf(items, this.known)
      const isAsLong = items.length === this.known.length
      this.known = items
      this.queries = replaced(this.queries, start, formerEnd, items.slice(start, end).map(this.ask.query))
      // What was said in the same place stays to be compared with.
      if (!isAsLong) this.said = replaced(this.said, start, formerEnd, Array(end - start).fill(NOTHING))
      const isSame = this.askAgain(start, end)
      // Those that were not asked again know of this reader.
      this.sources = [...ofItems, ...this.queries]
      return before && isAsLong && isSame ? before : joined(this.said)
    } catch (error) {
      this.known = []
      this.queries = []
      this.said = []
      throw error
    }
  }

  /** Asks those in some places, and those that may say something else; whether all say the same as before. */
  private askAgain(start: number, end: number): boolean {
    const { queries, said } = this
    const mayDiffer = this.forgetful()
    let isSame = true
    for (let place = 0; place < queries.length; place++) {
      const query = queries[place]
      if (!query || ((place < start || place >= end) && !mayDiffer(query))) continue
      const now = listed(query.get())
      if (this.same(said[place] ?? NOTHING, now)) continue
      said[place] = now
      isSame = false
    }
    return isSame
  }
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

function joined<Answer>(said: readonly (readonly Answer[])[]): readonly Answer[] {
  const answers: Answer[] = []
  for (const each of said) {
    // Most say nothing, all the same way.
    if (each !== NOTHING) answers.push(...each)
  }
  return answers
}
