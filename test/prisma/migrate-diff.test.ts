import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { type Run, runCli } from '../support/cli.js'
import { type Files, inWorkspace, type Workspace } from '../support/workspace.js'
import { VERSIONS, type Version } from './install.mjs'
import { addPrisma, withStandIn } from './modules.js'

const MAIN = 'mysql://shop:m4in-secret@db.example.org:3306/shop'
const SHADOW = 'mysql://shadow:sh4dow-secret@db.example.org/shop_shadow'
const SQL = '-- AlterTable\nALTER TABLE `User` ADD COLUMN `name` VARCHAR(191) NOT NULL;\n'
const MISSING = { stdout: SQL, exitCode: 2 }
const NOTHING = { stdout: '-- This is an empty migration.\n', exitCode: 0 }

const DATASOURCE = `datasource db {
  provider          = "mysql"
  url               = env("DATABASE_URL")
  shadowDatabaseUrl = env("SHADOW_URL")
}
`
const CONFIG = `import { defineConfig, env } from 'prisma/config'
export default defineConfig({
  schema: 'prisma/schema.prisma',
  datasource: { url: env('DATABASE_URL'), shadowDatabaseUrl: env('SHADOW_URL') },
})
`
const USER = 'model User {\n  id   Int    @id\n  name String\n}\n'

/** Prisma 7 has addresses in its configuration. */
function filesOf(version: Version): Files {
  const datasource = version === '7' ? DATASOURCE.replace(/^.*env\(.*\n/gm, '') : DATASOURCE
  return {
    'package.json': JSON.stringify({ name: 'shop', dependencies: { prisma: version } }),
    'prisma/schema.prisma': datasource + USER,
    'prisma/migrations/1_init/migration.sql': 'CREATE TABLE `User` (`id` INTEGER NOT NULL, PRIMARY KEY (`id`));\n',
    'prisma/migrations/migration_lock.toml': 'provider = "mysql"\n',
    ...(version === '7' && { 'prisma.config.ts': CONFIG }),
  }
}

interface Project extends Workspace {
  /** Runs `migration …`; no secret is ever printed. `answer` is what the engine says. */
  migration(command: string, answer?: object, env?: Readonly<Record<string, string>>): Promise<Run>
  /** What the engine was asked to compare. */
  asked(): { readonly params: Readonly<Record<string, unknown>> }
}

function inProject(version: Version, more: Files, body: (project: Project) => Promise<void>): Promise<void> {
  return inWorkspace({ ...filesOf(version), ...more }, async (workspace) => {
    addPrisma(workspace.root, version)
    const standIn = withStandIn(workspace.root)
    const addresses = { DATABASE_URL: MAIN, SHADOW_URL: SHADOW }
    await body({
      ...workspace,
      async migration(command, answer = MISSING, env = {}) {
        const all = { ...standIn, ...addresses, STAND_IN_ANSWER: JSON.stringify(answer), ...env }
        const run = await runCli(['migration', command], { cwd: workspace.root, env: all, timeoutMs: 100_000 })
        assert.doesNotMatch(run.stdout + run.stderr, /secret/)
        return run
      },
      asked() {
        const lines = readFileSync(workspace.at('node_modules/asked.log'), 'utf8').trim().split('\n')
        return lines.map((line) => JSON.parse(line)).findLast(({ method }) => method === 'diff')
      },
    })
  })
}

describe("migrations for databases that need a server, by the project's own prisma migrate diff", function () {
  this.timeout(200_000)

  for (const version of VERSIONS) {
    it(`are told as Prisma ${version} tells them`, () =>
      inProject(version, {}, async ({ migration, asked }) => {
        const diff = await migration('diff')
        assert.deepEqual([diff.status, diff.stdout], [0, SQL], diff.stderr)
        assert.match(
          diff.stderr,
          /> npx prisma migrate diff --from-migrations prisma\/migrations --to-schema\S* prisma\/schema/,
        )
        assert.match(diff.stderr, /on database 'shop_shadow' on db\.example\.org, which it empties/)
        const { params } = asked()
        assert.match(JSON.stringify(params.from), version === '5' ? /prisma\/migrations/ : /CREATE TABLE `User`/)
        assert.match(JSON.stringify(params.to), /model User/)
        if (version !== '7') assert.equal(params.shadowDatabaseUrl, SHADOW)
        const missing = await migration('status')
        assert.match(missing.stdout, /schema\.prisma:\S+ {2}warning .*it changes table 'User' {2}migration-missing/)
        assert.match(missing.stdout, /1 migration, one is missing/)
        assert.equal(missing.status, 1)
        const complete = await migration('status', NOTHING)
        assert.match(complete.stdout, /1 migration, nothing is missing/)
        assert.equal(complete.status, 0)
      }))

    it(`cannot be told where Prisma ${version} cannot`, () =>
      inProject(version, {}, async ({ migration }) => {
        const refused = await migration('status', { error: `Access denied at ${SHADOW} for user` })
        assert.match(refused.stdout, /cannot be checked here: Prisma could not tell: .*Access denied at .* for user/)
        assert.equal(refused.status, 2)
        // No engine, and nowhere to get one from.
        const nowhere = {
          PRISMA_ENGINES_MIRROR: 'http://127.0.0.1:9',
          PRISMA_SCHEMA_ENGINE_BINARY: '',
          XDG_CACHE_HOME: '/nowhere',
        }
        const lacking = await migration('diff', MISSING, { ...nowhere, HOME: '/nowhere' })
        assert.match(
          lacking.stderr,
          /cannot be checked here: Prisma's own schema engine is not installed and could not be/,
        )
        assert.deepEqual([lacking.status, lacking.stdout], [2, ''])
      }))
  }

  const unasked: readonly (readonly [
    what: string,
    files: Files,
    env: Readonly<Record<string, string>>,
    reason: RegExp,
  ])[] = [
    [
      'no shadow database is named',
      {},
      { SHADOW_URL: '' },
      /migrations of MySQL cannot be applied without a server, and 'shadowDatabaseUrl' names none that Prisma may empty/,
    ],
    [
      'it is the database itself',
      {},
      { SHADOW_URL: MAIN.replace('shop:', 'root:').replace(':3306', '') },
      /'shadowDatabaseUrl' names database 'shop' on db\.example\.org itself, which Prisma would empty/,
    ],
    ['its address has no form', {}, { SHADOW_URL: 'sh4dow-secret' }, /'shadowDatabaseUrl' is no address of a database/],
    [
      'MongoDB has none',
      { 'prisma/schema.prisma': DATASOURCE.replace('mysql', 'mongodb') + USER },
      {},
      /MongoDB has no migrations/,
    ],
  ]
  for (const [what, files, env, reason] of unasked) {
    it(`are not asked for: ${what}`, () =>
      inProject('6', files, async ({ migration, asked }) => {
        const { status, stdout } = await migration('status', MISSING, env)
        assert.match(stdout, /cannot be checked here/)
        assert.match(stdout, reason)
        assert.equal(status, 2)
        assert.throws(asked, /ENOENT/)
      }))
  }

  it('are not asked for where Prisma is not installed', () =>
    inWorkspace(filesOf('6'), async ({ root }) => {
      const env = { DATABASE_URL: MAIN, SHADOW_URL: SHADOW }
      const { status, stdout } = await runCli(['migration', 'status'], { cwd: root, env })
      assert.match(stdout, /cannot be checked here: the package 'prisma' is not installed for '\.'/)
      assert.equal(status, 2)
    }))
})
