import type { ElementRef } from '../model/element.js'
import { defineSqlRule } from './rule.js'

interface Fact {
  readonly at: ElementRef
  readonly table: string
  readonly to: string
}

/** A new migration that gives a table another name. */
export const renameTable = defineSqlRule<Fact>({
  code: 'rename-table',
  summary: 'a migration renames a table',

  *run({ file, changes }) {
    for (const change of changes) {
      if (change.kind === 'rename-table') yield { at: { file, id: change.id }, table: change.subject, to: change.to }
    }
  },

  severity: () => 'error',
  message: ({ table, to }) =>
    `This renames table '${table}' to '${to}'; code that is still running fails until it is replaced`,
})
