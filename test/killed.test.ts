import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { CLI, runCli } from './support/cli.js'
import { driftedTypes } from './support/drifted-types.js'
import { inWorkspace, type Workspace } from './support/workspace.js'

/** `PRISMA_DRIFT_KILLS=200` asks for more. */
const KILLS = Number(process.env.PRISMA_DRIFT_KILLS ?? 12)
const CACHE = 'node_modules/.cache/prisma-drift'

const RUNS = {
  fix: ['fix'],
  sync: ['sync', '--no-checks'],
  // A check is red once anything has changed: everything is taken back.
  'sync that takes back what it did': ['sync'],
}

describe('killed at random moments', function () {
  this.timeout(60_000 + KILLS * 20_000)
  const { files, drifted, fixed } = driftedTypes(16)
  const red = `node -e "process.exit(require('fs').readdirSync('src').some((f) => require('fs').readFileSync('src/' + f, 'utf8').includes('weight: number')) ? 1 : 0)"`
  const scripts = { 'package.json': `{ "name": "things", "scripts": { "test": "${red}" } }\n` }
  const times = (command: string) => (command === 'fix' ? KILLS : Math.ceil(KILLS / 2))

  for (const [command, args] of Object.entries(RUNS)) {
    it(`${command} leaves whole files, and the next run finishes: ${times(command)} times`, () =>
      inWorkspace({ ...files, ...scripts, 'node_modules/.package-lock.json': '{}' }, async (workspace) => {
        const started = performance.now()
        await finish(workspace, args)
        const whole = performance.now() - started
        let interrupted = 0
        for (let kill = 0; kill < times(command); kill++) {
          workspace.write(drifted)
          // However quick a run is, every second one is caught at its writing.
          const writing = { atMost: kill % 2 === 0 ? 60 : 0 }
          await runAndKill(workspace, args, kill % 4 === 0 ? Math.random() * whole : writing)
          if (assertWhole(workspace)) interrupted++
          await finish(workspace, args)
        }
        // Otherwise nothing was tried.
        const least = times(command) / 4
        assert.ok(
          interrupted >= least,
          `only ${interrupted} of ${times(command)} runs were interrupted while they wrote`,
        )
      }))
  }

  /** At a moment, or at most so many milliseconds after it has begun to write. */
  async function runAndKill(
    workspace: Workspace,
    args: readonly string[],
    moment: number | { readonly atMost: number },
  ): Promise<void> {
    const child = spawn(process.execPath, [CLI, ...args], { cwd: workspace.root, stdio: 'ignore' })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    if (typeof moment === 'number') await delay(moment)
    else {
      const waits = performance.now() + 20_000
      const isWriting = () => journalsIn(workspace).length > 0
      while (!isWriting() && child.exitCode === null && performance.now() < waits) await delay(1)
      await delay(Math.random() * moment.atMost)
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

  /** Another run does what the one that was ended would have done; what sync has changed is taken back at last. */
  async function finish(workspace: Workspace, [command = '', ...args]: readonly string[]): Promise<void> {
    const all = command === 'sync' ? [command, '--no-checks'] : [command, ...args]
    const { status, stderr } = await runCli(all, { cwd: workspace.root })
    assert.equal(status, 0, stderr)
    assertReads(workspace, fixed)
    assert.deepEqual(
      traces(workspace).filter((name) => !isTorn(workspace, name)),
      [],
    )
  }

  function assertReads(workspace: Workspace, texts: Readonly<Record<string, string>>): void {
    for (const [file, text] of Object.entries(texts))
      assert.equal(fs.readFileSync(workspace.at(file), 'utf8'), text, file)
  }

  /** A journal that was never fully written: no file was touched for it. A run a minute later removes it. */
  function isTorn(workspace: Workspace, name: string): boolean {
    if (!name.startsWith(CACHE)) return false
    try {
      JSON.parse(fs.readFileSync(workspace.at(name), 'utf8'))
      return false
    } catch {
      return true
    }
  }

  function journalsIn(workspace: Workspace): readonly string[] {
    const folder = workspace.at(CACHE)
    return fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => !name.startsWith('undo.json')) : []
  }

  function traces({ root }: Workspace): readonly string[] {
    const names = fs.readdirSync(root, { recursive: true, encoding: 'utf8' })
    // What `sync --undo` goes by stays; it takes its place as a whole.
    return names.filter((name) => /\.prisma-drift-|prisma-drift\/(?!undo\.json)./.test(name))
  }
})
