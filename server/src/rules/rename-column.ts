import type { ElementRef } from '../model/element.js'
import { defineSqlRule } from './rule.js'
import { isNewColumn } from './sql-changes.js'

interface Fact {
  readonly at: ElementRef
  /** Its table's name and its own. */
  readonly name: string
  readonly to: string
}

/** A new migration that gives a column another name. */
export const renameColumn = defineSqlRule<Fact>({
  code: 'rename-column',
  summary: 'a migration renames a column',

  *run({ file, changes }) {
    for (const change of changes) {
      if (change.kind !== 'rename-column' || isNewColumn(change.column, change.subject, changes)) continue
      yield { at: { file, id: change.id }, name: `${change.subject}.${change.column}`, to: change.to }
    }
  },

  severity: () => 'error',
  message: ({ name, to }) =>
    `This renames column '${name}' to '${to}'; code that is still running fails until it is replaced`,
})
