import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import pg from 'pg'
import { type Run, runCli } from './support/cli.js'
import { eventually } from './support/language-client.js'
import { lacksPostgres, onDatabase, type PostgresServer, startPostgres } from './support/postgres.js'
import { inWorkspace, type Workspace } from './support/workspace.js'

const SCHEMA = `datasource db {
  provider = "postgresql"
  url      = env("DATABASE_URL")
}
model User {
  id   Int    @id @default(autoincrement())
  name String
  @@index([id, name], map: "first")
}
`
const INIT = 'CREATE TABLE "User" ("id" SERIAL NOT NULL, CONSTRAINT "User_pkey" PRIMARY KEY ("id"));\n'
// What a schema cannot tell is no drift.
const NAME = `ALTER TABLE "User" ADD COLUMN "name" TEXT NOT NULL;
CREATE UNIQUE INDEX "partial" ON "User"("name") WHERE "id" > 7;
CREATE INDEX "first" ON "User"("id", "name");
CREATE INDEX "second" ON "User"("id", "name");
`
const PROJECT = {
  'package.json': '{}',
  'node_modules/x/package.json': '{}',
  'prisma/schema.prisma': SCHEMA,
  'prisma/migrations/1_init/migration.sql': INIT,
  'prisma/migrations/2_name/migration.sql': NAME,
}
/** As Prisma makes it. */
const NOTES = `CREATE TABLE "_prisma_migrations" ("id" VARCHAR(36) NOT NULL PRIMARY KEY, "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ, "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`

async function note(client: pg.Client, name: string, sql: string, failure?: string): Promise<void> {
  const checksum = createHash('sha256').update(sql).digest('hex')
  const values = [name, checksum, failure === undefined ? new Date() : null, name, failure ?? null]
  const columns = 'id, checksum, finished_at, migration_name, logs'
  await client.query(`INSERT INTO "_prisma_migrations" (${columns}) VALUES ($1, $2, $3, $4, $5)`, values)
}

async function apply(client: pg.Client): Promise<void> {
  await client.query(NOTES)
  for (const [name, sql] of [
    ['1_init', INIT],
    ['2_name', NAME],
  ] as const) {
    await client.query(sql)
    await note(client, name, sql)
  }
}

const EVERYTHING = Boolean(process.env.PRISMA_DRIFT_TEST_EVERYTHING)
const onPostgres = lacksPostgres() === undefined || EVERYTHING ? describe : undefined

