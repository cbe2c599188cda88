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

const service = `
//- /server/user.service.ts
export const list = (prisma) => prisma.user.findMany({ where: { name: 'x' } })
`

describe('field-extra: what may write the name', () => {
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

  it('only hints at a time of rows that the very file of the type makes up', () =>
    check(`${schema}
//- /web/users.tsx
interface User {
  id: string
  name: string
  email: string
  age: number
  createdAt: string
//^^^^^^^^^ 💡 hint[field-extra] 'createdAt' is not in model 'User'
}
const users = names.map((name, at) => ({ id: at, name, email: '-', age: 3, createdAt: '2 days ago' }))
export const Users = () => users.map((user: User) => user.name)
`))
})
