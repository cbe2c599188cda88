import assert from 'node:assert/strict'
import fs from 'node:fs'
import type { Run } from './support/cli.js'
import { DRIFTED_SHOP, ORDER_TYPES, SCHEMA, SHOP, USER_TYPES } from './support/shop.js'
import { type Files, inWorkspace, type Workspace } from './support/workspace.js'

/** A project with its packages installed, in which there is something to find. */
const INSTALLED: Files = { ...DRIFTED_SHOP, 'node_modules/typescript/package.json': '{}' }
const FOLDER = 'node_modules/.cache/prisma-drift'

const isRemembered = ({ stderr }: Run) => stderr.includes('as nothing has changed')

/** What was said, but for how long it took. */
const said = ({ status, stdout, stderr }: Run) => ({ status, stdout, stderr: stderr.replace(/^\d+ ms.*\n/m, '') })

/** A check says what one without memory does. The result is whether it was remembered. */
async function agrees({ check }: Workspace, ...args: readonly string[]): Promise<boolean> {
  const run = await check(...args)
  assert.deepEqual(said(run), said(await check('--no-cache', ...args)))
  return isRemembered(run)
}

describe('the result of an earlier check', () => {
  it('is said again while nothing has changed, with the same bytes and status', () =>
    inWorkspace(INSTALLED, async (workspace) => {
      workspace.write({ 'src/binary.ts': Buffer.from([0, 1]) })
      for (const args of [[], ['--format', 'json'], ['--verbose', 'src/order.ts'], ['--fail-on', 'never']]) {
        assert.equal(await agrees(workspace, ...args), false, args.join(' '))
        assert.equal(await agrees(workspace, ...args), true, args.join(' '))
      }
    }))

  it('does not count when anything has changed that is read', () =>
    inWorkspace({ ...INSTALLED, 'tsconfig.json': '{}', '.gitignore': 'node_modules\n' }, async (workspace) => {
      workspace.commit()
      await agrees(workspace)
      const changes: readonly Files[] = [
        { 'src/order.ts': ORDER_TYPES },
        { 'src/user.ts': USER_TYPES.replace('age: number', 'age: string') },
        { 'src/new.ts': 'export interface OrderDto { id: string; total: number; userId: number }\n' },
        { 'prisma/schema.prisma': SCHEMA.replace('age    Int', 'age    Int?') },
        { 'prisma/schema.prisma': SCHEMA.replace('age    Int', 'age    Intt') },
        { 'prisma/schema.prisma': SCHEMA.replace('note   String?', 'note   String') },
        { 'prisma/migrations/20260101000000_start/migration.sql': 'CREATE TABLE "User" ("id" SERIAL);\n' },
        { 'prisma-drift.config.json': '{ "rules": { "field-type-mismatch": "info" } }' },
        { 'package.json': '{ "name": "shop", "dependencies": { "superjson": "1" } }' },
        { 'tsconfig.json': '{ "compilerOptions": { "paths": { "~/*": ["./src/*"] } } }' },
        { '.gitignore': 'node_modules\nsrc/new.ts\n' },
        { 'node_modules/.prisma/client/schema.prisma': SCHEMA.replace('  age    Int\n', '') },
      ]
      for (const change of changes) {
        workspace.write(change)
        assert.equal(await agrees(workspace), false, JSON.stringify(change))
      }
      await workspace.check('--suppress-all')
      assert.equal(await agrees(workspace), false, 'a baseline')
      fs.rmSync(workspace.at('src/user.ts'))
      assert.equal(await agrees(workspace), false)
      workspace.write({ 'prisma/schema.prisma': SCHEMA.replace('total  Int', 'amount Int') })
      assert.equal(await agrees(workspace), false)
      workspace.git('add', '--all')
      workspace.git('commit', '--quiet', '--message', 'Next')
      assert.equal(await agrees(workspace), false, 'another base')
      assert.equal(await agrees(workspace), true)
    }))

  it('does not count for a question that depends on more', () =>
    inWorkspace(INSTALLED, async (workspace) => {
      workspace.commit()
      for (const args of [['--changed-since', 'HEAD'], ['--prune-suppressions'], ['--no-cache']]) {
        assert.equal(isRemembered(await workspace.check(...args)), false)
        assert.equal(isRemembered(await workspace.check(...args)), false)
      }
      assert.equal(fs.existsSync(workspace.at(FOLDER)), false)
    }))

  it('is of no use damaged, torn or for another key, and is replaced', () =>
    inWorkspace(INSTALLED, async (workspace) => {
      const entry = () => workspace.at(`${FOLDER}/${fs.readdirSync(workspace.at(FOLDER))[0]}`)
      const { stdout } = await workspace.check()
      const whole = fs.readFileSync(entry(), 'utf8')
      const damages = ['', 'null', whole.slice(0, -20), whole.replace('1 error', '0 errors')]
      for (const damage of [...damages, whole.replace(/"key":"\w/, '"key":"x')]) {
        assert.notEqual(damage, whole)
        fs.writeFileSync(entry(), damage)
        const run = await workspace.check()
        assert.deepEqual([run.stdout, isRemembered(run)], [stdout, false])
      }
      assert.equal(isRemembered(await workspace.check()), true)
      fs.rmSync(workspace.at(FOLDER), { recursive: true })
      assert.equal(isRemembered(await workspace.check()), false)
    }))

  it('is shared by checks at the same time, of which the last few are kept', () =>
    inWorkspace(INSTALLED, async (workspace) => {
      const runs = await Promise.all(Array.from({ length: 6 }, () => workspace.check()))
      assert.deepEqual(new Set(runs.map(({ stdout }) => stdout)).size, 1)
      for (let shard = 1; shard <= 17; shard++) await workspace.check('--shard', `${shard}/17`)
      const kept = fs.readdirSync(workspace.at(FOLDER))
      assert.equal(kept.length, 16)
      assert.ok(kept.every((name) => name.startsWith('check-')))
    }))

  it('is kept nowhere in a project without packages', () =>
    inWorkspace(SHOP, async (workspace) => {
      assert.equal(await agrees(workspace), false)
      assert.equal(await agrees(workspace), false)
      assert.deepEqual(fs.readdirSync(workspace.root).sort(), ['package.json', 'prisma', 'src'])
    }))
})
