import assert from 'node:assert/strict'
import fs from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { type Run, runCli } from './support/cli.js'
import { DRIFTED_SHOP, ORDER_TYPES, SCHEMA, SHOP, USER_TYPES } from './support/shop.js'
import { type Files, inWorkspace, type Workspace } from './support/workspace.js'

/** A project with its packages installed, in which there is something to find. */
const INSTALLED: Files = { ...DRIFTED_SHOP, 'node_modules/typescript/package.json': '{}' }
const FOLDER = 'node_modules/.cache/prisma-drift'

const isRemembered = (run: Run) => run.stderr.includes('as nothing has changed') || isQuick(run)

/** Whether it was said again without reading anything. */
const isQuick = ({ stderr }: Run) => stderr.includes('as no file was touched')

/** After this time a file that changes looks otherwise for sure. */
const settled = () => setTimeout(2100)

/** What was said, but for how long it took. */
const said = ({ status, stdout, stderr }: Run) => ({ status, stdout, stderr: stderr.replace(/^\d+ ms.*\n/m, '') })

/** A check says what one without memory does. The result is whether it was remembered. */
async function agrees({ check }: Workspace, ...args: readonly string[]): Promise<boolean> {
  const run = await check(...args)
  assert.deepEqual(said(run), said(await check('--no-cache', ...args)))
  return isRemembered(run)
}

/** The files of one kind, absolute. */
function keptIn({ at }: Workspace, kind: string): readonly string[] {
  const names = fs.readdirSync(at(FOLDER)).filter((name) => name.startsWith(kind))
  return names.map((name) => at(`${FOLDER}/${name}`))
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
      const entry = () => keptIn(workspace, 'check')[0] ?? ''
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
      assert.equal(keptIn(workspace, 'check').length, 16)
      assert.ok(keptIn(workspace, 'quick').length <= 8)
      assert.ok(keptIn(workspace, '').every((file) => /\/(check|quick)-\w+\.json$/.test(file)))
    }))

  it('is kept nowhere in a project without packages', () =>
    inWorkspace(SHOP, async (workspace) => {
      assert.equal(await agrees(workspace), false)
      assert.equal(await agrees(workspace), false)
      assert.deepEqual(fs.readdirSync(workspace.root).sort(), ['package.json', 'prisma', 'src'])
    }))
})

describe('the result of an earlier check whose files were not touched', () => {
  it('is said again with the same bytes and status, wherever it is to go', () =>
    inWorkspace(INSTALLED, async (workspace) => {
      const { root, check, at } = workspace
      const output = ['--format', 'sarif', '--output', 'prisma/report.sarif']
      await check(...output)
      const written = fs.readFileSync(at('prisma/report.sarif'))
      workspace.commit()
      await settled()
      for (const args of [
        [],
        ['--format', 'json', 'src/order.ts'],
        ['--cwd', '.'],
        [`--cwd=${root}`, '--quiet'],
        output,
      ]) {
        assert.equal(isQuick(await check(...args)), false, args.join(' '))
        const again = await check(...args)
        assert.equal(isQuick(again), true, args.join(' '))
        assert.deepEqual(said(again), said(await check('--no-cache', ...args)))
      }
      fs.rmSync(at('prisma/report.sarif'))
      await check(...output)
      assert.deepEqual(fs.readFileSync(at('prisma/report.sarif')), written)
    }))

  it('does not count once one was, and counts again when what is read turns out to be the same', () =>
    inWorkspace({ ...INSTALLED, 'ignored/a.ts': '', '.gitignore': 'ignored\n' }, async (workspace) => {
      const { check, write, at, commit } = workspace
      commit()
      await settled()
      await check()
      assert.equal(isQuick(await check()), true)
      const { atime, mtime } = fs.statSync(at('src/user.ts'))
      write({ 'src/user.ts': USER_TYPES.replace('age: number', 'age: string') })
      assert.equal(fs.statSync(at('src/user.ts')).size, USER_TYPES.length)
      fs.utimesSync(at('src/user.ts'), atime, mtime)
      assert.equal(await agrees(workspace), false)
      write({ 'src/user.ts': USER_TYPES })
      fs.utimesSync(at('src/user.ts'), atime, mtime)
      await settled()
      const touched = await check()
      assert.deepEqual([isRemembered(touched), isQuick(touched)], [true, false])
      assert.equal(isQuick(await check()), true)
    }))

  it('does not count where it could not be told that something has changed', () =>
    inWorkspace(INSTALLED, async (workspace) => {
      const { check, write, commit } = workspace
      commit()
      await check()
      const young = await check()
      assert.deepEqual([isRemembered(young), isQuick(young)], [true, false])
      write({ 'levels.mjs': 'export default {}\n' })
      write({ 'prisma-drift.config.ts': "import rules from './levels.mjs'\nexport default { rules }\n" })
      await settled()
      for (const args of [[], ['--base', 'HEAD'], ['--base', 'master']]) {
        await check(...args)
        const run = await check(...args)
        assert.equal(isQuick(run), false, args.join(' '))
      }
      write({ 'levels.mjs': "export default { 'field-type-mismatch': 'off' }\n" })
      assert.equal(await agrees(workspace), false)
    }))

  it('does not count for other colours, another folder or with a part that is damaged', () =>
    inWorkspace(INSTALLED, async (workspace) => {
      const { root, check, commit, at } = workspace
      commit()
      await settled()
      const { stdout } = await check()
      const coloured = await runCli(['check'], { cwd: root, env: { FORCE_COLOR: '1' } })
      assert.notEqual(coloured.stdout, stdout)
      assert.equal(isQuick(await runCli(['check'], { cwd: at('src') })), false)
      const [entry = ''] = keptIn(workspace, 'quick').filter((file) =>
        fs.readFileSync(file, 'utf8').includes('order.ts'),
      )
      for (const kind of ['quick', 'check'])
        for (const damage of ['', 'null', '{}', fs.readFileSync(entry, 'utf8').slice(0, -40)]) {
          for (const file of keptIn(workspace, kind)) fs.writeFileSync(file, damage)
          const run = await check()
          assert.deepEqual([run.stdout, isQuick(run)], [stdout, false], `${kind} ${damage}`)
          assert.equal(isQuick(await check()), true)
        }
    }))
})
