import { check } from '../testing/check.js'
import { checkFix } from '../testing/check-fix.js'

const files = `
//- /schema.prisma
enum Role {
  ADMIN
  USER
}
model User {
  id   String @id
  role Role
}
//- /user.ts
export interface User {
  id: string
  role: string
}
`

describe('string-widened', () => {
  it('is silent unless it is asked for', () => check(files))

  it('reports a plain string for an enum where it is asked for', () =>
    checkFix(
      `
//- /prisma-drift.config.json
{ "rules": { "string-widened": "info" } }
//- /schema.prisma
enum Role {
  ADMIN
  USER
}
model User {
  id   String @id
  role Role
}
//- /user.ts
export interface User {
  id: string
  role: string
      //^^^^^^ 💡 info[string-widened] 'role' is a plain string, but column 'User.role' is the enum Role
}
`,
      {
        title: "Use Role for 'role'",
        safe: false,
        intents: [{ kind: 'setType', at: 'user.ts#User.role:type', type: 'Role', values: ['ADMIN', 'USER'] }],
        after: `
export interface User {
  id: string
  role: 'ADMIN' | 'USER'
}
`,
      },
    ))

  it('is silent on unions, enums and unknown types', () =>
    check(`
//- /prisma-drift.config.json
{ "rules": { "string-widened": "warning" } }
//- /schema.prisma
enum Role {
  ADMIN
  USER
}
model User {
  id   String @id
  role Role
}
//- /user.ts
import type { Role } from 'somewhere'
export interface User {
  id: string
  role: 'ADMIN' | 'USER'
}
export interface UserDetail {
  id: string
  role: Role
}
`))
})
