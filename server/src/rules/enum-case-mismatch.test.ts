import { check } from '../testing/check.js'
import { checkFix } from '../testing/check-fix.js'

const schema = `
//- /schema.prisma
enum Role {
  ADMIN
  POWER_USER @map("power-person")
}
model User {
  id   String @id
  name String
  role Role
}
`

describe('enum-case-mismatch', () => {
  it('reports values in another case', () =>
    checkFix(
      `${schema}
//- /user.ts
export type Role = 'admin' | 'powerUser'
          //^^^^ 💡 error[enum-case-mismatch] 'Role' spells 'admin' and 'powerUser', but Prisma's 'Role' has 'ADMIN' and 'POWER_USER'
export interface User {
  id: string
  name: string
  role: Role
}
`,
      {
        title: "Spell the values of 'Role' as Prisma does",
        safe: true,
        intents: [
          { kind: 'renameValue', at: 'user.ts#Role', from: 'admin', to: 'ADMIN' },
          { kind: 'renameValue', at: 'user.ts#Role', from: 'powerUser', to: 'POWER_USER' },
        ],
      },
    ))

  it('reports the names that only the database knows', () =>
    check(`${schema}
//- /user.ts
export interface User {
  id: string
  name: string
  role: 'ADMIN' | 'power-person'
      //^^^^^^^^^^^^^^^^^^^^^^^^ 💡 error[enum-case-mismatch] 'User.role' spells 'power-person', but Prisma's 'Role' has 'POWER_USER'
}
`))

  it("is silent on names of an enum's members, whose values count", () =>
    check(`${schema}
//- /user.ts
export enum Role {
  Admin = 'ADMIN',
  PowerUser = 'POWER_USER',
}
`))
})
