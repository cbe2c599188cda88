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

  it('offers to mark the property as computed', () =>
    checkFix(
      `${schema}
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
  mood: string
//^^^^ 💡 hint[field-extra] 'mood' is not in model 'User'
}
`,
      {
        title: "Mark 'mood' as computed",
        safe: false,
        intents: [{ kind: 'setTag', at: 'web/user.ts#User.mood', tag: '@computed' }],
        after: `
export interface User {
  id: string
  name: string
  email: string
  age: number
  /** @computed */
  mood: string
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

  it("warns about a client's input where the server's for the same operation lacks it", () =>
    check(`${schema}
//- /server/package.json
{ "name": "server", "dependencies": { "express": "*" } }
//- /server/create-user.dto.ts
export class CreateUserDto {
  name: string
  email: string
}
export const take = (record: CreateUserDto) => record
//- /web/package.json
{ "name": "web", "dependencies": { "react": "*" } }
//- /web/user.ts
export interface CreateUserRequest {
  name: string
  email: string
  mood: string
//^^^^ 💡 warning[field-extra] 'mood' is not in model 'User': the server's CreateUserDto for the same operation lacks it
  confirmEmail: string
}
`))

  it('warns where a schema of a package in between, with which the server works, is for the same operation', () => {
    const files = (use: string) => `${schema}
//- /server/package.json
{ "name": "server", "dependencies": { "express": "*", "shared": "*" } }
//- /server/user.ts
${use}
//- /shared/package.json
{ "name": "shared" }
//- /shared/index.ts
import { z } from 'zod'
export const createUserSchema = z.object({ name: z.string(), email: z.string() })
export type CreateUserInput = z.infer<typeof createUserSchema>
//- /web/package.json
{ "name": "web", "dependencies": { "react": "*" } }
//- /web/user.ts
export interface CreateUserDto {
  name: string
  email: string
  reason: string`
    check(`${files("import type { CreateUserInput } from '../shared/index'\nexport const create = (input: CreateUserInput) => input")}
//^^^^^^ 💡 warning[field-extra] 'reason' is not in model 'User': the server's createUserSchema for the same operation lacks it
}
`)
    check(`${files('export const create = (input) => input')}
}
`)
  })

  it('is silent in an input that carries the record in an object', () =>
    check(`${schema}
//- /server/package.json
{ "name": "server", "dependencies": { "express": "*" } }
//- /server/update-user.dto.ts
export class UpdateUserDto {
  id: string
  name?: string
  email?: string
}
export const take = (record: UpdateUserDto) => record
//- /web/package.json
{ "name": "web", "dependencies": { "react": "*" } }
//- /web/user.ts
export interface UpdateUserRequest {
  id: string
  changes: { name?: string; email?: string }
}
`))

  it('is silent in inputs otherwise', () =>
    check(`${schema}
//- /server/package.json
{ "name": "server", "dependencies": { "express": "*" } }
//- /server/create-user.dto.ts
export class CreateUserDto {
  name: string
  email: string
  mood: string
}
export const take = (record: CreateUserDto) => record
//- /web/package.json
{ "name": "web", "dependencies": { "react": "*" } }
//- /web/user.ts
export interface UpdateUserRequest {
  name?: string
  email?: string
  mood?: string
}
export interface CreateUserRequest {
  name: string
  mood: string
}
`))

  it('only hints where the server writes the name, in whatever way', () => {
    check(`${schema}
//- /server/user.service.ts
export class Users {
  mood = ''
  list = (prisma) => prisma.user.findMany()
}
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
  mood: string
//^^^^ 💡 hint[field-extra] 'mood' is not in model 'User'
}
`)
    check(`${schema}
//- /server/user.service.ts
export const list = (prisma, user) => {
  user.mood = 'good'
  return prisma.user.findMany()
}
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
  mood: string
//^^^^ 💡 hint[field-extra] 'mood' is not in model 'User'
}
`)
    check(`${schema}
//- /server/user.service.ts
export const list = (prisma, user) => prisma.user.findMany() && prisma.$queryRaw('SELECT m AS mood FROM x')
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
  mood: string
//^^^^ 💡 hint[field-extra] 'mood' is not in model 'User'
}
`)
  })

  it('warns where what the server writes the name into has too little of the model to be its record', () => {
    check(`${schema}
//- /server/user.service.ts
export const list = async (prisma, mailer) => {
  mailer.send({ subject: 'News', mood: 'good', age: 3 })
  return prisma.user.findMany()
}
export interface Mail {
  parts: { mood: string; text: string }[]
}
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
  mood: string
