import assert from 'node:assert/strict'
import { api, findingsSuch, open, replace, revert } from './support.js'

const CUSTOMER = 'backend/src/customers/entities/customer.entity.ts'
const PARCEL = '@parcels/parcel.ts'

describe('The view of models', () => {
  afterEach(revert)

  it('has the schemas of both folders, their models, types and findings', async () => {
    await findingsSuch(CUSTOMER, (all) => all.length === 1)
    const schemas = await api().models()
    assert.deepEqual(
      schemas.map(({ label }) => label),
      ['backend/prisma/schema.prisma', 'schema.prisma'],
    )
    const customer = schemas[0]?.children.find(({ label }) => label === 'Customer')
    const entity = customer?.children.find(({ label }) => label === 'CustomerEntity')
    assert.equal(entity?.description, 'mirror · customer.entity.ts')
    assert.match(entity.tooltip, /backend\/src\/customers\/entities\/customer\.entity\.ts$/)
    assert.deepEqual(
      entity.children.map(({ label, description, icon }) => [label, description, icon]),
      [["'phone' excludes null, but column 'Customer.phone' is nullable", 'nullability-mismatch', 'warning']],
    )
  })

  it('follows typing', async () => {
    const editor = await open(PARCEL)
    await findingsSuch(PARCEL, (all) => all.length === 1)
    await replace(editor, 'weight: string', 'weight: number')
    await findingsSuch(PARCEL, (all) => all.length === 0)
    const [, { children = [] } = {}] = await api().models()
    assert.deepEqual(
      children.map(({ label, counts }) => [label, counts.error]),
      [['Parcel', 0]],
    )
  })
})
