import type { SqlChange } from '../model/sql-change.js'

/** Whether a column comes with the same migration. */
export function isNewColumn(column: string, table: string, changes: readonly SqlChange[]): boolean {
  return added(column, table, changes) !== undefined
}

/** Whether a column comes with the same migration, and rows that are there have no value in it. */
export function isEmptyColumn(column: string, table: string, changes: readonly SqlChange[]): boolean {
  return added(column, table, changes)?.default === 'none'
}

function added(column: string, table: string, changes: readonly SqlChange[]) {
  for (const change of changes) {
    if (change.kind === 'add-column' && change.subject === table && change.column.name === column) return change.column
  }
  return undefined
}