//^^^^ 💡 warning[field-extra] 'mood' is not in model 'User': no server file that works with User writes 'mood'
}
`)
    check(`${schema}
//- /server/user.service.ts
export const list = async (prisma) => (await prisma.user.findMany()).map(({ id }) => ({ id, mood: 'good' }))
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
  mood: string
//^^^^ 💡 hint[field-extra] 'mood' is not in model 'User'
}
`)
  })

  it('only hints where nothing of the server works with the model, but something speaks of it', () =>
    check(`${schema}
//- /server/notes.ts
export const note = (user) => queue.add({ mood: 'good', delay: 5 })
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
  mood: string
//^^^^ 💡 hint[field-extra] 'mood' is not in model 'User'
}
`))

  it('warns where a select alone has the name, which no model has: Prisma refuses it', () => {
    const files = (select: string, more = '') => `${schema}
${more}
//- /server/user.service.ts
export const list = (prisma) => prisma.user.findMany({ select: { id: true, name: true, email: true, age: true, ${select} } })
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
  lastName: string`
    check(`${files('lastName: true')}
//^^^^^^^^ 💡 warning[field-extra] 'lastName' is not in model 'User': no server file that works with User writes 'lastName'
}
`)
    check(`${files('lastName: true', 'model Person {\n  id String @id\n  lastName String\n}')}
//^^^^^^^^ 💡 hint[field-extra] 'lastName' is not in model 'User'
}
`)
  })

  it('does not take a literal with a spread for one that lacks the name', () =>
    check(`${schema}
