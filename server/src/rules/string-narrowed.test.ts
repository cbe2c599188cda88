import { check } from '../testing/check.js'

const schema = `
//- /schema.prisma
model User {
  id    String   @id
  role  String   @default("member")
  state String
  tags  String[]
}
`

describe('string-narrowed', () => {
  it('hints at a union of literals for a String column', () =>
    check(`${schema}
//- /user.ts
export interface User {
  id: string
  state: 'on' | 'off'
       //^^^^^^^^^^^^ hint[string-narrowed] 'state' allows only 'on' | 'off', but column 'User.state' is any String
}
`))

  it('informs where the union excludes the default', () =>
    check(`${schema}
//- /user.ts
export interface User {
  id: string
  role: 'admin' | 'guest'
      //^^^^^^^^^^^^^^^^^ info[string-narrowed] 'role' excludes "member", the default of column 'User.role'
}
export interface UserDetail {
  id: string
  role: 'admin' | 'member'
      //^^^^^^^^^^^^^^^^^^ hint[string-narrowed] 'role' allows only 'admin' | 'member', but column 'User.role' is any String
}
`))

  const record = (role: string): string => `
//- /web/user.ts
export interface User {
  id: string
  role: ${role}
  state: string
  tags: string[]
}
`
  const admins = record("'admin' | 'guest'")

  it('warns where the record itself excludes the default', () =>
    check(
      `${schema}${admins.replace(
        "'guest'",
        `'guest'
      //^^^^^^^^^^^^^^^^^ warning[string-narrowed] 'role' excludes "member", the default of column 'User.role'`,
      )}`,
    ))

  it('informs where the value is made on the way', () =>
    check(`${schema}${admins.replace(
      "'guest'",
      `'guest'
      //^^^^^^^^^^^^^^^^^ info[string-narrowed] 'role' excludes "member", the default of column 'User.role'`,
    )}
//- /web/map.ts
import type { User } from './user'
export const toUser = (row): User => ({ id: row.id, role: roleOf(row), state: row.state, tags: row.tags })
`))

  it('is silent on strings, lists and inputs', () =>
    check(`${schema}
//- /user.ts
export interface User {
  id: string
  role: string
  role: ('a' | 'b')[]
  tags: ('a' | 'b')[]
}
export interface CreateUserInput {
  state: 'on' | 'off'
}
`))
})
