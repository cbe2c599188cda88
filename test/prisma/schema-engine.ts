// A program that stands in for Prisma's schema engine where that cannot be downloaded: it speaks to Prisma's command line
// as the engine does, and answers from the engine's build for WebAssembly. For tests, on PostgreSQL and SQLite.
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { maskLegacy } from '../../server/src/prisma/mask-legacy.js'
import { PREVIEW_FEATURES } from '../../server/src/prisma/preview-features.js'
import { loadReference } from '../support/reference-engine.js'
import { databaseOf, offline } from './engine-databases.js'

interface Parameters {
  readonly [name: string]: unknown
}

const datamodels = optionsOf('--datamodels', '-d').map((file) => ({ file, text: readFileSync(file, 'utf8') }))
const configured = addressesOf(optionsOf('--datasource')[0])

if (process.argv.includes('--version')) {
  process.stdout.write('schema-engine-cli stand-in\n')
} else if (process.argv.includes('cli')) {
  // Whether the database is there is found out when it is worked on.
  process.exitCode = 0
} else {
  let last: Promise<unknown> = Promise.resolve()
  const input = createInterface({ input: process.stdin })
  input.on('line', (line) => {
    last = last.then(() => answer(JSON.parse(line)))
  })
  input.on('close', () => last.then(() => process.exit(0)))
}

async function answer({ id, method, params }: { id: unknown; method: string; params?: Parameters }): Promise<void> {
  const log = process.env.STAND_IN_LOG
  if (log !== undefined) appendFileSync(log, `${JSON.stringify({ method, params })}\n`)
  try {
    send({ id, result: (await call(method, params ?? {})) ?? null })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const data = { is_panic: false, message, error_code: codeOf(error), meta: {} }
    send({ id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data } })
  }
}

async function call(method: string, given: Parameters): Promise<unknown> {
  const told = process.env.STAND_IN_ANSWER
  if (told !== undefined) return method === 'diff' ? toldAnswer(JSON.parse(told)) : {}
  const folder = given.migrationsDirectoryPath
  if (method === 'listMigrationDirectories') {
    return { migrations: listOf(String(folder)).migrationDirectories.map((each) => each.path) }
  }
  const params = { filters: NO_FILTERS, ...withoutAddresses(withLists(given)) }
  opened ??= open(given, params, method === 'diff' && !JSON.stringify(params).includes('"schemaDatasource"'))
  const { engine, database } = await opened
  if (method === 'getDatabaseVersion') return engine.version(null)
  const run = engine[method as 'diff'] as unknown as ((params: unknown) => Promise<Parameters>) | undefined
  if (run === undefined) throw new Error(`the stand-in knows no '${method}'`)
  const result = await run.call(engine, params)
  database.keep()
  if (method === 'diff') return printed(result)
  return method === 'createMigration' && typeof folder === 'string' ? written(folder, result) : result
}

/** Opened by the first question: the engine connects at once, and its later questions build on the earlier ones. */
let opened: ReturnType<typeof open> | undefined

async function open(given: Parameters, params: Parameters, needsNone: boolean) {
  const shadow = typeof given.shadowDatabaseUrl === 'string' ? given.shadowDatabaseUrl : configured.shadow
  const database = await databaseOf({ url: configured.url ?? urlIn(datamodels), shadow, provider: providerOf(params) })
  const isOffline = needsNone && database.provider === 'postgres'
  const factory = bindMigrationAwareSqlAdapterFactory(isOffline ? { ...database, connect: offline } : database)
  const Engine = await loadReference()
  const texts = datamodels.map(({ file, text }) => [file, masked(text)] as [string, string])
  const named = { datamodels: texts.length > 0 ? texts : undefined }
  return { database, engine: await Engine.new(named, () => undefined, factory) }
}

/** For databases that no engine can be had for here: what the engine would say is told by who starts it. */
function toldAnswer({ error, ...result }: Parameters): Parameters {
  if (error !== undefined) throw new Error(String(error))
  return printed(result)
}

