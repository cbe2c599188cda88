import { spawn } from 'node:child_process'

/** How a run of git ended. `absent`: git is not installed; `timeout`: it was ended for taking too long. */
export type GitRun =
  | { readonly kind: 'done'; readonly status: number; readonly stdout: Buffer; readonly stderr: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'timeout' }

export interface GitOptions {
  /** The folder to run in; absolute. */
  readonly root: string
  readonly args: readonly string[]
  readonly stdin?: string
  readonly timeoutMs?: number
}

/**
 * Runs git for reading. It takes no locks, asks for nothing, fetches nothing, and starts no program that the
 * repository's configuration names. Never throws.
 */
export function runGit({ root, args, stdin, timeoutMs = 10_000 }: GitOptions): Promise<GitRun> {
  return new Promise((resolve) => {
    const child = spawn('git', ['-C', root, ...SAFE, ...args], { env: environment(), windowsHide: true })
    const stdout: Buffer[] = []
    const stderr: Buffer[] = []
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      resolve({ kind: 'timeout' })
    }, timeoutMs)
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
    child.stdin.on('error', () => undefined)
    child.on('error', () => {
      clearTimeout(timer)
      resolve({ kind: 'absent' })
    })
    child.on('close', (status) => {
      clearTimeout(timer)
      resolve({
        kind: 'done',
        status: status ?? -1,
        stdout: Buffer.concat(stdout),
        stderr: String(Buffer.concat(stderr)),
      })
    })
    child.stdin.end(stdin ?? '')
  })
}

const SAFE = [
  ...['--no-optional-locks', '--no-pager', '--literal-pathspecs'],
  ...['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '-c', 'protocol.allow=never'],
]

// Set while a hook runs; they would point git to another place than `root`.
const INHERITED = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_NAMESPACE', 'GIT_COMMON_DIR']

function environment(): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { ...process.env }
  for (const name of INHERITED) delete environment[name]
  return { ...environment, GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' }
}
