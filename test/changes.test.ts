import assert from 'node:assert/strict'
import { runCli } from './support/cli.js'
import { SCHEMA, SHOP } from './support/shop.js'
import { brief, inWorkspace, loud, type Workspace } from './support/workspace.js'

/** Edits of the schema, and what is loud after each, and nothing else. */
const EDITS: readonly (readonly [name: string, from: string, to: string, finding: string])[] = [
  ['a new type', 'age    Int', 'age    String', 'field-type-mismatch src/user.ts:8 User.age'],
  ['a column made nullable', 'age    Int', 'age    Int?', 'nullability-mismatch src/user.ts:8 User.age'],
  ['a column made a list', 'total  Int', 'total  Int[]', 'list-mismatch src/order.ts:3 Order.total'],
  ['a new name', 'age    Int', 'years  Int', 'field-renamed src/user.ts:8 User.age'],
  ['a column removed', '  age    Int\n', '', 'field-extra src/user.ts:8 User.age'],
  ['an enum value added', '  MEMBER\n}', '  MEMBER\n  OWNER\n}', 'enum-value-missing src/user.ts:1 Role.null'],
  ['an enum value removed', '  MEMBER\n}', '}', 'enum-value-extra src/user.ts:1 Role.null'],
]

const edited = (from: string, to: string) => ({ 'prisma/schema.prisma': SCHEMA.replace(from, to) })

describe('what changed since the last commit', () => {
  it('is nothing in a fresh commit', () =>
    inWorkspace(SHOP, async ({ commit, report }) => {
      commit()
      assert.deepEqual(loud(await report()), [])
    }))

  it('is loud', () => {
    const projects = EDITS.flatMap((_, index) =>
      Object.entries(SHOP).map(([file, text]) => [`p${index}/${file}`, text] as const),
    )
    return inWorkspace(Object.fromEntries(projects), async ({ commit, write, report }) => {
      commit()
      for (const [index, [, from, to]] of EDITS.entries()) {
        write({ [`p${index}/prisma/schema.prisma`]: SCHEMA.replace(from, to) })
      }
      const lines = loud(await report())
      const seen = EDITS.map(([name], index) => [name, ...lines.filter((line) => line.includes(` p${index}/`))])
      const wanted = EDITS.map(([name, , , finding], index) => [name, finding.replace(' ', ` p${index}/`)])
      assert.deepEqual(seen, wanted)
    })
  })

  it('is seen from the folder of a package inside of the repository', () =>
    inWorkspace(
      Object.fromEntries(Object.entries(SHOP).map(([file, text]) => [`apps/shop/${file}`, text])),
      async ({ commit, write, report }) => {
        commit()
        write({ 'apps/shop/prisma/schema.prisma': SCHEMA.replace('age    Int', 'years  Int') })
        const inPackage = await report('--cwd', 'apps/shop')
        assert.deepEqual(loud(inPackage), ['field-renamed src/user.ts:8 User.age'])
        assert.deepEqual(loud(await report()), ['field-renamed apps/shop/src/user.ts:8 User.age'])
      },
    ))

  it('is seen in a schema of several files, one of which is gone', () => {
    const [top = '', order = ''] = SCHEMA.split(/(?=model Order)/)
    const files = { ...SHOP, 'prisma/schema/base.prisma': top, 'prisma/schema/order.prisma': order }
    const { 'prisma/schema.prisma': _, ...rest } = files
    return inWorkspace(rest, async ({ commit, write, report, git }) => {
      commit()
      git('rm', '--quiet', 'prisma/schema/order.prisma')
      write({ 'prisma/schema/sales.prisma': order.replace('total  Int', 'amount Int') })
      assert.deepEqual(loud(await report()), ['field-renamed src/order.ts:3 Order.total'])
    })
  })
})

describe('check --base', () => {
  const rename = edited('age    Int', 'years  Int')

  it('sees what changed since any revision', () =>
    inWorkspace(SHOP, async ({ commit, write, git, report }) => {
      commit()
      git('tag', 'v1')
      write(rename)
      git('commit', '--quiet', '--all', '--message', 'Rename')
      const seen = ['field-renamed src/user.ts:8 User.age']
      assert.deepEqual(loud(await report('--base', 'v1')), seen)
      assert.deepEqual(loud(await report('--base', 'HEAD~1')), seen)
      const { findings } = await report()
      assert.ok(!findings.some(({ message }) => message.includes('years')), findings.map(brief).join('\n'))
    }))

  it('refuses a revision that git does not know', () =>
    inWorkspace(SHOP, async (workspace) => {
      await assertRefused(workspace, 'in no git repository')
      workspace.commit()
      await assertRefused(workspace, 'git knows no such revision')
    }))

  async function assertRefused({ check }: Workspace, reason: string): Promise<void> {
    const { status, stdout, stderr } = await check('--base', 'no-such-ref')
    assert.match(stderr, /--base no-such-ref: /)
    assert.ok(stderr.includes(reason), stderr)
    assert.deepEqual([status, stdout], [2, ''])
  }
})

describe('without an earlier schema', () => {
  const retyped = edited('age    Int', 'age    String')
  const seen = ['field-type-mismatch src/user.ts:8 User.age']

  it('checks outside of any repository', () =>
    inWorkspace({ ...SHOP, ...retyped }, async ({ report }) => assert.deepEqual(loud(await report()), seen)))

  it('checks in a repository without commits', () =>
    inWorkspace({ ...SHOP, ...retyped }, async ({ report, git, check }) => {
      git('init', '--quiet')
      assert.deepEqual(loud(await report()), seen)
      assert.match((await check()).stderr, /^\d+ ms\n$/)
    }))

  it('checks a schema that is not committed yet', () => {
    const { 'prisma/schema.prisma': _, ...rest } = SHOP
    return inWorkspace(rest, async ({ report, write, commit }) => {
      commit()
      write(retyped)
      assert.deepEqual(loud(await report()), seen)
    })
  })

  it('says so where git refuses to answer', () =>
    inWorkspace(SHOP, async ({ commit, root }) => {
      commit()
      const env = { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
      const check = (...args: readonly string[]) => runCli(['check', ...args], { cwd: root, env })
      const { status, stderr } = await check()
      assert.match(stderr, /^warning no changes since HEAD are seen: .*dubious ownership/)
      assert.equal(status, 0)
      assert.equal((await check('--base', 'HEAD~0')).status, 2)
    }))
})
