import { check } from '../testing/check.js'
import { checkFix } from '../testing/check-fix.js'

const schema = `
//- /schema.prisma
model User {
  id    String  @id
  name  String
  email String?
  extra Json
  posts Post[]
}
model Post {
  id       String @id
  title    String
  author   User   @relation(fields: [authorId], references: [id])
  authorId String
}
`

describe('nullability-too-loose', () => {
  it('hints at null for a required column', () =>
    checkFix(
      `${schema}
//- /user.ts
export interface User {
  id: string
  name: string | null
      //^^^^^^^^^^^^^ 💡 hint[nullability-too-loose] 'name' includes null, but column 'User.name' is required
  email: string | null
}
`,
      {
        title: "Exclude null from 'name'",
        safe: false,
        intents: [{ kind: 'removeNull', at: 'user.ts#User.name:type' }],
        after: `
export interface User {
  id: string
  name: string
  email: string | null
}
`,
      },
    ))

  it('is silent on an optional property, Json, relations and unknown types', () =>
    check(`${schema}
//- /user.ts
import type { Name } from 'somewhere'
export interface User {
  id: string
  name?: string | null
  extra: object | null
}
export interface UserSummary {
  id: string
  name: Name | null
}
//- /post.ts
export interface Post {
  id: string
  title: any
  authorId: string
  author: { id: string; name: string } | null
}
`))

  it('is silent where one of the two is a list: that is another difference', () =>
    check(`
//- /schema.prisma
datasource db {
  provider = "sqlite"
}
model User {
  id   String @id
  tags String
}
//- /user.ts
export interface User {
  id: string
  tags: string[] | null
      //^^^^^^^^^^^^^^^ 💡 hint[list-mismatch] 'tags' is a list, but column 'User.tags' is a single String
}
`))

  it('is silent in inputs', () =>
    check(`${schema}
//- /update-user.ts
export interface UpdateUserInput {
  name: string | null
}
`))
})
