import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { nodePath, VERSIONS } from './install.mjs'

const CHECK = ['dist/cli.js', 'check', '--cwd', 'examples/storefront', '--format', 'json', '--fail-on', 'never']

describe('The versions of Node that we promise', () => {
  const expected = execFileSync(process.execPath, CHECK, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })

  for (const version of VERSIONS) {
    it(`${version} finds the same in the example, and says nothing else`, () => {
      const { stdout, stderr, status } = spawnSync(nodePath(version), CHECK, { encoding: 'utf8' })
      assert.equal(status, 0, stderr)
      assert.equal(stdout, expected)
      assert.match(stderr, /^\d+ ms\n$/)
    })
  }
})
