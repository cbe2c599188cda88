import type { ElementRef } from '../model/element.js'
import { defineSqlRule } from './rule.js'

interface Fact {
  readonly at: ElementRef
  readonly table: string
}

/** A new migration that makes an index while nobody can write to the table. */
export const nonConcurrentIndex = defineSqlRule<Fact>({
  code: 'non-concurrent-index',
  summary: 'a migration makes an index without CONCURRENTLY',
  off: true,

  *run({ file, changes }) {
    for (const { kind, subject, id } of changes) if (kind === 'add-index') yield { at: { file, id }, table: subject }
  },

  severity: () => 'warning',
  message: ({ table }) =>
    `Nobody can write to '${table}' until the index is made; CREATE INDEX CONCURRENTLY, alone in its migration, lets them`,
})
