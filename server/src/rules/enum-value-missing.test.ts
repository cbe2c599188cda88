import { check } from '../testing/check.js'
import { checkFix } from '../testing/check-fix.js'

const schema = `
//- /schema.prisma
enum Role {
  ADMIN
  EDITOR
  USER
}
model User {
  id   String @id
  name String
  role Role
}
`

describe('enum-value-missing', () => {
  it('reports values that a union of a read type lacks', () =>
    checkFix(
      `${schema}
//- /user.ts
export type Role = 'ADMIN' | 'USER'
          //^^^^ 💡 warning[enum-value-missing] 'Role' lacks 'EDITOR' of the Prisma enum 'Role'
export interface User {
  id: string
  name: string
  role: Role
}
`,
      {
        title: "Add 'EDITOR' to 'Role'",
        safe: true,
        intents: [{ kind: 'addValue', at: 'user.ts#Role', value: 'EDITOR' }],
        after: `
export type Role = 'ADMIN' | 'USER' | 'EDITOR'
export interface User {
  id: string
  name: string
  role: Role
}
`,
      },
    ))

  it("adds values in the list's own case where they are converted on the way", () =>
    checkFix(
      `${schema}
//- /user.ts
export type Role = 'admin' | 'user'
          //^^^^ 💡 warning[enum-value-missing] 'Role' lacks 'EDITOR' of the Prisma enum 'Role'
          //^^^^ 💡 hint[enum-case-mismatch] 'Role' spells 'admin' and 'user', but Prisma's 'Role' has 'ADMIN' and 'USER'
export interface User {
  id: string
  name: string
  role: Role
}
//- /server/map.ts
export const toRole = (role) => role.toLowerCase() as Role
`,
      {
        title: "Add 'editor' to 'Role'",
        safe: true,
        intents: [{ kind: 'addValue', at: 'user.ts#Role', value: 'editor' }],
        after: `
export type Role = 'admin' | 'user' | 'editor'
export interface User {
  id: string
  name: string
  role: Role
}
`,
      },
    ))

  it('reports a union written at the property', () =>
    checkFix(
      `${schema}
//- /user.ts
export interface UserSummary {
  id: string
  role: 'ADMIN' | 'USER'
      //^^^^^^^^^^^^^^^^ 💡 warning[enum-value-missing] 'UserSummary.role' lacks 'EDITOR' of the Prisma enum 'Role'
}
`,
      {
        title: "Add 'EDITOR' to 'UserSummary.role'",
        safe: true,
        intents: [{ kind: 'addValue', at: 'user.ts#UserSummary.role:type', value: 'EDITOR' }],
        after: `
export interface UserSummary {
  id: string
  role: 'ADMIN' | 'USER' | 'EDITOR'
}
`,
      },
    ))

  it('reports an enum and a const object of the same name that no type uses', () =>
    check(`${schema}
//- /role.ts
export enum Role {
          //^^^^ 💡 warning[enum-value-missing] 'Role' lacks 'EDITOR' of the Prisma enum 'Role'
  Admin = 'ADMIN',
  User = 'USER',
}
//- /roles.ts
export const ROLE = {
           //^^^^ 💡 warning[enum-value-missing] 'ROLE' lacks 'EDITOR' of the Prisma enum 'Role'
  ADMIN: 'ADMIN',
  USER: 'USER',
} as const
`))

  it('only informs where inputs alone use it', () =>
    check(`${schema}
//- /user.ts
export interface CreateUserInput {
  name: string
  role: 'EDITOR' | 'USER'
      //^^^^^^^^^^^^^^^^^ 💡 info[enum-value-missing] 'CreateUserInput.role' lacks 'ADMIN' of the Prisma enum 'Role'
}
`))

  it('warns of a list that no type uses, if it had all values until the enum gained one', () =>
    check(`${schema}
//- /schema.prisma base
enum Role {
  ADMIN
  USER
}
//- /roles.ts
type UserRole = 'ADMIN' | 'USER'
   //^^^^^^^^ 💡 warning[enum-value-missing] 'UserRole' lacks 'EDITOR' of the Prisma enum 'Role'
type StaffRole = 'ADMIN' | 'EDITOR'
`))

  it('warns in inputs too where the list was complete until the enum gained a value', () =>
    check(`${schema}
//- /schema.prisma base
enum Role {
  ADMIN
  USER
}
model User {
  id   String @id
  name String
  role Role
}
//- /user.ts
export interface CreateUserInput {
  name: string
  role: 'ADMIN' | 'USER'
      //^^^^^^^^^^^^^^^^ 💡 warning[enum-value-missing] 'CreateUserInput.role' lacks 'EDITOR' of the Prisma enum 'Role'
}
`))

  it('is silent on a complete list, plain strings, other lists and an enum that was not read in full', () => {
    check(`${schema}
//- /user.ts
export interface User {
  id: string
  name: string
  role: 'ADMIN' | 'EDITOR' | 'USER'
}
export interface UserSummary {
  id: string
  role: string
}
export type Level = 'ADMIN' | 'OTHER'
`)
    check(`
//- /schema.prisma
enum Role {
  ADMIN
  EDITOR
  USER
  !!
}
//- /role.ts
export type Role = 'ADMIN' | 'USER' | 'GUEST'
`)
  })

  it('only informs where neither the list nor a type that uses it has the name', () =>
    check(`
//- /schema.prisma
enum Role {
  ADMIN
  EDITOR
  USER
}
model User {
  id    String @id
  name  String
  email String
  role  Role
}
//- /account.ts
export type Level = 'ADMIN' | 'USER'
          //^^^^^ 💡 info[enum-value-missing] 'Level' lacks 'EDITOR' of the Prisma enum 'Role'
export interface AccountEntry {
  id: string
  name: string
  email: string
  role: Level
}
`))

  it('warns where a type named for the model uses a list of another name', () =>
    check(`${schema}
//- /user.ts
export type Level = 'ADMIN' | 'USER'
          //^^^^^ 💡 warning[enum-value-missing] 'Level' lacks 'EDITOR' of the Prisma enum 'Role'
export interface User {
  id: string
  name: string
  role: Level
}
`))

  it('warns where a type of another name that has all columns of the model uses an inline list', () =>
    check(`
//- /schema.prisma
enum State {
  NEW
  LIVE
  SOLD
}
model SellerListing {
  id    String @id
  name  String
  price Int
  state State
}
//- /web/listing.ts
export interface Listing {
  id: string
  name: string
  price: number
  state: 'LIVE' | 'SOLD'
       //^^^^^^^^^^^^^^^ 💡 warning[enum-value-missing] 'Listing.state' lacks 'NEW' of the Prisma enum 'State'
}
export interface ListingSummary {
  id: string
  name: string
  state: 'LIVE' | 'SOLD'
       //^^^^^^^^^^^^^^^ 💡 info[enum-value-missing] 'ListingSummary.state' lacks 'NEW' of the Prisma enum 'State'
}
`))

  it('only hints where some file maps one vocabulary to the other, unless the enum has just grown', () => {
    const map = `
//- /server/map.ts
export const ROLES = { EDITOR: 'AUTHOR' }
`
    const type = (missing: string, extra: string): string => `
//- /role.ts
export type Role = 'ADMIN' | 'AUTHOR' | 'USER'
          //^^^^ 💡 ${extra}[enum-value-extra] 'Role' has 'AUTHOR', which the Prisma enum 'Role' lacks
          //^^^^ 💡 ${missing}[enum-value-missing] 'Role' lacks 'EDITOR' of the Prisma enum 'Role'
`
    check(`${schema}${type('hint', 'hint')}${map}`)
    check(`${schema}${type('warning', 'warning')}${map.replace("'AUTHOR'", "'WRITER'")}`)
    check(`${schema}${type('warning', 'warning')}${map}
//- /schema.prisma base
enum Role {
  ADMIN
  AUTHOR
  USER
}
`)
  })

  it('only hints where the file of the list turns the value into one that the list has', () => {
    const role = (level: string, fold: string) => `
//- /role.ts
export type Role = 'ADMIN' | 'USER'
          //^^^^ 💡 ${level}[enum-value-missing] 'Role' lacks 'EDITOR' of the Prisma enum 'Role'
export const fold = (role: string): Role => (${fold})[role] ?? role
`
    check(`${schema}${role('hint', "{ EDITOR: 'USER' }")}`)
    check(`${schema}${role('warning', "{ EDITOR: 'Editor' }")}`)
    check(`${schema}${role('warning', '{}')}
//- /next.ts
export const next = { EDITOR: 'USER' }
`)
  })

  it('only hints where a longer list is made of the list and of others', () => {
    const files = (rest: string) => `${schema}
//- /user.ts
export const ROLES = ['ADMIN', 'USER'] as const
           //^^^^^ 💡 ${rest}
export interface User {
  id: string
  name: string
  role: (typeof ROLES)[number]
}
`
    check(
      files(
        "hint[enum-value-missing] 'ROLES' lacks 'EDITOR' of the Prisma enum 'Role'\nexport const LEGACY = ['EDITOR'] as const\nexport const ALL = [...ROLES, ...LEGACY]",
      ),
    )
    check(
      files(
        "hint[enum-value-missing] 'ROLES' lacks 'EDITOR' of the Prisma enum 'Role'\nexport const ALL = [...ROLES, 'EDITOR']",
      ),
    )
    check(
      files(
        "warning[enum-value-missing] 'ROLES' lacks 'EDITOR' of the Prisma enum 'Role'\nexport const choices = ['ANY', ...ROLES]",
      ),
    )
  })

  it('only hints in a list of those who sign up, by its folder', () =>
    check(`${schema}
//- /components/sign-up/schemas.ts
export const roles = ['EDITOR', 'USER'] as const
           //^^^^^ 💡 hint[enum-value-missing] 'roles' lacks 'ADMIN' of the Prisma enum 'Role'
`))

  it('only hints in what people register with', () =>
    check(`${schema}
//- /user.ts
export interface RegisterUserInput {
  name: string
  role: 'EDITOR' | 'USER'
      //^^^^^^^^^^^^^^^^^ 💡 hint[enum-value-missing] 'RegisterUserInput.role' lacks 'ADMIN' of the Prisma enum 'Role'
}
`))

  it('only hints where a list with a spelling of its own has another value for it', () => {
    const role = (level: string, value: string) => `${schema}
//- /role.ts
export type Role = 'admin' | 'user'
          //^^^^ 💡 hint[enum-case-mismatch] 'Role' spells 'admin' and 'user', but Prisma's 'Role' has 'ADMIN' and 'USER'
          //^^^^ 💡 ${level}[enum-value-missing] 'Role' lacks 'EDITOR' of the Prisma enum 'Role'
//- /server/map.ts
import { Role } from '@prisma/client'
export const ROLES = { [Role.ADMIN]: 'admin', [Role.USER]: 'user', [Role.EDITOR]: '${value}' }
`
    check(role('hint', 'user'))
    check(role('warning', 'editor'))
  })
})
