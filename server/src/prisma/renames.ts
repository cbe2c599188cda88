import { distance } from 'fastest-levenshtein'

/** What has a name of its own and one in the database: a model, a column, an enum, a value. */
export interface Named {
  readonly name: string
  readonly databaseName: string
}

export interface Renaming<T> {
  readonly before: T
  readonly after: T
}

/**
 * Finds what was renamed among what is gone and what is new. Those that keep their name in the database are certain.
 * Of the others that `isAlike` accepts, two are paired if neither has another candidate, or if their names resemble
 * each other clearly more than any other pair of theirs does.
 */
export function findRenames<T extends Named>(
  gone: readonly T[],
  fresh: readonly T[],
  isAlike: (before: T, after: T) => boolean,
): Renaming<T>[] {
  const certain = sameInDatabase(gone, fresh)
  const taken = new Set(certain.flatMap(({ before, after }) => [before, after]))
  const restGone = gone.filter((item) => !taken.has(item))
  const restFresh = fresh.filter((item) => !taken.has(item))
  // Beyond this so much has changed that a name alone says little, and comparing all with all would take long.
  if (restGone.length * restFresh.length > MOST_PAIRS) return certain
  const pairs = restGone.flatMap((before) =>
    restFresh
      .filter((after) => isAlike(before, after))
      .map((after) => ({ before, after, similarity: similarityOf(before.name, after.name) })),
  )
  return [...certain, ...pairs.filter((pair) => isClear(pair, pairs))]
}

/** How much two names resemble each other, from 0 to 1, upper and lower case alike. */
export function similarityOf(left: string, right: string): number {
  const [a, b] = [left.toLowerCase(), right.toLowerCase()]
  const longest = Math.max(a.length, b.length)
  const similarity = longest === 0 ? 1 : 1 - distance(a, b) / longest
  return isExtension(a, b) || isExtension(b, a) ? Math.max(similarity, EXTENSION) : similarity
}

const MOST_PAIRS = 2_500
/** `avatar` and `avatarUrl`, `name` and `fullName`. */
const EXTENSION = 0.7
const LEAST = 0.5
const MARGIN = 0.1

interface Candidate<T> extends Renaming<T> {
  readonly similarity: number
}

function sameInDatabase<T extends Named>(gone: readonly T[], fresh: readonly T[]): Renaming<T>[] {
  const byDatabaseName = new Map(fresh.map((item) => [item.databaseName, item]))
  return gone.flatMap((before) => {
    const after = byDatabaseName.get(before.databaseName)
    byDatabaseName.delete(before.databaseName)
    return after ? [{ before, after }] : []
  })
}

function isClear<T>(pair: Candidate<T>, pairs: readonly Candidate<T>[]): boolean {
  const rivals = pairs.filter((other) => other !== pair && (other.before === pair.before || other.after === pair.after))
  if (rivals.length === 0) return true
  const next = Math.max(...rivals.map(({ similarity }) => similarity))
  return pair.similarity >= LEAST && pair.similarity >= next + MARGIN
}

function isExtension(longer: string, shorter: string): boolean {
  return shorter.length > 2 && (longer.startsWith(shorter) || longer.endsWith(shorter))
}
