import { spawn } from 'node:child_process'
import { maskSecrets } from './mask-secrets.js'
import { pathOf } from './paths.js'
import type { ProjectCheck } from './project-checks.js'

/** How a check ended. */
export interface CheckRun {
  readonly check: ProjectCheck
  readonly result: 'green' | 'red' | 'interrupted'
  /** The end of what it wrote, without passwords; for one that took too long, also that. */
  readonly output: string
}

/** Longer than this no check is waited for. */
const TIMEOUT_MS = 15 * 60_000
const LAST_LINES = 30
const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** Runs a script of a package as the package manager does, and waits for its end. Never throws. */
export function runCheck(root: string, check: ProjectCheck, packageManager: string): Promise<CheckRun> {
  return new Promise((resolve) => {
    const child = spawn(packageManager, ['run', check.script], {
      cwd: pathOf(root, check.folder),
      // Test runners then do not watch, and nothing colours.
      env: { ...process.env, CI: '1', NO_COLOR: '1', FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
      // On Windows package managers are scripts; elsewhere a group is ended as a whole.
      shell: process.platform === 'win32',
      detached: process.platform !== 'win32',
      windowsHide: true,
    })
    const written: Buffer[] = []
    const end = (result: CheckRun['result'], reason = '') => {
      clearTimeout(timer)
      for (const signal of SIGNALS) process.off(signal, interrupt)
      resolve({ check, result, output: lastLines(`${Buffer.concat(written)}\n${reason}`) })
    }
    const timer = setTimeout(() => {
      stop(child.pid)
      end('red', `ended after ${TIMEOUT_MS / 60_000} minutes`)
    }, TIMEOUT_MS)
    const interrupt = () => {
      stop(child.pid)
      end('interrupted')
    }
    for (const signal of SIGNALS) process.on(signal, interrupt)
    child.stdout.on('data', (chunk: Buffer) => written.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => written.push(chunk))
    child.on('error', (error) => end('red', error.message))
    child.on('close', (status) => end(status === 0 ? 'green' : 'red'))
  })
}

function stop(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // It has ended.
  }
}

function lastLines(text: string): string {
  const lines = maskSecrets(text).trimEnd().split(/\r?\n/)
  return lines.slice(-LAST_LINES).join('\n').trim()
}
