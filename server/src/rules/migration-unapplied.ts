import type { ElementRef } from '../model/element.js'
import { defineMigrationRule } from './rule.js'

interface Fact {
  readonly at: ElementRef
  readonly name: string
  readonly database: string
}

/** A migration that a database has not had yet. */
export const migrationUnapplied = defineMigrationRule<Fact>({
  code: 'migration-unapplied',
  summary: 'the database has not had this migration yet',

  *run({ migrations, database }) {
    const unapplied = new Set(database?.unapplied)
    for (const { name, file } of migrations) {
      if (unapplied.has(name)) yield { at: { file, id: '' }, name, database: database?.label ?? '' }
    }
  },

  severity: () => 'warning',
  message: ({ name, database }) =>
    `Migration '${name}' is not applied to ${database}; 'prisma migrate deploy' does that`,
})
