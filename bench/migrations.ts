// What it costs to say which migration is missing while somebody types, beside the engine's own comparison of the two
// schemas in this process; and what of the memory for it stays in the editor's server:
//   node bench/migrations.mjs [--models 50,200] [--rounds 60]
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { engineSchema } from '../server/src/prisma/engine-schema.js'
import { createEngine } from '../server/src/project/engine/engine.js'
import { migratedSchema } from '../server/src/project/migrated-schema.js'
import { createMissingMigrations } from '../server/src/project/missing-migration.js'
import { createOfflineReference } from '../test/support/reference-engine.js'
import { measureServerMemory } from './migrations-memory.js'

const { values } = parseArgs({
  options: { models: { type: 'string', default: '50,200' }, rounds: { type: 'string', default: '60' } },
})

/** Our answer may take this much of the engine's own. */
const BOUND = 1.5
/** So much more memory, in MB, the server may have than one that never asked: less than two runs of it differ by. */
const MEMORY_BOUND = 12

const root = mkdtempSync(path.join(tmpdir(), 'prisma-drift-bench-'))
mkdirSync(path.join(root, 'node_modules'))
let worst = 0
try {
  for (const models of values.models.split(',').map(Number)) worst = Math.max(worst, await measure(models))
} finally {
  rmSync(root, { recursive: true, force: true })
}
const models = 200
const { without, after, engine } = await measureServerMemory(schemaOf(models), sqlOf(models))
console.log(`the editor's server, ${models} models, after 20 edits`)
console.log(`  without any engine                         ${without} MB`)
console.log(`  once the engine's processes have ended     ${after} MB, at most ${MEMORY_BOUND} more`)
console.log(`  the largest process of the engine had      ${engine} MB`)
process.exit(worst <= BOUND && after - without <= MEMORY_BOUND ? 0 : 1)

async function measure(models: number): Promise<number> {
  const text = schemaOf(models)
  const { header } = engineSchema([{ file: 'schema.prisma', text }])
  const engine = createEngine({ program: 'dist/engine/main.js' })
  const find = createMissingMigrations(root, engine)
  const migrations = [{ name: '1', file: 'migrations/1/migration.sql', text: sqlOf(models) }]
  const asked = (round: number) => ({
    files: [{ file: 'schema.prisma', text: text.replace('title ', `title${round} `) }],
    migrations,
  })
  const started = performance.now()
  await find(asked(0))
  const first = performance.now() - started
  const provider = 'postgresql'
  const snapshot = await migratedSchema(
    root,
    { provider, header, migrations: [{ name: '1', sql: sqlOf(models) }] },
    engine,
  )
  if (snapshot.kind !== 'read') throw new Error(snapshot.reason)
  const ours: number[] = []
  const all = await createOfflineReference()
  const theirs: number[] = []
  for (let round = 1; round <= Number(values.rounds); round++) {
    const { files } = asked(round)
    ours.push(await time(() => find(asked(round))))
    theirs.push(await time(() => all.between([{ file: 'migrations', text: snapshot.schema }], files)))
  }
  engine.stop()
  const ratio = least(ours) / least(theirs)
  console.log(`${models} models, ${Math.round(text.length / 1024)} kB`)
  console.log(`  the first answer, migrations applied       ${first.toFixed(0)} ms`)
  console.log(`  an answer while typing                     ${least(ours).toFixed(1)} ms`)
  console.log(`  the engine's own comparison in this process ${least(theirs).toFixed(1)} ms`)
  console.log(`  ratio ${ratio.toFixed(2)}, at most ${BOUND}`)
  return ratio
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** What others do to the machine at the same time only adds to it. */
function least(numbers: readonly number[]): number {
  return Math.min(...numbers)
}

function schemaOf(models: number): string {
  const blocks = Array.from({ length: models }, (_, index) => {
    const fields = Array.from({ length: 8 }, (_, field) => `  field${field} String?\n`).join('')
    return `model Model${index} {\n  id Int @id\n  title String\n${fields}}\n`
  })
  return ['datasource db {\n  provider = "postgresql"\n}\n', ...blocks].join('\n')
}

function sqlOf(models: number): string {
  return Array.from({ length: models }, (_, index) => {
    const fields = Array.from({ length: 8 }, (_, field) => `"field${field}" TEXT, `).join('')
    return `CREATE TABLE "Model${index}" ("id" INTEGER NOT NULL, "title" TEXT NOT NULL, ${fields}CONSTRAINT "Model${index}_pkey" PRIMARY KEY ("id"));`
  }).join('\n')
}
