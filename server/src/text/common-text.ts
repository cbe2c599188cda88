/** So much is compared at once first; it takes next to no time. */
const LARGEST_STEP = 1 << 16

/** The length of the longest beginning that two texts have in common, in UTF-16 units. */
export function commonStart(left: string, right: string): number {
  const most = Math.min(left.length, right.length)
  return commonLength(most, (from, to) => left.slice(from, to) === right.slice(from, to))
}

/** The length of the longest end that two texts have in common, in UTF-16 units, but `most` at the most. */
export function commonEnd(left: string, right: string, most: number): number {
  const [a, b] = [left.length, right.length]
  return commonLength(most, (from, to) => left.slice(a - to, a - from) === right.slice(b - to, b - from))
}

function commonLength(most: number, isSame: (from: number, to: number) => boolean): number {
  let same = 0
  for (let step = LARGEST_STEP; step > 0; step >>= 1) {
    while (same + step <= most && isSame(same, same + step)) same += step
  }
  return same
}
