import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { createEngine } from '../../server/src/project/engine/engine.js'
import { findMissingMigration } from '../../server/src/project/missing-migration.js'
import { createRandom } from '../../server/src/testing/random.js'
import { MIGRATED_PROJECTS, type MigratedSchema, migratedSchemasIn } from '../support/migrated-projects.js'
import { lacksPostgres, type PostgresServer, startPostgres } from '../support/postgres.js'
import { EDITS, validEdit } from '../support/random-edit.js'
import { inWorkspace, type Workspace } from '../support/workspace.js'
import type { Version } from './install.mjs'
import { addPrisma, withStandIn } from './modules.js'

/** How many changes of each project; `PRISMA_DRIFT_EDITS=50` tries more of them. */
const COUNT = Number(process.env.PRISMA_DRIFT_EDITS ?? 2)
const SEED = Number(process.env.PRISMA_DRIFT_SEED ?? 20_251)
const EVERYTHING = Boolean(process.env.PRISMA_DRIFT_TEST_EVERYTHING)

type Files = MigratedSchema['schema']['files']

const onPostgres = lacksPostgres() === undefined || EVERYTHING ? describe : undefined

onPostgres?.("migrations beside what Prisma's own command line prints and writes", function () {
  this.timeout(60_000 + COUNT * 120_000)
  const engine = createEngine({ program: 'dist/engine/main.js' })
  let server: PostgresServer
  before(async () => {
    server = await startPostgres()
  })
  after(() => {
    engine.stop()
    server.stop()
  })

  for (const project of MIGRATED_PROJECTS) {
    it(`${path.basename(project)}: migrate diff and migrate dev --create-only`, async () => {
      for (const migrated of await migratedSchemasIn(project)) {
        await inWorkspace({ 'package.json': '{}' }, async (workspace) => {
          const prisma = await prepare(workspace, migrated, server)
          const ask = (files: Files, migrations = migrated.schema.migrations) =>
            findMissingMigration({ root: workspace.root, engine, schema: { files, migrations } })
          const first = await ask(migrated.schema.files)
          const verdict = await prisma.diff().catch((error: Error) => error)
          if (first.kind === 'unknown') {
            assert.ok(verdict instanceof Error || /extension/.test(first.reason), `${project}: ${first.reason}`)
            return
          }
          assert.equal(verdict, first.kind === 'missing' ? first.sql : '', project)
          const last = { name: '99990101000000_first', file: prisma.fileOf('99990101000000_first') }
          const text = first.kind === 'missing' ? first.sql : ''
          if (text !== '') workspace.write({ [last.file]: text })
          await prisma.deploy()
          const base = text === '' ? migrated.schema.migrations : [...migrated.schema.migrations, { ...last, text }]
          for (let index = 0; index < COUNT; index++) {
            const kind = EDITS[(SEED + index * 3 + MIGRATED_PROJECTS.indexOf(project)) % EDITS.length] ?? 'add'
            const edit = await validEdit(migrated.schema.files, kind, createRandom(SEED + index), async (edited) => {
              const found = await ask(edited, base)
              if (found.kind === 'unknown') throw new Error(`Validation Error: ${found.reason}`)
              return found
            })
            if (!edit) continue
            const written = await prisma.createOnly(edit.edited)
            const found = edit.answer.kind === 'missing' ? edit.answer.sql : ''
            assert.equal(written, found, `${project}, PRISMA_DRIFT_SEED=${SEED}, change ${index}: ${kind}`)
            if (process.env.PRISMA_DRIFT_SHOW) console.log(path.basename(project), kind, written.length)
          }
        })
      }
    })
  }
})

interface Prisma {
  /** What `migrate diff` prints: the SQL from the migrations to the schema, or nothing. */
  diff(): Promise<string>
  /** Applies all migrations. */
  deploy(): Promise<unknown>
  /** What `migrate dev --create-only` writes for a schema; it is removed again. */
  createOnly(files: Files): Promise<string>
  /** The file of a migration, whether there or not. */
  fileOf(migration: string): string
}

