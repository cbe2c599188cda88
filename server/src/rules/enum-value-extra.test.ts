import { check } from '../testing/check.js'
import { checkFix } from '../testing/check-fix.js'

const schema = `
//- /schema.prisma
enum Role {
  ADMIN
  USER
}
model User {
  id   String @id
  name String
  role Role
}
`

describe('enum-value-extra', () => {
  it('only hints in a store of the client that asks nobody for its values, as the other rules of enums do', () =>
    check(`${schema}
//- /web/user-store.ts
import { create } from 'zustand'
export type Role = 'admin' | 'guest'
          //^^^^ 💡 hint[enum-case-mismatch] 'Role' spells 'admin', but Prisma's 'Role' has 'ADMIN'
          //^^^^ 💡 hint[enum-value-extra] 'Role' has 'guest', which the Prisma enum 'Role' lacks
          //^^^^ 💡 hint[enum-value-missing] 'Role' lacks 'USER' of the Prisma enum 'Role'
export interface User {
  id: string
  name: string
  role: Role
}
export const useUser = create((set) => ({ role: 'guest', become: (role: Role) => set({ role }) }))
`))

  it('only hints where the file of the list turns every such value into one that the enum has', () =>
    check(`${schema}
//- /server/user.repository.ts
type AppRole = 'ADMIN' | 'USER' | 'GUEST'
   //^^^^^^^ 💡 hint[enum-value-extra] 'AppRole' has 'GUEST', which the Prisma enum 'Role' lacks: writing it fails
interface CreateUserInput {
  name: string
  role: AppRole
}
const stored = (role: AppRole): 'ADMIN' | 'USER' => {
  if (role === 'GUEST') return 'USER'
  return role
}
export const create = (prisma, input: CreateUserInput) =>
  prisma.user.create({ data: { name: input.name, role: stored(input.role) } })
`))

  it('only hints, as for what is missing, where the server makes an object of the kind with the value', () =>
    check(`${schema}
//- /server/users.ts
export const list = (prisma) => prisma.user.findMany()
//- /web/panel.tsx
interface User {
  id: string
  name: string
  label: string
//^^^^^ 💡 hint[field-extra] 'label' is not in model 'User'
  role: 'GUEST' | 'USER'
      //^^^^^^^^^^^^^^^^ 💡 hint[enum-value-extra] 'User.role' has 'GUEST', which the Prisma enum 'Role' lacks
      //^^^^^^^^^^^^^^^^ 💡 hint[enum-value-missing] 'User.role' lacks 'ADMIN' of the Prisma enum 'Role'
}
export const load = (): Promise<User[]> => fetch('/users').then((answer) => answer.json())
//- /web/api/users/route.ts
export const GET = (people) => Response.json(people.map(({ id, name }) => ({ id, name, label: name, role: 'GUEST' })))
`))

  it('reports values that the Prisma enum lacks', () =>
    checkFix(
      `${schema}
//- /user.ts
export type Role = 'ADMIN' | 'USER' | 'GUEST' | 'OTHER'
          //^^^^ 💡 warning[enum-value-extra] 'Role' has 'GUEST' and 'OTHER', which the Prisma enum 'Role' lacks
export interface User {
  id: string
  name: string
  role: Role
}
`,
      {
        title: "Remove 'GUEST' and 'OTHER' from 'Role'",
        safe: true,
        intents: [
          { kind: 'removeValue', at: 'user.ts#Role', value: 'GUEST' },
          { kind: 'removeValue', at: 'user.ts#Role', value: 'OTHER' },
        ],
        after: `
export type Role = 'ADMIN' | 'USER'
export interface User {
  id: string
  name: string
  role: Role
}
`,
      },
    ))

  it('is an error where an input would write them', () =>
    check(`${schema}
//- /user.ts
export interface UpdateUserInput {
  name?: string
  role?: 'ADMIN' | 'USER' | 'GUEST'
       //^^^^^^^^^^^^^^^^^^^^^^^^^^ 💡 error[enum-value-extra] 'UpdateUserInput.role' has 'GUEST', which the Prisma enum 'Role' lacks: writing it fails
}
`))

  it('reports in queries too, a word for no choice aside', () =>
    check(`${schema}
//- /user.ts
export interface UserQuery {
  name?: string
  role?: 'ADMIN' | 'USER' | 'GUEST' | 'ALL'
       //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 💡 warning[enum-value-extra] 'UserQuery.role' has 'GUEST', which the Prisma enum 'Role' lacks
  page?: number
}
export interface UserFilters {
  name?: string
  role?: 'ADMIN' | 'USER' | 'all' | 'any' | ''
}
`))

  it('is silent on a word for no choice in a list that no type uses, which only informs of what it lacks', () =>
    check(`${schema}
//- /filter.ts
export type Role = 'ADMIN' | 'both'
          //^^^^ 💡 info[enum-value-missing] 'Role' lacks 'USER' of the Prisma enum 'Role'
`))

  it('reports a word for no choice where an input would write it', () =>
    check(`${schema}
//- /user.ts
export interface CreateUserInput {
  name: string
  role: 'ADMIN' | 'USER' | 'ALL'
      //^^^^^^^^^^^^^^^^^^^^^^^^ 💡 error[enum-value-extra] 'CreateUserInput.role' has 'ALL', which the Prisma enum 'Role' lacks: writing it fails
}
`))

  it('only informs where a type named for something else has a vocabulary of its own', () =>
    check(`
//- /schema.prisma
enum Role {
  ADMIN
  USER
}
model User {
  id    String @id
  name  String
  email String
  role  Role
}
//- /member.ts
export interface AccountEntry {
  id: string
  name: string
  email: string
  role: 'ADMIN' | 'USER' | 'GUEST'
      //^^^^^^^^^^^^^^^^^^^^^^^^^^ 💡 info[enum-value-extra] 'AccountEntry.role' has 'GUEST', which the Prisma enum 'Role' lacks
}
`))

  it('only hints at a list that is named for something else and has values of its own, or at what a client keeps', () =>
    check(`
//- /schema.prisma
enum PaymentStatus {
  PENDING
  APPROVED
  REJECTED
}
model Payment {
  id     String @id
  amount Int
  status PaymentStatus
}
//- /provider.ts
export type PaymentProviderStatus = 'PENDING' | 'REJECTED' | 'SUCCESS'
          //^^^^^^^^^^^^^^^^^^^^^ 💡 hint[enum-value-extra] 'PaymentProviderStatus' has 'SUCCESS', which the Prisma enum 'PaymentStatus' lacks
          //^^^^^^^^^^^^^^^^^^^^^ 💡 hint[enum-value-missing] 'PaymentProviderStatus' lacks 'APPROVED' of the Prisma enum 'PaymentStatus'
export interface PaymentResponse {
  id: string
  amount: number
  status: PaymentProviderStatus
}
export interface OfflinePayment {
  id: string
  amount: number
  status: 'PENDING' | 'SYNCED'
        //^^^^^^^^^^^^^^^^^^^^ 💡 hint[enum-value-extra] 'OfflinePayment.status' has 'SYNCED', which the Prisma enum 'PaymentStatus' lacks
        //^^^^^^^^^^^^^^^^^^^^ 💡 hint[enum-value-missing] 'OfflinePayment.status' lacks 'APPROVED' and 'REJECTED' of the Prisma enum 'PaymentStatus'
}
`))

  it('only hints at what a property adds to a list that is declared elsewhere', () =>
    check(`${schema}
//- /user.ts
export type Role = 'ADMIN' | 'USER'
export interface User {
  id: string
  name: string
  role: Role | 'UNKNOWN'
      //^^^^^^^^^^^^^^^^ 💡 hint[enum-value-extra] 'User.role' has 'UNKNOWN', which the Prisma enum 'Role' lacks
}
`))

  it('is silent on an empty text in what is read, which stands for none', () =>
    check(`${schema}
//- /user.ts
export interface User {
  id: string
  name: string
  role: 'ADMIN' | 'USER' | ''
}
export interface CreateUserInput {
  name: string
  role: 'ADMIN' | 'USER' | ''
      //^^^^^^^^^^^^^^^^^^^^^ 💡 error[enum-value-extra] 'CreateUserInput.role' has '', which the Prisma enum 'Role' lacks: writing it fails
}
`))

  it('reports a value that the enum has just lost', () =>
    check(`${schema}
//- /schema.prisma base
enum Role {
  ADMIN
  USER
  GUEST
}
model User {
  id   String @id
  name String
  role Role
}
//- /user.ts
export enum Role {
          //^^^^ 💡 warning[enum-value-extra] 'Role' has 'GUEST', which the Prisma enum 'Role' lacks
  ADMIN = 'ADMIN',
  USER = 'USER',
  GUEST = 'GUEST',
}
`))

  it('is silent on unions with other types, Exclude and lists that only share a name', () =>
    check(`${schema}
//- /user.ts
export interface User {
  id: string
  name: string
  role: 'ADMIN' | 'USER' | string
}
export type Roles = Exclude<'ADMIN' | 'USER' | 'GUEST', 'GUEST'>
//- /theatre.ts
export type Role = 'ACTOR' | 'SINGER' | 'DANCER'
`))

  it('is silent on a single literal, which tells variants apart, and in derived types', () =>
    check(`${schema}
//- /user.ts
export interface UserEvent {
  id: string
  name: string
  role: 'ROBOT'
}
/** @prisma User derived */
export interface UserScore {
  id: string
  role: 'ADMIN' | 'USER' | 'GUEST'
}
//- /role.ts
export enum Role {
  Guest = 'GUEST',
}
`))

  describe('on what the enum has just lost', () => {
    const changed = (value: string): string => `
//- /schema.prisma
enum Role {
  ADMIN
  USER
}
model User {
  id    String @id
  name  String
  email String
  role  Role
}
//- /schema.prisma base
enum Role {
  ADMIN
  USER
  ${value}
}
model User {
  id    String @id
  name  String
  email String
  role  Role
}
`
    it('warns whatever the type is named for', () =>
      check(`${changed('GUEST')}
//- /account.ts
export interface AccountEntry {
  id: string
  name: string
  email: string
  role: 'ADMIN' | 'USER' | 'GUEST'
      //^^^^^^^^^^^^^^^^^^^^^^^^^^ 💡 warning[enum-value-extra] 'AccountEntry.role' has 'GUEST', which the Prisma enum 'Role' lacks
}
`))

    it('renames a value that goes by another name now, wherever it is used', () =>
      checkFix(
        `${changed('STAFF').replace('  USER\n}', '  USER\n  CREW\n}')}
//- /account.ts
export interface AccountEntry {
  id: string
  name: string
  email: string
  role: 'ADMIN' | 'USER' | 'STAFF'
      //^^^^^^^^^^^^^^^^^^^^^^^^^^ 💡 warning[enum-value-extra] 'AccountEntry.role' has 'STAFF', which the Prisma enum 'Role' lacks
      //^^^^^^^^^^^^^^^^^^^^^^^^^^ 💡 warning[enum-value-missing] 'AccountEntry.role' lacks 'CREW' of the Prisma enum 'Role'
}
`,
        {
          title: "Rename 'STAFF' to 'CREW' in 'AccountEntry.role' and wherever it is used",
          safe: false,
          uses: true,
          intents: [{ kind: 'renameValue', at: 'account.ts#AccountEntry.role:type', from: 'STAFF', to: 'CREW' }],
          after: `
export interface AccountEntry {
  id: string
  name: string
  email: string
  role: 'ADMIN' | 'USER' | 'CREW'
}
`,
        },
      ))

    it('warns in a query, even of a word for no choice', () =>
      check(`${changed('ALL')}
//- /user.ts
export interface UserQuery {
  name?: string
  role?: 'ADMIN' | 'USER' | 'ALL'
       //^^^^^^^^^^^^^^^^^^^^^^^^ 💡 warning[enum-value-extra] 'UserQuery.role' has 'ALL', which the Prisma enum 'Role' lacks
}
`))
  })

  it('reports an inline union with a third of the values', () =>
    check(`
//- /schema.prisma
enum SurgeryStatus { CONFIRMED ADMITTED DISCHARGED CANCELLED }
model Surgery {
  id     String        @id
  name   String
  status SurgeryStatus
}
//- /surgery.ts
export interface Surgery {
  id: string
  name: string
  status: 'PENDING' | 'CONFIRMED' | 'COMPLETED'
        //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 💡 warning[enum-value-extra] 'Surgery.status' has 'PENDING' and 'COMPLETED', which the Prisma enum 'SurgeryStatus' lacks
        //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 💡 warning[enum-value-missing] 'Surgery.status' lacks 'ADMITTED', 'DISCHARGED' and 'CANCELLED' of the Prisma enum 'SurgeryStatus'
}
`))
})
