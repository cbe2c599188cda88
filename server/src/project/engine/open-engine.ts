import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlQuery,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import { loadEngine } from './load-engine.js'
import type { EmbeddedProvider } from './messages.js'

/** The engine on a database. It is never given a second one, such as a shadow database on somebody's server. */
export async function openEngine(adapter: SqlDriverAdapter, loading = loadEngine()): Promise<SchemaEngine> {
  const Engine = await loading
  const { adapterName, provider } = adapter
  const connectToShadowDb = () => Promise.reject(new Error('there is no shadow database'))
  const factory = { adapterName, provider, connect: async () => adapter, connectToShadowDb }
  return Engine.new({ datamodels: undefined }, () => undefined, bindMigrationAwareSqlAdapterFactory(factory))
}

/** The engine without any database: enough to compare two schemas. */
export function openOfflineEngine(provider: EmbeddedProvider, loading = loadEngine()): Promise<SchemaEngine> {
  return openEngine(offlineAdapter(provider === 'sqlite' ? 'sqlite' : 'postgres'), loading)
}

/** A database that refuses whatever it is asked but what the engine asks of every connection. */
export function offlineAdapter(provider: 'postgres' | 'sqlite'): SqlDriverAdapter {
  const refuse = () => Promise.reject(new Error('there is no database'))
  return {
    ...{ adapterName: 'prisma-drift', provider, queryRaw: greet, executeRaw: refuse, executeScript: refuse },
    startTransaction: refuse,
    dispose: async () => undefined,
  }
}

/** The one thing that the engine asks of a new connection: the version of the server, and whether there is the schema. */
async function greet({ sql }: SqlQuery): Promise<SqlResultSet> {
  if (!/pg_namespace[\s\S]*version\(\)|version\(\)[\s\S]*pg_namespace/.test(sql))
    throw new Error('there is no database')
  return {
    columnNames: ['exists', 'version', 'numeric_version'],
    columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
    rows: [[true, 'PostgreSQL 18.0', 180000]],
  }
}
