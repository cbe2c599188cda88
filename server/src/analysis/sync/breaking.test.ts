import assert from 'node:assert/strict'
import { parseFixture } from '../../testing/fixture.js'
import { worldOf } from '../../testing/memory-world.js'
import { createAnalysisHost } from '../host.js'
import { breakingChanges } from './breaking.js'
import { impactOf, phrasesOf, touchedModels } from './impact.js'

const TYPES = `
//- /src/create-user.dto.ts
export class CreateUserDto {
  id!: number
  name!: string
}
//- /src/user.ts
export interface User {
  id: number
  name: string
}
//- /src/users.service.ts
export const all = (prisma) => prisma.user.findMany({})
`

function snapshotAfter(before: string, after: string) {
  const source = `\n//- /schema.prisma base\n${before}\n//- /schema.prisma\n${after}\n${TYPES}`
  return createAnalysisHost(worldOf(parseFixture(source))).snapshot()
}

function user(column: string, rest = ''): string {
  return `model User {\n  id Int @id\n  name String\n${column}\n}\n${rest}`
}

/** Each change as `severity in direction: message`, those for which one must be careful alone. */
function changes(before: string, after: string): readonly string[] {
  const snapshot = snapshotAfter(before, after)
  return breakingChanges(snapshot, impactOf(snapshot))
    .filter(({ severity }) => severity !== 'info')
    .map(({ severity, direction, message }) => `${severity} in ${direction}: ${message}`)
}

describe('breaking changes', () => {
  const told: Readonly<Record<string, readonly [string, string, ...string[]]>> = {
    'a required column goes': [
      'phone String',
      '',
      "error in responses: 'User.phone' is gone",
      "warning in requests: 'User.phone' is gone",
    ],
    'an optional column goes': [
      'phone String?',
      '',
      "warning in requests: 'User.phone' is gone",
      "warning in responses: 'User.phone' is gone",
    ],
    'a required column comes': ['', 'phone String', "error in requests: 'User.phone' is new"],
    'one with a default comes': ['', 'phone String @default("")', "warning in requests: 'User.phone' is new"],
    'an optional column comes': ['', 'phone String?'],
    'a column becomes required': ['phone String?', 'phone String', "error in requests: 'User.phone' became required"],
    'a column becomes nullable': ['phone String', 'phone String?', "error in responses: 'User.phone' may be null"],
    'a column changes its type': [
      'phone String',
      'phone Int',
      "error in requests: 'User.phone' changed its type from String to Int",
      "error in responses: 'User.phone' changed its type from String to Int",
    ],
    'a column becomes a list': [
      'phone String',
      'phone String[]',
      "error in requests: 'User.phone' changed its type from String to String[]",
      "error in responses: 'User.phone' changed its type from String to String[]",
    ],
    'a column is renamed': [
      'phone String @default("")',
      'phoneNumber String @default("") @map("phone")',
      "error in responses: 'User.phone' is now called 'phoneNumber'",
      "warning in requests: 'User.phone' is now called 'phoneNumber'",
    ],
    'a text becomes shorter': [
      'phone String @db.VarChar(40)',
      'phone String @db.VarChar(20)',
      "error in requests: 'User.phone' holds 20 characters at most, no more 40",
    ],
    'a text becomes longer': ['phone String @db.VarChar(20)', 'phone String @db.VarChar(40)'],
  }
  for (const [what, [before, after, ...expected]] of Object.entries(told)) {
    it(what, () => assert.deepEqual(changes(user(before), user(after)), expected))
  }

  it('of models and of values of enums', () => {
    const before = user('role Role', 'enum Role {\n  ADMIN\n  GUEST\n}\nmodel Tag {\n  id Int @id\n}\n')
    const after = user('role Role', 'enum Role {\n  ADMIN\n  CUSTOMER_SUPPORT\n  VIEWER\n}\n')
    assert.deepEqual(changes(before, after), [
      "error in responses: model 'Tag' is gone",
      "warning in responses: 'Role.CUSTOMER_SUPPORT' is new",
      "warning in responses: 'Role.VIEWER' is new",
    ])
  })

  it('name the files that use what changed, on their side', () => {
    const snapshot = snapshotAfter(user('phone String'), user(''))
    const files = breakingChanges(snapshot, impactOf(snapshot)).map(({ direction, files }) => [direction, ...files])
    assert.deepEqual(files, [
      ['responses', 'src/user.ts', 'src/users.service.ts'],
      ['requests', 'src/create-user.dto.ts'],
    ])
  })
})

describe('the impact of a change', () => {
  it('is told in words, with the models that it touches', () => {
    const before = user(
      'phone String\n  age Int?',
      'enum Role {\n  ADMIN\n  GUEST\n}\nmodel Log {\n  id Int @id\n  role Role\n}\n',
    )
    const after = user(
      'phone String?\n  years Int',
      'enum Role {\n  ADMIN\n  VISITOR\n}\nmodel Log {\n  id Int @id\n  role Role\n}\n',
    )
    const impact = impactOf(snapshotAfter(before, after))
    assert.deepEqual(phrasesOf(impact), [
      { name: 'User', phrases: ["'phone' is now nullable", "'years' was called 'age', is now required"] },
      { name: 'Role', phrases: ["value 'GUEST' is now 'VISITOR'"] },
    ])
    assert.deepEqual(touchedModels(impact), ['User', 'Log'])
    assert.deepEqual(
      impact.models.map(({ types, code }) => [types, code]),
      [[['src/create-user.dto.ts', 'src/user.ts'], ['src/users.service.ts']]],
    )
  })

  it('is nothing where no earlier schema is known', () => {
    const world = worldOf(parseFixture(`\n//- /schema.prisma\n${user('')}${TYPES}`))
    const impact = impactOf(createAnalysisHost(world).snapshot())
    assert.deepEqual(impact, { base: undefined, models: [], enums: [] })
  })
})
