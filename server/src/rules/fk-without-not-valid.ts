import type { ElementRef } from '../model/element.js'
import { defineSqlRule } from './rule.js'

interface Fact {
  readonly at: ElementRef
  readonly table: string
}

/** A new migration that adds a foreign key and checks all rows for it at once. */
export const fkWithoutNotValid = defineSqlRule<Fact>({
  code: 'fk-without-not-valid',
  summary: 'a migration adds a foreign key and checks all rows at once',

  *run({ file, changes }) {
    for (const { kind, subject, id } of changes) {
      if (kind === 'add-foreign-key') yield { at: { file, id }, table: subject }
    }
  },

  severity: () => 'info',
  message: ({ table }) =>
    `This locks '${table}' and the table that it refers to while all rows are checked; NOT VALID, and VALIDATE CONSTRAINT later, does not`,
})
