import assert from 'node:assert/strict'
import fs, { readFileSync } from 'node:fs'
import path from 'node:path'
import { runCli } from './support/cli.js'
import { inWorkspace } from './support/workspace.js'

const DATASOURCE = 'datasource db {\n  provider = "postgresql"\n  url      = env("DATABASE_URL")\n}\n'
const USER = 'model User {\n  id   Int    @id @default(autoincrement())\n  name String\n}\n'
const INIT = 'CREATE TABLE "User" ("id" SERIAL NOT NULL, CONSTRAINT "User_pkey" PRIMARY KEY ("id"));\n'
const LOCK = 'provider = "postgresql"\n'

const PROJECT = {
  'package.json': '{}',
  'node_modules/x/package.json': '{}',
  'prisma/schema.prisma': DATASOURCE + USER,
  'prisma/migrations/1_init/migration.sql': INIT,
  'prisma/migrations/migration_lock.toml': LOCK,
}

const SQLITE = {
  ...PROJECT,
  'prisma/schema.prisma': DATASOURCE.replace('postgresql', 'sqlite') + USER,
  'prisma/migrations/1_init/migration.sql': 'CREATE TABLE "User" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT);\n',
  'prisma/migrations/migration_lock.toml': 'provider = "sqlite"\n',
}

