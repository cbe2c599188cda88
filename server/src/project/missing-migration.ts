import type { SchemaSource } from '../analysis/world.js'
import { engineSchema } from '../prisma/engine-schema.js'
import { compareSchemas } from './compare-schemas.js'
import { type Engine, EngineFailure } from './engine/engine.js'
import {
  embeddableMigrations,
  firstLine,
  type Migrated,
  type Migrations,
  migratedSchema,
  type Unknown,
  unknown,
} from './migrated-schema.js'

/** Whether the schema has changes that no migration holds. */
export type MissingMigration =
  | { readonly kind: 'none' }
  /** `sql` is the migration that is missing, as `prisma migrate dev --create-only` would write it. */
  | { readonly kind: 'missing'; readonly sql: string }
  /** The project keeps no migrations: it has its schema pushed. */
  | { readonly kind: 'no-migrations' }
  | Unknown

export interface MissingMigrationInput {
  /** The workspace, absolute. */
  readonly root: string
  readonly schema: Pick<SchemaSource, 'files' | 'migrations'>
  readonly engine: Engine
}

/**
 * Compares a schema with the one that its migrations lead to, and tells the SQL between them. Needs neither a database
 * nor anything of Prisma's that the project has installed.
 */
export function findMissingMigration({ root, schema, engine }: MissingMigrationInput): Promise<MissingMigration> {
  return createMissingMigrations(root, engine)(schema)
}

/** The same for somebody who asks often: what the same migrations lead to is worked out once. */
export function createMissingMigrations(
  root: string,
  engine: Engine,
): (schema: MissingMigrationInput['schema']) => Promise<MissingMigration> {
  const known = new WeakMap<SchemaSource['migrations'], { readonly header: string; readonly migrated: Migrated }>()
  const migrate = async (of: SchemaSource['migrations'], migrations: Migrations): Promise<Migrated> => {
    const before = known.get(of)
    if (before?.header === migrations.header) return before.migrated
    const migrated = await migratedSchema(root, migrations, engine)
    known.set(of, { header: migrations.header, migrated })
    return migrated
  }
  return async (schema) => {
    if (schema.migrations.length === 0) return { kind: 'no-migrations' }
    const wanted = engineSchema(schema.files)
    const migrations = embeddableMigrations(root, schema, wanted)
    if ('kind' in migrations) return migrations
    try {
      const migrated = await migrate(schema.migrations, migrations)
      if (migrated.kind === 'unknown') return migrated
      const from = [{ file: 'migrations', text: migrated.schema }]
      const answer = await compareSchemas(engine, migrations, from, wanted.files)
      if (answer.kind === 'unknown') return answer
      return answer.sql === '' ? { kind: 'none' } : { kind: 'missing', sql: answer.sql }
    } catch (error) {
      if (!(error instanceof EngineFailure)) throw error
      return unknown(`Prisma's engine failed: ${firstLine(error.message)}`)
    }
  }
}
