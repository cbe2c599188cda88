import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'

/** A PostgreSQL of its own for tests, on a free port of this machine. */
export interface PostgresServer {
  /** The address of a database, of its superuser unless another is named. */
  urlOf(database: string, user?: string, password?: string): string
  /** Makes an empty database and answers with its address. */
  createDatabase(): Promise<string>
  /** Ends the server as a power failure would. */
  kill(): void
  stop(): void
}

/** Why no server can be started here; undefined where one can. */
export function lacksPostgres(): string | undefined {
  return programs() === undefined ? 'there is no PostgreSQL server on this machine' : undefined
}

/** Starts a server in a temporary folder, which takes a second. Passwords count; the superuser's is `secret`. */
export async function startPostgres(): Promise<PostgresServer> {
  const bin = programs()
  if (bin === undefined) throw new Error(lacksPostgres())
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'drift-postgres-'))
  const isRoot = process.getuid?.() === 0
  // PostgreSQL refuses to run as root.
  if (isRoot) execFileSync('chown', ['postgres', folder])
  const run = (program: string, ...args: readonly string[]) => {
    const command = [path.join(bin, program), ...args]
    const [name = '', ...rest] = isRoot ? ['setpriv', ...AS_POSTGRES, ...command] : command
    execFileSync(name, rest, { stdio: 'ignore', cwd: folder, env: { ...process.env, LC_ALL: 'C' } })
  }
  const data = path.join(folder, 'data')
  const passwords = path.join(folder, 'password')
  fs.writeFileSync(passwords, 'secret', { mode: 0o644 })
  run('initdb', '-D', data, '-U', 'postgres', '--pwfile', passwords, '-A', 'scram-sha-256', '-E', 'UTF8', '--no-sync')
  const port = await freePort()
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off`
  run('pg_ctl', '-D', data, '-w', '-l', path.join(folder, 'log'), '-o', settings, 'start')
  const end = (mode: string) => run('pg_ctl', '-D', data, '-m', mode, 'stop')
  const urlOf = (database: string, user = 'postgres', password = 'secret') =>
    `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`
  let count = 0
  return {
    urlOf,
    async createDatabase() {
      const name = `database_${++count}`
      await onDatabase(urlOf('postgres'), (client) => client.query(`CREATE DATABASE ${name} TEMPLATE template0`))
      return urlOf(name)
    },
    kill: () => end('immediate'),
    stop() {
      try {
        end('immediate')
      } catch {
        // It was ended before.
      }
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

const AS_POSTGRES = ['--reuid=postgres', '--regid=postgres', '--clear-groups']

/** Works on a database over one connection. */
export async function onDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The folder with the server's programs: the newest of Debian's, else one on the path. */
function programs(): string | undefined {
  const installed = fs.existsSync('/usr/lib/postgresql') ? fs.readdirSync('/usr/lib/postgresql') : []
  const newest = installed.map(Number).sort((a, b) => b - a)[0]
  if (newest !== undefined) return `/usr/lib/postgresql/${newest}/bin`
  const found = spawnSync('which', ['pg_ctl'], { encoding: 'utf8' }).stdout?.trim()
  return found ? path.dirname(fs.realpathSync(found)) : undefined
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