//- /server/user.service.ts
export const list = async (prisma, more) => {
  const mood = { mood: 1, other: 2 }
  return (await prisma.user.findMany()).map((user) => ({ id: user.id, name: user.name, email: user.email, ...more }))
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

  it('is silent on names of computed and joined values that somebody may fill', () =>
    check(`${schema}${service}
//- /server/show.ts
export const show = ({ posts, user }) => [posts.postCount, posts.totalPosts, user.avatarUrl]
export const more = (user) => ({ ...user, chiefName: user.chief.name })
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
  _count: object
  postCount: number
  totalPosts: number
  isOnline: boolean
}
export interface UserDetail {
  id: string
  name: string
  email: string
  age: number
  hasPosts: boolean
  avatarUrl: string
  chiefName: string
}
`))

  it('warns of a joined name that the server writes for other records only', () => {
    const joined = `
export interface UserDetail {
  id: string
  name: string
  email: string
  age: number
  chiefName: string
//^^^^^^^^^ 💡 warning[field-extra] 'chiefName' is not in model 'User': no server file that works with User writes 'chiefName'
}
`
    check(`${schema}${service}
//- /server/show.ts
export const mail = (user) => ({ subject: 'News', text: '', chiefName: user.chief.name })
//- /web/user.ts
${joined}`)
    check(`${schema}
model Letter {
  id        String @id
  chiefName String
}
${service}
//- /server/rows.ts
export const rows = (user, sheet) => ({ ...sheet, rows: [], columns: 3, colour: 'red', chiefName: user.chief.name })
//- /web/user.ts
${joined}`)
  })

  it('is silent on a joined name that a client makes, or that a type adds to the one that it extends', () => {
    check(`${schema}${service}
//- /server/show.ts
export const mail = (user) => ({ subject: 'News', text: '', chiefName: user.chief.name })
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
}
export interface UserWithChief extends User {
  chiefName: string
}
`)
    check(`${schema}${service}
//- /web/package.json
{ "dependencies": { "react": "19" } }
//- /web/user.ts
export interface UserDetail {
  id: string
  name: string
  email: string
  age: number
  chiefName: string
}
//- /web/fetch.ts
export const toRow = ({ id, name, email, age, chief }) => ({ id, name, email, age, chiefName: chief.name })
`)
  })

  it('reports names of computed and joined values that nobody fills, flags aside', () =>
    check(`${schema}${service}
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
  postCount: number
//^^^^^^^^^ 💡 warning[field-extra] 'postCount' is not in model 'User': no server file that works with User writes 'postCount'
  isOnline: boolean
}
export interface UserDetail {
  id: string
  name: string
  email: string
  age: number
  chiefName: string
//^^^^^^^^^ 💡 warning[field-extra] 'chiefName' is not in model 'User': no server file that works with User writes 'chiefName'
  totalPosts: number
}
export const show = (user) => ({ ...user, totalPosts: user.posts.length })
`))

  it('only hints where the client builds the type with it', () =>
    check(`${schema}${service}
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
  mood: string
//^^^^ 💡 hint[field-extra] 'mood' is not in model 'User'
}
export const empty: User = { id: '', name: '', email: '', age: 0, mood: '' }
`))

  it('only hints in types of the server and of components that are handed their records, and warns in those that ask', () =>
    check(`${schema}${service}
//- /server/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
  mood: string
//^^^^ 💡 hint[field-extra] 'mood' is not in model 'User'
}
//- /web/user.tsx
interface User {
  id: string
  name: string
  email: string
  age: number
  humour: string
//^^^^^^ 💡 warning[field-extra] 'humour' is not in model 'User': no server file that works with User writes 'humour'
}
export const load = async (): Promise<User[]> => (await fetch('/users')).json()
//- /web/card.tsx
interface User {
  id: string
  name: string
  email: string
  age: number
  corners: number
//^^^^^^^ 💡 hint[field-extra] 'corners' is not in model 'User'
}
export const Card = ({ user }: { user: User }) => user.name
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

  it('is silent on what is marked as computed and in queries', () =>
    check(`${schema}${service}
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
  /** @computed from the last posts */
  mood: string
}
export interface UserQuery {
  name: string
  email: string
  mood: string
}
`))

  it('is silent on what is marked as computed even where it was a column', () =>
    check(`
//- /schema.prisma
model User {
  id   String @id
  name String
}
//- /schema.prisma base
model User {
  id   String @id
  name String
  mood String
}
//- /web/user.ts
export interface User {
  id: string
  name: string
  /** @computed */
  mood: string
}
`))

  it('only hints where a file that speaks of the model writes a name that is no column', () => {
    const type = (found: string): string => `
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
  mood: string
//^^^^ 💡 ${found}
}
`
    const hint = "hint[field-extra] 'mood' is not in model 'User'"
    const warning = `warning${hint.slice(4)}: no server file that works with User writes 'mood'`
    check(`${schema}${service}${type(hint)}
//- /shared/mapper.ts
export const toUser = (row) => ({ ...row, mood: 'good' })
`)
    check(`${schema}${service}${type(warning)}
//- /shared/mapper.ts
export const toWeather = (row) => ({ ...row, mood: 'good' })
`)
    check(`${schema}${service}${type(warning)}
//- /shared/package.json
{ "name": "shared", "dependencies": { "react": "*" } }
//- /shared/mapper.ts
export const toUser = (row) => ({ ...row, mood: 'good' })
`)
  })

  describe('for a name that is a column of another model', () => {
    const team = `${schema}
//- /team.prisma
model Team {
  id     String @id
  colour String
}
`
    const type = `
//- /web/user.ts
export interface UserSummary {
  id: string
  name: string
  email: string
  colour: string`
    const select = 'prisma.user.findMany({ select: { id: true, name: true, email: true } })'

    it('informs where shapes that look the same lack what is written elsewhere', () =>
      check(`${team}
//- /server/user.service.ts
export const list = (prisma) => ${select}
export const paint = (team) => ({ colour: team.colour })
${type}
//^^^^^^ 💡 info[field-extra] 'colour' is not in model 'User': not in the select in user.service.ts, which looks the same
}
`))

    it('only hints where nothing looks the same', () =>
      check(`${team}
//- /server/user.service.ts
export const list = (prisma) => prisma.user.findMany()
export const paint = (team) => ({ colour: team.colour })
${type}
//^^^^^^ 💡 hint[field-extra] 'colour' is not in model 'User'
}
`))

    for (const [what, code] of [
      ['an operation of Prisma takes', "prisma.team.create({ data: { colour: 'red' } })"],
      [
        'a variable hands to one',
        'const f = () => { const where = { colour: 1 }; where.colour = 2; return prisma.team.count({ where }) }',
      ],
      ['is selected', 'prisma.team.findMany({ select: { colour: true } })'],
      ['a parameter has', 'const paint = (options: { colour: string }) => options'],
      ['a decorator has', "class Controller { @Query({ colour: 'red' }) list() {} }"],
    ]) {
      it(`does not take for sent what ${what}`, () =>
        check(`${team}
//- /server/user.service.ts
export const list = (prisma) => prisma.user.findMany()
${code}
${type}
//^^^^^^ 💡 warning[field-extra] 'colour' is not in model 'User': no server file that works with User writes 'colour'
}
`))
    }

    it('does not take for sent what is of another model: a type of it, an object with more of its columns', () =>
      check(`${schema}
