import type { ElementRef } from '../model/element.js'
import { defineSqlRule } from './rule.js'

interface Fact {
  readonly at: ElementRef
  readonly table: string
}

/** A new migration that drops a table, with all its rows. */
export const dropTable = defineSqlRule<Fact>({
  code: 'drop-table',
  summary: 'a migration drops a table',

  *run({ file, changes }) {
    // A table that is made anew under the name of the dropped one is a copy of it.
    const renamed = new Set(changes.flatMap((change) => (change.kind === 'rename-table' ? [change.to] : [])))
    for (const { kind, subject, id } of changes) {
      if (kind === 'drop-table' && !renamed.has(subject)) yield { at: { file, id }, table: subject }
    }
  },

  severity: () => 'error',
  message: ({ table }) => `This drops table '${table}' with all its rows, and code that is still running may use it`,
})
