import type { ElementRef } from '../model/element.js'
import { defineSqlRule } from './rule.js'

interface Fact {
  readonly at: ElementRef
  readonly table: string
  readonly from: string
  readonly to: string
}

/** A new migration that drops a column and adds another of its type: renamed, the values would stay. */
export const dropAddLooksLikeRename = defineSqlRule<Fact>({
  code: 'drop-add-looks-like-rename',
  summary: 'a migration drops a column and adds one like it, which loses the values',

  *run({ file, renames }) {
    for (const { dropped, ...rename } of renames) yield { at: { file, id: dropped.id }, ...rename }
  },

  severity: () => 'error',
  message: ({ table, from, to }) =>
    `This drops '${table}.${from}' and adds '${to}' of the same type, which loses all values; to rename it keeps them: ${statement(table, from, to)}`,
})

function statement(table: string, from: string, to: string): string {
  return `ALTER TABLE "${table}" RENAME COLUMN "${from}" TO "${to}";`
}
