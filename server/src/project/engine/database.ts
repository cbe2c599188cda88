import type { DatabaseAnswer, DatabaseProblem, ExamineAnswer, ReadDatabaseRequest, ServerAddress } from './messages.js'
import { isServerError, type PostgresConnection, postgresAdapter } from './postgres-adapter.js'
import { connectPostgres } from './server-postgres.js'
import { introspect } from './take-snapshot.js'

const CONNECT_MS = 5000

/** Reads the schema of a database and what Prisma notes there of migrations. Changes nothing. */
export function readDatabase({ server, header }: ReadDatabaseRequest): Promise<DatabaseAnswer> {
  return onServer(server, async (connection) => {
    const applied = await appliedMigrations(connection, server)
    const refuse = () => Promise.reject(new Error('a database is only read'))
    const adapter = postgresAdapter({ ...connection, run: refuse, close: async () => undefined }, server.schema)
    return { kind: 'read', schema: await introspect(adapter, header), applied }
  })
}

/** Asks a server what `doctor` tells of it. Changes nothing. */
export function examine(server: ServerAddress): Promise<ExamineAnswer> {
  const started = performance.now()
  return onServer(server, async (connection) => {
    const connectMs = performance.now() - started
    const ask = async (sql: string, args: readonly unknown[] = []) => (await connection.query(sql, args)).rows
    const times: number[] = []
    for (let count = 0; count < 5; count++) {
      const before = performance.now()
      await ask('SELECT 1')
      times.push(performance.now() - before)
    }
    const [facts = []] = await ask(FACTS, [server.schema])
    const forbidden = await ask(FORBIDDEN, [server.schema])
    const text = (index: number) => String(facts[index] ?? '')
    return {
      kind: 'examined',
      ...{ connectMs, queryMs: times.sort((a, b) => a - b)[2] ?? 0 },
      version: text(0),
      ...{ maxConnections: Number(text(1)), connections: Number(text(2)) },
      ...{ mayCreateTables: isTrue(facts[3]), mayCreateDatabases: isTrue(facts[4]), hasSchema: isTrue(facts[5]) },
      forbidden: forbidden.map(([table]) => String(table)),
    }
  })
}

function isTrue(value: unknown): boolean {
  return value === true || value === 't' || value === 'true'
}

const FACTS = `SELECT current_setting('server_version'), current_setting('max_connections'),
  (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'),
  CASE WHEN to_regnamespace($1) IS NULL THEN false ELSE has_schema_privilege(to_regnamespace($1), 'CREATE') END,
  (SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user), to_regnamespace($1) IS NOT NULL`

/** Tables of which rows cannot be read, made, changed and deleted. */
const FORBIDDEN = `SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = $1 AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations'
  AND NOT (has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')
  AND has_table_privilege(c.oid, 'INSERT') AND has_table_privilege(c.oid, 'UPDATE') AND has_table_privilege(c.oid, 'DELETE'))
  ORDER BY 1`

async function appliedMigrations(connection: PostgresConnection, { schema }: ServerAddress) {
  const table = `"${schema.replaceAll('"', '""')}"._prisma_migrations`
  const [exists] = (await connection.query('SELECT to_regclass($1) IS NOT NULL', [table])).rows
  if (!isTrue(exists?.[0])) return []
  const { rows } = await connection.query(
    `SELECT migration_name, checksum, finished_at IS NOT NULL, rolled_back_at IS NOT NULL, logs FROM ${table} ORDER BY started_at`,
    [],
  )
  return rows.map(([name, checksum, finished, rolledBack, logs]) => ({
    name: String(name),
    checksum: String(checksum),
    state: isTrue(rolledBack)
      ? ('rolled back' as const)
      : isTrue(finished)
        ? ('applied' as const)
        : ('failed' as const),
    // The first line that says something; what follows is a trace of the engine.
    reason: /(?:^|\n)(?:Database error:\s*)?(ERROR: [^\n]+)/.exec(String(logs ?? ''))?.[1] ?? '',
  }))
}

/** Works within one transaction that can change nothing, and says what went wrong without a secret. */
async function onServer<T>(
  server: ServerAddress,
  work: (connection: PostgresConnection) => Promise<T>,
): Promise<T | { readonly kind: 'failed'; readonly problem: DatabaseProblem }> {
  let connection: PostgresConnection | undefined
  try {
    connection = await connect(server)
    return await work(connection)
  } catch (error) {
    return { kind: 'failed', problem: problemOf(error, server, connection === undefined ? 'connecting' : 'asking') }
  } finally {
    await connection?.close().catch(() => undefined)
  }
}

async function connect(server: ServerAddress): Promise<PostgresConnection> {
  const { host, port, database, user, password, encryption, schema } = server
  const options = {
    ...{ host, port, database, user, password, application_name: 'prisma-drift' },
    ...{ connectionTimeoutMillis: CONNECT_MS, query_timeout: 30_000 },
  }
  const secured = (verified: boolean) => connectPostgres({ ...options, ssl: { rejectUnauthorized: verified } })
  const connection = await (encryption === 'none'
    ? connectPostgres({ ...options, ssl: false })
    : encryption === 'preferred'
      ? secured(false).catch((error: unknown) => {
          if (!/does not support SSL/.test(String(error))) throw error
          return connectPostgres({ ...options, ssl: false })
        })
      : secured(encryption === 'verified'))
  await connection.run('BEGIN TRANSACTION READ ONLY')
  await connection.run(`SET LOCAL search_path TO "${schema.replaceAll('"', '""')}"; SET LOCAL TIME ZONE 'UTC'`)
  return connection
}

function problemOf(error: unknown, server: ServerAddress, when: 'connecting' | 'asking'): DatabaseProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const at = `${server.host}:${server.port}`
  const known = MESSAGES[code]?.(server)
  if (known !== undefined) return { message: known }
  if (isServerError(error)) return { message: withoutSecrets(`the server says: ${error.message} (${code})`, server) }
  const text = error instanceof Error ? error.message : String(error)
  if (/timeout|ETIMEDOUT/i.test(text + code)) return { message: `${at} did not answer in time` }
  if (/terminated|ECONNRESET|EPIPE|Connection ended/i.test(text + code)) {
    return { message: `${at} closed the connection ${when === 'asking' ? 'in the middle' : 'at once'}` }
  }
  return { message: withoutSecrets(`${at} cannot be used: ${text.split('\n')[0]}`, server) }
}

const gone = ({ host, port }: ServerAddress) => `${host}:${port} closed the connection in the middle`

const MESSAGES: Readonly<Record<string, (server: ServerAddress) => string>> = {
  '28P01': ({ user, host, port }) => `${host}:${port} refuses the password of user '${user}'`,
  '28000': ({ user, host, port }) => `${host}:${port} does not let user '${user}' in`,
  '3D000': ({ database, host, port }) => `there is no database '${database}' on ${host}:${port}`,
  '42501': ({ user, database }) => `user '${user}' may not read what Prisma notes in '${database}'`,
  '53300': ({ host, port }) => `${host}:${port} has no connection left`,
  '57P01': gone,
  '57P02': gone,
  '57P03': ({ host, port }) => `${host}:${port} is starting or shutting down`,
  ECONNREFUSED: ({ host, port }) => `nothing listens at ${host}:${port}`,
  ENOTFOUND: ({ host }) => `no host is called '${host}'`,
  EAI_AGAIN: ({ host }) => `the name of host '${host}' cannot be looked up`,
}

function withoutSecrets(text: string, { password }: ServerAddress): string {
  return password === '' ? text : text.replaceAll(password, '…').replaceAll(encodeURIComponent(password), '…')
}
