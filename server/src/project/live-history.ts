import type { SchemaSource } from '../analysis/world.js'
import { engineSchema } from '../prisma/engine-schema.js'
import { withBaseMigrations } from './base-migrations.js'
import { mainBranch } from './default-branch.js'
import { type Engine, EngineFailure } from './engine/engine.js'
import { readMigrations } from './read-migrations.js'

/** What is known of a schema's migrations beside the ones of git. */
export type LiveHistory = Pick<SchemaSource, 'baseMigrations' | 'readMigrations'>

export interface LiveHistoryInput {
  /** The workspace, absolute; it must be trusted, as git runs. */
  readonly root: string
  readonly schema: SchemaSource
  readonly engine: Engine
}

/**
 * The migrations of the branch that others build on, to compare with, and what those do that `HEAD` lacks: the ones that
 * somebody is writing. The engine is asked only if there are such, for PostgreSQL.
 */
export async function findLiveHistory({ root, schema, engine }: LiveHistoryInput): Promise<LiveHistory> {
  const [committed] = await withBaseMigrations([schema], { root, base: 'HEAD' })
  const main = await mainBranch(root)
  const [based] = main === undefined ? [committed] : await withBaseMigrations([schema], { root, base: main })
  const known = committed?.baseMigrations && new Set(committed.baseMigrations.tip.map(({ name }) => name))
  const isNew = ({ name }: { readonly name: string }) => known?.has(name) === false
  const isAsked = schema.migrations.some(isNew) && engineSchema(schema.files).provider === 'postgresql'
  const read = isAsked ? await attempt(() => readMigrations(schema, isNew, engine)) : undefined
  return { baseMigrations: based?.baseMigrations, readMigrations: read?.migrations }
}

async function attempt<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof EngineFailure)) throw error
    return undefined
  }
}
