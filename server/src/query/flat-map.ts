import { sameItems } from './equality.js'
import { createQuery, type Query } from './query.js'

/** Items that are asked about together. */
const CHUNK = 48

/**
 * What a query says of each item of a list, joined. In chunks: where one item or one answer changes, only the others of
 * its chunk are asked again.
 */
export function createFlatMap<Item, Answer>(
  items: Query<readonly Item[]>,
  ask: (item: Item) => readonly Answer[] | Answer | undefined,
): Query<readonly Answer[]> {
  const chunks: Query<readonly Answer[]>[] = []
  const chunkAt = (index: number): Query<readonly Answer[]> => {
    const slice = createQuery(() => items().slice(index * CHUNK, (index + 1) * CHUNK), sameItems)
    const chunk = createQuery(() => slice().flatMap((item) => ask(item) ?? []), sameItems)
    chunks[index] = chunk
    return chunk
  }
  const count = createQuery(() => Math.ceil(items().length / CHUNK))
  return createQuery(() => {
    const answers: Answer[] = []
    for (let index = 0; index < count(); index++) answers.push(...(chunks[index] ?? chunkAt(index))())
    return answers
  }, sameItems)
}
