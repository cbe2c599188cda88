import { spawn } from 'node:child_process'
import type { HostOptions } from '../analysis/host.js'
import { type ClientReport, needsGeneration, readClientStatus, type SchemaClients } from './client-status.js'
import { pathOf } from './paths.js'
import { prismaArguments, prismaLine } from './prisma-command.js'

/** What came of the attempt to bring the clients up to date. */
export interface ClientSync {
  readonly before: ClientReport
  /** As it is now; the same object where there was nothing to do. */
  readonly after: ClientReport
  /** The schemas that Prisma was run for, or should have been. */
  readonly runs: readonly ClientRun[]
}

export interface ClientRun {
  readonly schema: SchemaClients
  /** Why there is no new client: for a person; undefined where there is one. */
  readonly problem: string | undefined
}

export interface SyncOptions extends HostOptions {
  /** Absolute. */
  readonly root: string
  /** Called before Prisma is run for a schema. */
  readonly onRun?: (schema: SchemaClients) => void
}

/**
 * Runs the project's own `prisma generate` for each schema whose client is missing or of another state, and only for
 * those. What Prisma prints goes to stderr. It is run from where it is installed: nothing is downloaded for it.
 */
export async function syncClients({ root, onRun, changes }: SyncOptions): Promise<ClientSync> {
  const read = () => readClientStatus(root, { changes })
  const before = await read()
  const runs: ClientRun[] = []
  for (const schema of before.schemas.filter(({ clients }) => clients.some(needsGeneration))) {
    onRun?.(schema)
    runs.push({ schema, problem: await generate(root, schema) })
  }
  return { before, runs, after: runs.length === 0 ? before : await read() }
}

async function generate(root: string, { setup }: SchemaClients): Promise<string | undefined> {
  if (setup.program === undefined) return `the package 'prisma' is not installed for '${setup.folder || '.'}'`
  const args = prismaArguments(pathOf(root, setup.program), setup, ['generate'])
  const status = await runNode(pathOf(root, setup.folder), args)
  return status === 0 ? undefined : `'${prismaLine(setup, ['generate'])}' failed with ${status}`
}

/** Runs Node on these arguments; the result is the exit status, or what prevented one. */
function runNode(folder: string, args: readonly string[]): Promise<number | string> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: folder, env: environment(), stdio: ['ignore', 2, 2] })
    child.on('error', (error) => resolve(error.message))
    child.on('close', (status, signal) => resolve(status ?? signal ?? 'no status'))
  })
}

/** Prisma neither asks for news of itself nor installs packages that it misses. */
function environment(): NodeJS.ProcessEnv {
  const quiet = { CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1', PRISMA_GENERATE_SKIP_AUTOINSTALL: '1' }
  return { ...process.env, ...quiet }
}
