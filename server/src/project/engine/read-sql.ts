import { loadModule, parseSync } from 'libpg-query'
import { readTree } from '../../sql/read-tree.js'
import type { EngineMigration, ReadAnswer } from './messages.js'

/** Reads scripts by PostgreSQL's own grammar. */
export async function readSql(migrations: readonly EngineMigration[]): Promise<readonly ReadAnswer[]> {
  await loadModule()
  return migrations.map(({ sql }) => {
    try {
      return { kind: 'read', changes: readTree(sql, parseSync(sql)) }
    } catch (error) {
      return { kind: 'refused', message: error instanceof Error ? error.message : String(error) }
    }
  })
}