/** The engine prints what it found through the command line. */
function printed({ stdout, exitCode }: Parameters): Parameters {
  if (typeof stdout === 'string') send({ id: 'print', method: 'print', params: { content: stdout } })
  return { exitCode, stdout: null }
}

/** Up to Prisma 6.5 it is the engine that writes the migration. */
function written(folder: string, { migrationScript, generatedMigrationName: name, connectorType }: Parameters) {
  if (typeof migrationScript !== 'string') return { generatedMigrationName: null }
  mkdirSync(path.join(folder, String(name)), { recursive: true })
  writeFileSync(path.join(folder, String(name), 'migration.sql'), migrationScript)
  const lock = path.join(folder, 'migration_lock.toml')
  if (!existsSync(lock)) writeFileSync(lock, `provider = "${connectorType}"\n`)
  return { generatedMigrationName: name }
}

/** Up to Prisma 6.5 folders of migrations are named, and later read by the command line. */
function withLists({ migrationsDirectoryPath: folder, ...params }: Parameters): Parameters {
  const read = (side: unknown) => {
    const { tag, path: place } = (side ?? {}) as Parameters
    return tag === 'migrations' && typeof place === 'string' ? { tag, ...listOf(place) } : side
  }
  const sides = Object.fromEntries(
    ['from', 'to'].flatMap((name) => (name in params ? [[name, read(params[name])]] : [])),
  )
  return { ...params, ...sides, ...(typeof folder === 'string' && { migrationsList: listOf(folder) }) }
}

function listOf(folder: string) {
  const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : []
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const migrationDirectories = names.sort().map((name) => {
    const value = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
    return { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok', value } } }
  })
  const lock = path.join(folder, 'migration_lock.toml')
  const lockfile = { path: 'migration_lock.toml', content: existsSync(lock) ? readFileSync(lock, 'utf8') : null }
  return { baseDir: folder, lockfile, shadowDbInitScript: '', migrationDirectories }
}

/** This build of the engine refuses what only earlier versions had in schemas. */
function withoutAddresses(params: Parameters): Parameters {
  return JSON.parse(
    JSON.stringify(params, (_, value) =>
      typeof value?.content === 'string' && String(value.path).endsWith('.prisma')
        ? { ...value, content: masked(value.content) }
        : value,
    ),
  )
}

function masked(text: string): string {
  return maskLegacy(text, PREVIEW_FEATURES)
}

function providerOf(params: Parameters): 'postgres' | 'sqlite' {
  const text = datamodels.map((each) => each.text).join('\n') + JSON.stringify(params).replaceAll('\\"', '"')
  return /provider\s*=\s*"sqlite"/.test(text) ? 'sqlite' : 'postgres'
}

/** Prisma 7 tells addresses as JSON, 5 and 6 the one that it read from the schema. */
function addressesOf(told: string | undefined): { readonly url?: string; readonly shadow?: string } {
  if (told === undefined) return {}
  if (!told.startsWith('{')) return { url: told }
  const { url, shadowDatabaseUrl: shadow } = JSON.parse(told)
  return { ...(url && { url }), ...(shadow && { shadow }) }
}

function urlIn(schemas: readonly { readonly text: string }[]): string | undefined {
  const [, variable = '', literal] =
    schemas.map(({ text }) => URL_LINE.exec(text)).find((match) => match !== null) ?? []
  return literal ?? process.env[variable]
}

const URL_LINE = /^\s*url\s*=\s*(?:env\("([^"]+)"\)|"([^"]+)")/m
const NO_FILTERS = { externalTables: [], externalEnums: [] }

function optionsOf(...names: readonly string[]): readonly string[] {
  return process.argv.flatMap((word, index) => (names.includes(word) ? [process.argv[index + 1] ?? ''] : []))
}

function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (/^P\d{4}$/.test(code)) return code
  return code === 'ECONNREFUSED' ? 'P1001' : undefined
}

function send(message: object): void {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
}
