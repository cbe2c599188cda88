import type { ElementRef } from '../model/element.js'
import { defineSqlRule } from './rule.js'

interface Fact {
  readonly at: ElementRef
  readonly table: string
}

/** A new migration that empties a table. */
export const truncate = defineSqlRule<Fact>({
  code: 'truncate',
  summary: 'a migration empties a table',

  *run({ file, changes }) {
    for (const { kind, subject, id } of changes) if (kind === 'truncate') yield { at: { file, id }, table: subject }
  },

  severity: () => 'error',
  message: ({ table }) => `This deletes every row of table '${table}'`,
})
