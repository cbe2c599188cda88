import assert from 'node:assert/strict'
import { runCli } from './support/cli.js'
import { parseReport } from './support/report.js'
import { inWorkspace } from './support/workspace.js'

const SCHEMA = 'datasource db {\n  provider = "postgresql"\n}\nmodel User {\n  id Int @id\n}\n'
const PROJECT = {
  'package.json': '{}',
  'prisma/schema.prisma': SCHEMA,
  'prisma/migrations/1_init/migration.sql': 'CREATE TABLE "User" ("id" INTEGER NOT NULL, "name" TEXT);\n',
}
const DROP = { 'prisma/migrations/2_drop/migration.sql': '-- DropTable\nDROP TABLE "User";\n' }

describe('migration lint', () => {
  const lint = (root: string, ...args: readonly string[]) => runCli(['migration', 'lint', ...args], { cwd: root })

  it('looks at what the base revision lacks', () =>
    inWorkspace(PROJECT, async ({ root, write, commit, git }) => {
      commit()
      const before = await lint(root)
      assert.match(before.stdout, /^Nothing dangerous found\.\nThere are no new migrations\.\n$/)
      assert.equal(before.status, 0)
      write(DROP)
      const after = await lint(root)
      assert.match(after.stdout, /2_drop\/migration\.sql:2:1 {2}error {2}This drops table 'User'.* {2}drop-table\n/)
      assert.match(after.stdout, /1 error\.\nLooked at 1 new migration\.\n$/)
      assert.equal(after.status, 1)
      git('branch', 'main-before')
      git('add', '--all')
      git('commit', '--quiet', '--message', 'Drop')
      assert.equal((await lint(root)).status, 0)
      assert.equal((await lint(root, '--base', 'main-before')).status, 1)
      assert.equal((await lint(root, '--base', 'main-before', '--fail-on', 'never')).status, 0)
    }))

  it('looks at what is named, without git', () =>
    inWorkspace({ ...PROJECT, ...DROP }, async ({ root }) => {
      const [none, named, json] = await Promise.all([
        lint(root),
        lint(root, 'prisma/migrations/2_drop'),
        lint(root, 'prisma/migrations/2_drop', '--format', 'json'),
      ])
      assert.match(none.stderr, /git does not know the migrations of 'HEAD'; name those/)
      assert.equal(none.status, 2)
      assert.match(named.stdout, /drop-table/)
      assert.deepEqual(
        parseReport(json.stdout).findings.map(({ rule, file }) => `${rule} ${file}`),
        ['drop-table prisma/migrations/2_drop/migration.sql'],
      )
    }))

  it('says what it cannot read', () =>
    inWorkspace(
      { ...PROJECT, 'prisma/migrations/2_x/migration.sql': 'ALTER TABLE `User` ADD x INT;' },
      async ({ root }) => {
        const { stderr, status } = await lint(root, 'prisma/migrations/2_x')
        assert.match(stderr, /2_x\/migration\.sql is not looked at: it is no SQL of PostgreSQL: syntax error/)
        assert.equal(status, 2)
      },
    ))

  it('leaves check alone', () =>
    inWorkspace(PROJECT, async ({ write, commit, check }) => {
      commit()
      write(DROP)
      assert.doesNotMatch((await check()).stdout, /drop-table/)
    }))
})

describe('migrations beside those of the base revision', () => {
  it('are edited, out of order and in conflict', () =>
    inWorkspace(PROJECT, async ({ root, write, commit, git }) => {
      commit()
      git('branch', 'theirs')
      write({ 'prisma/migrations/3_ours/migration.sql': 'ALTER TABLE "User" ADD COLUMN "a" TEXT;\n' })
      git('add', '--all')
      git('commit', '--quiet', '--message', 'Ours')
      git('checkout', '--quiet', 'theirs')
      write({ 'prisma/migrations/4_theirs/migration.sql': 'ALTER TABLE "User" ADD COLUMN "b" TEXT;\n' })
      git('add', '--all')
      git('commit', '--quiet', '--message', 'Theirs')
      git('checkout', '--quiet', '-')
      write({ 'prisma/migrations/1_init/migration.sql': 'CREATE TABLE "User" ("id" INTEGER NOT NULL);\n' })
      const { stdout } = await runCli(['migration', 'status', '--base', 'theirs', '--format', 'json'], { cwd: root })
      const { findings } = parseReport(stdout)
      assert.deepEqual(
        findings.filter(({ rule }) => rule !== 'migration-missing').map(({ rule, file }) => `${rule} ${file}`),
        [
          'migration-edited prisma/migrations/1_init/migration.sql',
          'migration-conflict prisma/migrations/3_ours/migration.sql',
          'migration-out-of-order prisma/migrations/3_ours/migration.sql',
        ],
      )
    }))
})
