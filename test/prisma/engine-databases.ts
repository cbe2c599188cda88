import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ColumnTypeEnum, type SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import initialize from 'sql.js'
import { sqliteAdapter } from '../../server/src/project/engine/embedded-sqlite.js'
import { offlineAdapter } from '../../server/src/project/engine/open-engine.js'
import { type PostgresResult, postgresAdapter } from '../../server/src/project/engine/postgres-adapter.js'
import { connectPostgres } from '../../server/src/project/engine/server-postgres.js'

/** The database that commands of Prisma work on, and how its engine gets another that it may fill and throw away. */
export interface EngineDatabase {
  readonly adapterName: string
  readonly provider: 'postgres' | 'sqlite'
  readonly connect: () => Promise<SqlDriverAdapter>
  readonly connectToShadowDb: () => Promise<SqlDriverAdapter>
  /** Writes what was changed where it is kept. */
  readonly keep: () => void
}

export interface DatabaseAddresses {
  readonly url: string | undefined
  readonly shadow: string | undefined
  readonly provider: EngineDatabase['provider']
}

/** Never touches another database than the one of the address, the shadow database that is named, and those it makes. */
export async function databaseOf({ url, shadow, provider }: DatabaseAddresses): Promise<EngineDatabase> {
  return provider === 'sqlite' ? sqlite(url) : postgres(url, shadow)
}

/** Enough to compare what needs no database. */
export const offline = async (): Promise<SqlDriverAdapter> => offlineAdapter('postgres')

function postgres(url: string | undefined, shadow: string | undefined): EngineDatabase {
  return {
    ...{ adapterName: 'stand-in', provider: 'postgres', keep: () => undefined },
    connect: async () => postgresAdapter(await connectTo(url)),
    async connectToShadowDb() {
      if (shadow !== undefined) return emptied(shadow)
      const server = await connectTo(url)
      const name = `shadow_${randomUUID()}`
      await server.run(`CREATE DATABASE "${name}" TEMPLATE template0`)
      const connection = await connectTo(url, name)
      const close = async () => {
        await connection.close()
        await server.run(`DROP DATABASE "${name}" WITH (FORCE)`)
        await server.close()
      }
      return postgresAdapter({ ...connection, close })
    },
  }
}

async function emptied(shadow: string): Promise<SqlDriverAdapter> {
  const connection = await connectTo(shadow)
  await connection.run('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
  return postgresAdapter(connection)
}

async function connectTo(address: string | undefined, database?: string) {
  if (address === undefined) throw new Error('no address of a database was told')
  const url = new URL(address)
  url.search = ''
  if (database !== undefined) url.pathname = `/${database}`
  const connection = await connectPostgres({ connectionString: url.href })
  await connection.run("SET TIME ZONE 'UTC'")
  return {
    ...connection,
    query: async (...args: Parameters<typeof connection.query>) => dated(await connection.query(...args)),
  }
}

/** Points in time as the engine reads them, when it looks at what it noted of migrations. */
function dated({ columns, rows, affected }: PostgresResult): PostgresResult {
  const isDate = columns.map(({ type }) => type === 1114 || type === 1184)
  const read = (value: unknown) =>
    String(value)
      .replace(' ', 'T')
      .replace(/(?:[+-]\d\d)?$/, '+00:00')
  const told = rows.map((row) => row.map((value, at) => (isDate[at] && value !== null ? read(value) : value)))
  return { columns, rows: told, affected }
}

async function sqlite(url = ''): Promise<EngineDatabase> {
  const { Database } = await initialize()
  const file = path.resolve(url.replace(/^file:/, '').replace(/\?.*/, ''))
  const database = new Database(url !== '' && existsSync(file) ? readFileSync(file) : null)
  return {
    ...{ adapterName: 'stand-in', provider: 'sqlite' },
    connect: async () => datedSqlite(sqliteAdapter(database)),
    connectToShadowDb: async () => sqliteAdapter(new Database()),
    keep: () => url !== '' && writeFileSync(file, database.export()),
  }
}

/** The same for SQLite, which keeps them as numbers or texts. The database stays open for the next question. */
function datedSqlite(adapter: SqlDriverAdapter): SqlDriverAdapter {
  return {
    ...adapter,
    dispose: async () => undefined,
    async queryRaw(query) {
      const { columnNames, columnTypes, rows } = await adapter.queryRaw(query)
      const isDate = columnNames.map((name) => /^(?:started|finished|rolled_back)_at$/.test(name))
      const read = (value: unknown) => new Date(typeof value === 'number' ? value : String(value)).toISOString()
      return {
        columnNames,
        columnTypes: columnTypes.map((type, at) => (isDate[at] ? ColumnTypeEnum.DateTime : type)),
        rows: rows.map((row) => row.map((value, at) => (isDate[at] && value !== null ? read(value) : value))),
      }
    },
  }
}
