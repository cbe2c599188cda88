import type { ElementRef } from '../model/element.js'
import { defineSqlRule } from './rule.js'

interface Fact {
  readonly at: ElementRef
  /** Its table's name and its own. */
  readonly name: string
}

/** A new migration that adds a column with a default which differs for each row. */
export const volatileDefault = defineSqlRule<Fact>({
  code: 'volatile-default',
  summary: 'a migration adds a column whose default is worked out for each row',

  *run({ file, changes }) {
    for (const change of changes) {
      if (change.kind !== 'add-column' || change.column.default !== 'volatile') continue
      yield { at: { file, id: change.id }, name: `${change.subject}.${change.column.name}` }
    }
  },

  severity: () => 'warning',
  message: ({ name }) =>
    `The default of '${name}' is worked out for each row: this locks the table while it writes it anew`,
})
