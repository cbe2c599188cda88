import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { SchemaSource } from '../../server/src/analysis/world.js'
import { DEFAULT_SETTINGS } from '../../server/src/configuration/settings.js'
import { engineSchema } from '../../server/src/prisma/engine-schema.js'
import { loadWorkspace } from '../../server/src/project/load-workspace.js'

/** Folders of projects, such as clones of other people's; the examples are always among them. */
const TREES = (process.env.PRISMA_DRIFT_TREES ?? '').split(path.delimiter).filter(Boolean)

/** The folders of the projects whose migrations are tried out. `PRISMA_DRIFT_TREES` names folders with more of them. */
export const MIGRATED_PROJECTS: readonly string[] = ['examples', ...TREES].flatMap((folder) =>
  readdirSync(folder).map((name) => path.resolve(folder, name)),
)

/** A schema with migrations that can be applied without a server. */
export interface MigratedSchema {
  readonly schema: SchemaSource
  readonly provider: 'postgresql' | 'sqlite'
}

/** The schemas of a project that have migrations. */
export async function migratedSchemasIn(root: string): Promise<readonly MigratedSchema[]> {
  const { world } = await loadWorkspace({ root, base: 'HEAD', settings: DEFAULT_SETTINGS, trust: 'untrusted' })
  return world.schemas.flatMap((schema): readonly MigratedSchema[] => {
    const { provider } = engineSchema(schema.files)
    const isKnown = provider === 'postgresql' || provider === 'sqlite'
    return isKnown && schema.migrations.length > 0 ? [{ schema, provider }] : []
  })
}
