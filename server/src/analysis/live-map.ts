import { sameItems, sameMap } from '../query/equality.js'
import { createNamedFamily, createQuery, type Query } from '../query/query.js'

/**
 * A map that stays the same object while its contents change. Whoever reads one entry depends on that entry alone, and
 * whoever asks for the keys on the keys alone.
 */
export function createLiveMap<Value>(contents: Query<ReadonlyMap<string, Value>>): ReadonlyMap<string, Value> {
  const whole = createQuery(contents, sameMap, 'eager')
  const keys = createQuery(() => [...whole().keys()], sameItems, 'eager')
  const entry = createNamedFamily((key) => whole().get(key), Object.is, 'eager')
  const map: ReadonlyMap<string, Value> = {
    get: entry,
    has: (key) => entry(key) !== undefined,
    get size() {
      return keys().length
    },
    keys: () => keys().values(),
    values: () => whole().values(),
    entries: () => whole().entries(),
    [Symbol.iterator]: () => whole()[Symbol.iterator](),
    forEach: (visit) => {
      for (const [key, value] of whole()) visit(value, key, map)
    },
  }
  return map
}
