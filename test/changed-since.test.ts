import assert from 'node:assert/strict'
import fs from 'node:fs'
import { runCli } from './support/cli.js'
import { DRIFTED_SHOP, ORDER_TYPES, SCHEMA, USER_TYPES } from './support/shop.js'
import { brief, inWorkspace } from './support/workspace.js'

const DRIFTED_USER = USER_TYPES.replace('age: number', 'age: string')

describe('check --changed-since', () => {
  it('reports what stands in changed files, committed or not, and nothing else', () =>
    inWorkspace({ ...DRIFTED_SHOP }, async ({ commit, report, write, git }) => {
      commit()
      const since = async (ref: string) => (await report('--changed-since', ref)).findings.map(brief)
      assert.deepEqual(await since('HEAD'), [])
      write({ 'src/user.ts': DRIFTED_USER })
      assert.deepEqual(await since('HEAD'), ['field-type-mismatch src/user.ts:8 User.age'])
      git('commit', '--quiet', '--all', '--message', 'More')
      assert.deepEqual(await since('HEAD'), [])
      assert.deepEqual(await since('HEAD~1'), ['field-type-mismatch src/user.ts:8 User.age'])
      write({ 'src/new.ts': DRIFTED_SHOP['src/order.ts'] })
      assert.deepEqual(await since('HEAD'), ['field-type-mismatch src/new.ts:3 Order.total'])
    }))

  it('reports what a change causes elsewhere: a column that another type mirrors, a value that a list lacks', () =>
    inWorkspace(DRIFTED_SHOP, async ({ commit, report, write }) => {
      commit()
      write({
        'prisma/schema.prisma': SCHEMA.replace('age    Int', 'age    String').replace(
          '  MEMBER\n',
          '  MEMBER\n  GUEST\n',
        ),
      })
      const { findings } = await report('--changed-since', 'HEAD')
      assert.deepEqual(findings.map(brief), [
        'enum-value-missing src/user.ts:1 Role.null',
        'field-type-mismatch src/user.ts:8 User.age',
      ])
    }))

  it('reports what a change of a base type causes in the types that extend it', () =>
    inWorkspace(
      {
        ...DRIFTED_SHOP,
        'src/order.ts': ORDER_TYPES,
        'src/base.ts': 'export interface Base {\n  id: number\n}\n',
        'src/user.ts':
          "import { Base } from './base'\n\nexport interface User extends Base {\n  email: string\n  name: string | null\n  age: number\n}\n",
      },
      async ({ commit, report, write, at }) => {
        commit()
        fs.rmSync(at('src/order.ts'))
        write({ 'src/base.ts': 'export interface Base {\n  id: string\n}\n' })
        const { findings } = await report('--changed-since', 'HEAD')
        assert.deepEqual(
          findings.map(({ rule, file }) => `${rule} ${file}`),
          ['field-type-mismatch src/base.ts'],
        )
      },
    ))

  it('looks at what happened since the branch left the other, in a folder of the repository as well', () =>
    inWorkspace({}, async ({ root, write, git, commit }) => {
      const files = Object.entries(DRIFTED_SHOP).map(([file, text]) => [`apps/a b/${file}`, text])
      write(Object.fromEntries(files))
      commit()
      git('checkout', '--quiet', '-b', 'work')
      write({ 'apps/a b/src/user.ts': DRIFTED_USER })
      git('commit', '--quiet', '--all', '--message', 'Mine')
      git('checkout', '--quiet', '-')
      git('branch', 'theirs')
      git('checkout', '--quiet', 'theirs')
      write({ 'apps/a b/src/order.ts': ORDER_TYPES })
      git('commit', '--quiet', '--all', '--message', 'Theirs')
      git('checkout', '--quiet', 'work')
      const args = ['check', '--cwd', 'apps/a b', '--format', 'json', '--changed-since', 'theirs']
      const { findings } = JSON.parse((await runCli(args, { cwd: root })).stdout)
      assert.deepEqual(findings.map(brief), ['field-type-mismatch src/user.ts:8 User.age'])
    }))

  it('says what it does not know', () =>
    inWorkspace(DRIFTED_SHOP, async ({ check, commit }) => {
      const complaint = async (ref: string) => {
        const { status, stderr, stdout } = await check('--changed-since', ref)
        assert.equal(status, 2)
        assert.equal(stdout, '')
        return stderr
      }
      assert.match(await complaint('main'), /--changed-since main: this folder is in no git repository/)
      commit()
      assert.match(await complaint('nope'), /--changed-since nope: git knows no such revision/)
      assert.match(await complaint('--output=x'), /git knows no such revision/)
    }))
})
