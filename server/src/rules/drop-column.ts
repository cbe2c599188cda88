import type { ElementRef } from '../model/element.js'
import { defineSqlRule } from './rule.js'
import { isNewColumn } from './sql-changes.js'

interface Fact {
  readonly at: ElementRef
  readonly table: string
  readonly name: string
}

/** A new migration that drops a column, with all its values. */
export const dropColumn = defineSqlRule<Fact>({
  code: 'drop-column',
  summary: 'a migration drops a column',

  *run({ file, changes, renames }) {
    for (const change of changes) {
      if (change.kind !== 'drop-column' || renames.some(({ dropped }) => dropped === change)) continue
      if (isNewColumn(change.column, change.subject, changes)) continue
      yield { at: { file, id: change.id }, table: change.subject, name: change.column }
    }
  },

  severity: () => 'error',
  message: ({ table, name }) =>
    `This drops column '${table}.${name}' with all its values, and code that is still running may use it`,
})
