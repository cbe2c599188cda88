import assert from 'node:assert/strict'
import { createExample, type Example, type Mutation, type TestResult } from './example.js'

/** Bugs of the service of users, by the folder of the copy that has them, and the tests that see them. */
const BUGS: Readonly<Record<string, Mutation & { readonly seenBy: readonly string[] }>> = {
  'users-update-ignores-data': {
    file: 'users.service.ts',
    from: 'update({ where: { id }, data }))',
    to: 'update({ where: { id }, data: {} }))',
    seenBy: [
      'UsersService update changes that record and no other',
      'UsersService update refuses the email of another user',
    ],
  },
  'users-remove-does-nothing': {
    file: 'users.service.ts',
    from: 'await this.prisma.user.update({ where: { id }, data: { deletedAt: new Date() } })',
    to: 'await this.prisma.user.findUniqueOrThrow({ where: { id } })',
    seenBy: ['UsersService remove marks that record as removed and no other'],
  },
  'users-create-swallows-errors': {
    file: 'users.service.ts',
    from: 'create({ data: { ...rest, passwordHash: hash(password) } })',
    to: 'create({ data: { ...rest, passwordHash: hash(password) } }).catch(() => this.prisma.user.findFirstOrThrow())',
    seenBy: ['UsersService create refuses a second user with the same email'],
  },
}

describe('the tests that are generated for the services of the example', () => {
  let example: Example
  let results: readonly TestResult[]

  before(async function () {
    this.timeout(600_000)
    example = await createExample()
    for (const [name, bug] of Object.entries(BUGS)) example.mutate('users', name, bug)
    results = await example.runTests()
  })

  after(() => example.remove())

  it('are there for all that can be told of each service, and what cannot is named', () => {
    const counts = new Map<string, number>()
    for (const { folder } of results) counts.set(folder, (counts.get(folder) ?? 0) + 1)
    const expected = { customers: 7, orders: 9, payments: 5, products: 13, reviews: 8, users: 11 }
    for (const [folder, count] of Object.entries(expected)) assert.equal(counts.get(folder), count, folder)
    assert.match(example.output, /PaymentsService\.handle has no tests: what it does with a record is not seen/)
  })

  it('are green on an embedded database', () => {
    const wrong = results.filter(({ folder, status }) => !(folder in BUGS) && status !== 'passed')
    assert.deepEqual(wrong, [])
  })

  for (const [name, { seenBy }] of Object.entries(BUGS)) {
    it(`are red on a seeded bug: ${name}`, () => {
      const failed = results.filter(({ folder, status }) => folder === name && status === 'failed')
      assert.deepEqual(
        failed.map((each) => each.name),
        seenBy,
      )
    })
  }

  it('compile, but for where a response drifts from its model', async function () {
    this.timeout(300_000)
    example.mutate('customers', 'customers-drifted', {
      file: 'entities/customer.entity.ts',
      from: 'loyaltyPoints: number',
      to: 'loyaltyPoints: string',
    })
    const said = await example.compile()
    assert.match(said, /^src\/customers-drifted\/customers\.service\.spec\.ts[\s\S]*loyaltyPoints/)
    const others = said.split('\n').filter((line) => /^\S/.test(line) && !line.startsWith('src/customers-drifted/'))
    assert.deepEqual(others, [])
  })
})