onPostgres?.('a database', function () {
  this.timeout(120_000)
  let server: PostgresServer
  before(async () => {
    server = await startPostgres()
  })
  after(() => server.stop())

  /** A project and its database, once something was done to either. */
  const inProject = (
    prepare: (client: pg.Client, workspace: Workspace) => Promise<unknown>,
    body: (status: (url?: string) => Promise<Run>, workspace: Workspace, url: string) => Promise<void>,
  ) =>
    inWorkspace(PROJECT, async (workspace) => {
      const url = await server.createDatabase()
      await onDatabase(url, (client) => prepare(client, workspace))
      const status = async (DATABASE_URL = url) => {
        const run = await runCli(['migration', 'status', '--database'], { cwd: workspace.root, env: { DATABASE_URL } })
        assert.doesNotMatch(run.stdout + run.stderr, /secret|wrong-word/)
        return run
      }
      await body(status, workspace, url)
    })

  it('is what it should be', () =>
    inProject(apply, async (status) => {
      const { stdout, status: code } = await status()
      assert.match(stdout, /database_\d+ on 127\.0\.0\.1:\d+ is what it should be/)
      assert.equal(code, 0)
    }))

  it('was changed by hand', () =>
    inProject(
      async (client) => {
        await apply(client)
        await client.query('ALTER TABLE "User" ADD COLUMN by_hand TEXT')
      },
      async (status) => {
        const { stdout, status: code } = await status()
        assert.match(
          stdout,
          /schema\.prisma:5:7 {2}warning {2}Database .* is not what its migrations make: it changes table 'User'/,
        )
        assert.equal(code, 1)
      },
    ))

  it('has failed and unapplied migrations', () =>
    inProject(
      async (client) => {
        await client.query(NOTES)
        await client.query(INIT)
        await note(client, '1_init', INIT)
        await note(
          client,
          '2_name',
          NAME,
          'A migration failed to apply.\n\nDatabase error:\nERROR: column exists\n  0: sql',
        )
      },
      async (status, { write }) => {
        write({ 'prisma/migrations/3_x/migration.sql': 'CREATE INDEX "x" ON "User"("name");\n' })
        const { stdout, status: code } = await status()
        assert.match(
          stdout,
          /2_name\/migration\.sql:1:1 {2}error {2}Migration '2_name' failed in .* \(ERROR: column exists\)/,
        )
        assert.match(stdout, /3_x\/migration\.sql:1:1 {2}warning {2}Migration '3_x' is not applied to/)
        assert.doesNotMatch(stdout, /database-drift/)
        assert.equal(code, 1)
      },
    ))

  it('has had a migration that was edited since, and one that is not here', () =>
    inProject(
      async (client) => {
        await apply(client)
        await note(client, '9_theirs', 'SELECT 1;')
      },
      async (status, { write }) => {
        write({ 'prisma/migrations/2_name/migration.sql': NAME.replaceAll('\n', '\r\n') })
        assert.doesNotMatch((await status()).stdout, /migration-edited/)
        write({ 'prisma/migrations/2_name/migration.sql': `${NAME}-- More.\n` })
        const { stdout } = await status()
        assert.match(stdout, /2_name\/migration\.sql:1:1 {2}warning {2}Migration '2_name' differs from what database_/)
        assert.match(stdout, /it has had migration '9_theirs', which is not here/)
      },
    ))

  it('keeps no migrations, and is compared with the schema', () =>
    inProject(
      (client) => client.query(INIT),
      async (status, { root }) => {
        const { rmSync } = await import('node:fs')
        rmSync(`${root}/prisma/migrations`, { recursive: true })
        const { stdout } = await status()
        assert.match(stdout, /is not what the schema describes: .*it changes table 'User'/)
      },
    ))

  it('has 200 tables', () =>
    inProject(
      async (client) => {
        const names = Array.from({ length: 200 }, (_, index) => `table_${index}`)
        await client.query(names.map((name) => `CREATE TABLE ${name} (id INTEGER PRIMARY KEY, name TEXT);`).join('\n'))
      },
      async (status) => {
        const { stdout, status: code } = await status()
        assert.match(stdout, /Migration '1_init' is not applied to/)
        assert.equal(code, 1)
      },
    ))

  const unreachable: readonly (readonly [what: string, change: (url: string) => string, reason: RegExp])[] = [
    ['another password', (url) => url.replace('secret', 'wrong-word'), /refuses the password of user 'postgres'/],
    ['another database', (url) => url.replace(/\w+$/, 'nowhere'), /there is no database 'nowhere' on 127\.0\.0\.1/],
    ['another port', (url) => url.replace(/:\d+\//, ':1/'), /nothing listens at 127\.0\.0\.1:1/],
    ['no URL', () => 'localhost/shop', /DATABASE_URL \(from the environment\) does not begin with 'postgresql:\/\/'/],
    ['an address without a database', (url) => url.replace(/\w+$/, ''), /DATABASE_URL .* names no database/],
    ["Prisma's own service", () => 'prisma+postgres://x/?api_key=secret', /is an address of Prisma's own service/],
    ['encryption that the server lacks', (url) => `${url}?sslmode=require`, /does not support SSL/],
  ]
  it('cannot be looked at, and it is said why', () =>
    inProject(apply, async (status, _, url) => {
      for (const [what, change, reason] of unreachable) {
        const run = await status(change(url))
        assert.match(run.stdout, /its database cannot be looked at: /, what)
        assert.match(run.stdout, reason)
        assert.doesNotMatch(run.stdout + run.stderr, /\n\s+at /)
        assert.equal(run.status, 2)
      }
    }))

  it('cannot be looked at: what Prisma notes may not be read', () =>
    inProject(
      async (client) => {
        await apply(client)
        await client.query("DROP ROLE IF EXISTS reader; CREATE ROLE reader LOGIN PASSWORD 'secret'")
      },
      async (status, _, url) => {
        const { stdout, status: code } = await status(url.replace('//postgres:', '//reader:'))
        assert.match(stdout, /user 'reader' may not read what Prisma notes in 'database_/)
        assert.equal(code, 2)
      },
    ))

  it('goes away in the middle', () =>
    inWorkspace(PROJECT, async ({ root }) => {
      const other = await startPostgres()
      try {
        const url = await other.createDatabase()
        await onDatabase(url, apply)
        const holder = new pg.Client({ connectionString: url })
        holder.on('error', () => undefined)
        await holder.connect()
        await holder.query('BEGIN; LOCK TABLE "_prisma_migrations"')
        const running = runCli(['migration', 'status', '--database'], { cwd: root, env: { DATABASE_URL: url } })
        await eventually(async () => {
          const waiting = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
          assert.equal((await onDatabase(url, (client) => client.query(waiting))).rows.length, 1)
        }, 60_000)
        other.kill()
        const { stdout, stderr, status } = await running
        assert.match(stdout, /its database cannot be looked at: 127\.0\.0\.1:\d+ closed the connection in the middle/)
        assert.doesNotMatch(stdout + stderr, /secret/)
        assert.equal(status, 2)
      } finally {
        other.stop()
      }
    }))

  it('is examined by the doctor, a line a check', () =>
    inProject(
      async (client, { write }) => {
        await apply(client)
        await client.query("DROP ROLE IF EXISTS weak; CREATE ROLE weak LOGIN PASSWORD 'secret'")
        write({
          'node_modules/prisma/package.json': '{"version": "7.1.0"}',
          'node_modules/@prisma/client/package.json': '{"version": "7.1.0"}',
        })
      },
      async (_, { root, write }, url) => {
        const examine = async (DATABASE_URL: string, ...args: readonly string[]) => {
          const run = await runCli(['doctor', ...args], { cwd: root, env: { DATABASE_URL } })
          assert.doesNotMatch(run.stdout + run.stderr, /secret|wrong-word/)
          return run
        }
        const good = await examine(url, '--max-latency', '10000')
        for (const line of [
          /ok {4}versions: prisma and @prisma\/client are 7\.1\.0/,
          /ok {4}DATABASE_URL: is well formed, from the environment: database_\d+ on 127\.0\.0\.1:\d+/,
          /ok {4}connection: as 'postgres', in \d+ ms/,
          /ok {4}server: PostgreSQL \d+/,
          /ok {4}latency: a simple query takes [\d.]+ ms, 10000 ms are allowed/,
          /ok {4}connections: \d+ of \d+ are in use/,
          /ok {4}rights at run time: 'postgres' may read and write every table/,
          /ok {4}pooling: as many connections as Prisma takes/,
          /ok {4}rights of migrations: 'postgres' may make tables and databases/,
        ]) {
          assert.match(good.stdout, line)
        }
        assert.equal(good.status, 0)

        write({ 'node_modules/prisma/package.json': '{"version": "6.9.0"}' })
        const weak = await examine(`${url.replace('//postgres:', '//weak:')}?connection_limit=5000`)
        assert.match(weak.stdout, /fail {2}versions: prisma is 6\.9\.0, @prisma\/client is 7\.1\.0/)
        assert.match(weak.stdout, /fail {2}rights at run time: 'weak' may not read and write User/)
        assert.match(weak.stdout, /fail {2}rights of migrations: 'weak' may not make tables in 'public'/)
        assert.match(weak.stdout, /fail {2}pooling: connection_limit is 5000, the server allows \d+ in all/)
        assert.equal(weak.status, 1)

        const refused = await examine(url.replace('secret', 'wrong-word'))
        assert.match(refused.stdout, /fail {2}connection: .* refuses the password of user 'postgres'/)
        write({ '.env': `DATABASE_URL="${url}?pgbouncer=true"\n` })
        const absent = await runCli(['doctor'], { cwd: root })
        assert.match(absent.stdout, /DATABASE_URL: is well formed, from \.env:/)
        assert.match(absent.stdout, /warn {2}pooling: migrations cannot go through a pooler/)
      },
    ))
})
