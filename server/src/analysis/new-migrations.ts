import type { NewMigration, ReadMigration, SqlChange, SqlColumn, SqlRename, SqlState } from '../model/sql-change.js'
import { findRenames } from '../prisma/renames.js'
import { stateAfter } from '../sql/state.js'

/** The new ones of the migrations, with what was there before them. What they do to tables of their own is left out. */
export function newMigrations(migrations: readonly ReadMigration[]): readonly NewMigration[] {
  const before = stateAfter(migrations.filter(({ isNew }) => !isNew).map(({ changes }) => changes))
  const fresh = migrations.filter(({ isNew }) => isNew)
  const own = ownTables(fresh.flatMap(({ changes }) => changes))
  return fresh.map((migration) => {
    const changes = migration.changes.filter(({ subject }) => !own.has(subject))
    return { ...migration, changes, before, renames: renamesIn(changes, before) }
  })
}

/** Tables that these changes make; a table that is made anew under its old name is none. */
function ownTables(changes: readonly SqlChange[]): ReadonlySet<string> {
  const own = new Set<string>()
  for (const change of changes) {
    if (change.kind === 'create-table') own.add(change.subject)
    if (change.kind === 'rename-table' && own.has(change.subject)) own.add(change.to)
  }
  return own
}

function renamesIn(changes: readonly SqlChange[], { tables }: SqlState): readonly SqlRename[] {
  const subjects = [...new Set(changes.map(({ subject }) => subject))]
  return subjects.flatMap((table) => {
    const types = tables.get(table)
    const own = changes.filter(({ subject }) => subject === table)
    const gone = own.flatMap((change) =>
      change.kind === 'drop-column' ? [named(change.column, types?.get(change.column), change)] : [],
    )
    const fresh = own.flatMap((change) =>
      change.kind === 'add-column' ? [named(change.column.name, typeOf(change.column), change)] : [],
    )
    const renames = findRenames(gone, fresh, (from, to) => from.type !== undefined && from.type === to.type)
    return renames.map(({ before, after }) => ({
      table,
      from: before.name,
      to: after.name,
      dropped: before.change,
      added: after.change,
    }))
  })
}

function named(name: string, type: string | undefined, change: SqlChange) {
  // A column that is dropped and made anew under its name is no renaming.
  return { name, databaseName: `${change.kind} ${name}`, type, change }
}

function typeOf({ type }: SqlColumn): string {
  return type
}
