import { check } from '../testing/check.js'
import { checkFix } from '../testing/check-fix.js'

const schema = `
//- /schema.prisma
model User {
  id    String @id
  name  String
  email String
  age   Int
  chief User?  @relation("chief", fields: [chiefId], references: [id])
  chiefId String?
  staff User[] @relation("chief")
}
`

const service = `
//- /server/user.service.ts
export const list = (prisma) => prisma.user.findMany({ where: { name: 'x' } })
`

describe('field-extra', () => {
  it('warns where no server file that works with the model writes the name', () =>
    checkFix(
      `${schema}${service}
//- /web/user.ts
export interface User {
  id: string
  name: string
  nickname: string
//^^^^^^^^ 💡 warning[field-extra] 'nickname' is not in model 'User': no server file that works with User writes 'nickname'
  email: string
  age: number
}
`,
      {
        title: "Remove 'nickname'",
        safe: false,
        intents: [{ kind: 'removeMember', at: 'web/user.ts#User.nickname' }],
        after: `
export interface User {
  id: string
  name: string
  email: string
  age: number
}
`,
      },
    ))

  it('warns where a type of the server that looks the same lacks it', () =>
    check(`${schema}
//- /server/user.ts
export class UserResponse {
  id: string
  name: string
  email: string
}
export const send = (record: UserResponse) => record
//- /web/user.ts
export interface UserSummary {
  id: string
  name: string
  email: string
  mood: string
//^^^^ 💡 warning[field-extra] 'mood' is not in model 'User': not in the server's UserResponse, which looks the same
}
`))

  it("warns where a mirror has what none of the server's own types has", () =>
    check(`${schema}
//- /server/user.ts
export class UserResponse {
  id: string
  name: string
}
export const send = (record: UserResponse) => record
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
  mood: string
//^^^^ 💡 warning[field-extra] 'mood' is not in model 'User': not in the server's UserResponse
}
`))

  it('only hints where a shape that looks the same lacks it, but other code may write it', () =>
    check(`${schema}
//- /server/user.service.ts
export const list = async (prisma, log) => {
  log({ mood: 'good', weather: 'bad' })
  return prisma.user.findMany({ select: { id: true, name: true, email: true, age: true } })
}
//- /web/user.ts
export interface UserSummary {
  id: string
  name: string
  email: string
  mood: string
//^^^^ 💡 hint[field-extra] 'mood' is not in model 'User'
}
`))

  it('warns about timestamps on a model that keeps none', () =>
    check(`${schema}
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
  createdAt: string
//^^^^^^^^^ 💡 warning[field-extra] 'createdAt' is not in model 'User': its records keep no such time
}
`))

  it('warns about a column that was removed, in subsets and inputs as well', () =>
    check(`
//- /schema.prisma
model User {
  id    String @id
  name  String
  email String
}
//- /schema.prisma base
model User {
  id    String @id
  name  String
  email String
  mood  Int
}
//- /server/user.ts
export class UserSummary {
  id: string
  name: string
  mood: number
//^^^^ 💡 warning[field-extra] 'mood' is not in model 'User': column removed since git HEAD
}
export class CreateUserDto {
  name: string
  email: string
  mood: number
//^^^^ 💡 warning[field-extra] 'mood' is not in model 'User': column removed since git HEAD
}
export const take = (record: CreateUserDto) => record
`))

  it('warns of a column that a migration dropped, and of the relation that it held, in types of the server, too', () =>
    check(`
//- /schema.prisma
model User {
  id    String @id
  name  String
  email String
}
//- /migrations/1_start/migration.sql
CREATE TABLE "User" ("id" TEXT, "name" TEXT, "email" TEXT, "chiefId" TEXT, "age" INTEGER, "mood" TEXT);
//- /migrations/2_less/migration.sql
ALTER TABLE "User" DROP COLUMN "chiefId", DROP COLUMN "age", DROP COLUMN "mood";
//- /server/user.service.ts
export const list = (prisma) => prisma.user.findMany({ where: { name: 'x' } })
export const view = (user) => ({ id: user.id, name: user.name, email: user.email, mood: moodOf(user) })
//- /server/entities/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
//^^^ 💡 warning[field-extra] 'age' is not in model 'User': migration 2_less dropped its column
  chief?: { id: string }
//^^^^^ 💡 warning[field-extra] 'chief' is not in model 'User': migration 2_less dropped its column
  mood: string
//^^^^ 💡 hint[field-extra] 'mood' is not in model 'User'
}
`))

  it('only hints at a time that an object of the server has', () =>
    check(`${schema}${service}
//- /server/users.ts
export const view = (user) => ({ id: user.id, name: user.name, email: user.email, createdAt: user.joined })
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
  createdAt: string
//^^^^^^^^^ 💡 hint[field-extra] 'createdAt' is not in model 'User'
  updatedAt: string
//^^^^^^^^^ 💡 warning[field-extra] 'updatedAt' is not in model 'User': its records keep no such time
}
`))

  it('only hints at timestamps in an inline object', () =>
    check(`${schema}
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
  chief: { id: string; name: string; createdAt: string } | null
                                   //^^^^^^^^^ 💡 hint[field-extra] 'createdAt' is not in model 'User'
}
`))
})
