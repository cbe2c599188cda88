import type { Column, Model } from '../model/schema.js'
import type { SchemaFacts } from './schemas.js'

/** Whether a column's migration is newer than those of all the other columns; false where that is not known. */
export function isLater(
  facts: SchemaFacts | undefined,
  model: Model,
  column: Column,
  than: readonly Column[],
): boolean {
  const history = facts?.history()
  const added = history?.addedIn(model.databaseName, column.databaseName)
  if (history === undefined || added === undefined || than.length === 0) return false
  return than.every((other) => (history.addedIn(model.databaseName, other.databaseName) ?? 0) < added)
}