//- /team.prisma
model Team {
  id     String @id
  colour String
  motto  String
}
//- /server/user.service.ts
export const list = (prisma) => prisma.user.findMany()
export interface TeamRecord { id: string; colour: string; motto: string }
export const paint = (team) => ({ id: team.id, colour: team.colour, motto: team.motto })
${type}
//^^^^^^ 💡 warning[field-extra] 'colour' is not in model 'User': no server file that works with User writes 'colour'
}
`))

    it('says nothing of what an object fills that looks like the type, wherever it stands', () =>
      check(`${team}
//- /server/user.service.ts
export const list = (prisma) => prisma.user.findMany()
//- /server/show.ts
export const show = (x) => ({ id: x.id, name: x.name, email: x.email, colour: x.team.colour })
${type}
//^^^^^^ 💡 hint[field-extra] 'colour' is not in model 'User'
}
`))

    it('says nothing of what is added to a record where the model is spoken of', () =>
      check(`${team}
//- /server/user.service.ts
export const list = (prisma) => prisma.user.findMany()
//- /server/show.ts
export const showUser = (user) => ({ ...user, colour: user.team.colour })
${type}
//^^^^^^ 💡 hint[field-extra] 'colour' is not in model 'User'
}
`))

    it('asks only the files that work with the model', () =>
      check(`${team}
//- /server/user.service.ts
export const list = (prisma) => prisma.user.findMany()
//- /server/team.service.ts
export const paint = (prisma) => prisma.team.create({ data: { colour: 'of its User' } })
${type}
//^^^^^^ 💡 warning[field-extra] 'colour' is not in model 'User': no server file that works with User writes 'colour'
}
`))
  })

  it('only hints where a literal in the file of the type looks like it and has the name', () =>
    check(`${schema}${service}
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
  mood: string
//^^^^ 💡 hint[field-extra] 'mood' is not in model 'User'
}
export const load = (row) => ({ id: row.key, name: row.title, email: row.mail, mood: row.feeling })
`))

  it('only hints where a store in the file of the type adds the name to a record', () =>
    check(`${schema}${service}
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
  mood: string
//^^^^ 💡 hint[field-extra] 'mood' is not in model 'User'
}
export const cheer = (user) => set({ ...user, mood: 'good' })
`))

  it('warns all the same where the schema that the type stands for names it', () =>
    check(`${schema}${service}
//- /web/user.ts
import { z } from 'zod'
export const userSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  age: z.number(),
  mood: z.string(),
//^^^^ 💡 warning[field-extra] 'mood' is not in model 'User': no server file that works with User writes 'mood'
})
`))

  it('only hints in one of several shapes', () =>
    check(`${schema}${service}
//- /web/user.ts
export type User =
  | { id: string; name: string; email: string; age: number; kind: 'calm' }
                                                          //^^^^ 💡 hint[field-extra] 'kind' is not in model 'User'
  | { id: string; name: string; email: string; age: number; mood: string }
                                                          //^^^^ 💡 hint[field-extra] 'mood' is not in model 'User'
`))

  it('only hints in types that have little of the model and more besides', () => {
    const large = `
//- /schema.prisma
model User {
  id    String @id
  a     String
  b     String
  c     String
  d     String
  e     String
  f     String
  g     String
  h     String
  i     String
  j     String
}
//- /server/user.service.ts
export const list = (prisma) => prisma.user.findMany()
//- /web/user.ts
`
    check(`${large}
export interface PaidUserBadge {
  id: string
  a: string
  b: string
  mood: string
//^^^^ 💡 hint[field-extra] 'mood' is not in model 'User'
  shape: string
//^^^^^ 💡 hint[field-extra] 'shape' is not in model 'User'
}
`)
    check(`${large}
export interface PaidUserBadge {
  id: string
  a: string
  b: string
  mood: string
//^^^^ 💡 warning[field-extra] 'mood' is not in model 'User': no server file that works with User writes 'mood'
}
export interface UserSummary {
  id: string
  a: string
  b: string
  mood: string
//^^^^ 💡 warning[field-extra] 'mood' is not in model 'User': no server file that works with User writes 'mood'
  shape: string
//^^^^^ 💡 warning[field-extra] 'shape' is not in model 'User': no server file that works with User writes 'shape'
}
`)
  })

  describe("in a client's input", () => {
    const dto = `
export class CreateUserDto {
  name: string
  email: string
}
export const take = (record: CreateUserDto) => record
`
    const server = `
