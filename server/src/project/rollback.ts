import type { SchemaSource } from '../analysis/world.js'
import { engineSchema } from '../prisma/engine-schema.js'
import { type Loss, lossesBetween } from '../prisma/losses.js'
import { droppedColumns } from '../sql/dropped.js'
import { reversedRenames } from '../sql/renames.js'
import { subjectsIn } from '../sql/subjects.js'
import { type Comparison, compareSchemas } from './compare-schemas.js'
import { type Engine, EngineFailure } from './engine/engine.js'
import {
  embeddableMigrations,
  firstLine,
  type Migrations,
  migratedSchema,
  migratedWith,
  schemaOf,
  type Unknown,
  unknown,
} from './migrated-schema.js'

/** How migrations are taken back. */
export interface Rollback {
  readonly kind: 'rollback'
  /** The migrations, the last one first. */
  readonly names: readonly string[]
  /** Empty where they changed nothing that a schema tells of. */
  readonly sql: string
  /** What the migrations lost, and taking them back does not bring again. */
  readonly notRestored: readonly Loss[]
  /** What is lost by taking them back. */
  readonly lost: readonly Loss[]
  /** What still differs after it was tried on an embedded database; empty as it should be. */
  readonly remaining: string
}

export interface RollbackInput {
  /** The workspace, absolute. */
  readonly root: string
  readonly schema: Pick<SchemaSource, 'files' | 'migrations'>
  readonly engine: Engine
  /** The migration to take back with all after it; the last one unless it is given. */
  readonly name?: string | undefined
}

/**
 * Finds the SQL that takes a migration back: what leads from the schema after it to the one before. Columns and tables
 * that it renamed get their names again. The whole is applied to an embedded database and compared.
 */
export async function planRollback({ root, schema, engine, name }: RollbackInput): Promise<Rollback | Unknown> {
  const wanted = engineSchema(schema.files)
  const all = embeddableMigrations(root, schema, wanted)
  if ('kind' in all) return all
  const at = name === undefined ? all.migrations.length - 1 : all.migrations.findIndex((each) => each.name === name)
  if (at < 0) return unknown(name === undefined ? 'there are no migrations' : `no migration is called '${name}'`)
  try {
    return await plan({ root, all, at, engine })
  } catch (error) {
    if (!(error instanceof EngineFailure)) throw error
    return unknown(`Prisma's engine failed: ${firstLine(error.message)}`)
  }
}

interface PlanInput {
  readonly root: string
  readonly all: Migrations
  readonly at: number
  readonly engine: Engine
}

async function plan({ root, all, at, engine }: PlanInput): Promise<Rollback | Unknown> {
  const compare = (from: string, to: string) =>
    compareSchemas(engine, all, [{ file: 'after', text: from }], [{ file: 'before', text: to }])
  const taken = all.migrations.slice(at).reverse()
  const after = await migratedSchema(root, all, engine)
  const before = await migratedSchema(root, { ...all, migrations: all.migrations.slice(0, at) }, engine)
  if (after.kind === 'unknown') return after
  if (before.kind === 'unknown') return before
  const renames = taken.flatMap(({ sql }) => reversedRenames(sql)).join('\n')
  const renamed = renames === '' ? after : await migratedWith(root, all, renames, engine)
  // Renamings that do not fit, as of what was dropped later, are left to the comparison.
  const [start, head] = renamed.kind === 'read' ? [renamed, renames] : [after, '']
  const rest = await compare(start.schema, before.schema)
  if (rest.kind === 'unknown') return rest
  const sql = [head && `-- Rename\n${head}\n`, rest.sql].filter(Boolean).join('\n')
  const tried = sql === '' ? after : await migratedWith(root, all, sql, engine)
  const remaining: Comparison = tried.kind === 'read' ? await compare(tried.schema, before.schema) : tried
  const [old, now] = [schemaOf(before.schema), schemaOf(start.schema)]
  const ups = taken.map((migration) => migration.sql).join(';\n')
  return {
    kind: 'rollback',
    names: taken.map((migration) => migration.name),
    sql,
    notRestored: completed(lossesBetween(old, now), ups, tablesIn(sql, 'create')),
    lost: completed(lossesBetween(now, old), sql, tablesIn(sql, 'drop')),
    remaining: remaining.kind === 'compared' ? remaining.sql : remaining.reason,
  }
}

/** With the tables between models, which have none of their own, and columns that are dropped and made anew. */
function completed(losses: readonly Loss[], script: string, tables: readonly string[]): readonly Loss[] {
  const dropped = droppedColumns(script)
  const own = losses.map(({ change, ...loss }) =>
    loss.kind === 'type' && !dropped.has(loss.name)
      ? { ...loss, ...(change !== undefined && { change }) }
      : { ...loss, kind: loss.kind === 'type' ? ('column' as const) : loss.kind },
  )
  const more = tables.filter((name) => !losses.some((loss) => loss.name === name))
  return [...own, ...more.map((name) => ({ kind: 'table' as const, name }))]
}

function tablesIn(sql: string, change: 'create' | 'drop'): readonly string[] {
  return subjectsIn(sql).flatMap((subject) =>
    subject.kind === 'table' && subject.change === change ? [subject.name] : [],
  )
}
