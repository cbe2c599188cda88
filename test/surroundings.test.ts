import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { CLI } from './support/cli.js'
import { DRIFTED_SHOP } from './support/shop.js'
import { inWorkspace } from './support/workspace.js'

const BASELINE = 'prisma-drift-suppressions.json'
const MANY = {
  ...DRIFTED_SHOP,
  ...Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`src/o${at}/order.ts`, DRIFTED_SHOP['src/order.ts']])),
}

describe('check in any surroundings', () => {
  it('prints the same whatever the order in which folders list their files', () =>
    inWorkspace(MANY, async (one) =>
      inWorkspace({}, async (other) => {
        for (const [file, text] of Object.entries(MANY).reverse()) other.write({ [file]: text })
        for (const format of ['json', 'pretty', 'sarif']) {
          const [a, b] = await Promise.all([one.check('--format', format), other.check('--format', format)])
          assert.equal(a.stdout, b.stdout, format)
        }
      }),
    ))

  it('may run many times at once, also where all write', () =>
    inWorkspace(MANY, async ({ check, at, root }) => {
      const runs = ['--suppress-all', '--suppress-all', '--output=out/a.json', '--output=out/a.json', '--quiet']
      const statuses = (await Promise.all(runs.map((option) => check(option)))).map(({ status }) => status)
      assert.ok(
        statuses.every((status) => status === 0 || status === 1),
        String(statuses),
      )
      assert.equal(JSON.parse(fs.readFileSync(at(BASELINE), 'utf8')).suppressions.length, 13)
      assert.deepEqual(fs.readdirSync(at('out')), ['a.json'])
      assert.deepEqual(
        fs.readdirSync(root).filter((name) => name.startsWith('.')),
        [],
      )
    }))

  const user = ordinaryUser()
  if (user) {
    it('needs to write nothing, and says so where it is to', () =>
      inWorkspace(DRIFTED_SHOP, async ({ root }) => {
        const dist = path.join(root, '..', `${path.basename(root)}-dist`)
        fs.cpSync(path.dirname(CLI), dist, { recursive: true })
        try {
          spawnSync('chmod', ['-R', 'a+rX', dist, root])
          spawnSync('chmod', ['-R', 'a-w', root])
          const check = (...args: readonly string[]) =>
            spawnSync(process.execPath, [path.join(dist, 'cli.js'), 'check', ...args], {
              cwd: root,
              ...user,
              encoding: 'utf8',
            })
          const { status, stdout, stderr } = check()
          assert.equal(status, 1, stderr)
          assert.match(stdout, /src\/order\.ts:3:10 {2}error/)
          for (const args of [['--suppress-all'], ['--output', 'report.txt'], ['--output', 'new/report.txt']]) {
            const refused = check(...args)
            assert.equal(refused.status, 2)
            assert.match(refused.stderr, /could not be written: no permission to write it/)
          }
          spawnSync('chmod', ['-R', 'u+w', root])
        } finally {
          fs.rmSync(dist, { recursive: true, force: true })
        }
      }))
  }
})

/** Someone for whom permissions count: whoever runs this, or else nobody, if that can start Node. */
function ordinaryUser(): { readonly uid?: number } | undefined {
  if (process.platform === 'win32') return undefined
  if (process.getuid?.() !== 0) return {}
  const nobody = { uid: 65534 }
  return spawnSync(process.execPath, ['--version'], { ...nobody, cwd: os.tmpdir() }).status === 0 ? nobody : undefined
}
