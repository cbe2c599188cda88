import { type ColumnRename, columnRenames } from '../prisma/column-renames.js'
import { engineSchema } from '../prisma/engine-schema.js'
import { lowerSchema } from '../prisma/lower.js'
import { scanSchema } from '../prisma/scan.js'
import { renameColumn } from '../sql/renames.js'
import { compareSchemas } from './compare-schemas.js'
import { embeddableMigrations, migratedSchema, migratedWith, schemaOf } from './migrated-schema.js'
import type { MissingMigrationInput } from './missing-migration.js'

/** A missing migration that renames columns, which Prisma would drop and add. */
export interface RenamingMigration {
  readonly renames: readonly ColumnRename[]
  readonly sql: string
}

/**
 * The migration that is missing, with columns renamed that seem to be meant by what is dropped and added: their values
 * stay. Undefined where there are none, or where it cannot be known.
 */
export async function findRenamingMigration(input: MissingMigrationInput): Promise<RenamingMigration | undefined> {
  const { root, schema, engine } = input
  const wanted = engineSchema(schema.files)
  const all = embeddableMigrations(root, schema, wanted)
  if ('kind' in all) return undefined
  const migrated = await migratedSchema(root, all, engine)
  if (migrated.kind === 'unknown') return undefined
  const files = schema.files.map(({ file, text }) => ({ file, syntax: scanSchema(text) }))
  const renames = columnRenames(schemaOf(migrated.schema), lowerSchema({ root: '', files }).schema)
  if (renames.length === 0) return undefined
  const head = renames.map(({ table, from, to }) => `${renameColumn(table, from, to)}\n`).join('')
  const renamed = await migratedWith(root, all, head, engine)
  if (renamed.kind === 'unknown') return undefined
  const rest = await compareSchemas(engine, all, [{ file: 'migrations', text: renamed.schema }], wanted.files)
  if (rest.kind === 'unknown') return undefined
  return { renames, sql: [`-- RenameColumn\n${head}`, rest.sql].filter(Boolean).join('\n') }
}
