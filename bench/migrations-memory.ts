import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type LanguageClient, startClient } from '../test/support/language-client.js'

/** Resident memory in MB of the editor's server, on the real processes. */
export interface ServerMemory {
  /** After the same edits without any engine. */
  readonly without: number
  /** After migrations were asked about, once every process of the engine has ended. */
  readonly after: number
  /** The most that a process of the engine had. */
  readonly engine: number
}

const SCHEMA = 'prisma/schema.prisma'
const EDITS = 20
/** The engine's process waits a minute for more to do. */
const LONGEST_MS = 150_000

/** Types into a schema with migrations in a server that may start the engine, and in one that may not. */
export async function measureServerMemory(schema: string, sql: string): Promise<ServerMemory> {
  const root = mkdtempSync(path.join(tmpdir(), 'prisma-drift-bench-'))
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
  }
  write('package.json', '{}')
  write(SCHEMA, schema)
  write('prisma/migrations/1_init/migration.sql', sql)
  try {
    const without = await inServer(root, schema, { trusted: false })
    const { server: after, engine } = await inServer(root, schema, { trusted: true })
    if (engine === 0) throw new Error('no engine was started')
    return { without: without.server, after, engine }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

async function inServer(root: string, schema: string, { trusted }: { readonly trusted: boolean }) {
  const params = { initializationOptions: { trusted, settings: {} } }
  const client = await startClient(root, { params })
  let engine = 0
  try {
    client.open(SCHEMA)
    await client.pull(SCHEMA)
    for (let edit = 1; edit <= EDITS; edit++) {
      client.edit(SCHEMA, schema.replace('title ', `title${edit} `))
      await client.pull(SCHEMA)
      await setTimeout(300)
      engine = Math.max(engine, ...enginesOf(client).map(memoryOf))
    }
    if (trusted && !(await hasFinding(client))) throw new Error('nothing was found to be missing')
    for (let waited = 0; enginesOf(client).length > 0; waited += 500) {
      if (waited > LONGEST_MS) throw new Error('the engine does not end')
      await setTimeout(500)
    }
    await setTimeout(2000)
    return { server: memoryOf(client.process.pid ?? 0), engine }
  } finally {
    await client.stop()
  }
}

async function hasFinding(client: LanguageClient): Promise<boolean> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const report = await client.pull(SCHEMA)
    if (report.kind === 'full' && report.items.some(({ code }) => code === 'migration-missing')) return true
    await setTimeout(300)
  }
  return false
}

function enginesOf({ process: { pid } }: LanguageClient): readonly number[] {
  const { stdout } = spawnSync('ps', ['--ppid', String(pid), '-o', 'pid=,args='], { encoding: 'utf8' })
  const lines = stdout.split('\n').filter((line) => line.includes('engine'))
  return lines.map((line) => Number.parseInt(line, 10))
}

function memoryOf(pid: number): number {
  try {
    const kilobytes = /^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Math.round(Number(kilobytes ?? 0) / 1024)
  } catch {
    return 0
  }
}
