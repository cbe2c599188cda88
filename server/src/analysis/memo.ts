/** A function that remembers its answers for as long as it lives. Only for arguments and worlds that never change. */
export function memoise<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    if (known.has(key)) return known.get(key) as Value
    const value = compute(key)
    known.set(key, value)
    return value
  }
}

/** A value that is computed when it is first asked for. */
export function lazy<Value>(compute: () => Value): () => Value {
  let state: { readonly value: Value } | undefined
  return () => {
    state ??= { value: compute() }
    return state.value
  }
}

/** Groups items by a key, keeping their order. */
export function groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
