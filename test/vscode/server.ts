import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import path from 'node:path'
import readline from 'node:readline'
import { promisify } from 'node:util'
import { type HostName, hostPaths } from './install.mjs'
import type { Profile } from './profile.js'

export interface Server {
  readonly origin: string
  /** Ends the server and whatever it started. */
  stop(): Promise<void>
}

export interface ServerOptions {
  readonly profile: Profile
  /** What the server and the extension hosts print goes here. */
  readonly log: string
  /** Runs the tests that a page asks for. Such a window shows no notifications. */
  readonly forTests?: boolean
  /** Without it every folder is trusted. */
  readonly restricts?: boolean
}

const FLAGS = [
  '--accept-server-license-terms',
  '--disable-experiments',
  '--disable-telemetry',
  '--host=127.0.0.1',
  '--port=0',
  '--without-connection-token',
]

/** Starts VS Code's server and waits until it listens. */
export async function startServer(host: HostName, options: ServerOptions): Promise<Server> {
  const { node, server } = hostPaths(host)
  const flags = [
    ...FLAGS,
    ...options.profile.flags,
    ...(options.forTests ? ['--enable-smoke-test-driver'] : []),
    ...(options.restricts ? [] : ['--disable-workspace-trust']),
  ]
  // A process group of its own: the server leaves watchers and extension hosts behind when it ends.
  const child = spawn(node, [server, ...flags], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...options.profile.env, EXTENSIONS_GALLERY: '{}' },
  })
  const endGroup = () => signal(child, 'SIGKILL')
  process.once('exit', endGroup)
  const port = await portOf(child, options.log)
  return {
    origin: `http://127.0.0.1:${port}`,
    async stop() {
      process.off('exit', endGroup)
      await endGently(child)
    },
  }
}

/** Installs a packaged extension into a profile. */
export async function installExtension(host: HostName, vsix: string, profile: Profile): Promise<void> {
  const { node, server } = hostPaths(host)
  const flags = [...profile.flags, '--accept-server-license-terms', '--install-extension', path.resolve(vsix)]
  await promisify(execFile)(node, [server, ...flags, '--force'], { env: profile.env, timeout: 60_000 })
}

function portOf(child: ChildProcess, log: string): Promise<number> {
  const output = createWriteStream(log)
  child.stderr?.pipe(output, { end: false })
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`VS Code's server did not listen within 60 s; see ${log}`)), 60_000)
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`VS Code's server ended with ${code}; see ${log}`)))
    if (!child.stdout) return
    readline.createInterface(child.stdout).on('line', (line) => {
      output.write(`${line}\n`)
      const port = /^Extension host agent listening on (\d+)/.exec(line)?.[1]
      if (!port) return
      clearTimeout(limit)
      resolve(Number(port))
    })
  })
}

async function endGently(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  signal(child, 'SIGTERM')
  const limit = setTimeout(() => signal(child, 'SIGKILL'), 3000)
  if (child.exitCode === null && child.signalCode === null) await ended
  clearTimeout(limit)
  signal(child, 'SIGKILL')
}

function signal({ pid }: ChildProcess, name: NodeJS.Signals): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, name)
  } catch {
    // Nobody of the group is left.
  }
}
