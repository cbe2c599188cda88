import type { ElementRef } from '../model/element.js'
import type { SqlSubject } from '../model/migration.js'
import { defineMigrationRule } from './rule.js'
import { changedPlaces, describeSubjects } from './sql-subjects.js'

interface Fact {
  readonly at: ElementRef
  readonly subjects: readonly SqlSubject[]
  readonly others: readonly ElementRef[]
}

/** A schema with changes that no migration holds. Says nothing unless Prisma's engine was asked. */
export const migrationMissing = defineMigrationRule<Fact>({
  code: 'migration-missing',
  summary: 'the schema has changes that no migration holds',

  *run({ schema, missing }) {
    if (!missing) return
    const [at, ...others] = changedPlaces(schema, missing.subjects)
    yield { at: at ?? { file: schema.files[0] ?? '', id: '' }, subjects: missing.subjects, others }
  },

  commands: ['migrateCreate'],
  severity: () => 'warning',
  message: ({ subjects }) => `The schema has changes that no migration holds: ${describeSubjects(subjects)}`,
  related: ({ others }) => others.map((at) => ({ at, message: 'This has changed, too' })),
})
