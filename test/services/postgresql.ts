import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { globSync } from 'tinyglobby'

/** A PostgreSQL server of its own for a test. */
export interface Server {
  readonly url: string
  stop(): void
}

/** Starts a server in a temporary folder. PostgreSQL refuses to run as root; then it runs as the user it comes with. */
export async function startServer(): Promise<Server> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'prisma-drift-postgresql-'))
  const data = path.join(folder, 'data')
  const port = await freePort()
  const user = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {}
  if (user.uid !== undefined) execFileSync('chown', ['postgres', folder])
  const run = (program: string, args: readonly string[]) =>
    execFileSync(path.join(programs(), program), args, { cwd: folder, stdio: 'ignore', ...user })
  run('initdb', ['-D', data, '--auth=trust', '--username=postgres', '--no-sync', '--encoding=UTF8', '--locale=C.UTF-8'])
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200`
  run('pg_ctl', ['-D', data, '--wait', '-l', path.join(folder, 'log'), '-o', options, 'start'])
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    stop() {
      run('pg_ctl', ['-D', data, '--mode=immediate', 'stop'])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function idOf(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
}

/** The folder with PostgreSQL's programs: Debian keeps those of a server off the `PATH`. */
function programs(): string {
  const folders = [
    ...globSync('/usr/lib/postgresql/*/bin', { onlyDirectories: true }),
    ...(process.env.PATH ?? '').split(':'),
  ]
  const found = folders.find((folder) => existsSync(path.join(folder, 'initdb')))
  if (found === undefined) throw new Error('PostgreSQL is not installed')
  return found
}

function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
