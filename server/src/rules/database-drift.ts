import type { DatabaseState } from '../model/database.js'
import type { ElementRef } from '../model/element.js'
import { defineMigrationRule } from './rule.js'
import { changedPlaces, describeSubjects } from './sql-subjects.js'

interface Fact {
  readonly at: ElementRef
  readonly others: readonly ElementRef[]
  readonly database: DatabaseState
  /** What differs. */
  readonly what: string
}

/** A database that is not what its migrations, or without any the schema, make of it. */
export const databaseDrift = defineMigrationRule<Fact>({
  code: 'database-drift',
  summary: 'the database is not what its migrations made of it',

  *run({ schema, database }) {
    if (!database) return
    const { driftSubjects, foreign } = database
    const what = [
      ...(database.drift === '' ? [] : [describeSubjects(driftSubjects)]),
      ...foreign.map((name) => `it has had migration '${name}', which is not here`),
    ]
    if (what.length === 0) return
    const [at = { file: schema.files[0] ?? '', id: '' }, ...others] = changedPlaces(schema, driftSubjects)
    yield { at, others, database, what: what.join('; ') }
  },

  severity: () => 'warning',
  message: ({ database, what }) =>
    `Database ${database.label} is not what ${database.comparedWith === 'migrations' ? 'its migrations make' : 'the schema describes'}: ${what}`,
  related: ({ others }) => others.map((at) => ({ at, message: 'This differs, too' })),
})
