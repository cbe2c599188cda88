import { snakeCase } from 'change-case'
import type { Impact } from '../../analysis/sync/impact.js'
import type { SyncPlan } from '../../analysis/sync/plan-sync.js'
import { type FileId, folderOf } from '../../text/file-id.js'
import { type AskedSchema, askEngine } from '../commands/migration/ask-engine.js'
import type { Project } from '../open-project.js'

/** A migration that a schema lacks. */
export interface ProposedMigration {
  readonly schema: FileId
  readonly sql: string
  /** Where it is to be written; undefined where that was not asked for. */
  readonly file: FileId | undefined
}

export interface MigrationStepOptions {
  /** The name of the migration that is written, where one is missing; else it is shown. */
  readonly createMigration?: string
  /** No program is run and no database asked. */
  readonly dryRun?: true
}

export interface Proposals {
  readonly migrations: readonly ProposedMigration[]
  /** Why it cannot be known of a schema whether it lacks one. */
  readonly unknown: readonly string[]
}

/**
 * Asks Prisma's engine for the migrations that are missing. Columns that the schema has renamed are renamed in the
 * database, too.
 */
export async function proposeMigrations(
  project: Project,
  { impact }: SyncPlan,
  { createMigration, dryRun }: MigrationStepOptions,
): Promise<Proposals> {
  const asked = await askEngine(project, { shadow: dryRun ? 'left' : 'used' })
  return {
    migrations: asked.flatMap((each) => proposalOf(each, impact, createMigration) ?? []),
    unknown: asked.flatMap(({ name: schema, missing }) =>
      missing.kind === 'unknown'
        ? [`${schema}: whether a migration is missing cannot be told here: ${missing.reason}`]
        : [],
    ),
  }
}

function proposalOf(asked: AskedSchema, impact: Impact, name: string | undefined): ProposedMigration | undefined {
  const { schema } = asked
  const sql = missingSql(asked, impact)
  if (sql === undefined) return undefined
  const [known] = schema.migrations
  const folder = known && folderOf(folderOf(known.file))
  const isWritten = name !== undefined && folder !== undefined
  return {
    schema: asked.name,
    sql,
    file: isWritten ? `${folder}/${stamp(new Date())}_${snakeCase(name)}/migration.sql` : undefined,
  }
}

/** The SQL of the migration that a schema lacks, in which columns are renamed where the schema has renamed some. */
export function missingSql({ missing, renaming }: AskedSchema, impact: Impact): string | undefined {
  if (missing.kind !== 'missing') return undefined
  const hasRenamed = impact.models.some(({ change }) => change.columns.some(({ aspects }) => aspects.has('renamed')))
  return hasRenamed && renaming ? renaming.sql : missing.sql
}

/** `20240102030405`, in UTC as Prisma writes it. */
function stamp(now: Date): string {
  return now.toISOString().replace(/\D/g, '').slice(0, 14)
}

/** The plan with the migrations that are to be written. */
export function withMigrations(plan: SyncPlan, { migrations }: Proposals): SyncPlan {
  const files = migrations.flatMap(({ file, sql }) =>
    file === undefined ? [] : [[file, { before: undefined, after: sql }] as const],
  )
  return { ...plan, texts: new Map([...plan.texts, ...files]) }
}
