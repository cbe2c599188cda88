import type { SchemaSource } from '../../../analysis/world.js'
import type { DatabaseSource } from '../../../model/database.js'
import { askPrisma, isForPrisma } from '../../../project/ask-prisma.js'
import { readDatabaseState } from '../../../project/database/database-state.js'
import { createEngine, type Engine } from '../../../project/engine/engine.js'
import type { Unknown } from '../../../project/migrated-schema.js'
import { findMissingMigration, type MissingMigration } from '../../../project/missing-migration.js'
import { findRenamingMigration, type RenamingMigration } from '../../../project/renaming-migration.js'
import type { Project } from '../../open-project.js'
import { tell } from '../../output.js'

/** A schema and whether it lacks a migration. */
export interface AskedSchema {
  readonly schema: SchemaSource
  /** What reports call it. */
  readonly name: string
  readonly missing: MissingMigration
  /** The same migration with columns renamed instead of dropped and added, where that could be meant. */
  readonly renaming: RenamingMigration | undefined
  /** Its database, if that was asked for. */
  readonly database: DatabaseSource | Unknown | undefined
}

export interface AskOptions {
  /** Databases are looked at, too. */
  readonly database?: true | undefined
  /** `left`: the project's own Prisma is not run on a shadow database, which it would empty. */
  readonly shadow?: 'used' | 'left'
}

/** What is said where paths are given and no schema stands there. */
export const NO_SCHEMA_ASKED = 'neither a schema nor a migration stands in these files and folders'

/** Asks Prisma's engine about the asked schemas of a project, one after the other. */
export async function askEngine(
  project: Project,
  { database: looksAtDatabase, shadow = 'used' }: AskOptions = {},
): Promise<readonly AskedSchema[]> {
  const { root, workspace, isAsked } = project
  const engine = createEngine()
  try {
    const asked: AskedSchema[] = []
    for (const schema of workspace.world.schemas) {
      if (![...schema.files, ...schema.migrations].some(({ file }) => isAsked(file))) continue
      const missing = await (shadow === 'left'
        ? findMissingMigration({ root, schema, engine })
        : askOne(project, schema, engine))
      const renaming = missing.kind === 'missing' ? await findRenamingMigration({ root, schema, engine }) : undefined
      const database = looksAtDatabase && (await readDatabaseState({ root, schema, engine }))
      asked.push({ schema, name: schema.files[0]?.file ?? schema.root, missing, renaming, database })
    }
    return asked
  } finally {
    engine.stop()
  }
}

function askOne({ root, workspace }: Project, schema: SchemaSource, engine: Engine): Promise<MissingMigration> {
  const location = workspace.locations[workspace.world.schemas.indexOf(schema)]
  const onRun = (line: string, shadow: string) => tell(`> ${line}\n  on ${shadow}, which it empties`)
  return location && isForPrisma(schema)
    ? askPrisma({ root, location, schema, onRun })
    : findMissingMigration({ root, schema, engine })
}

/** The schema with what the engine said, from which the rules about migrations find what is wrong. */
export function withAnswer({ schema, missing, database }: AskedSchema): SchemaSource {
  const missingMigration = missing.kind === 'missing' ? missing.sql : undefined
  return { ...schema, missingMigration, database: database && 'kind' in database ? undefined : database }
}
