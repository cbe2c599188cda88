import type { Column, Schema } from '../model/schema.js'
import { findRenames } from './renames.js'

/** A column that seems to have another name, in the database, than it had. */
export interface ColumnRename {
  readonly table: string
  readonly from: string
  readonly to: string
}

/** The columns that are gone from a table while another of their type came; only where no other could be meant. */
export function columnRenames(before: Schema, after: Schema): readonly ColumnRename[] {
  const former = new Map([...before.models.values()].map((model) => [model.databaseName, model]))
  return [...after.models.values()].flatMap(({ databaseName: table, columns }) => {
    const old = former.get(table)?.columns.filter(isStored) ?? []
    const now = columns.filter(isStored)
    const gone = old.filter((column) => !now.some(({ databaseName }) => databaseName === column.databaseName))
    const fresh = now.filter((column) => !old.some(({ databaseName }) => databaseName === column.databaseName))
    const renames = findRenames(gone, fresh, (a, b) => a.type === b.type && a.list === b.list)
    return renames.map((rename) => ({ table, from: rename.before.databaseName, to: rename.after.databaseName }))
  })
}

function isStored({ kind }: Column): boolean {
  return kind !== 'relation'
}
