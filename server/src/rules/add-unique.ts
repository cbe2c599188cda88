import type { ElementRef } from '../model/element.js'
import { defineSqlRule } from './rule.js'
import { isEmptyColumn } from './sql-changes.js'

interface Fact {
  readonly at: ElementRef
  readonly table: string
  /** The columns. */
  readonly names: readonly string[]
}

/** A new migration that allows each value once in a table that may hold some of them twice. */
export const addUnique = defineSqlRule<Fact>({
  code: 'add-unique',
  summary: 'a migration makes existing columns unique',

  *run({ file, changes }) {
    for (const change of changes) {
      if (change.kind !== 'add-unique') continue
      const { subject, columns, id } = change
      // Rows have nothing yet in a column that is new, and nothing is not the same as nothing.
      if (columns.some((column) => isEmptyColumn(column, subject, changes))) continue
      yield { at: { file, id }, table: subject, names: columns }
    }
  },

  severity: () => 'warning',
  message: ({ table, names }) =>
    `This fails where rows of '${table}' have the same ${names.length > 0 ? names.join(', ') : 'values'}`,
})
