import assert from 'node:assert/strict'
import { check, snapshotOf } from '../testing/check.js'
import { checkPairs } from '../testing/check-pairs.js'
import { parseFixture } from '../testing/fixture.js'

const schema = `
//- /schema.prisma
model User {
  id    String  @id
  name  String
  email String?
}
`

describe('a workspace in any state', () => {
  it('may be empty', () => {
    check('//- /readme.md\n')
    check(`
//- /schema.prisma
//- /user.ts
`)
    check(`
//- /user.ts
export interface User {
  id: string
}
`)
  })

  it('keeps its findings beside a property that is being typed', () =>
    check(`${schema}
//- /user.ts
export interface User {
  id: string
  email: string
       //^^^^^^ 💡 warning[nullability-mismatch] 'email' excludes null, but column 'User.email' is nullable
  na
//^^ 💡 hint[field-extra] 'na' is not in model 'User'
}
`))

  it('keeps its findings beside a column that is being typed', () =>
    check(`
//- /schema.prisma
model User {
  id    String  @id
  na
  email String?
  phone Str
}
//- /user.ts
export interface User {
  id: string
  name: string
  email: string
       //^^^^^^ 💡 warning[nullability-mismatch] 'email' excludes null, but column 'User.email' is nullable
  phone: number
}
`))

  it('may end in the middle of a file', () => {
    for (const text of [
      'export interface User {\n  id: str',
      'export interface User {',
      'export type User =',
      'export',
    ]) {
      check(`${schema}
//- /user.ts
${text}
`)
    }
  })

  it('may hold types that go round in circles', () =>
    check(`${schema}
//- /user.ts
export interface User extends UserDetail {
  id: string
}
export interface UserDetail extends User {
  email: string
       //^^^^^^ 💡 warning[nullability-mismatch] 'email' excludes null, but column 'User.email' is nullable
}
export type UserRow = UserRow
export type UserItem = UserItem & { id: string }
export interface UserList extends Array<UserList> {}
`))

  it('may hold types that hold themselves', () =>
    check(`
//- /schema.prisma
model User {
  id      String  @id
  name    String?
  chief   User?   @relation("chief", fields: [chiefId], references: [id])
  chiefId String?
  staff   User[]  @relation("chief")
}
//- /user.ts
export interface User {
  id: string
  name: string
      //^^^^^^ 💡 warning[nullability-mismatch] 'name' excludes null, but column 'User.name' is nullable
  chiefId: string | null
  chief: User | null
  staff: User[]
}
`))

  it('may declare a model twice, of which the first counts', () =>
    check(`
//- /schema.prisma
model User {
  id   String @id
  name String
}
model User {
  id   Int @id
  name Int
}
//- /user.ts
export interface User {
  id: string
  name: string
}
`))

  it('may declare a type twice, in two files or merged in one', () =>
    checkPairs(`${schema}
//- /a.ts
export interface User {
               //^^^^ pair User mirror certain
  id: string
}
export interface User {
  name: string
}
//- /b.ts
export interface User {
               //^^^^ pair User mirror certain
  id: string
  name: string
}
`))

  it('gives the same findings whatever the order of its files', () => {
    const files = [
      'schema.prisma\nmodel User {\n  id Int @id\n  a Int?\n}\n',
      'b.ts\nexport type User = { id: 1; a: 1 }\n',
      'a.ts\nexport type User = { id: 1; a: 1 }\n',
    ]
    const found = [files, files.toReversed()].map((order) => {
      const snapshot = snapshotOf(parseFixture(order.map((file) => `//- /${file}`).join('')))
      return snapshot.findings().map(({ at, message }) => [at, message])
    })
    assert.ok((found[0]?.length ?? 0) > 1)
    assert.deepEqual(found[0], found[1])
  })
})
