import assert from 'node:assert/strict'
import { Client } from 'pg'
import { createExample, type Example } from './example.js'
import { type Server, startServer } from './postgresql.js'

describe('the tests that are generated for the services of the example, where DATABASE_URL names a server', () => {
  let example: Example
  let server: Server

  before(async function () {
    this.timeout(300_000)
    server = await startServer()
    example = await createExample()
  })

  after(() => {
    example?.remove()
    server?.stop()
  })

  it('are green, and leave what is on the server alone', async function () {
    this.timeout(600_000)
    const client = new Client({ connectionString: server.url })
    await client.connect()
    await client.query('CREATE TABLE users (id text); INSERT INTO users VALUES (1)')
    const results = await example.runTests({ DATABASE_URL: server.url })
    const tables = await client.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    const records = await client.query('SELECT id FROM users')
    const databases = await client.query('SELECT datname FROM pg_database ORDER BY 1')
    await client.end()
    assert.equal(results.length, 53)
    assert.deepEqual(
      results.filter(({ status }) => status !== 'passed'),
      [],
    )
    assert.deepEqual([tables.rows, records.rows], [[{ tablename: 'users' }], [{ id: '1' }]])
    assert.deepEqual(
      databases.rows.map(({ datname }) => datname),
      ['postgres', 'template0', 'template1'],
    )
  })
})