//- /server/package.json
{ "name": "server", "dependencies": { "express": "*" } }
//- /server/create-user.dto.ts
${dto}
//- /web/package.json
{ "name": "web", "dependencies": { "react": "*" } }
`
    it('is silent where the other type stands in the same package', () =>
      check(`${schema}
//- /server/create-user.dto.ts
${dto}
//- /web/user.ts
export interface CreateUserRequest {
  name: string
  email: string
  mood: string
}
`))

    it('is silent on what names the record, and on types that a component keeps to itself', () =>
      check(`${schema}${server}
//- /web/user.tsx
export interface CreateUserRequest {
  name: string
  email: string
  userId: string
}
//- /web/dialog.tsx
interface CreateUserInput {
  name: string
  email: string
  mood: string
}
`))

    it('is silent where two types of the server may be the one', () =>
      check(`${schema}${server}
//- /server/other.ts
${dto}
//- /web/user.ts
export interface CreateUserRequest {
  name: string
  email: string
  mood: string
}
`))
  })

  it('warns in a single shape that may be null', () =>
    check(`${schema}${service}
//- /web/user.ts
export type User = { id: string; name: string; email: string; age: number; mood: string } | null
                                                                         //^^^^ 💡 warning[field-extra] 'mood' is not in model 'User': no server file that works with User writes 'mood'
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

  it('is silent about an input that the server takes in a type it shares with clients', () =>
    check(`${schema}
//- /server/package.json
{ "name": "server", "dependencies": { "express": "*" } }
//- /server/users.repository.ts
export interface CreateUserInput {
  name: string
  email: string
  age: number
}
//- /server/users.routes.ts
import { createUserRequestSchema } from '../shared/user'
import type { CreateUserInput } from './users.repository'
export const read = (body): CreateUserInput => ({ age: 0, ...createUserRequestSchema.parse(body) })
//- /shared/package.json
{ "name": "shared" }
//- /shared/user.ts
import { z } from 'zod'
export const createUserRequestSchema = z.object({ name: z.string(), email: z.string(), prompt: z.string() })
//- /web/package.json
{ "name": "web", "dependencies": { "react": "*" } }
//- /web/user.ts
export interface CreateUserInput {
  name: string
  email: string
  prompt: string
  mood: string
//^^^^ 💡 warning[field-extra] 'mood' is not in model 'User': the server's CreateUserInput for the same operation lacks it
}
`))

  it('hints at what the server declares as optional, and at what a client keeps beside a record', () =>
    check(`${schema}${service}
//- /package.json
{ "name": "all", "dependencies": { "@prisma/client": "*", "next": "*" } }
//- /server/user.dto.ts
export class UserDto {
  id: string
  name: string
  leader?: string
//^^^^^^ 💡 hint[field-extra] 'leader' is not in model 'User'
}
//- /app/users/page.tsx
interface Row {
  user: string
  nickname?: string
}
//- /app/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
  leader: string
//^^^^^^ 💡 hint[field-extra] 'leader' is not in model 'User'
  nickname: string
//^^^^^^^^ 💡 warning[field-extra] 'nickname' is not in model 'User': no server file that works with User writes 'nickname'
}
export interface OfflineUser {
  id: string
  name: string
  email: string
  age: number
  seen: number
//^^^^ 💡 hint[field-extra] 'seen' is not in model 'User'
}
`))

  it('is a hint in a type that gathers several objects around a part of the record', () =>
    check(`
//- /schema.prisma
model Recipient {
  id    String @id
  name  String
  email String
  age   Int
  a     String
  b     String
  c     String
  d     String
  e     String
  f     String
  g     String
}
//- /server/service.ts
export const list = (prisma) => prisma.recipient.findMany({ where: { name: 'x' } })
//- /web/certificate.ts
export interface CertificateRecipient {
  id: string
  name: string
  email: string
  age: number
  a: string
  level: string
//^^^^^ 💡 hint[field-extra] 'level' is not in model 'Recipient'
  signature: { image: string }
//^^^^^^^^^ 💡 hint[field-extra] 'signature' is not in model 'Recipient'
  logs: { sent: string }
//^^^^ 💡 hint[field-extra] 'logs' is not in model 'Recipient'
}
//- /web/team.ts
export interface TeamRecipient {
  id: string
  name: string
  email: string
  age: number
  a: string
  rank: string
//^^^^ 💡 warning[field-extra] 'rank' is not in model 'Recipient': no server file that works with Recipient writes 'rank'
  mood: string
//^^^^ 💡 warning[field-extra] 'mood' is not in model 'Recipient': no server file that works with Recipient writes 'mood'
}
`))
})
