import assert from 'node:assert/strict'
import fs from 'node:fs'
import { runCli } from './support/cli.js'
import { DRIFTED_SHOP, SCHEMA } from './support/shop.js'
import { inWorkspace, type Workspace } from './support/workspace.js'

function report(workspace: Workspace, ...args: readonly string[]) {
  return runCli(['report', ...args], { cwd: workspace.root })
}

describe('report', () => {
  it('says what changed, what has drifted, what describes a model and what is left to a person', () =>
    inWorkspace(
      { ...DRIFTED_SHOP, 'src/users.ts': 'export const all = (prisma) => prisma.tag.findMany()\n' },
      async (workspace) => {
        workspace.write({ 'prisma/schema.prisma': `${SCHEMA}\nmodel Tag {\n  id Int @id\n}\n` })
        workspace.commit()
        workspace.write({
          'prisma/schema.prisma': `${SCHEMA.replace('  age    Int\n', '')}\nmodel Tag {\n  id Int @id\n}\n`,
        })
        const { status, stdout } = await report(workspace)
        assert.equal(status, 0)
        assert.match(
          stdout,
          /^# Prisma Drift: report\n\n2 findings to act on: 3 files read, 2 types that describe a model\. Compared with commit `[0-9a-f]{12}`\.$/m,
        )
        assert.match(stdout, /^\| `prisma\/schema\.prisma` \| postgresql \| 3 \| 1 \| {2}\|$/m)
        assert.match(stdout, /^- `User`: 'age' is gone\n {2}used in `src\/user\.ts`$/m)
        assert.match(stdout, /^\| error \| responses \| 'User\.age' is gone \| `src\/user\.ts` \|$/m)
        assert.match(
          stdout,
          /^\| error \| `src\/order\.ts:3` \| .* \| `field-type-mismatch` \| `prisma-drift fix` \|$/m,
        )
        assert.match(stdout, /^\| `Order` \| `Order` \| {2}\| {2}\| 100 % \|\n\| `Tag` \| {2}\| {2}\| {2}\| {2}\|$/m)
        assert.match(stdout, /^- `Tag` is read or written, but no type describes it$/m)
        assert.equal((await report(workspace)).stdout, stdout)
      },
    ))

  it('is a page in a file where that is asked for', () =>
    inWorkspace(DRIFTED_SHOP, async (workspace) => {
      const { status, stdout } = await report(workspace, '--format', 'html', '--output', 'drift.html')
      assert.deepEqual([status, stdout], [0, ''])
      assert.match(
        fs.readFileSync(workspace.at('drift.html'), 'utf8'),
        /^<!doctype html>[\s\S]*<code>field-type-mismatch<\/code>/,
      )
    }))

  it('says whether a migration is missing, and its SQL', () =>
    inWorkspace(DRIFTED_SHOP, async (workspace) => {
      assert.doesNotMatch((await report(workspace)).stdout, /^## Migrations$/m)
      workspace.write({
        'prisma/schema.prisma':
          'datasource db {\n  provider = "sqlite"\n}\nmodel Tag {\n  id    Int     @id\n  label String?\n}\n',
        'prisma/migrations/20240101000000_init/migration.sql':
          'CREATE TABLE "Tag" ("id" INTEGER NOT NULL PRIMARY KEY);\n',
        'prisma/migrations/migration_lock.toml': 'provider = "sqlite"\n',
      })
      const { stdout } = await report(workspace)
      assert.match(
        stdout,
        /^- `prisma\/schema\.prisma`: 1 migration, one is missing; it would be:\n\n```sql\n[^`]*ADD COLUMN "label" TEXT;\n```$/m,
      )
      assert.match(stdout, /^\| warning \| .* \| `migration-missing` \|/m)
    }))

  it('tells the errors of a schema', () =>
    inWorkspace(DRIFTED_SHOP, async (workspace) => {
      workspace.write({ 'prisma/schema.prisma': `${SCHEMA}model Broken {\n  x Nothing\n}\n` })
      const { status, stdout } = await report(workspace)
      assert.equal(status, 0)
      assert.match(stdout, /^- `prisma\/schema\.prisma:\d+` .*Nothing/m)
    }))
})