/** A copy of the schema and its migrations, for the newest version of Prisma that takes it. */
async function prepare(workspace: Workspace, migrated: MigratedSchema, server: PostgresServer): Promise<Prisma> {
  const { schema, provider } = migrated
  const { root, write, at } = workspace
  const version: Version = schema.files.some(({ text }) => /^\s*url\s*=/m.test(text)) ? '6' : '7'
  const migrations = path.posix.dirname(path.posix.dirname(schema.migrations[0]?.file ?? ''))
  const place =
    schema.files.length > 1 ? path.posix.dirname(schema.files[0]?.file ?? '') : (schema.files[0]?.file ?? '')
  const writeAll = (files: Files) => write(Object.fromEntries(files.map(({ file, text }) => [file, text])))
  writeAll(schema.files)
  write(Object.fromEntries(schema.migrations.map(({ file, text = '' }) => [file, text])))
  write({ [`${migrations}/migration_lock.toml`]: `provider = "${provider}"\n` })
  addPrisma(root, version)
  const isServer = provider === 'postgresql'
  const [url, shadow] = isServer
    ? [await server.createDatabase(), await server.createDatabase()]
    : ['file:./dev.db', '']
  if (version === '7') {
    const datasource = JSON.stringify({ url, ...(isServer && { shadowDatabaseUrl: shadow }) })
    write({ 'prisma.config.mjs': `export default { schema: '${place}', datasource: ${datasource} }\n` })
  }
  const variables = schema.files.flatMap(({ text }) =>
    [...text.matchAll(/env\("(\w+)"\)/g)].map(([, name = '']) => name),
  )
  const addresses = Object.fromEntries(variables.map((name) => [name, /SHADOW/.test(name) ? shadow : url]))
  const env = { ...process.env, ...withStandIn(root), ...addresses, CI: '', NO_COLOR: '1', CHECKPOINT_DISABLE: '1' }
  const run = (...args: readonly string[]) => {
    const words = [...INTERACTIVE, at('node_modules/prisma/build/index.js'), ...args]
    const options = { cwd: root, env, timeout: 100_000, maxBuffer: 1e8 }
    const running = promisify(execFile)(process.execPath, words, options)
    running.child.stdin?.end('y\n')
    return running
  }
  return {
    fileOf: (migration) => `${migrations}/${migration}/migration.sql`,
    async diff() {
      const to = version === '7' ? ['--to-schema', place] : ['--to-schema-datamodel', place]
      const given = isServer && version !== '7' ? ['--shadow-database-url', shadow] : []
      const args = ['migrate', 'diff', '--from-migrations', migrations, ...to, ...given, '--script', '--exit-code']
      const answer = await run(...args).catch((error: { code?: unknown; stdout: string; stderr: string }) => {
        if (error.code !== 2) throw new Error(error.stderr)
        return error
      })
      return 'code' in answer ? `${answer.stdout.trim()}\n` : ''
    },
    deploy: () => run('migrate', 'deploy', '--schema', place),
    async createOnly(files) {
      writeAll(files)
      const before = new Set(readdirSync(at(migrations)))
      await run('migrate', 'dev', '--create-only', '--name', 'edit', '--schema', place)
      const [made = ''] = readdirSync(at(migrations)).filter((name) => !before.has(name))
      const sql = readFileSync(at(`${migrations}/${made}/migration.sql`), 'utf8')
      rmSync(at(`${migrations}/${made}`), { recursive: true })
      // Above the SQL stands a comment that warns of what it loses.
      return /^-- This is an empty migration/.test(sql) ? '' : sql.replace(/^\/\*\n {2}Warnings:[\s\S]*?\*\/\n/, '')
    },
  }
}

/** `migrate dev` works for people at a terminal only, who answer with yes. */
const INTERACTIVE = [
  '--import',
  'data:text/javascript,process.stdin.isTTY=true;process.stdin.setRawMode=()=>process.stdin',
]
