import type { SchemaSource } from '../analysis/world.js'
import type { Migration } from '../model/migration.js'
import type { ReadMigration } from '../model/sql-change.js'
import type { Engine } from './engine/engine.js'

/** What the migrations of a schema do, and those that could not be read. */
export interface ReadMigrations {
  readonly migrations: readonly ReadMigration[]
  readonly refused: readonly { readonly file: string; readonly message: string }[]
}

/** Reads the SQL of all migrations of a schema. Those that are not new are read for what they have made. */
export async function readMigrations(
  schema: SchemaSource,
  isNew: (migration: Migration) => boolean,
  engine: Engine,
): Promise<ReadMigrations> {
  const scripts = schema.migrations.map(({ name, text = '' }) => ({ name, sql: text }))
  const answers = await engine.readSql(scripts)
  const read = schema.migrations.map((migration, index) => ({ migration, answer: answers[index] }))
  return {
    migrations: read.map(({ migration, answer }) => ({
      ...{ name: migration.name, file: migration.file, isNew: isNew(migration) },
      changes: answer?.kind === 'read' ? answer.changes : [],
    })),
    refused: read.flatMap(({ migration, answer }) =>
      answer?.kind === 'refused' && isNew(migration) ? [{ file: migration.file, message: answer.message }] : [],
    ),
  }
}
