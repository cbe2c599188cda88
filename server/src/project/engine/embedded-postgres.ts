import { type Extension, PGlite } from '@electric-sql/pglite'
import type { PostgresConnection } from './postgres-adapter.js'
import { readShipped } from './shipped.js'
import { compileShipped } from './web-assembly.js'

/** The extensions that are shipped, each as an archive of the same name. */
export const EXTENSIONS: ReadonlySet<string> = new Set([
  ...['btree_gin', 'btree_gist', 'citext', 'cube', 'earthdistance', 'fuzzystrmatch', 'hstore', 'intarray', 'isn'],
  ...['ltree', 'pg_trgm', 'pgcrypto', 'seg', 'tablefunc', 'unaccent', 'uuid-ossp'],
])

/** An empty PostgreSQL in this process. `extensions` are those that scripts may create. Takes 0.5 s and 400 MB. */
export async function startPostgres(extensions: Iterable<string>): Promise<PostgresConnection> {
  const [code, bundle, data] = await Promise.all([
    compileShipped('pglite.wasm'),
    readShipped('pglite.data'),
    readShipped('postgres.tar'),
  ])
  const database = new PGlite({
    pgliteWasmModule: code,
    // Only makes new clusters, and ours is shipped.
    initdbWasmModule: code,
    fsBundle: new Blob([bundle]),
    loadDataDir: new Blob([data]),
    extensions: Object.fromEntries([...extensions].map((name) => [name, extensionOf(name)])),
    parsers: PARSERS,
  })
  await database.waitReady
  return connectionTo(database)
}

function extensionOf(name: string): Extension {
  return { name, setup: async () => ({ bundlePath: new URL(`${name}.tar.gz`, import.meta.url) }) }
}

function connectionTo(database: PGlite): PostgresConnection {
  return {
    async query(sql, args) {
      const { fields, rows, affectedRows = 0 } = await database.query<unknown[]>(sql, [...args], { rowMode: 'array' })
      return {
        columns: fields.map(({ name, dataTypeID }) => ({ name, type: dataTypeID })),
        rows,
        affected: affectedRows,
      }
    },
    run: async (script) => void (await database.exec(script)),
    close: () => database.close(),
  }
}

const asText = (value: string) => value
/** The engine reads large numbers, dates and documents from text. */
const PARSERS = Object.fromEntries([20, 26, 114, 1082, 1083, 1114, 1184, 1700, 3802].map((type) => [type, asText]))
