import assert from 'node:assert/strict'
import { createTemporaryWorkspace } from '../temporary-workspace.js'
import { databaseAddress } from './address.js'

/** What is said of the address of a schema with these settings of its datasource, beside these files. */
function addressWith(settings: string, files: Readonly<Record<string, string>> = {}) {
  const workspace = createTemporaryWorkspace(files)
  try {
    const text = `datasource db {\n  provider = "postgresql"\n  ${settings}\n}\n`
    const address = databaseAddress(workspace.root, { root: '', files: [{ file: 'prisma/schema.prisma', text }] })
    const { variable } = address
    return address.kind === 'address' ? [variable, address.origin, address.label] : [variable, address.message]
  } finally {
    workspace.remove()
  }
}

describe('the address of a database', () => {
  const env = { '.env': 'DATABASE_URL=postgres://a:b@other/shop\nSHOP="postgres://a:b@there:6543/shop"\n' }

  it('is the one that the schema holds, whatever is set', () =>
    assert.deepEqual(addressWith('url = "postgres://a:b@here/shop"', env), [
      'datasource',
      'the schema',
      'shop on here:5432',
    ]))

  it('is that of the variable which the schema or the configuration names', () => {
    const there = ['SHOP', '.env', 'shop on there:6543']
    assert.deepEqual(addressWith('url = env("SHOP")', env), there)
    const config = 'export default defineConfig({ datasource: { url: env("SHOP") } })\n'
    assert.deepEqual(addressWith('', { ...env, 'prisma.config.mjs': config }), there)
  })

  it('says what is wrong, and no secret', () => {
    assert.deepEqual(addressWith('url = "postgres://a:hunter2/@here"'), [
      'datasource',
      "datasource (from the schema) is no URL; a password with characters such as '#', '/' or '@' must have them encoded",
    ])
    assert.match(addressWith('url = env("SHOP")')[1] ?? '', /^SHOP is not set, neither in the environment/)
  })
})
