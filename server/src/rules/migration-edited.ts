import type { ElementRef } from '../model/element.js'
import type { Migration } from '../model/migration.js'
import { defineMigrationRule } from './rule.js'

interface Fact {
  readonly at: ElementRef
  readonly migration: Migration
  readonly base: string
  readonly what: 'changed' | 'gone'
}

/** A migration that the base revision has in another form, or that is gone since. */
export const migrationEdited = defineMigrationRule<Fact>({
  code: 'migration-edited',
  summary: 'a migration that others may have applied was edited or removed',

  *run({ schema, migrations, base, database }) {
    const now = new Map(migrations.map((migration) => [migration.name, migration]))
    const edited = new Set(database?.edited)
    for (const migration of migrations) {
      const at = { file: migration.file, id: '' }
      if (edited.has(migration.name)) yield { at, migration, base: `what ${database?.label} had`, what: 'changed' }
    }
    if (!base) return
    for (const before of base.fork) {
      const migration = now.get(before.name)
      const at = migration ? { file: migration.file, id: '' } : { file: schema.files[0] ?? '', id: '' }
      if (!migration) yield { at, migration: before, base: base.label, what: 'gone' }
      else if (isEdited(before, migration)) yield { at, migration, base: base.label, what: 'changed' }
    }
  },

  severity: () => 'warning',
  message: ({ migration: { name }, base, what }) =>
    what === 'gone'
      ? `Migration '${name}' of ${base} is gone; databases that it was applied to still know it`
      : `Migration '${name}' differs from ${base}; databases that it was applied to will not get the change`,
})

/** Line ends are git's own business. What cannot be read is not known to differ. */
function isEdited({ text: before }: Migration, { text: after }: Migration): boolean {
  if (before === undefined || after === undefined) return false
  return before.replaceAll('\r\n', '\n') !== after.replaceAll('\r\n', '\n')
}
