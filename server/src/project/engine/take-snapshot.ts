import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import { EXTENSIONS, startPostgres } from './embedded-postgres.js'
import { startSqlite } from './embedded-sqlite.js'
import { extensionsIn } from './extensions.js'
import { leaveExpressible } from './leave-expressible.js'
import type { EngineMigration, SnapshotAnswer, SnapshotRequest } from './messages.js'
import { openEngine } from './open-engine.js'
import { postgresAdapter } from './postgres-adapter.js'

/** Applies migrations to an empty embedded database and reads the schema that it then has. */
export async function takeSnapshot({
  provider,
  header,
  migrations,
  indexes,
}: SnapshotRequest): Promise<SnapshotAnswer> {
  const extensions = migrations.flatMap(({ name, sql }) => extensionsIn(sql).map((each) => ({ name, extension: each })))
  const missing = extensions.find(({ extension }) => !EXTENSIONS.has(extension))
  if (missing) return { kind: 'lacks-extension', migration: missing.name, extension: missing.extension }
  const names = new Set(extensions.map(({ extension }) => extension))
  const database = provider === 'sqlite' ? await startSqlite() : postgresAdapter(await startPostgres(names))
  try {
    const failed = await applyAll(database, migrations)
    if (failed) return failed
    if (provider === 'postgresql' && indexes !== 'all') await database.executeScript(leaveExpressible(header))
    return { kind: 'read', schema: await introspect(database, header) }
  } finally {
    await database.dispose()
  }
}

async function applyAll(
  database: SqlDriverAdapter,
  migrations: readonly EngineMigration[],
): Promise<SnapshotAnswer | undefined> {
  for (const { name, sql } of migrations) {
    try {
      await database.executeScript(sql)
    } catch (error) {
      return { kind: 'failed', migration: name, message: error instanceof Error ? error.message : String(error) }
    }
  }
  return undefined
}

/** The schema of a database, as a text. It is only read. */
export async function introspect(database: SqlDriverAdapter, header: string): Promise<string> {
  const engine = await openEngine({ ...database, dispose: async () => undefined })
  try {
    const { schema } = await engine.introspect({
      schema: { files: [{ path: 'schema.prisma', content: header }] },
      baseDirectoryPath: '.',
      force: true,
      compositeTypeDepth: -1,
      namespaces: null,
    })
    return schema.files.map(({ content }) => content).join('\n')
  } catch (error) {
    // The engine does not answer with a schema that has nothing in it.
    if (error instanceof Error && /introspected database was empty/.test(error.message)) return header
    throw error
  } finally {
    engine.free()
  }
}
