import assert from 'node:assert/strict'
import fs from 'node:fs'
import { runCli } from './support/cli.js'
import { DRIFT, DRIFTED_SHOP, ORDER_TYPES, SCHEMA, SHOP, USER_TYPES } from './support/shop.js'
import { inWorkspace, loud } from './support/workspace.js'

/** Drift of every kind, so that every part of a report is there. */
const FULL_OF_DRIFT = {
  ...SHOP,
  'prisma/schema.prisma': SCHEMA,
  'prisma/schema.production.prisma': SCHEMA.replace('age    Int', 'age    Int?'),
  'src/user.ts': USER_TYPES.replace("'MEMBER'", "'GUEST' | 'OWNER'")
    .replace('email: string', 'email: number')
    .replace('string | null', 'string')
    .concat("export type Card = Pick<User, 'id' | 'nope' | 'neither'>\n"),
  'src/order.ts': ORDER_TYPES.replace('total: number', 'totl: number[]').concat(
    'export interface OrderDto {\n  id: string\n  note: string\n  userId: number[]\n}\n',
    'export class CreateOrderDto {\n  id!: number\n  total!: string\n}\n',
    '/** @prisma Invoice */\nexport interface Bill {\n  id: number\n}\n',
  ),
}

describe('check --format json', () => {
  it('has the form of the contract', () =>
    inWorkspace(FULL_OF_DRIFT, async ({ report }) => {
      const { findings, pairs, schemas, summary } = await report()
      assert.ok(findings.length > 8, `only ${findings.length} findings`)
      assert.ok(pairs.length > 4, `only ${pairs.length} pairs`)
      assert.deepEqual(schemas[0]?.files, ['prisma/schema.prisma'])
      assert.equal(schemas[0]?.models, 2)
      assert.equal(summary.files, 2)
    }))

  it('has fingerprints that no line above changes', () =>
    inWorkspace(FULL_OF_DRIFT, async ({ report, write }) => {
      const before = await report()
      const commented = (text: string) => `// A comment.\n\n${text.replaceAll(/^ {2}\w/gm, '  // Another.\n$&')}`
      write({
        'src/user.ts': commented(FULL_OF_DRIFT['src/user.ts']),
        'src/order.ts': commented(FULL_OF_DRIFT['src/order.ts']),
        'prisma/schema.prisma': `// A comment.\n\n${SCHEMA}`,
      })
      const after = await report()
      assert.notDeepEqual(
        after.findings.map(({ range }) => range),
        before.findings.map(({ range }) => range),
      )
      assert.deepEqual(
        after.findings.map(({ fingerprint }) => fingerprint),
        before.findings.map(({ fingerprint }) => fingerprint),
      )
    }))

  it('prints the same bytes twice, from another folder, and for files made in another order', () =>
    inWorkspace(FULL_OF_DRIFT, async ({ root, check, write }) => {
      const { stdout } = await check('--format', 'json')
      const elsewhere = await runCli(['check', '--format', 'json', '--cwd', root], { cwd: '/' })
      assert.equal(elsewhere.stdout, stdout)
      for (const file of ['src', 'prisma']) fs.rmSync(`${root}/${file}`, { recursive: true })
      write(Object.fromEntries(Object.entries(FULL_OF_DRIFT).reverse()))
      assert.equal((await check('--format', 'json')).stdout, stdout)
    }))

  it('comes through a pipe to its end, however large it is', () => {
    const names = Array.from({ length: 200 }, (_, index) => `src/order-${index}.ts`)
    const files = Object.fromEntries(names.map((name) => [name, DRIFTED_SHOP['src/order.ts']]))
    return inWorkspace({ ...DRIFTED_SHOP, ...files }, async ({ report }) => {
      assert.equal((await report()).summary.errors, 201)
    })
  })
})

describe('check', () => {
  it('ends with 0 where nothing has drifted', () =>
    inWorkspace(SHOP, async ({ check, report }) => {
      const { status, stdout } = await check()
      assert.match(stdout, /^No drift found\.\nChecked 2 files against prisma\/schema\.prisma \(2 models, 1 enum\)/)
      assert.equal(status, 0)
      assert.deepEqual(loud(await report()), [])
    }))

  it('ends with 1 from the severity that --fail-on names', () =>
    inWorkspace(DRIFTED_SHOP, async ({ check, report, write }) => {
      assert.deepEqual(loud(await report()), [DRIFT])
      const status = async (limit: string) => (await check('--fail-on', limit)).status
      const limits = ['error', 'warning', 'never']
      assert.deepEqual(await Promise.all(limits.map(status)), [1, 1, 0])
      write({ 'prisma-drift.config.json': '{ "rules": { "field-type-mismatch": "info" } }' })
      assert.deepEqual(await Promise.all(['warning', 'info', 'hint'].map(status)), [0, 1, 1])
      assert.equal((await check()).status, 0)
    }))

  it('reports only what stands in the asked paths', () =>
    inWorkspace(
      { ...DRIFTED_SHOP, 'src/user.ts': USER_TYPES.replace('age: number', 'age: string') },
      async ({ root, report, at }) => {
        const user = 'field-type-mismatch src/user.ts:8 User.age'
        const asked = async (...paths: readonly string[]) => loud(await report(...paths))
        assert.deepEqual(await asked('src/user.ts'), [user])
        assert.deepEqual(await asked('./src/../src/order.ts'), [DRIFT])
        assert.deepEqual(await asked('src/'), [DRIFT, user])
        assert.deepEqual(await asked('src/user.ts', at('src/order.ts')), [DRIFT, user])
        assert.deepEqual(await asked('prisma'), [])
        const { stdout } = await runCli(['check', 'src/user.ts', '--cwd', root], { cwd: '/' })
        assert.match(stdout, /src\/user\.ts/)
        assert.doesNotMatch(stdout, /src\/order\.ts/)
      },
    ))
})
