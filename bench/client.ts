// What it costs to say whether a generated client is of the schema's present state, beside reading the two files:
//   node bench/client.mjs [--models 200] [--rounds 300]
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { createAnalysisHost } from '../server/src/analysis/host.js'
import type { SchemaSource } from '../server/src/analysis/world.js'
import { NO_BASELINE } from '../server/src/configuration/baseline.js'
import { DEFAULT_SETTINGS } from '../server/src/configuration/settings.js'
import { readClients } from '../server/src/project/generated-client.js'
import { createOutsideFiles } from '../server/src/project/outside-files.js'
import { readText } from '../server/src/project/read-files.js'

const { values } = parseArgs({
  options: { models: { type: 'string', default: '200' }, rounds: { type: 'string', default: '300' } },
})

/** To see whether it is stale, and to tell what differs, may take this much of reading the two files. */
const BOUND = 3

const SCHEMA = 'prisma/schema.prisma'
const COPY = 'node_modules/.prisma/client/schema.prisma'
const root = mkdtempSync(path.join(tmpdir(), 'prisma-drift-bench-'))
try {
  const text = schemaOf(Number(values.models))
  write(COPY, text)
  for (const name of ['prisma', '@prisma/client']) write(`node_modules/${name}/package.json`, '{ "version": "6.19.3" }')
  const formatted = measure(text)
  const fresh = measure(text.replaceAll('  ', '    '))
  const stale = measure(text.replace('name0 ', 'title '))
  say(`${values.models} models, ${Math.round(text.length / 1024)} kB each`)
  say(`reading the two files                ${fresh.reading.toFixed(3)} ms`)
  say(`of the same state, as Prisma formats ${formatted.checking.toFixed(3)} ms, ${ratio(formatted)} times reading`)
  say(`of the same state, other blanks      ${fresh.checking.toFixed(3)} ms, ${ratio(fresh)} times reading`)
  say(`of another state, told what differs  ${stale.checking.toFixed(3)} ms, ${ratio(stale)} times reading`)
  say(`as Prisma formats, of the same state and of another: at most ${BOUND} times reading`)
  process.exitCode = [formatted, stale].every(({ reading, checking }) => checking <= BOUND * reading) ? 0 : 1
} finally {
  rmSync(root, { recursive: true, force: true })
}

interface Figures {
  readonly reading: number
  readonly checking: number
}

/**
 * The least of rounds in which both are done in turn: what others do to the machine at the same time only adds to it.
 * Checking includes to read and to find the files.
 */
function measure(text: string): Figures {
  write(SCHEMA, text)
  const rounds = Array.from({ length: Number(values.rounds) }, () => ({ reading: time(read), checking: time(check) }))
  return { reading: least(rounds.map((each) => each.reading)), checking: least(rounds.map((each) => each.checking)) }
}

function read(): void {
  for (const file of [SCHEMA, COPY]) readFileSync(path.join(root, file), 'utf8')
}

function check(): void {
  const client = { file: SCHEMA, generator: 'client', output: 'default' } as const
  const outside = createOutsideFiles(root, undefined)
  const schema = readText(root, SCHEMA)
  const source: SchemaSource = {
    root: '',
    files: [{ file: SCHEMA, text: 'text' in schema ? schema.text : '' }],
    joined: [],
    twins: [],
    generated: [],
    base: undefined,
    migrations: [],
    clients: readClients(outside, { root: '', files: [SCHEMA], clients: [client], expectsClients: true }),
    errors: [],
  }
  const world = {
    texts: new Map(),
    packages: [],
    baseline: NO_BASELINE,
    resolveModule: () => undefined,
    settings: DEFAULT_SETTINGS,
  }
  const snapshot = createAnalysisHost({ ...world, schemas: [source] }, { changes: 'none' }).snapshot()
  for (const facts of snapshot.schemas()) snapshot.clientsOf(facts)
}

function time(work: () => void): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

function least(numbers: readonly number[]): number {
  return Math.min(...numbers)
}

function ratio({ reading, checking }: Figures): string {
  return (checking / reading).toFixed(1)
}

function schemaOf(models: number): string {
  const head =
    'generator client {\n  provider = "prisma-client-js"\n}\n\ndatasource db {\n  provider = "postgresql"\n}\n'
  const columns = Array.from(
    { length: 10 },
    (_, index) => `  name${index} String? @map("name_${index}") // told\n`,
  ).join('')
  const all = Array.from(
    { length: models },
    (_, index) =>
      `\n/// Number ${index}.\nmodel Model${index} {\n  id    Int     @id @default(autoincrement())\n${columns}\n  @@map("models_${index}")\n}\n`,
  )
  return head + all.join('')
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  writeFileSync(path.join(root, file), text)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
