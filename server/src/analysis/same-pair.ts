import type { Pair } from '../matching/pair.js'
import { sameData, sameItems } from '../query/equality.js'

/** Whether two pairs of the same type say the same. What lines up follows from the type and the model. */
export function samePair(a: Pair | undefined, b: Pair | undefined): boolean {
  if (!a || !b) return a === b
  return (
    a.shape === b.shape &&
    a.schema === b.schema &&
    a.model === b.model &&
    a.naming === b.naming &&
    a.role === b.role &&
    a.roleAskedFor === b.roleAskedFor &&
    a.confidence === b.confidence &&
    a.coverage === b.coverage &&
    sameItems(a.evidence, b.evidence) &&
    sameData(a.inline, b.inline)
  )
}

/** Whether two lists hold pairs that say the same. */
export function samePairs(a: readonly Pair[], b: readonly Pair[]): boolean {
  return a.length === b.length && a.every((pair, index) => samePair(pair, b[index]))
}
