import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { commands } from 'vscode'
import { api, codeOf, findingsSuch, open, replace, revert, statusSuch } from './support.js'

const CUSTOMER = 'backend/src/customers/entities/customer.entity.ts'

describe('A server that is killed', () => {
  before(async () => {
    // Earlier ends do not count.
    await commands.executeCommand('prismaDrift.restartServer')
  })
  afterEach(revert)

  it('comes back by itself, and knows what was typed meanwhile', async () => {
    const editor = await open(CUSTOMER)
    await findingsSuch(CUSTOMER, (all) => all.length === 1)
    const before = serverProcess()
    await replace(editor, 'firstName: string', 'firstName: number')
    process.kill(before, 'SIGKILL')
    await replace(editor, 'lastName: string', 'lastName: number')

    const found = await findingsSuch(CUSTOMER, (all) => all.length === 3)

    assert.notEqual(serverProcess(), before)
    assert.deepEqual(found.map(codeOf), ['field-type-mismatch', 'field-type-mismatch', 'nullability-mismatch'])
    assert.match(editor.document.getText(), /firstName: number\n {2}lastName: number/)
  })

  it('stays away after the fifth time, says so, and comes back when it is asked to', async () => {
    await open(CUSTOMER)
    // The test before this one has killed it once.
    for (const _ of [2, 3, 4, 5]) {
      await statusSuch(({ busy }) => !busy)
      process.kill(serverProcess(), 'SIGKILL')
      await statusSuch(({ busy, severity }) => busy || severity === 'error')
    }
    assert.equal(api().status.text, 'Prisma Drift: stopped')

    await commands.executeCommand('prismaDrift.restartServer')

    await statusSuch(({ severity, busy }) => severity === 'information' && !busy)
    await findingsSuch(CUSTOMER, (all) => all.length === 1)
  })

  it('is the only one, however often it is restarted while it starts', async () => {
    for (const pause of [0, 1, 5, 20, 80]) {
      void commands.executeCommand('prismaDrift.restartServer')
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
    await commands.executeCommand('prismaDrift.restartServer')
    await statusSuch(({ busy }) => !busy)
    assert.ok(serverProcess())
  })
})

/** The extension host's child that runs our server. */
function serverProcess(): number {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n')
  const processes = lines.map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
  const own = processes.filter((match) => Number(match?.[2]) === process.pid && match?.[3]?.includes('dist/server.js'))
  assert.equal(own.length, 1)
  return Number(own[0]?.[1])
}
