import type { Column, Model } from '../model/schema.js'
import type { SchemaFacts } from './schemas.js'

/**
 * Whether a column is newer than all the others: it is not in the earlier schema, or its migration comes after theirs.
 * False where that is not known.
 */
export function isLater(
  facts: SchemaFacts | undefined,
  model: Model,
  column: Column,
  than: readonly Column[],
): boolean {
  const change = facts?.columnChange(model.name, column.name)
  if (change && !change.before) return than.length > 0
  const history = facts?.history()
  const added = history?.addedIn(model.databaseName, column.databaseName)
  if (history === undefined || added === undefined || than.length === 0) return false
  return than.every((other) => (history.addedIn(model.databaseName, other.databaseName) ?? 0) < added)
}
