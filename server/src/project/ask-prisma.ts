import { spawn } from 'node:child_process'
import path from 'node:path'
import type { SchemaSource } from '../analysis/world.js'
import { engineSchema } from '../prisma/engine-schema.js'
import { type FileId, folderOf } from '../text/file-id.js'
import type { SchemaLocation } from './discover-schemas.js'
import { maskSecrets } from './mask-secrets.js'
import { otherDatabase, type Unknown, unknown } from './migrated-schema.js'
import type { MissingMigration } from './missing-migration.js'
import { createOutsideFiles } from './outside-files.js'
import { pathOf } from './paths.js'
import { type PrismaSetup, prismaLine, prismaSetup } from './prisma-command.js'
import { type ShadowDatabase, shadowDatabaseOf } from './shadow-database.js'

export interface AskPrismaInput {
  /** The workspace, absolute; it must be trusted, as the project's own Prisma runs. */
  readonly root: string
  readonly location: SchemaLocation
  /** With a migration. */
  readonly schema: Pick<SchemaSource, 'files' | 'migrations'>
  /** Called before Prisma runs, with the command and the database that it empties for this, in words for a person. */
  readonly onRun: (line: string, shadow: string) => void
}

/**
 * Whether a schema lacks a migration, as the project's own `prisma migrate diff` says. It needs a server for its shadow
 * database: this is for databases that cannot be embedded, and where the project names such a shadow database.
 */
export async function askPrisma({ root, location, schema, onRun }: AskPrismaInput): Promise<MissingMigration> {
  const outside = createOutsideFiles(root, undefined)
  const setup = prismaSetup(outside, location)
  const shadow = shadowDatabaseOf(outside, location)
  if (shadow.kind === 'unknown')
    return unknown(`${otherDatabase(engineSchema(schema.files).provider)}, and ${shadow.reason}`)
  if (setup.program === undefined) return unknown(`the package 'prisma' is not installed for '${setup.folder || '.'}'`)
  const args = argumentsFor(setup, path.posix.relative(setup.folder, folderOfMigrations(schema)))
  onRun(prismaLine({ ...setup, schema: undefined }, args), shadow.label)
  const words = [pathOf(root, setup.program), ...args]
  const folder = pathOf(root, setup.folder)
  const run = await (isOld(setup) ? runNode(folder, [...ADDING, ...words], shadow.url) : runNode(folder, words))
  if (run.status === 0) return { kind: 'none' }
  return run.status === 2 && run.stdout.trim() !== ''
    ? { kind: 'missing', sql: `${run.stdout.trim()}\n` }
    : failed(run, shadow)
}

/** Whether Prisma, on a server, can say which migration is missing where that cannot be known without one. */
export function isForPrisma({ files, migrations }: AskPrismaInput['schema']): boolean {
  const { provider = '' } = engineSchema(files)
  return migrations.length > 0 && ['mysql', 'sqlserver', 'cockroachdb'].includes(provider)
}

function folderOfMigrations({ migrations: [first] }: AskPrismaInput['schema']): FileId {
  return folderOf(folderOf(first?.file ?? ''))
}

function argumentsFor(setup: PrismaSetup, migrations: string): readonly string[] {
  const to = isOld(setup) ? '--to-schema-datamodel' : '--to-schema'
  return ['migrate', 'diff', '--from-migrations', migrations, to, setup.place, '--script', '--exit-code']
}

/** Prisma 5 and 6 are told the address of the shadow database; later ones take it from the configuration. */
function isOld({ cli }: PrismaSetup): boolean {
  return Number.parseInt(cli?.version ?? '', 10) < 7
}

interface Run {
  readonly status: number | undefined
  readonly stdout: string
  readonly stderr: string
}

const TIMEOUT_MS = 120_000

/** Runs Node on these arguments. An address is handed over where no list of processes shows it. */
function runNode(folder: string, args: readonly string[], address?: string): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: folder,
      env: { ...process.env, ...QUIET, ...(address !== undefined && { [VARIABLE]: address }) },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: TIMEOUT_MS,
      windowsHide: true,
    })
    const written = { stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (written.stdout += chunk))
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (written.stderr += chunk))
    child.on('error', ({ message }) => resolve({ ...written, status: undefined, stderr: message }))
    child.on('close', (status) => resolve({ ...written, status: status ?? undefined }))
  })
}

const VARIABLE = 'PRISMA_DRIFT_SHADOW_DATABASE_URL'
const ADDING = ['--import', `data:text/javascript,process.argv.push('--shadow-database-url',process.env.${VARIABLE})`]
const QUIET = { NO_COLOR: '1', FORCE_COLOR: '0', CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' }

function failed({ status, stdout, stderr }: Run, { url }: ShadowDatabase): Unknown {
  if (/binaries\.prisma\.sh|\/all_commits\/|Failed to fetch the engine/.test(stderr))
    return unknown("Prisma's own schema engine is not installed and could not be downloaded")
  if (status === undefined && stderr === '') return unknown('Prisma did not answer in time')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours of terminals
  const plain = `${stderr}\n${stdout}`.replace(/\u001b\[[\d;]*m/g, '')
  const lines = plain.split(/\r?\n/).filter((line) => line.trim() !== '' && !NO_COMPLAINT.test(line))
  const complaint = lines.slice(0, 2).map((line) => line.trim().replace(/^Error:\s*/, ''))
  const told = maskSecrets(complaint.filter(Boolean).join(': '), { ...process.env, url })
  return unknown(`Prisma could not tell: ${told || `it ended with ${status}`}`)
}

/** What Prisma says on its way. */
const NO_COMPLAINT =
  /^(?:Loaded Prisma config|Prisma schema loaded|Environment variables loaded|Datasource |warn |\s+at )/
