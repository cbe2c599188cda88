import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'
import initialize from 'sql.js'
import type { SchemaText } from '../../server/src/prisma/engine.js'
import { sqliteAdapter } from '../../server/src/project/engine/embedded-sqlite.js'
import { openOfflineEngine } from '../../server/src/project/engine/open-engine.js'
import { postgresAdapter } from '../../server/src/project/engine/postgres-adapter.js'
import { connectPostgres } from '../../server/src/project/engine/server-postgres.js'
import type { PostgresServer } from './postgres.js'

/** What `prisma migrate` answers, from its own engine with shadow databases that the migrations are applied to. */
export interface ReferenceEngine {
  /** The SQL of `migrate diff --from-migrations --to-schema --script`; empty where there is no difference. */
  missing(migrations: readonly Migration[], files: readonly SchemaText[]): Promise<string>
}

export interface Migration {
  readonly name: string
  readonly sql: string
}

/** For PostgreSQL, on a real server. */
export function createReferenceEngine(server: PostgresServer): Promise<ReferenceEngine> {
  const connect = async () =>
    postgresAdapter(await connectPostgres({ connectionString: await server.createDatabase() }))
  return referenceOn('postgres', 'postgresql', connect)
}

/** The engine on two schemas for PostgreSQL, without a database. */
export async function createOfflineReference(): Promise<{
  between(from: readonly SchemaText[], to: readonly SchemaText[]): Promise<string>
}> {
  const engine = await openOfflineEngine('postgresql', loadReference())
  return {
    async between(from, to) {
      const of = (files: readonly SchemaText[]) => files.map(({ file, text }) => ({ path: file, content: text }))
      const { stdout } = await engine.diff({
        from: { tag: 'schemaDatamodel', files: of(from) },
        to: { tag: 'schemaDatamodel', files: of(to) },
        ...{ script: true, exitCode: true, filters: { externalTables: [], externalEnums: [] } },
      })
      return stdout ?? ''
    },
  }
}

/** For SQLite. */
export async function createSqliteReference(): Promise<ReferenceEngine> {
  const { Database } = await initialize()
  return referenceOn('sqlite', 'sqlite', async () => sqliteAdapter(new Database()))
}

async function referenceOn(
  provider: 'postgres' | 'sqlite',
  lock: string,
  connect: () => Promise<SqlDriverAdapter>,
): Promise<ReferenceEngine> {
  const Engine = await loadReference()
  const factory = { adapterName: 'reference', provider, connect, connectToShadowDb: connect }
  const engine = await Engine.new(
    { datamodels: undefined },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  )
  return {
    async missing(migrations, files) {
      const { stdout, exitCode } = await engine.diff({
        from: { tag: 'migrations', ...listOf(migrations, lock) },
        to: { tag: 'schemaDatamodel', files: files.map(({ file, text }) => ({ path: file, content: text })) },
        script: true,
        exitCode: true,
        filters: { externalTables: [], externalEnums: [] },
      })
      return exitCode === 0 ? '' : (stdout ?? '')
    },
  }
}

function listOf(migrations: readonly Migration[], provider: string) {
  const lockfile = { path: 'migration_lock.toml', content: `provider = "${provider}"\n` }
  const migrationDirectories = migrations.map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
  }))
  return { baseDir: 'migrations', lockfile, shadowDbInitScript: '', migrationDirectories }
}

/** The engine as npm has it, not as it is shipped. */
export function loadReference(): Promise<typeof SchemaEngine> {
  loading ??= load()
  return loading
}

let loading: ReturnType<typeof load> | undefined

async function load(): Promise<typeof SchemaEngine> {
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: console.error } })
  const file = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const { WebAssembly: host } = globalThis as unknown as { WebAssembly: Host }
  const { instance } = await host.instantiate(readFileSync(file.replace(/\.js$/, '.wasm')), {
    './schema_engine_bg.js': glue,
  })
  const exported = glue as unknown as { SchemaEngine: typeof SchemaEngine; __wbg_set_wasm(exports: object): void }
  exported.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return exported.SchemaEngine
}

interface Host {
  instantiate(
    bytes: Uint8Array,
    imports: object,
  ): Promise<{ readonly instance: { readonly exports: { __wbindgen_start(): void } } }>
}
