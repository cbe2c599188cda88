import assert from 'node:assert/strict'
import fs from 'node:fs'
import { inWorkspace } from './support/workspace.js'

const SNAPSHOT = 'test/snapshots/storefront.json'

describe('check --format json on the example', () => {
  it('prints the very bytes that were reviewed', () =>
    inWorkspace({}, async ({ root, check }) => {
      fs.cpSync('examples/storefront', root, { recursive: true })
      const { stdout } = await check('--format', 'json')
      if (process.env.PRISMA_DRIFT_UPDATE_SNAPSHOTS) fs.writeFileSync(SNAPSHOT, stdout)
      assert.equal(stdout, fs.readFileSync(SNAPSHOT, 'utf8'))
    }))
})
