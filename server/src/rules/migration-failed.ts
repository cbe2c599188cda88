import type { ElementRef } from '../model/element.js'
import { defineMigrationRule } from './rule.js'

interface Fact {
  readonly at: ElementRef
  readonly name: string
  readonly database: string
  readonly reason: string
}

/** A migration that a database has begun and not finished: it takes no other until that is resolved. */
export const migrationFailed = defineMigrationRule<Fact>({
  code: 'migration-failed',
  summary: 'a migration failed in the database',

  *run({ schema, migrations, database }) {
    for (const { name, reason } of database?.failed ?? []) {
      const file = migrations.find((migration) => migration.name === name)?.file ?? schema.files[0] ?? ''
      yield { at: { file, id: '' }, name, database: database?.label ?? '', reason }
    }
  },

  severity: () => 'error',
  message: ({ name, database, reason }) =>
    `Migration '${name}' failed in ${database}${reason === '' ? '' : ` (${reason})`}; no other is applied until 'prisma migrate resolve' says what became of it`,
})
