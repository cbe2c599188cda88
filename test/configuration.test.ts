import assert from 'node:assert/strict'
import { DRIFT, DRIFTED_SHOP } from './support/shop.js'
import { brief, inWorkspace, loud } from './support/workspace.js'

describe('check with a configuration', () => {
  const filesWith = (settings: object) => ({ ...DRIFTED_SHOP, 'prisma-drift.config.json': JSON.stringify(settings) })

  it('reads the files that are included and not excluded', async () => {
    const files = async (settings: object) => {
      let read: readonly string[] = []
      await inWorkspace(filesWith(settings), async ({ report }) => {
        read = [...new Set((await report()).pairs.map(({ file }) => file))]
      })
      return read
    }
    assert.deepEqual(await files({}), ['src/order.ts', 'src/user.ts'])
    assert.deepEqual(await files({ include: ['src/user.ts'] }), ['src/user.ts'])
    assert.deepEqual(await files({ include: ['src'], exclude: ['**/user.*'] }), ['src/order.ts'])
    assert.deepEqual(await files({ include: ['lib'] }), [])
  })

  it('takes the severities of rules', () =>
    inWorkspace(filesWith({}), async ({ report, write }) => {
      assert.deepEqual(loud(await report()), [DRIFT])
      write({ 'prisma-drift.config.json': JSON.stringify({ rules: { 'field-type-mismatch': 'hint' } }) })
      const { findings } = await report()
      assert.deepEqual(findings.map(brief), [DRIFT])
      assert.equal(findings[0]?.severity, 'hint')
    }))

  it('ends with what is wrong in it', () =>
    inWorkspace(filesWith({ include: 'src', exclude: ['!src'], links: [{ model: 'User' }] }), async ({ check }) => {
      const { status, stderr } = await check()
      assert.equal(status, 2)
      assert.match(stderr, /prisma-drift\.config\.json is not valid/)
      for (const key of ['include:', 'exclude[0]:', 'links[0].type:']) assert.ok(stderr.includes(`  ${key} `), stderr)
    }))
})
