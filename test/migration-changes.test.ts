import assert from 'node:assert/strict'
import { createEngine } from '../server/src/project/engine/engine.js'
import { findMissingMigration } from '../server/src/project/missing-migration.js'
import { planRollback } from '../server/src/project/rollback.js'
import { createRandom } from '../server/src/testing/random.js'
import { lacksPostgres, startPostgres } from './support/postgres.js'
import { change, firstSchema, KINDS, type RandomSchema, render } from './support/random-schema.js'
import { createReferenceEngine, type Migration } from './support/reference-engine.js'
import { inWorkspace } from './support/workspace.js'

/** How many changes are made; `PRISMA_DRIFT_CHANGES=50` tries more of them. */
const CHANGES = Number(process.env.PRISMA_DRIFT_CHANGES ?? 6)
const SEED = Number(process.env.PRISMA_DRIFT_SEED ?? 20_251)
const EVERYTHING = Boolean(process.env.PRISMA_DRIFT_TEST_EVERYTHING)

const lack = lacksPostgres()
const onPostgres = lack === undefined || EVERYTHING ? describe : undefined

onPostgres?.('migrations of random changes, beside Prisma on a real PostgreSQL', () => {
  it('are what Prisma writes, leave nothing missing, and are taken back', async function () {
    this.timeout(CHANGES * 60_000)
    const random = createRandom(SEED)
    const server = await startPostgres()
    const engine = createEngine({ program: 'dist/engine/main.js' })
    try {
      await inWorkspace({ 'package.json': '{}', 'node_modules/x/y': '' }, async ({ root }) => {
        const reference = await createReferenceEngine(server)
        const missing = (migrations: readonly Migration[], text: string) =>
          findMissingMigration({ root, engine, schema: sourceOf(migrations, text) })
        let schema = firstSchema(random)
        let migrations: readonly Migration[] = [
          { name: '0', sql: 'CREATE SCHEMA IF NOT EXISTS "public";' },
          { name: '1', sql: await reference.missing([], filesOf(schema)) },
        ]
        for (let index = 0; index < CHANGES; index++) {
          const kind = KINDS[index % KINDS.length] ?? 'add'
          const changed = change(schema, kind, random)
          const text = render(changed)
          const wanted = await reference.missing(migrations, filesOf(changed))
          const found = await missing(migrations, text)
          const where = `seed ${SEED}, change ${index}: ${kind}`
          assert.deepEqual(found, wanted === '' ? { kind: 'none' } : { kind: 'missing', sql: wanted }, where)
          if (wanted === '') continue
          migrations = [...migrations, { name: `${index + 2}`, sql: wanted }]
          assert.deepEqual(await missing(migrations, text), { kind: 'none' }, where)
          const rollback = await planRollback({ root, engine, schema: sourceOf(migrations, text) })
          assert.equal(rollback.kind, 'rollback', where)
          if (rollback.kind !== 'rollback') continue
          assert.equal(rollback.remaining, '', where)
          if (/^DROP TABLE|DROP COLUMN/m.test(rollback.sql)) assert.notDeepEqual(rollback.lost, [], where)
          if (/^DROP TABLE|DROP COLUMN/m.test(wanted)) assert.notDeepEqual(rollback.notRestored, [], where)
          schema = changed
        }
      })
    } finally {
      engine.stop()
      server.stop()
    }
  })
})

function filesOf(schema: RandomSchema) {
  return [{ file: 'schema.prisma', text: render(schema) }]
}

function sourceOf(migrations: readonly Migration[], text: string) {
  return {
    files: [{ file: 'schema.prisma', text }],
    migrations: migrations.map(({ name, sql }) => ({ name, file: `migrations/${name}/migration.sql`, text: sql })),
  }
}
