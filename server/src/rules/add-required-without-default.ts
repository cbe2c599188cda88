import type { ElementRef } from '../model/element.js'
import { defineSqlRule } from './rule.js'

interface Fact {
  readonly at: ElementRef
  /** Its table's name and its own. */
  readonly name: string
}

/** A new migration that adds a column which every row must have a value for, and gives it none. */
export const addRequiredWithoutDefault = defineSqlRule<Fact>({
  code: 'add-required-without-default',
  summary: 'a migration adds a required column without a default',

  *run({ file, changes, renames }) {
    for (const change of changes) {
      if (change.kind !== 'add-column' || renames.some(({ added }) => added === change)) continue
      const { name, nullable, default: value } = change.column
      if (!nullable && value === 'none') yield { at: { file, id: change.id }, name: `${change.subject}.${name}` }
    }
  },

  severity: () => 'error',
  message: ({ name }) =>
    `'${name}' is required and has no default, so this fails where the table has rows; add it as optional, fill it, then require it`,
})
