import type { ElementRef } from '../model/element.js'
import type { SqlChange } from '../model/sql-change.js'
import { defineSqlRule } from './rule.js'

interface Fact {
  readonly at: ElementRef
  /** Its table's name and its own. */
  readonly name: string
}

/** A new migration that requires values in a column that could lack them, without filling it first. */
export const setNotNull = defineSqlRule<Fact>({
  code: 'set-not-null',
  summary: 'a migration makes a column required',

  *run({ file, changes }) {
    for (const [index, change] of changes.entries()) {
      if (change.kind !== 'set-not-null') continue
      const { subject, column, id } = change
      const earlier = changes.slice(0, index).filter((each) => each.subject === subject)
      if (!earlier.some((each) => makesSure(each, column))) yield { at: { file, id }, name: `${subject}.${column}` }
    }
  },

  severity: () => 'warning',
  message: ({ name }) => `This fails where a row has no '${name}', and nothing fills it before`,
})

function makesSure(change: SqlChange, column: string): boolean {
  if (change.kind === 'update') return change.columns.includes(column)
  if (change.kind === 'add-check') return change.notNull === column
  return change.kind === 'add-column' && change.column.name === column && change.column.default !== 'none'
}
