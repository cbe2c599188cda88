/** Where two lists begin to differ, and where they end to, in either. */
export function differenceOf(
  a: readonly unknown[],
  b: readonly unknown[],
): readonly [start: number, endA: number, endB: number] {
  let start = a === b ? a.length : 0
  let [endA, endB] = [a.length, b.length]
  while (start < endA && start < endB && a[start] === b[start]) start++
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1]
  return [start, endA, endB]
}
