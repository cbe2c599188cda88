import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { CLI } from './support/cli.js'
import { DRIFTED_SHOP, ORDER_TYPES, SHOP } from './support/shop.js'
import { inWorkspace, type Workspace } from './support/workspace.js'

interface Watching {
  /** Waits until something is printed that was not looked at before, and goes on behind it. */
  sees(wanted: RegExp): Promise<void>
  press(keys: string): void
  ended(): Promise<number | null>
  readonly child: ChildProcess
}

const READY = /Watching for changes/

/** Runs `check --watch` and ends it when `body` is done. */
async function watching({ root }: Workspace, body: (watching: Watching) => Promise<void>, command?: readonly string[]) {
  const [program = '', ...args] = command ?? [process.execPath, CLI, 'check', '--watch']
  const child = spawn(program, args, { cwd: root, env: { ...process.env, NO_COLOR: '1' } })
  let output = ''
  let looked = 0
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()))
  const end = new Promise<number | null>((resolve) => child.once('close', resolve))
  try {
    await body({
      child,
      press: (keys) => void child.stdin.write(keys),
      ended: () => end,
      async sees(wanted) {
        for (let waited = 0; waited < 300; waited++) {
          const match = wanted.exec(output.slice(looked))
          if (match) {
            looked += match.index + match[0].length
            return
          }
          await new Promise((resolve) => setTimeout(resolve, 100))
        }
        assert.fail(`${wanted} was not printed behind ${output.slice(0, looked)}:\n${output.slice(looked)}`)
      },
    })
  } finally {
    child.kill('SIGKILL')
  }
}

describe('check --watch', () => {
  it('follows files that are changed, made and removed, schemas and the configuration', () =>
    inWorkspace(SHOP, (workspace) =>
      watching(workspace, async ({ sees, press, ended }) => {
        await sees(/No drift found\./)
        await sees(READY)
        workspace.write({ 'src/order.ts': DRIFTED_SHOP['src/order.ts'] })
        await sees(/src\/order\.ts:3:10 {2}error[\s\S]*1 error/)
        await sees(READY)
        workspace.write({ 'prisma-drift.config.json': '{ "rules": { "field-type-mismatch": "hint" } }' })
        await sees(/1 hint \(1 not shown/)
        await sees(READY)
        workspace.write({ 'prisma-drift.config.json': '{ "rule": {} }' })
        await sees(/is not valid:\n {2}line 1: unknown key "rule"/)
        await sees(READY)
        mkdirSync(workspace.at('lib'))
        workspace.write({
          'prisma-drift.config.json': '{}',
          'lib/order.ts': DRIFTED_SHOP['src/order.ts'],
          'src/order.ts': ORDER_TYPES,
        })
        await sees(/lib\/order\.ts:3:10 {2}error/)
        await sees(READY)
        press('r')
        await sees(/1 error/)
        await sees(READY)
        press('q')
        assert.equal(await ended(), 1)
      }),
    ))

  it('follows a folder that is removed and made anew at once', () =>
    inWorkspace(SHOP, (workspace) =>
      watching(workspace, async ({ sees, press, ended }) => {
        await sees(READY)
        rmSync(workspace.at('src'), { recursive: true })
        workspace.write(SHOP)
        // Whether that is told or not: from now on what stands there is another folder.
        await new Promise((resolve) => setTimeout(resolve, 1000))
        workspace.write({ 'src/order.ts': DRIFTED_SHOP['src/order.ts'] })
        await sees(/src\/order\.ts:3:10 {2}error/)
        await sees(READY)
        press('q')
        assert.equal(await ended(), 1)
      }),
    ))

  it('goes on where something changes while git is asked', () =>
    inWorkspace(SHOP, (workspace) => {
      workspace.commit()
      const slowGit = '#!/bin/sh\nPATH="${PATH#*:}"\nsleep 0.4\nexec git "$@"\n'
      workspace.write({ 'bin/git': slowGit })
      chmodSync(workspace.at('bin/git'), 0o755)
      const path = `PATH=${workspace.at('bin')}:${process.env.PATH}`
      const command = ['env', path, process.execPath, CLI, 'check', '--watch', '--changed-since', 'HEAD']
      return watching(
        workspace,
        async ({ sees, press, ended }) => {
          await sees(READY)
          workspace.write({ 'src/order.ts': DRIFTED_SHOP['src/order.ts'] })
          await new Promise((resolve) => setTimeout(resolve, 700))
          workspace.write({ 'src/order.ts': `\n${DRIFTED_SHOP['src/order.ts']}` })
          await sees(/src\/order\.ts:4:10 {2}error/)
          await sees(READY)
          press('q')
          assert.equal(await ended(), 1)
        },
        command,
      )
    }))

  it('ends on an interrupt', () =>
    inWorkspace(SHOP, (workspace) =>
      watching(workspace, async ({ sees, child, ended }) => {
        await sees(READY)
        child.kill('SIGINT')
        assert.equal(await ended(), 0)
      }),
    ))

  if (existsSync('/usr/bin/script')) {
    it('clears the screen of a terminal, and takes single keys', () =>
      inWorkspace(SHOP, (workspace) => {
        const line = `'${process.execPath}' '${CLI}' check --watch`
        return watching(
          workspace,
          async ({ sees, press, ended }) => {
            // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what clears a screen.
            await sees(/\u001b\[2J[\s\S]*No drift found\./)
            await sees(READY)
            press('q')
            assert.equal(await ended(), 0)
          },
          ['/usr/bin/script', '--quiet', '--return', '--command', line, '/dev/null'],
        )
      }))
  }
})
