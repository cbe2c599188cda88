// What it costs to say whether a generated client is of the schema's present state, beside reading the two files:
//   node bench/client.mjs [--models 200] [--rounds 300]
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { createAnalysisHost } from '../server/src/analysis/host.js'
import type { ClientSource, SchemaSource } from '../server/src/analysis/world.js'
import { NO_BASELINE } from '../server/src/configuration/baseline.js'
import { DEFAULT_SETTINGS } from '../server/src/configuration/settings.js'
import { readClients } from '../server/src/project/generated-client.js'
import { createOutsideFiles } from '../server/src/project/outside-files.js'
import { readText } from '../server/src/project/read-files.js'

const { values } = parseArgs({
  options: { models: { type: 'string', default: '200' }, rounds: { type: 'string', default: '300' } },
})

/** To see what is stale may take this much of reading the two files. */
const BOUND = 3

const SCHEMA = 'prisma/schema.prisma'
const COPY = 'node_modules/.prisma/client/schema.prisma'
let clients: readonly ClientSource[] = []
const root = mkdtempSync(path.join(tmpdir(), 'prisma-drift-bench-'))
try {
  const text = schemaOf(Number(values.models))
  write(COPY, text)
  for (const name of ['prisma', '@prisma/client']) write(`node_modules/${name}/package.json`, '{ "version": "6.19.3" }')
  clients = readClients(createOutsideFiles(root, undefined), {
    root: '',
    files: [SCHEMA],
    clients: [{ file: SCHEMA, generator: 'client', output: 'default' }],
    expectsClients: true,
  })
  const formatted = await measure(text)
  const fresh = await measure(text.replaceAll('  ', '    '))
  const stale = await measure(text.replace(/(?<=model Model100 [^}]*)name0 /, 'title '))
  say(`${values.models} models, ${Math.round(text.length / 1024)} kB each`)
  say(`reading the two files                 ${fresh.reading.toFixed(3)} ms`)
  say(`of the same state, formatted alike    ${formatted.checking.toFixed(3)} ms, ${ratio(formatted)} times reading`)
  say(`of the same state, other blanks       ${fresh.checking.toFixed(3)} ms, ${ratio(fresh)} times reading`)
  say(`of another state, told what differs   ${stale.checking.toFixed(3)} ms, ${ratio(stale)} times reading`)
  say(`formatted as Prisma does: at most ${BOUND} times reading`)
  process.exitCode = [formatted, stale].every(({ checking, reading }) => checking <= BOUND * reading) ? 0 : 1
} finally {
  rmSync(root, { recursive: true, force: true })
}

interface Figures {
  readonly reading: number
  readonly checking: number
}

/**
 * The least of rounds in which both are done in turn: what others do to the machine at the same time only adds to it.
 * Checking is to read the two files and to compare them; neither that nor the yardstick looks for them, and making the
 * engine, of which this is a small part, does not count either.
 */
async function measure(text: string): Promise<Figures> {
  write(SCHEMA, text)
  const rounds: Figures[] = []
  for (let round = 0; round < Number(values.rounds); round++) {
    rounds.push({ reading: time(read), checking: checking() })
    // What is held weakly can only go between two tasks.
    await setImmediate()
  }
  return { reading: least(rounds.map((each) => each.reading)), checking: least(rounds.map((each) => each.checking)) }
}

function read(): void {
  for (const file of [SCHEMA, COPY]) readFileSync(path.join(root, file), 'utf8')
}

function checking(): number {
  let [text, copy] = ['', '']
  const reading = time(() => {
    text = textOf(SCHEMA)
    copy = textOf(COPY)
  })
  const source: SchemaSource = {
    root: '',
    files: [{ file: SCHEMA, text }],
    joined: [],
    twins: [],
    generated: [],
    base: undefined,
    migrations: [],
    clients: clients.map((client) => ({ ...client, copy: { file: COPY, text: copy } })),
    errors: [],
  }
  const world = {
    texts: new Map(),
    packages: [],
    baseline: NO_BASELINE,
    resolveModule: () => undefined,
    settings: DEFAULT_SETTINGS,
  }
  const snapshot = createAnalysisHost({ ...world, schemas: [source] }).snapshot()
  const schemas = snapshot.schemas()
  return (
    reading +
    time(() => {
      for (const facts of schemas) snapshot.clientsOf(facts)
    })
  )
}

function textOf(file: string): string {
  const read = readText(root, file)
  return 'text' in read ? read.text : ''
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
