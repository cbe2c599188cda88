import type { ElementRef } from '../model/element.js'
import type { SqlSubject } from '../model/migration.js'
import { defineMigrationRule } from './rule.js'

interface Fact {
  readonly at: ElementRef
  readonly name: string
  readonly theirs: string
  readonly subject: SqlSubject
  readonly base: string
}

/** A new migration that changes the same table or type as one that the base revision has got meanwhile. */
export const migrationConflict = defineMigrationRule<Fact>({
  code: 'migration-conflict',
  summary: 'a new migration changes what one of the base revision changes, too',

  *run({ migrations, base, changesOf }) {
    if (!base) return
    const known = new Set(base.tip.map(({ name }) => name))
    const present = new Set([...base.fork, ...migrations].map(({ name }) => name))
    const theirs = base.tip
      .filter(({ name }) => !present.has(name))
      .flatMap((migration) => changesOf(migration).map((subject) => ({ name: migration.name, subject })))
    for (const migration of migrations.filter(({ name }) => !known.has(name))) {
      const own = changesOf(migration)
      const clash = theirs.find(({ subject }) => own.some((each) => isSame(each, subject)))
      const at = { file: migration.file, id: '' }
      if (clash) yield { at, name: migration.name, theirs: clash.name, subject: clash.subject, base: base.label }
    }
  },

  severity: () => 'warning',
  message: ({ name, theirs, subject, base }) =>
    `Migration '${name}' changes ${subject.kind} '${subject.name}', as does '${theirs}', which ${base} has got meanwhile; merge that first`,
})

function isSame(a: SqlSubject, b: SqlSubject): boolean {
  return a.kind !== 'other' && a.kind === b.kind && a.name === b.name
}
