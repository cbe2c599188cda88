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
        after: `
export type Role = 'ADMIN' | 'POWER_USER'
export interface User {
  id: string
  name: string
  role: Role
}
`,
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

  describe('where the values are converted on the way', () => {
    const type = (found: string): string => `${schema}
//- /web/role.ts
export type Role = 'admin' | 'power_user'
          //^^^^ 💡 ${found}[enum-case-mismatch] 'Role' spells 'admin' and 'power_user', but Prisma's 'Role' has 'ADMIN' and 'POWER_USER'
`

    it('only hints if a file holds both spellings', () =>
      check(`${type('hint')}
//- /server/map.ts
export const ROLES = { ADMIN: 'admin', POWER_USER: 'power_user' }
`))

    it('only hints if a file that names the list changes the case of texts', () =>
      check(`${type('hint')}
//- /server/map.ts
export const toRole = (role) => role.toLowerCase() as Role
`))

    it('only hints if a property of its name is handed to a function that changes the case', () => {
      const view = (body: string, value: string) => `
//- /server/view.ts
const spelled = (value?: string) => ${body}
export const view = (user) => ({ name: user.name, role: spelled(${value}) })
`
      check(`${type('hint')}${view("value ? value.toLowerCase().replaceAll('_', '-') : undefined", 'user.role')}`)
      check(`${type('hint')}${view('value', 'toSnakeCase(user.role)')}`)
      check(`${type('error')}${view('value', 'user.role')}`)
      check(`${type('error')}${view('value?.toLowerCase()', 'user.kind')}`)
      check(`${type('error')}${view('`role-$' + '{value.toLowerCase()}`', 'user.role')}`)
    })

    it('only hints if a switch turns one into the other, beside the list, too', () =>
      check(`${type('hint')}
export function toRole(role: Role): string {
  switch (role) {
    case 'admin':
      return 'ADMIN'
    default:
      return 'POWER_USER'
  }
}
`))

    it('only hints if a file of the server names the members of an enum of the same name', () =>
      check(`${type('hint')}
//- /server/map.ts
import { Role } from '@prisma/client'
export const isAdmin = (user) => (user.role === Role.ADMIN ? 'admin' : 'other')
`))

    it('counts no members of the list itself, no capitals for show and no other properties', () =>
      check(`${schema}
//- /web/types.ts
export enum Role {
          //^^^^ 💡 error[enum-case-mismatch] 'Role' spells 'admin' and 'power_user', but Prisma's 'Role' has 'ADMIN' and 'POWER_USER'
  ADMIN = 'admin',
  POWER_USER = 'power_user',
}
export interface User {
  id: string
  name: string
  role: Role
}
//- /web/page.tsx
import { type User, Role } from './types'
export const colour = (role) => (role === Role.ADMIN ? 'admin' : 'power_user')
export const other = (role) => (role === 'admin' ? Role.POWER_USER : Role.ADMIN)
export const rank = (role) => {
  switch (role) {
    case Role.ADMIN:
      return 1
  }
}
export const title = (user: User) => user.name.charAt(0).toUpperCase()
export const found = (user: User, text) => user.role.toLowerCase().includes(text)
export const shown = (user: User) => user.name.toUpperCase()
`))

    it('counts no case that is changed for show or to search, no words of texts and no members of another such enum', () =>
      check(`${type('error')}
//- /web/page.tsx
import type { Role } from './role'
export const Badge = ({ role }: { role: Role }) => <b>{role.toUpperCase().replace('_', ' ')}</b>
export const titled = (role: Role) => role.replace(/\\b\\w/g, (letter) => letter.toUpperCase())
export const label = (role: Role) => role.charAt(0) + role.slice(1).toLowerCase()
export const find = (users, text) => users.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()))
export const isAdmin = (role: Role) => role === 'admin' && 'ADMIN rights'
export const Hint = () => <option value="admin">ADMIN</option>
//- /mobile/role.ts
export enum Authority {
  ADMIN = 'admin',
  POWER_USER = 'power_user',
}
`))

    it('only hints if what stands in a text or is handed to a component has another case', () => {
      check(`${type('hint')}
//- /web/page.ts
import type { Role } from './role'
export const path = (role: Role) => \`/\${role.toUpperCase()}\`
`)
      check(`${type('hint')}
//- /web/page.tsx
import type { Role } from './role'
export const Row = ({ role }) => <Badge role={role.toLowerCase()} />
`)
    })

    it('counts no file with one spelling, no other names and not its own', () =>
      check(`${type('error')}
export const TITLES = { ADMIN: 'Boss', admin: 'boss' }
//- /server/map.ts
export const isAdmin = (user) => user.role === 'admin'
export const fold = (text) => text.toLowerCase()
`))
  })
})
