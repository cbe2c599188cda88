import { check } from '../testing/check.js'

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

describe('field-extra: inputs', () => {
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

  it('is silent in what a client keeps until it can be sent', () =>
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
//- /web/offline/types.ts
export interface CreateUserPayload {
  name: string
  email: string
  scope: string
}
`))

  it('is silent on files, which no body of a request holds', () =>
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
export interface CreateUserPayload {
  name: string
  email: string
  picture: File
  scans?: File[]
}
`))

  it('is silent on the key of the record, by as much of its name as the input says', () => {
    const files = (model: string, input: string) => `
//- /schema.prisma
model ${model} {
  id    String @id
  name  String
  email String
  age   Int
}
//- /server/package.json
{ "name": "server", "dependencies": { "express": "*" } }
//- /server/update.dto.ts
export class ${input}Dto {
  name?: string
  email?: string
  age?: number
}
export const take = (record: ${input}Dto) => record
//- /web/package.json
{ "name": "web", "dependencies": { "react": "*" } }
//- /web/update.ts
export interface ${input}Input {
  guestId: string`
    const rest = `
  name?: string
  email?: string
  age?: number
}
`
    check(`${files('EventGuestPass', 'UpdateGuest')}${rest}`)
    check(`${files('EventGuestPass', 'UpdateGuestPass')}
//^^^^^^^ 💡 warning[field-extra] 'guestId' is not in model 'EventGuestPass': the server's UpdateGuestPassDto for the same operation lacks it${rest}`)
  })

  it('is silent where the client hands it on under a name that the server takes', () => {
    const files = (sent: string) => `${schema}
//- /server/package.json
{ "name": "server", "dependencies": { "express": "*" } }
//- /server/create-user.dto.ts
export class CreateUserDto {
  name: string
  email: string
  age: number
}
export const take = (record: CreateUserDto) => record
//- /web/package.json
{ "name": "web", "dependencies": { "react": "*" } }
//- /web/page.ts
import type { CreateUserRequest } from './user'
export const save = (api, data: CreateUserRequest) => api.create(${sent})
//- /web/user.ts
export interface CreateUserRequest {
  name: string
  email: string
  years: number`
    check(`${files('{ name: data.name, email: data.email, age: Number(data.years) }')}
}
`)
    check(`${files('data')}
//^^^^^ 💡 warning[field-extra] 'years' is not in model 'User': the server's CreateUserDto for the same operation lacks it
}
`)
  })

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

  it('takes no input for the same operation that shares too little', () =>
    check(`
//- /schema.prisma
model Actor {
  id      String @id
  prefix  String
  gender  String
  country String
  ssn     String
  weight  Int
  height  Int
}
//- /server/package.json
{ "name": "server", "dependencies": { "express": "*" } }
//- /server/edit-actor.dto.ts
export class EditActorProfileDto {
  gender?: string
  weight?: number
  height?: number
}
export const take = (record: EditActorProfileDto) => record
//- /web/package.json
{ "name": "web", "dependencies": { "react": "*" } }
//- /web/actor.ts
export interface EditActorInfo {
  prefix: string
  gender: string
  country: string
  ssn: string
  firstName: string
}
`))

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
})
