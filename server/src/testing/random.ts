/** Chances that follow from a seed: the same seed gives the same ones. */
export interface Random {
  /** A whole number from 0 up to but not including `limit`. */
  below(limit: number): number
  /** One of the items, all equally likely. Throws when there are none. */
  pick<Item>(items: readonly Item[]): Item
  /** Whether something comes true that does so in `percent` of all cases. */
  chance(percent: number): boolean
}

/** Makes them from a 32 bit seed. The generator is Tommy Ettinger's mulberry32, which is in the public domain. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const below = (limit: number) => next() % limit
  return {
    below,
    chance: (percent) => below(100) < percent,
    pick(items) {
      if (items.length === 0) throw new Error('there is nothing to pick from')
      return items[below(items.length)] as (typeof items)[number]
    },
  }
}
