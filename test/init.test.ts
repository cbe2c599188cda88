import assert from 'node:assert/strict'
import { cpSync, existsSync, readFileSync } from 'node:fs'
import { runCli } from './support/cli.js'
import { DRIFTED_SHOP } from './support/shop.js'
import { inWorkspace } from './support/workspace.js'

const FILE = 'prisma-drift.config.jsonc'

describe('init', () => {
  it('writes what it sees, and nothing is reported otherwise than before', () =>
    inWorkspace({}, async ({ root, at, check }) => {
      cpSync('examples/storefront-clean', root, { recursive: true, filter: (file) => !file.endsWith(FILE) })
      const before = await check('--format', 'json')
      const { status, stdout } = await runCli(['init'], { cwd: root })
      assert.equal(status, 0)
      assert.match(stdout, /^created prisma-drift\.config\.jsonc\nNo drift found\.\n$/)
      const text = readFileSync(at(FILE), 'utf8')
      assert.match(text, /^\/\/ Seen: backend\/prisma\/schema\.prisma \(\d+ models, \d+ enums\)\.$/m)
      assert.match(text, /This looks like "nestjs-next"/)
      assert.match(text, /\/\/ \{ "files": \["backend\/\*\*"\], "side": "server", "wire": "native" \},/)
      assert.match(text, /\/\/ \{ "files": \["frontend\/\*\*"\], "side": "client", "wire": "json" \},/)
      assert.match(text, /\/\/ "unused-suppression": "hint", /)
      assert.equal((await check('--format', 'json')).stdout, before.stdout)
    }))

  it('says how to go on where there is drift, and only prints with --dry-run', () =>
    inWorkspace(DRIFTED_SHOP, async ({ root, at }) => {
      const dry = await runCli(['init', '--dry-run'], { cwd: root })
      assert.match(dry.stdout, /^\/\/ What prisma-drift is to do here\./)
      assert.ok(!existsSync(at(FILE)))
      const { stdout } = await runCli(['init'], { cwd: root })
      assert.match(stdout, /^created [^\n]+\n1 error\.\n`prisma-drift check --suppress-all` takes note of them/)
    }))

  for (const there of ['prisma-drift.config.ts', 'prisma-drift.config.yaml', 'package.json']) {
    it(`leaves a configuration in ${there} as it is`, () =>
      inWorkspace(DRIFTED_SHOP, async ({ root, at, write }) => {
        const text = there === 'package.json' ? '{ "prisma-drift": {} }' : '# Nothing.'
        write({ [there]: there.endsWith('.ts') ? 'export default {}' : text })
        const { status, stderr } = await runCli(['init'], { cwd: root })
        assert.equal(status, 2)
        assert.ok(stderr.includes(`there is a configuration already, in ${there}`), stderr)
        assert.ok(!existsSync(at(FILE)))
      }))
  }
})
