import assert from 'node:assert/strict'
import path from 'node:path'
import { engineSchema } from '../server/src/prisma/engine-schema.js'
import { createEngine } from '../server/src/project/engine/engine.js'
import { findMissingMigration } from '../server/src/project/missing-migration.js'
import { MIGRATED_PROJECTS, migratedSchemasIn } from './support/migrated-projects.js'
import { lacksPostgres, type PostgresServer, startPostgres } from './support/postgres.js'
import { createReferenceEngine, createSqliteReference, type ReferenceEngine } from './support/reference-engine.js'

const EVERYTHING = Boolean(process.env.PRISMA_DRIFT_TEST_EVERYTHING)

const onPostgres = lacksPostgres() === undefined || EVERYTHING ? describe : undefined

onPostgres?.('migrations of whole projects, beside Prisma on a real PostgreSQL', function () {
  this.timeout(300_000)
  const engine = createEngine({ program: 'dist/engine/main.js' })
  let server: PostgresServer
  let references: Readonly<Record<'postgresql' | 'sqlite', ReferenceEngine>>
  let compared = 0
  before(async () => {
    server = await startPostgres()
    references = { postgresql: await createReferenceEngine(server), sqlite: await createSqliteReference() }
  })
  after(() => {
    engine.stop()
    server.stop()
  })

  for (const root of MIGRATED_PROJECTS) {
    it(`${path.basename(root)}: the same verdict and the same SQL`, async () => {
      for (const { schema, provider } of await migratedSchemasIn(root)) {
        const { files } = engineSchema(schema.files)
        const reference = references[provider]
        const migrations = schema.migrations.map(({ name, text = '' }) => ({ name, sql: text }))
        const wanted = await reference.missing(migrations, files).catch((error: Error) => ({ error: error.message }))
        const found = await findMissingMigration({ root, schema, engine })
        const where = `${schema.files[0]?.file}: ${JSON.stringify(wanted).slice(0, 300)} ${JSON.stringify(found).slice(0, 300)}`
        if (process.env.PRISMA_DRIFT_SHOW) console.log(where)
        if (typeof wanted !== 'string') assert.equal(found.kind, 'unknown', where)
        else if (!(found.kind === 'unknown' && /needs the extension/.test(found.reason))) {
          assert.deepEqual(found, wanted === '' ? { kind: 'none' } : { kind: 'missing', sql: wanted }, where)
        }
        compared++
      }
    })
  }

  it('compared some', () => assert.ok(compared >= 2, `${compared}`))
})
