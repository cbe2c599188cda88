/** Whether two lists hold the same objects in the same order. */
export function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a === b || (a.length === b.length && a.every((item, index) => item === b[index]))
}

/** Whether two lists hold records, made in one place, with the same objects in their fields. */
export function sameRecords<Row extends object>(a: readonly Row[], b: readonly Row[]): boolean {
  return a === b || (a.length === b.length && a.every((row, index) => sameFields(row, b[index])))
}

function sameFields<Row extends object>(a: Row, b: Row | undefined): boolean {
  return b !== undefined && sameItems(Object.values(a), Object.values(b))
}

/** Whether two sets hold the same values. */
export function sameSet(a: ReadonlySet<unknown>, b: ReadonlySet<unknown>): boolean {
  if (a === b) return true
  if (a.size !== b.size) return false
  for (const item of a) if (!b.has(item)) return false
  return true
}

/** Whether two maps hold the same values under the same keys, in the same order. */
export function sameMap<Value>(
  a: ReadonlyMap<unknown, Value>,
  b: ReadonlyMap<unknown, Value>,
  equals: (a: Value, b: Value) => boolean = Object.is,
): boolean {
  if (a === b) return true
  if (a.size !== b.size) return false
  const others = b.entries()
  for (const [key, value] of a) {
    const other = others.next().value
    if (!other || other[0] !== key || !equals(value, other[1])) return false
  }
  return true
}

/** Whether two values of plain data (objects, lists, maps, sets) say the same. */
export function sameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, at) => sameData(item, b[at]))
  if (a instanceof Set) return b instanceof Set && sameSet(a, b)
  if (a instanceof Map) return b instanceof Map && sameMap(a, b, sameData)
  return sameRecord(a as Record<string, unknown>, b as Record<string, unknown>)
}

function sameRecord(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  for (const key of keys) if (!sameData(a[key], b[key]) || !(key in b)) return false
  return true
}
