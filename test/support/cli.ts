import { spawn } from 'node:child_process'
import path from 'node:path'

/** The program under test. `PRISMA_DRIFT_CLI` names another build of it, for development. */
export const CLI = path.resolve(process.env.PRISMA_DRIFT_CLI ?? 'dist/cli.js')

export interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly cwd: string
  /** Added to the environment, in which nothing speaks of colour. */
  readonly env?: Readonly<Record<string, string>>
  /** After which it is ended; a minute unless told otherwise. */
  readonly timeoutMs?: number
}

/** Runs the built program and waits for its end. Its output goes to pipes. */
export function runCli(args: readonly string[], options: RunOptions): Promise<Run> {
  return run(process.execPath, [CLI, ...args], options)
}

/** Runs a line of shell in which `$CLI` is the program under test. */
export function runShell(line: string, options: RunOptions): Promise<Run> {
  const env = { ...options.env, CLI: `'${process.execPath}' '${CLI}'` }
  return run('bash', ['-c', line.replaceAll('$CLI', env.CLI)], options)
}

function run(command: string, args: readonly string[], { cwd, env, timeoutMs = 60_000 }: RunOptions): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...plainEnvironment(), ...env }, timeout: timeoutMs })
    const stdout: Buffer[] = []
    const stderr: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, stdout: textOf(stdout), stderr: textOf(stderr) }))
    child.stdin.end()
  })
}

function textOf(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString('utf8')
}

function plainEnvironment(): NodeJS.ProcessEnv {
  const environment = { ...process.env }
  for (const name of ['NO_COLOR', 'FORCE_COLOR', 'CI', 'TERM', 'NODE_OPTIONS']) delete environment[name]
  return environment
}
