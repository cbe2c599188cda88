import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { CLI, runCli } from './support/cli.js'
import { driftedTypes } from './support/drifted-types.js'
import { inWorkspace, type Workspace } from './support/workspace.js'

/** `PRISMA_DRIFT_KILLS=200` asks for more. */
const KILLS = Number(process.env.PRISMA_DRIFT_KILLS ?? 20)
const CACHE = 'node_modules/.cache/prisma-drift'

describe('fix, killed at random moments', function () {
  this.timeout(60_000 + KILLS * 20_000)
  const { files, drifted, fixed } = driftedTypes(16)

  it(`leaves whole files, and the next run finishes: ${KILLS} times`, () =>
    inWorkspace({ ...files, 'node_modules/.package-lock.json': '{}' }, async (workspace) => {
      const started = performance.now()
      await fixAll(workspace)
      const whole = performance.now() - started
      let interrupted = 0
      for (let kill = 0; kill < KILLS; kill++) {
        workspace.write(drifted)
        await runAndKill(workspace, kill % 4 === 0 ? Math.random() * whole : 'while it writes')
        if (assertWhole(workspace)) interrupted++
        await fixAll(workspace)
      }
      // Otherwise nothing was tried.
      assert.ok(interrupted >= KILLS / 4, `only ${interrupted} of ${KILLS} runs were interrupted while they wrote`)
    }))

  async function runAndKill(workspace: Workspace, moment: number | 'while it writes'): Promise<void> {
    const child = spawn(process.execPath, [CLI, 'fix'], { cwd: workspace.root, stdio: 'ignore' })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    if (moment !== 'while it writes') await delay(moment)
    else {
      const waits = performance.now() + 20_000
      const isWriting = () => fs.existsSync(workspace.at(CACHE)) && fs.readdirSync(workspace.at(CACHE)).length > 0
      while (!isWriting() && child.exitCode === null && performance.now() < waits) await delay(1)
      await delay(Math.random() * 60)
    }
    child.kill('SIGKILL')
    await ended
  }

  /** Each file is the old or the new one; whether the run has left traces. */
  function assertWhole(workspace: Workspace): boolean {
    for (const [file, old] of Object.entries(drifted)) {
      const now = fs.readFileSync(workspace.at(file), 'utf8')
      assert.ok(now === old || now === fixed[file], `${file} is neither the old nor the new one:\n${now.slice(-200)}`)
    }
    return traces(workspace).length > 0
  }

  async function fixAll(workspace: Workspace): Promise<void> {
    const { status, stderr } = await runCli(['fix'], { cwd: workspace.root })
    assert.equal(status, 0, stderr)
    for (const [file, text] of Object.entries(fixed))
      assert.equal(fs.readFileSync(workspace.at(file), 'utf8'), text, file)
    assert.deepEqual(traces(workspace), [])
  }

  function traces({ root }: Workspace): readonly string[] {
    const names = fs.readdirSync(root, { recursive: true, encoding: 'utf8' })
    return names.filter((name) => /\.prisma-drift-|prisma-drift\/./.test(name))
  }
})
