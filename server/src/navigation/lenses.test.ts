import assert from 'node:assert/strict'
import { snapshotOf } from '../testing/check.js'
import { parseFixture } from '../testing/fixture.js'
import { lensAt, lensesIn } from './lenses.js'

/** Asserts the lenses of a file: what each says, and where it leads. */
function checkLenses(source: string, file: string, expected: readonly string[]): void {
  const snapshot = snapshotOf(parseFixture(source))
  const lenses = lensesIn(snapshot, file).map((ref) => {
    const lens = lensAt(snapshot, ref)
    return `${ref.id}: ${lens?.title} -> ${lens?.places.map(({ file, id }) => `${file}#${id}`).join(' ')}`
  })
  assert.deepEqual(lenses, expected)
}

const source = `
//- /schema.prisma
enum Role {
  ADMIN
  MEMBER
}
model User {
  id    Int    @id
  email String
  role  Role
}
model Post {
  id Int @id
}
//- /user.ts
export type Role = 'ADMIN' | 'MEMBER' | 'GUEST'
export interface User {
  id: string
  email: number
  role: Role
}
export type UserSummary = Pick<User, 'id'>
//- /create-user.dto.ts
export class CreateUserDto {
  email: string
  role: 'ADMIN' | 'MEMBER'
}
export interface Other {
  size: number
}
`

describe('code lenses', () => {
  it('of models and enums count the types and what has drifted in them', () =>
    checkLenses(source, 'schema.prisma', [
      'User: 3 types, 2 drifts -> create-user.dto.ts#CreateUserDto user.ts#User user.ts#UserSummary',
      'Role: 1 type, 1 drift -> user.ts#Role',
    ]))

  it('of types say what they are to their model, and what has drifted in them', () => {
    checkLenses(source, 'user.ts', [
      'User: mirrors User, 2 drifts -> schema.prisma#User',
      'UserSummary: shows part of User, 1 drift -> schema.prisma#User',
      'Role: lists Role, 1 drift -> schema.prisma#Role',
    ])
    checkLenses(source, 'create-user.dto.ts', ['CreateUserDto: creates User -> schema.prisma#User'])
  })

  it('are none without a schema', () => checkLenses(source.replace('.prisma', '.txt'), 'user.ts', []))
})
