import { check } from '../testing/check.js'
import { checkFix } from '../testing/check-fix.js'

const schema = `
//- /schema.prisma
model User {
  id     String   @id
  email  String?
  name   String
  age    Int?
  city   String
  street String
  tags   String[]
  extra  Json?
  chief  User?    @relation("chief", fields: [chiefId], references: [id])
  chiefId String?
  staff  User[]   @relation("chief")
}
`

const wasRequired = `
//- /schema.prisma
model User {
  id     String @id
  email  String?
  name   String
  city   String
  street String
  extra  Json?
}
//- /schema.prisma base
model User {
  id     String @id
  email  String
  name   String
  city   String
  street String
  extra  Json
}
`

const mirror = `${schema}
//- /user.ts
export interface User {
  id: string
  email: string
       //^^^^^^ 💡 warning[nullability-mismatch] 'email' excludes null, but column 'User.email' is nullable
  name: string
  city: string
  street: string
  tags: string[]
}
`

describe('nullability-mismatch', () => {
  it('reports a property of a mirror that excludes null', () =>
    checkFix(mirror, {
      title: "Allow null in 'email'",
      safe: true,
      intents: [{ kind: 'addNull', at: 'user.ts#User.email:type' }],
      after: `
export interface User {
  id: string
  email: string | null
  name: string
  city: string
  street: string
  tags: string[]
}
`,
    }))

  it('offers to make the property optional', () =>
    checkFix(mirror, {
      title: "Make 'email' optional",
      safe: true,
      intents: [{ kind: 'setOptional', at: 'user.ts#User.email', optional: true }],
      after: `
export interface User {
  id: string
  email?: string
  name: string
  city: string
  street: string
  tags: string[]
}
`,
    }))

  it('informs about a subset, whose rows may be chosen', () =>
    check(`${schema}
//- /user.ts
export interface UserSummary {
  id: string
  email: string
       //^^^^^^ 💡 info[nullability-mismatch] 'email' excludes null, but column 'User.email' is nullable
}
`))

  it('warns in a subset too where the column was required until now', () =>
    check(`${wasRequired}
//- /user.ts
export interface UserSummary {
  id: string
  email: string
       //^^^^^^ 💡 warning[nullability-mismatch] 'email' excludes null, but column 'User.email' is nullable
}
`))

  it('reports Json only where the column was required until now', () => {
    check(`${schema}
//- /user.ts
export interface UserSummary {
  id: string
  extra: { theme: string }
}
`)
    check(`${wasRequired}
//- /user.ts
export interface UserSummary {
  id: string
  extra: { theme: string }
       //^^^^^^^^^^^^^^^^^ 💡 warning[nullability-mismatch] 'extra' excludes null, but column 'User.extra' is nullable
}
`)
  })

  it('reports an optional relation', () =>
    check(`${schema}
//- /user.ts
export interface UserWithChief {
  id: string
  name: string
  chief: User
       //^^^^ 💡 info[nullability-mismatch] 'chief' excludes null, but relation 'User.chief' is nullable
}
export interface User {
  id: string
  name: string
}
`))

  it("is silent on a plain value under a relation's name, which is no record", () =>
    check(`${schema}
//- /user.ts
export interface UserWithChief {
  id: string
  name: string
  chief: boolean
}
`))

  it('only hints in what the server keeps to itself under another name', () =>
    check(`
//- /schema.prisma
model LineageRecord {
  id        String  @id
  name      String
  recipe    String?
  version   String
}
//- /server/finalization.service.ts
export interface ResultLineage {
  id: string
  name: string
  recipe: string
        //^^^^^^ 💡 hint[nullability-mismatch] 'recipe' excludes null, but column 'LineageRecord.recipe' is nullable
  version: string
}
export const save = (prisma, lineage: ResultLineage) => prisma.lineageRecord.create({ data: lineage })
`))

  it('only hints in a store of the client that asks nobody', () =>
    check(`${schema}
//- /web/user-store.ts
import { create } from 'zustand'
export interface User {
  id: string
  email: string
       //^^^^^^ 💡 hint[nullability-mismatch] 'email' excludes null, but column 'User.email' is nullable
  name: string
  city: string
  street: string
  tags: string[]
}
export const useUser = create((set) => ({ user: undefined, choose: (user: User) => set({ user }) }))
`))

  it('is silent in inputs', () =>
    check(`${schema}
//- /create-user.ts
export interface CreateUserInput {
  email: string
  age: number
}
`))

  it('is silent where null or undefined is admitted, or may be', () =>
    check(`${schema}
//- /user.ts
import type { Age } from 'somewhere'
export interface User {
  id: string
  email?: string
  age: Age
  tags: string[]
  chiefId: string | undefined
  name: string
  city: string
  street: string
}
export interface UserDetail {
  id: string
  email: any
  age: number | null
}
`))

  describe('where the value is made on the way', () => {
    const type = (found: string): string => `
//- /web/user.ts
export interface User {
  id: string
  name: string
  city: string
  street: string
  tags: string[]
  email: string
       //^^^^^^ 💡 ${found}[nullability-mismatch] 'email' excludes null, but column 'User.email' is nullable
}
`
    const serverMakes = (...values: string[]): string => `
//- /server/user.service.ts
export const list = async (prisma) => {
  const user = await prisma.user.findMany()
  return [${values.map((value) => `{ id: user.id, name: user.name, city: user.city, street: user.street, tags: user.tags, email: ${value} }`).join(', ')}]
}
`

    it('only hints, in whatever way all literals that look the same make it', () => {
      for (const value of [
        "user.email ?? ''",
        "user.email || ''",
        'show(user.email)',
        'await show(user.email)',
        `\`<$\{user.email}>\``,
        "'none'",
      ]) {
        check(`${schema}${type('hint')}${serverMakes(value)}`)
      }
    })

    it('only informs where a module of its own package makes all of a type that has more than the record', () => {
      const node = (value: string, found: string): string => `${schema}
//- /server/user.service.ts
export const list = (prisma) =>
  prisma.user.findMany({ select: { id: true, name: true, city: true, street: true, tags: true, email: true } })
//- /package.json
{ "name": "app" }
//- /web/package.json
{ "name": "web" }
//- /web/user-card.tsx
export interface UserCard {
  id: string
  name: string
  city: string
  street: string
  tags: string[]
  email: string
       //^^^^^^ 💡 ${found}[nullability-mismatch] 'email' excludes null, but column 'User.email' is nullable
  x: number
//^ 💡 hint[field-extra] 'x' is not in model 'User'
  y: number
//^ 💡 hint[field-extra] 'y' is not in model 'User'
  tone: string
//^^^^ 💡 hint[field-extra] 'tone' is not in model 'User'
}
//- /web/lib/cards.ts
export const toCard = ({ id, name, city, street, tags, email }, { x, y, tone }) => ({
  id, name, city, street, tags, x, y, tone, email: ${value},
})
`
      check(node("email ?? ''", 'info'))
      check(node('email', 'warning'))
    })

    it('only hints in a file of the server that works with the records by the type of the client alone', () => {
      const serverViews = (client: string) => `
//- /server/user.service.ts
export const list = (prisma) => prisma.user.findMany()
//- /server/view.ts
import type { User } from '${client}'
export const view = (user: User) => ({
  id: user.id, name: user.name, city: user.city, street: user.street, tags: user.tags, email: user.email ?? '',
})
`
      check(`${schema}${type('hint')}${serverViews('@prisma/client')}`)
      check(`${schema}${type('hint')}${serverViews('../generated/client')}`)
      check(`${schema}${type('warning')}${serverViews('other')}`)
    })

    it('counts no select: it says what is read, not what is sent', () =>
      check(`${schema}${type('hint')}
//- /server/user.service.ts
const select = { id: true, name: true, city: true, street: true, tags: true, email: true }
export const list = async (prisma) =>
  (await prisma.user.findMany({ select })).map((user) => ({
    id: user.id, name: user.name, city: user.city, street: user.street, tags: user.tags, email: user.email ?? '',
  }))
`))

    it('warns where some literal hands it on as it is', () => {
      check(`${schema}${type('warning')}${serverMakes('user.email')}`)
      check(`${schema}${type('warning')}${serverMakes("user.email ?? ''", 'user.email')}`)
    })

    it('only hints where a literal annotated with the type makes it, wherever that stands', () =>
      check(`${schema}${type('hint')}
//- /web/map.ts
import type { User } from './user'
export const toUser = (row): User => ({ ...row, email: row.email ?? '' })
`))

    it('only hints where a literal in its own file makes it', () =>
      check(`${schema}${type('hint')}
export const toUser = (row) => ({ id: row.id, name: row.name, city: row.city, street: row.street, email: String(row.email) })
`))

    it('counts no rows that are made to be stored: they lack the key', () =>
      check(`${schema}${type('warning')}
//- /server/seed.ts
const users = [{ name: 'Ada', city: 'Bath', street: 'Broad', tags: [], email: 'ada@post' }]
export const seed = (prisma) => prisma.user.createMany({ data: users })
`))

    describe('in a literal annotated with another type of the same name', () => {
      const page = (imported: string): string => `
//- /web/page.ts
import { show } from '${imported}'
interface User { id: string; name: string; email?: string }
const users: User[] = [{ id: '1', name: 'Ada', email: 'ada@post' }]
show(users)
`

      it('warns', () => check(`${schema}${type('warning')}${page('./list')}`))

      it('only hints where it is handed to the file of the type', () =>
        check(`${schema}${type('hint')}${page('./user')}`))
    })

    it('warns all the same where the column was required until now', () =>
      check(`${wasRequired}
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
       //^^^^^^ 💡 warning[nullability-mismatch] 'email' excludes null, but column 'User.email' is nullable
  city: string
}
export const toUser = (row): User => ({ id: row.id, name: row.name, email: row.email ?? '', city: row.city })
`))
  })

  it('informs where the column has a default: it is null only where somebody writes that', () =>
    check(`
//- /schema.prisma
model Badge {
  id      String   @id
  name    String?
  shownAt DateTime? @default(now())
}
//- /types.ts
export interface Badge {
  id: string
  name: string
      //^^^^^^ 💡 warning[nullability-mismatch] 'name' excludes null, but column 'Badge.name' is nullable
  shownAt: string
         //^^^^^^ 💡 info[nullability-mismatch] 'shownAt' excludes null, but column 'Badge.shownAt' is nullable
}
`))

  it('informs where a decorator says that it is nullable', () =>
    check(`
//- /schema.prisma
model User {
  id    String  @id
  name  String
  email String?
}
//- /user.ts
export class User {
  id: string
  name: string
  @Column({ length: 50, nullable: true })
  email: string
       //^^^^^^ 💡 info[nullability-mismatch] 'email' excludes null, but column 'User.email' is nullable
}
`))

  it('is silent on the side of a relation that does not hold the key', () =>
    check(`
//- /schema.prisma
model User {
  id      String   @id
  name    String
  profile Profile?
}
model Profile {
  id     String @id
  text   String
  user   User   @relation(fields: [userId], references: [id])
  userId String @unique
}
//- /user.ts
export interface User {
  id: string
  name: string
  profile: Profile
}
export interface Profile {
  id: string
  text: string
  userId: string
}
`))

  it('only hints in what is made of a record and lacks its key, and in what the server keeps to itself', () => {
    const people = (name: string, key: string, level: string) => `
//- /web/types.ts
export interface ${name} {
  ${key}
  name: string
  email: string
       //^^^^^^ 💡 ${level}[nullability-mismatch] 'email' excludes null, but column 'User.email' is nullable
  city: string
  street: string
}
`
    check(`${schema}${people('UserPosterEntry', 'id: string', 'info')}`)
    check(`${schema}${people('UserPosterEntry', '', 'hint')}`)
    const dto = (declared: string) => `
//- /server/package.json
{ "dependencies": { "@prisma/client": "6" } }
//- /server/user.ts
${declared}
  id: string
  email: string
       //^^^^^^ 💡 LEVEL[nullability-mismatch] 'email' excludes null, but column 'User.email' is nullable
}
`
    check(`${schema}${dto('export interface UserSummary {').replace('LEVEL', 'hint')}`)
    check(`${schema}${dto('export class UserSummary {').replace('LEVEL', 'info')}`)
  })
})
