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

  it('is silent on names of computed and joined values', () =>
    check(`${schema}${service}
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

  it('only hints in types of the server, and warns in those that a component keeps to itself', () =>
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
})
