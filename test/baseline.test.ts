import assert from 'node:assert/strict'
import fs from 'node:fs'
import { runCli } from './support/cli.js'
import { DRIFTED_SHOP, SCHEMA, USER_TYPES } from './support/shop.js'
import { brief, inWorkspace } from './support/workspace.js'

const FILE = 'prisma-drift-suppressions.json'
const DRIFTED_USER = USER_TYPES.replace('age: number', 'age: string')

describe('the baseline', () => {
  it('makes a check green, and only what is new is reported from then on', () =>
    inWorkspace(DRIFTED_SHOP, async ({ check, report, write }) => {
      const { status, stdout, stderr } = await check('--suppress-all')
      assert.equal(status, 0)
      assert.match(stdout, /^No new drift found \(1 known\)\.\n/)
      assert.match(stderr, /^prisma-drift-suppressions\.json: 1 finding added, 0 dropped, 1 in all\n/)
      assert.equal((await check()).status, 0)
      write({ 'src/user.ts': DRIFTED_USER })
      assert.deepEqual((await report()).findings.map(brief), ['field-type-mismatch src/user.ts:8 User.age'])
    }))

  it('holds what a reviewer wants to know, sorted, and no line', () =>
    inWorkspace({ ...DRIFTED_SHOP, 'src/user.ts': DRIFTED_USER }, async ({ check, at }) => {
      await check('--suppress-all')
      const { version, suppressions } = JSON.parse(fs.readFileSync(at(FILE), 'utf8'))
      assert.equal(version, 1)
      const told = suppressions.map(
        (each: Record<string, string>) => `${each.rule} ${each.file} ${each.type}.${each.field}`,
      )
      assert.deepEqual(told, [
        'field-type-mismatch src/order.ts Order.total',
        'field-type-mismatch src/user.ts User.age',
      ])
      assert.doesNotMatch(JSON.stringify(suppressions), /"(?:line|range)"/)
    }))

  it('survives moved lines, renamed neighbours and other members', () =>
    inWorkspace(DRIFTED_SHOP, async ({ check, write, at }) => {
      await check('--suppress-all')
      fs.renameSync(at('src/user.ts'), at('src/person.ts'))
      write({
        'src/order.ts': `// Moved.\n\n${DRIFTED_SHOP['src/order.ts'].replace('id: number\n', 'id: number\n\n')}`,
      })
      write({ 'src/aaa.ts': 'export interface Unrelated {\n  a: string\n}\n' })
      const { status, stdout } = await check()
      assert.equal(status, 0, stdout)
    }))

  it('knows a list of values by what it lacks: a value that is added is news', () =>
    inWorkspace(
      { ...DRIFTED_SHOP, 'src/user.ts': USER_TYPES.replace("'ADMIN' | 'MEMBER'", "'ADMIN' | 'MEMBER' | 'GUEST'") },
      async ({ check, report, write }) => {
        await check('--suppress-all')
        assert.deepEqual((await report()).findings, [])
        write({ 'prisma/schema.prisma': SCHEMA.replace('  MEMBER\n', '  OWNER\n  MEMBER\n') })
        const { findings } = await report()
        assert.deepEqual([...new Set(findings.map(({ rule }) => rule))], ['enum-value-missing'])
        write({
          'src/user.ts': USER_TYPES.replace("'ADMIN' | 'MEMBER'", "'OWNER' | 'ADMIN' | 'MEMBER' | 'GUEST' | 'BOT'"),
        })
        assert.deepEqual(
          (await report()).findings.map(({ rule }) => rule),
          ['enum-value-extra'],
        )
      },
    ))

  it('is told to be outdated, and pruned', () =>
    inWorkspace({ ...DRIFTED_SHOP, 'src/user.ts': DRIFTED_USER }, async ({ check, write, at }) => {
      await check('--suppress-all')
      write({ 'src/user.ts': USER_TYPES })
      const outdated = await check()
      assert.equal(outdated.status, 0)
      assert.match(
        outdated.stderr,
        /1 finding is gone that prisma-drift-suppressions\.json lists; --prune-suppressions/,
      )
      const pruned = await check('--prune-suppressions')
      assert.match(pruned.stderr, /0 findings added, 1 dropped, 1 in all/)
      assert.doesNotMatch(fs.readFileSync(at(FILE), 'utf8'), /User/)
    }))

  it('takes the findings of some paths alone', () =>
    inWorkspace({ ...DRIFTED_SHOP, 'src/user.ts': DRIFTED_USER }, async ({ check, report }) => {
      assert.equal((await check('--suppress-all', 'src/user.ts')).status, 0)
      assert.deepEqual((await report()).findings.map(brief), ['field-type-mismatch src/order.ts:3 Order.total'])
    }))

  it('is no reason for fix to leave anything', () =>
    inWorkspace(DRIFTED_SHOP, async ({ check, root, at }) => {
      await check('--suppress-all')
      const { status } = await runCli(['fix'], { cwd: root })
      assert.equal(status, 0)
      assert.match(fs.readFileSync(at('src/order.ts'), 'utf8'), /total: number/)
    }))

  it('must be as it was written', () =>
    inWorkspace(DRIFTED_SHOP, async ({ check, write }) => {
      const complaint = async (text: string) => {
        write({ [FILE]: text })
        const { status, stderr, stdout } = await check()
        assert.equal(status, 2)
        assert.equal(stdout, '')
        return stderr
      }
      assert.match(await complaint('{\n<<<<<<< HEAD\n'), /prisma-drift-suppressions\.json is not valid:\n {2}line 2: /)
      assert.match(await complaint('[]'), /must be an object with "suppressions"/)
      assert.match(await complaint('{ "version": 2, "suppressions": [] }'), /version: must be 1/)
      assert.match(
        await complaint('{ "version": 1, "suppressions": [{}] }'),
        /suppressions\[0\]: must have "fingerprint"/,
      )
    }))

  it('is not written over where the disk refuses', () =>
    inWorkspace(DRIFTED_SHOP, async ({ check, write, at }) => {
      write({ [`${FILE}/in-the-way`]: '' })
      const { status, stderr } = await check('--suppress-all')
      assert.equal(status, 2)
      assert.match(stderr, /prisma-drift-suppressions\.json/)
      assert.deepEqual(fs.readdirSync(at('.')).toSorted(), ['package.json', 'prisma', FILE, 'src'].toSorted())
    }))
})