describe('migrations without a database', () => {
  it('prints the SQL that is missing, until a migration holds it', () =>
    inWorkspace(PROJECT, async ({ root, write }) => {
      const diff = () => runCli(['migration', 'diff'], { cwd: root })
      const status = () => runCli(['migration', 'status'], { cwd: root })
      const before = await diff()
      assert.equal(before.stdout, '-- AlterTable\nALTER TABLE "User" ADD COLUMN     "name" TEXT NOT NULL;\n')
      assert.equal(before.status, 0)
      const missing = await status()
      assert.match(missing.stdout, /schema\.prisma:5:7 {2}warning .*it changes table 'User' {2}migration-missing/)
      assert.match(missing.stdout, /prisma\/schema\.prisma {2}1 migration, one is missing/)
      assert.equal(missing.status, 1)
      write({ 'prisma/migrations/2_name/migration.sql': before.stdout })
      assert.deepEqual(await diff().then(({ status, stdout }) => ({ status, stdout })), { status: 0, stdout: '' })
      const complete = await status()
      assert.match(complete.stdout, /2 migrations, nothing is missing/)
      assert.equal(complete.status, 0)
    }))

  it('leaves out what a schema cannot tell: partial, double and other indexes by hand, checks, functions, triggers', () =>
    inWorkspace(PROJECT, async ({ root, write }) => {
      write({
        'prisma/migrations/2_name/migration.sql': `ALTER TABLE "User" ADD COLUMN "name" TEXT NOT NULL CHECK ("name" <> '');
CREATE UNIQUE INDEX "a" ON "User"("name") WHERE "id" > 7;
CREATE INDEX "b" ON "User"(lower("name"));
CREATE INDEX "c" ON "User"("id", "name");
CREATE INDEX "User_id_name_idx" ON "User"("id", "name");
`,
        'prisma/migrations/3_more/migration.sql': `CREATE FUNCTION f() RETURNS trigger AS $$ BEGIN RETURN NEW; END $$ LANGUAGE plpgsql;
CREATE TRIGGER t BEFORE UPDATE ON "User" FOR EACH ROW EXECUTE FUNCTION f();
CREATE VIEW v AS SELECT 1;
`,
        'prisma/schema.prisma': (DATASOURCE + USER).replace('String\n', 'String\n  @@index([id, name])\n'),
      })
      const { stdout, status } = await runCli(['migration', 'diff'], { cwd: root })
      assert.equal(stdout, '')
      assert.equal(status, 0)
    }))

  it('keeps what migrations lead to, and trusts no damaged copy', () =>
    inWorkspace(SQLITE, async ({ root }) => {
      const diff = async () => (await runCli(['migration', 'diff'], { cwd: root })).stdout
      const folder = path.join(root, 'node_modules/.cache/prisma-drift')
      const [first, second] = await Promise.all([diff(), diff()])
      assert.equal(first, second)
      const [name = '', ...others] = fs.readdirSync(folder)
      assert.match(name, /^snapshot-\w+\.json$/)
      assert.deepEqual(others, [])
      const kept = fs.readFileSync(path.join(folder, name), 'utf8')
      for (const damaged of ['', '{', 'null', kept.replace('model User', 'model Uzer'), kept.slice(0, -9)]) {
        fs.writeFileSync(path.join(folder, name), damaged)
        assert.equal(await diff(), first)
      }
      assert.equal(fs.readFileSync(path.join(folder, name), 'utf8'), kept)
    }))

  it('does the same for SQLite', () =>
    inWorkspace(SQLITE, async ({ root, write }) => {
      const { stdout } = await runCli(['migration', 'diff'], { cwd: root })
      assert.match(stdout, /CREATE TABLE "new_User"[\s\S]*"name" TEXT NOT NULL/)
      write({ 'prisma/migrations/2_name/migration.sql': stdout })
      assert.equal((await runCli(['migration', 'diff'], { cwd: root })).stdout, '')
    }))

  it('renames columns where they seem to be renamed, if asked to', () =>
    inWorkspace(SQLITE, async ({ root, write }) => {
      write({ 'prisma/migrations/2_name/migration.sql': 'ALTER TABLE "User" ADD COLUMN "title" TEXT;\n' })
      const plain = await runCli(['migration', 'diff'], { cwd: root })
      assert.match(
        plain.stderr,
        /'User\.title' is dropped and 'name' added: if it was renamed, --renames keeps its values/,
      )
      const { stdout, stderr } = await runCli(['migration', 'diff', '--renames'], { cwd: root })
      assert.match(stdout, /^-- RenameColumn\nALTER TABLE "User" RENAME COLUMN "title" TO "name";\n\n-- RedefineTables/)
      assert.doesNotMatch(stderr, /--renames/)
      write({ 'prisma/migrations/3_rename/migration.sql': stdout })
      assert.equal((await runCli(['migration', 'diff'], { cwd: root })).stdout, '')
      const down = await runCli(['migration', 'down'], { cwd: root })
      assert.match(down.stdout, /-- Rename\nALTER TABLE "User" RENAME COLUMN "name" TO "title";/)
      assert.equal(down.status, 0)
    }))

  it('takes migrations back, and says what stays lost', () =>
    inWorkspace(SQLITE, async ({ root, write }) => {
      const down = (...args: readonly string[]) => runCli(['migration', 'down', ...args], { cwd: root })
      const init = await down()
      assert.match(init.stdout, /^-- Takes back 1_init\.\n-- Is lost by this: table User\n/)
      assert.match(init.stdout, /\nDROP TABLE "User";\n/)
      write({
        'prisma/migrations/2_more/migration.sql':
          'ALTER TABLE "User" ADD COLUMN "name" TEXT;\nCREATE TABLE "Old" ("id" INTEGER PRIMARY KEY);\n',
        'prisma/migrations/3_less/migration.sql': 'DROP TABLE "Old";\n',
      })
      const last = await down('--output', 'down.sql')
      assert.equal(last.stdout, '')
      const written = readFileSync(path.join(root, 'down.sql'), 'utf8')
      assert.match(written, /^-- Takes back 3_less\.\n-- Stays lost, as the migration dropped it: table Old\n/)
      assert.match(written, /CREATE TABLE "Old"/)
      assert.match(written, /-- DELETE FROM "_prisma_migrations" WHERE "migration_name" = '3_less';/)
      const both = await down('2_more')
      assert.match(both.stdout, /^-- Takes back 3_less, 2_more\.\n-- Is lost by this: column User\.name\n/)
      assert.equal(both.status, 0)
      const none = await down('4_none')
      assert.match(none.stderr, /no migration is called '4_none'/)
      assert.equal(none.status, 2)
    }))

  const unknown: readonly (readonly [what: string, files: Readonly<Record<string, string>>, reason: RegExp])[] = [
    [
      'another database',
      { 'prisma/schema.prisma': DATASOURCE.replace('postgresql', 'mysql') + USER },
      /migrations of MySQL cannot be applied without a server/,
    ],
    [
      'migrations for another database',
      { 'prisma/schema.prisma': DATASOURCE.replace('postgresql', 'sqlite') + USER },
      /the migrations are for postgresql, the schema is for sqlite/,
    ],
    [
      'an extension that is not there',
      { 'prisma/migrations/2_v/migration.sql': 'CREATE EXTENSION IF NOT EXISTS vector;' },
      /2_v needs the extension 'vector', which is not there/,
    ],
    [
      'a migration that fails',
      { 'prisma/migrations/2_v/migration.sql': 'ALTER TABLE "Nobody" ADD COLUMN "x" INTEGER;' },
      /2_v does not apply to an empty database: relation "Nobody" does not exist/,
    ],
    [
      'a schema with errors',
      { ...SQLITE, 'prisma/schema.prisma': `${SQLITE['prisma/schema.prisma']}model User {\n  id Foo @id\n}\n` },
      /the schema has errors/,
    ],
  ]
  for (const [what, files, reason] of unknown) {
    it(`cannot tell: ${what}`, () =>
      inWorkspace({ ...PROJECT, ...files }, async ({ root }) => {
        const { status, stdout } = await runCli(['migration', 'status'], { cwd: root })
        assert.match(stdout, reason)
        assert.doesNotMatch(stdout, /migration-missing|\n\s+at /)
        assert.equal(status, 2)
      }))
  }

  it('says where neither a schema nor a migration was named', () =>
    inWorkspace(PROJECT, async ({ root }) => {
      for (const command of ['status', 'diff']) {
        const run = await runCli(['migration', command, 'node_modules'], { cwd: root })
        assert.match(run.stderr, /neither a schema nor a migration stands in these files and folders/)
        assert.equal(run.status, 2)
      }
      const named = await runCli(['migration', 'status', 'prisma/migrations'], { cwd: root })
      assert.match(named.stdout, /1 migration, one is missing/)
    }))

  it('says nothing of a project that keeps none', () =>
    inWorkspace({ 'package.json': '{}', 'prisma/schema.prisma': DATASOURCE + USER }, async ({ root }) => {
      const { status, stdout } = await runCli(['migration', 'status'], { cwd: root })
      assert.match(stdout, /no migrations/)
      assert.equal(status, 0)
    }))

  it('leaves check as fast as it is: no engine runs', () =>
    inWorkspace(PROJECT, async ({ check, root }) => {
      assert.doesNotMatch((await check()).stdout, /migration-missing/)
      const kept = fs.readdirSync(path.join(root, 'node_modules/.cache/prisma-drift'))
      assert.deepEqual(
        kept.filter((name) => !name.startsWith('check-')),
        [],
      )
    }))
})
