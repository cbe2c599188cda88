import { check } from '../testing/check.js'
import { checkFix } from '../testing/check-fix.js'

const schema = `
//- /schema.prisma
datasource db {
  provider = "postgresql"
}
model User {
  id    String   @id
  name  String
  tags  String[]
  photo Bytes
  extra Json
}
`

describe('list-mismatch', () => {
  it('reports a single value for a list', () =>
    checkFix(
      `${schema}
//- /user.ts
export interface User {
  id: string
  name: string
  tags: string
      //^^^^^^ 💡 error[list-mismatch] 'tags' is a single value, but column 'User.tags' is a list
}
`,
      {
        title: "Make 'tags' a list",
        safe: true,
        intents: [{ kind: 'setList', at: 'user.ts#User.tags:type', list: true }],
        after: `
export interface User {
  id: string
  name: string
  tags: string[]
}
`,
      },
    ))

  it('reports a list for a single value, in inputs too', () =>
    checkFix(
      `${schema}
//- /user.ts
export interface CreateUserInput {
  name: string[]
      //^^^^^^^^ 💡 error[list-mismatch] 'name' is a list, but column 'User.name' is a single String
  tags: string[]
}
`,
      {
        title: "Make 'name' a single value",
        safe: true,
        intents: [{ kind: 'setList', at: 'user.ts#CreateUserInput.name:type', list: false }],
        after: `
export interface CreateUserInput {
  name: string
  tags: string[]
}
`,
      },
    ))

  it('hints where the server makes a list of a text', () =>
    check(`${schema}
//- /server/user.ts
import { z } from 'zod'
const createUserSchema = z.object({ name: z.string(), tags: z.string() })
                                                          //^^^^^^^^^^ 💡 hint[list-mismatch] 'tags' is a single value, but column 'User.tags' is a list
export const create = (prisma, body) => {
  const parsed = createUserSchema.parse(body)
  return prisma.user.create({ data: { name: parsed.name, tags: parsed.tags.split(','), photo: '', extra: {} } })
}
`))

  it('reports a column that became a list', () =>
    check(`${schema}
//- /schema.prisma base
model User {
  id    String @id
  name  String
  tags  String
  photo Bytes
  extra Json
}
//- /user.ts
export interface UserSummary {
  id: string
  tags: string | null
      //^^^^^^^^^^^^^ 💡 error[list-mismatch] 'tags' is a single value, but column 'User.tags' is a list
}
`))

  it('hints where the database has no lists, so that text may hold one', () =>
    check(`
//- /schema.prisma
datasource db {
  provider = "sqlite"
}
model User {
  id   String @id
  tags String
  ages Int
}
//- /user.ts
export interface User {
  id: string
  tags: string[]
      //^^^^^^^^ 💡 hint[list-mismatch] 'tags' is a list, but column 'User.tags' is a single String
  ages: number[]
      //^^^^^^^^ 💡 error[list-mismatch] 'ages' is a list, but column 'User.ages' is a single Int
}
`))

  it('hints at a list kept as text where the server converts it', () =>
    check(`
//- /schema.prisma
datasource db {
  provider = "postgresql"
}
model Post {
  id    String  @id
  tags  String?
  links String?
  notes String?
}
//- /server/posts.ts
export const create = (data) =>
  prisma.post.create({ data: { ...data, tags: data.tags ? JSON.stringify(data.tags) : null, notes: data.notes } })
export const find = async (id) => {
  const post = await prisma.post.findUnique({ where: { id } })
  return { ...post, links: post.links?.split(',') }
}
//- /web/post.ts
export interface Post {
  id: string
  tags?: string[]
       //^^^^^^^^ 💡 hint[list-mismatch] 'tags' is a list, but column 'Post.tags' is a single String
  links?: string[]
        //^^^^^^^^ 💡 hint[list-mismatch] 'links' is a list, but column 'Post.links' is a single String
  notes?: string[]
        //^^^^^^^^ 💡 error[list-mismatch] 'notes' is a list, but column 'Post.notes' is a single String
}
`))

  it('is silent on Json, Bytes, relation operations, unknown types and queries', () =>
    check(`${schema}
//- /user.ts
import type { Tags } from 'somewhere'
export interface User {
  id: string
  tags: Tags
  photo: number[]
  extra: string[]
}
export interface UpdateUserInput {
  tags: { set: string[] }
}
export interface UserQuery {
  name: string[]
  tags: string
}
`))

  it('is a hint in the values of a form', () =>
    check(`${schema}
//- /form.ts
export interface UserFormValues {
  id: string
  name: string
  tags: string
      //^^^^^^ 💡 hint[list-mismatch] 'tags' is a single value, but column 'User.tags' is a list
}
`))

  it('is a hint in a type that has next to nothing of the model', () =>
    check(`
//- /schema.prisma
datasource db {
  provider = "postgresql"
}
model Image {
  id    Int    @id
  url   String
  model String
  width Int
  depth Int
  hash  String
}
//- /images.ts
export interface Images {
  id: number
  model: string[]
       //^^^^^^^^ 💡 hint[list-mismatch] 'model' is a list, but column 'Image.model' is a single String
  versions: number[]
//^^^^^^^^ 💡 hint[field-extra] 'versions' is not in model 'Image'
}
`))
})
