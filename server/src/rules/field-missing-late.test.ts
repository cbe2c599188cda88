import { check } from '../testing/check.js'

describe('field-missing: later columns', () => {
  it('informs about a column that a later migration added', () =>
    check(`
//- /schema.prisma
model User {
  id    String @id
  name  String
  email String
  phone String
}
//- /migrations/1_init/migration.sql
CREATE TABLE "User" ("id" TEXT NOT NULL, "name" TEXT NOT NULL, "email" TEXT NOT NULL);
//- /migrations/2_phone/migration.sql
ALTER TABLE "User" ADD COLUMN "phone" TEXT NOT NULL;
//- /web/user.ts
export interface User {
               //^^^^ 💡 info[field-missing] 'User' lacks column 'User.phone': it was added by a later migration than the columns the type has
  id: string
  name: string
  email: string
}
`))

  describe('a later column of a type that had all others', () => {
    const schema = `
//- /schema.prisma
model User {
  id    String @id
  name  String
  email String
  phone String
}
//- /migrations/1_init/migration.sql
CREATE TABLE "User" ("id" TEXT NOT NULL, "name" TEXT NOT NULL, "email" TEXT NOT NULL);
//- /migrations/2_phone/migration.sql
ALTER TABLE "User" ADD COLUMN "phone" TEXT NOT NULL;
`
    const later = 'it was added by a later migration than the columns the type has'
    const user = (say: string) => `
//- /web/user.ts
export interface User {
               //^^^^ 💡 ${say}
  id: string
  name: string
  email: string
}
`

    it('is a warning where records are read whole, whatever a check selects', () =>
      check(`${schema}
//- /server/user.service.ts
export const list = (prisma, team) => prisma.user.findMany({ where: { team: { select: team } }, include: { posts: { select: { id: true } } } })
export const get = (prisma) => prisma.user.findFirst()
export const exists = (prisma, id) => prisma.user.findUnique({ where: { id }, select: { id: true } })
export const remove = (prisma, id) => prisma.user.delete({ where: { id }, select: { id: true, a: true, b: true, c: true } })
${user(`warning[field-missing] 'User' lacks column 'User.phone': ${later}, which are all others, and records are read whole`)}`))

    for (const [what, args] of [
      ['some of the columns are selected', '{ select: { id: true, a: true, b: true, c: true } }'],
      ['columns are left out', '{ omit: { phone: true } }'],
      ['a variable says what is selected', '{ select }'],
      ['something else may say it', '{ ...args }'],
      ['the arguments stand elsewhere', 'args'],
    ])
      it(`is an info where ${what}`, () =>
        check(`${schema}
//- /server/user.service.ts
export const list = (prisma) => prisma.user.findMany()
export const get = (prisma, args, select) => prisma.user.findFirstOrThrow(${args})
${user(`info[field-missing] 'User' lacks column 'User.phone': ${later}`)}`))

    it('is an info where only mocks read', () =>
      check(`${schema}
//- /server/mocks/user.ts
export const list = (prisma) => prisma.user.findMany()
${user(`info[field-missing] 'User' lacks column 'User.phone': ${later}`)}`))

    it('is nothing in a type of another name, without all of the others, or of a single component', () => {
      const service = `${schema}
//- /server/user.service.ts
export const list = (prisma) => prisma.user.findMany()
`
      check(`${service}
//- /web/user.ts
export interface UserResponse {
  id: string
  name: string
  email: string
}
`)
      check(`${service.replaceAll('email', 'mail  String\n  email').replace('"mail  String\n  email"', '"mail" TEXT NOT NULL, "email"')}
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
}
`)
      check(`${service}
//- /web/user.tsx
interface User {
  id: string
  name: string
  email: string
}
`)
    })
  })

  it('informs about a column that is new since the earlier schema, required foreign keys as well', () =>
    check(`
//- /schema.prisma
model User {
  id     String  @id
  name   String
  email  String
  phone  String
  team   Team    @relation(fields: [teamId], references: [id])
  teamId String
  chief   Team?  @relation("chief", fields: [chiefId], references: [id])
  chiefId String?
}
model Team {
  id      String @id
  members User[]
  chiefs  User[] @relation("chief")
}
//- /schema.prisma base
model User {
  id    String @id
  name  String
  email String
}
//- /web/user.ts
export interface User {
               //^^^^ 💡 info[field-missing] 'User' lacks column 'User.phone': it was added by a later migration than the columns the type has
               //^^^^ 💡 info[field-missing] 'User' lacks column 'User.teamId': it was added by a later migration than the columns the type has
  id: string
  name: string
  email: string
}
`))

  it('is silent on what came later where the type lacks much else', () =>
    check(`
//- /schema.prisma
model User {
  id String @id
  a  String
  b  String
  c  String
  d  String
  e  String
}
//- /schema.prisma base
model User {
  id String @id
  a  String
  b  String
  c  String
  d  String
}
//- /web/user.ts
export interface User {
  id: string
  a: string
  b: string
}
`))

  it('is silent on what a later migration added where the closest shape of the server lacks it too', () =>
    check(`
//- /schema.prisma
model User {
  id    String @id
  name  String
  email String
  phone String
}
//- /migrations/1_init/migration.sql
CREATE TABLE "User" ("id" TEXT NOT NULL, "name" TEXT NOT NULL, "email" TEXT NOT NULL);
//- /migrations/2_phone/migration.sql
ALTER TABLE "User" ADD COLUMN "phone" TEXT NOT NULL;
//- /server/user.service.ts
export const list = (prisma) => prisma.user.findMany({ select: { id: true, name: true, email: true } })
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
}
`))

  it('informs about what is new since the earlier schema even so', () =>
    check(`
//- /schema.prisma
model User {
  id    String @id
  name  String
  email String
  phone String
}
//- /schema.prisma base
model User {
  id    String @id
  name  String
  email String
}
//- /server/user.service.ts
export const list = (prisma) => prisma.user.findMany({ select: { id: true, name: true, email: true } })
//- /web/user.ts
export interface User {
               //^^^^ 💡 info[field-missing] 'User' lacks column 'User.phone': it was added by a later migration than the columns the type has
  id: string
  name: string
  email: string
}
`))
})
