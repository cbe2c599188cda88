import assert from 'node:assert/strict'
import { runCli } from './support/cli.js'
import { sarifProblems } from './support/sarif.js'
import { DRIFTED_SHOP, SHOP } from './support/shop.js'
import { inWorkspace } from './support/workspace.js'

const EXAMPLE = { cwd: 'examples/storefront' }

describe('check --shard', () => {
  for (const total of [1, 2, 4]) {
    it(`parts a report into ${total}, which are the whole report one after the other`, async () => {
      const sarif = async (...args: readonly string[]) => {
        const { stdout } = await runCli(['check', '--verbose', '--format', 'sarif', ...args], EXAMPLE)
        return JSON.parse(stdout)
      }
      const whole = await sarif()
      const parts = []
      for (let index = 1; index <= total; index++) parts.push(await sarif('--shard', `${index}/${total}`))
      const results = parts.flatMap(({ runs }) => runs[0].results)
      const merged = { ...parts[0], runs: [{ ...parts[0].runs[0], results }] }
      assert.deepEqual(sarifProblems(merged), [])
      assert.deepEqual(merged, whole)
    })
  }

  it('may be of more parts than there are files', () =>
    inWorkspace(DRIFTED_SHOP, async ({ report }) => {
      const counts = []
      for (let index = 1; index <= 9; index++) counts.push((await report('--shard', `${index}/9`)).findings.length)
      assert.deepEqual(
        counts.reduce((sum, each) => sum + each),
        1,
      )
    }))

  it('refuses what is no part', () =>
    inWorkspace(SHOP, async ({ check }) => {
      for (const wrong of ['0/2', '3/2', '1', 'a/b', '1/0', '-1/2']) {
        assert.equal((await check('--shard', wrong)).status, 2, wrong)
      }
    }))
})
