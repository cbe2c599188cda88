import assert from 'node:assert/strict'
import path from 'node:path'
import { engineSchema } from '../server/src/prisma/engine-schema.js'
import { createEngine, type Engine } from '../server/src/project/engine/engine.js'
import { findMissingMigration } from '../server/src/project/missing-migration.js'
import { planRollback } from '../server/src/project/rollback.js'
import { createRandom } from '../server/src/testing/random.js'
import { MIGRATED_PROJECTS, type MigratedSchema, migratedSchemasIn } from './support/migrated-projects.js'
import { lacksPostgres, type PostgresServer, startPostgres } from './support/postgres.js'
import { EDITS, validEdit } from './support/random-edit.js'
import {
  createReferenceEngine,
  createSqliteReference,
  type Migration,
  type ReferenceEngine,
} from './support/reference-engine.js'
import { inWorkspace } from './support/workspace.js'

/** How many changes of each project; `PRISMA_DRIFT_EDITS=50` tries more of them. */
const COUNT = Number(process.env.PRISMA_DRIFT_EDITS ?? 4)
const SEED = Number(process.env.PRISMA_DRIFT_SEED ?? 20_251)
const EVERYTHING = Boolean(process.env.PRISMA_DRIFT_TEST_EVERYTHING)

const onPostgres = lacksPostgres() === undefined || EVERYTHING ? describe : undefined

onPostgres?.('migrations of random changes of whole projects, beside Prisma on a real PostgreSQL', function () {
  this.timeout(COUNT * 120_000)
  const engine = createEngine({ program: 'dist/engine/main.js' })
  let server: PostgresServer
  let references: Readonly<Record<MigratedSchema['provider'], ReferenceEngine>>
  before(async () => {
    server = await startPostgres()
    references = { postgresql: await createReferenceEngine(server), sqlite: await createSqliteReference() }
  })
  after(() => {
    engine.stop()
    server.stop()
  })

  for (const project of MIGRATED_PROJECTS) {
    it(`${path.basename(project)}: are what Prisma writes, leave nothing missing, and are taken back`, async () => {
      for (const { schema, provider } of await migratedSchemasIn(project)) {
        await inWorkspace({ 'package.json': '{}', 'node_modules/x/y': '' }, async ({ root }) => {
          const reference = references[provider]
          const { files } = schema
          const own = schema.migrations.map(({ name, text = '' }) => ({ name, sql: text }))
          const first = await findMissingMigration({ root, engine, schema: sourceOf(own, files) })
          if (first.kind === 'unknown') return
          const base = first.kind === 'missing' ? [...own, { name: '9998_first', sql: first.sql }] : own
          const wrong: string[] = []
          let compared = 0
          for (let index = 0; index < COUNT; index++) {
            const random = createRandom(SEED + index)
            const kind = EDITS[(SEED + index) % EDITS.length] ?? 'add'
            const missing = (edited: typeof files) => reference.missing(base, engineSchema(edited).files)
            const edit = await validEdit(files, kind, random, missing)
            if (!edit) continue
            const where = `${project}, PRISMA_DRIFT_SEED=${SEED}, change ${index}: ${kind}`
            const input = { root, engine, base, edited: edit.edited, wanted: edit.answer }
            await tryOut(input).catch((error: Error) => wrong.push(`${where}\n${error.message}`))
            compared++
          }
          if (process.env.PRISMA_DRIFT_SHOW) console.log(path.basename(project), provider, compared, ...wrong)
          assert.deepEqual(wrong, [])
          assert.ok(compared > COUNT / 2, `${project}: ${compared} of ${COUNT}`)
        })
      }
    })
  }
})

interface Change {
  readonly root: string
  readonly engine: Engine
  readonly base: readonly Migration[]
  readonly edited: MigratedSchema['schema']['files']
  /** What Prisma writes. */
  readonly wanted: string
}

/** The SQL is Prisma's; with it nothing is missing; and it is taken back, or it is said what that loses. */
async function tryOut({ root, engine, base, edited, wanted }: Change): Promise<void> {
  const ask = (migrations: readonly Migration[]) =>
    findMissingMigration({ root, engine, schema: sourceOf(migrations, edited) })
  assert.deepEqual(await ask(base), wanted === '' ? { kind: 'none' } : { kind: 'missing', sql: wanted })
  if (wanted === '') return
  const migrations = [...base, { name: '9999_edit', sql: wanted }]
  assert.deepEqual(await ask(migrations), { kind: 'none' })
  const rollback = await planRollback({ root, engine, schema: sourceOf(migrations, edited) })
  if (rollback.kind !== 'rollback') assert.fail(rollback.reason)
  assert.equal(rollback.remaining, '', rollback.sql)
  if (LOSING.test(rollback.sql)) assert.notDeepEqual(rollback.lost, [], rollback.sql)
  if (LOSING.test(wanted)) assert.notDeepEqual(rollback.notRestored, [], wanted)
}

/** SQLite makes whole tables anew, and says itself what that loses. */
const LOSING = /^DROP TABLE (?!"\w+";\nALTER TABLE "new_)|DROP COLUMN/m

function sourceOf(migrations: readonly Migration[], files: MigratedSchema['schema']['files']) {
  return {
    files,
    migrations: migrations.map(({ name, sql }) => ({ name, file: `migrations/${name}/migration.sql`, text: sql })),
  }
}
