import { check } from '../testing/check.js'
import { checkFix } from '../testing/check-fix.js'

const schema = `
//- /schema.prisma
model Post {
  id        String   @id
  title     String
  body      String
  rating    Int?
  views     Int
  authorId  String
  author    User     @relation(fields: [authorId], references: [id])
  token     String
  createdAt DateTime
  deletedAt DateTime?
  tenantId  String
}
model User {
  id    String @id
  name  String
  posts Post[]
}
`

const response = `
//- /server/post.ts
export class PostResponse {
  id: string
  title: string
  body: string
  rating: number | null
  views: number
  authorId: string
  token: string
  createdAt: Date
  deletedAt: Date | null
  tenantId: string
}
`

describe('field-missing', () => {
  it('reports a column that the closest type of the server has', () =>
    checkFix(
      `${schema}${response}
//- /web/post.ts
export interface Post {
               //^^^^ 💡 warning[field-missing] 'Post' lacks column 'Post.rating': the server's PostResponse has it
  id: string
  title: string
  body: string
  views: number
  authorId: string
  token: string
  createdAt: string
  deletedAt: string | null
  tenantId: string
}
`,
      {
        title: "Add 'rating' to 'Post'",
        safe: true,
        intents: [
          { kind: 'addMember', at: 'web/post.ts#Post', name: 'rating', type: 'number | null', optional: false },
        ],
      },
    ))

  it('reports a column that the closest literal of the server has', () =>
    checkFix(
      `
//- /schema.prisma
model User {
  id    String @id
  name  String
  email String
  tags  String[]
}
//- /server/user.service.ts
export const list = (prisma) => prisma.user.findMany({ select: { id: true, name: true, email: true, tags: true } })
//- /web/user.ts
export interface User {
               //^^^^ 💡 warning[field-missing] 'User' lacks column 'User.tags': the select in user.service.ts has it
  id: string
  name: string
  email: string
}
`,
      {
        title: "Mark 'User' as a subset",
        safe: false,
        intents: [{ kind: 'setTag', at: 'web/user.ts#User', tag: '@prisma User subset' }],
      },
    ))

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

  it('reports all but secrets in a type that is declared a mirror, on the server as well', () =>
    check(`
//- /schema.prisma
model User {
  id           String   @id
  name         String
  passwordHash String
  createdAt    DateTime
}
//- /server/user.ts
/** @prisma User mirror */
export interface Account {
               //^^^^^^^ 💡 warning[field-missing] 'Account' lacks column 'User.createdAt': it is declared a mirror
  id: string
  name: string
}
`))

  it('leaves out secret, audit, soft-delete and tenant columns', () =>
    check(`${schema}${response}
//- /web/post.ts
export interface Post {
  id: string
  title: string
  body: string
  rating: number | null
  views: number
  authorId: string
}
`))

  it('leaves out a foreign key, more so where its object is there', () =>
    check(`${schema}${response}
//- /web/post.ts
export interface Post {
  id: string
  title: string
  body: string
  rating: number | null
  views: number
  createdAt: string
  author: { id: string; name: string }
}
export interface PostDetails {
  id: string
  title: string
  body: string
  rating: number | null
  views: number
  createdAt: string
  deletedAt: string | null
  tenantId: string
}
`))

  it('is silent where nothing but the difference speaks for it', () =>
    check(`${schema}
//- /web/post.ts
export interface Post {
  id: string
  title: string
  body: string
  views: number
  authorId: string
  createdAt: string
  tenantId: string
}
`))

  it('is silent in subsets, inputs, open types and on the server', () =>
    check(`${schema}${response}
//- /web/post.ts
import type { Base } from 'somewhere'
export interface PostSummary {
  id: string
  title: string
  body: string
  views: number
  authorId: string
  createdAt: string
}
export interface CreatePostRequest {
  title: string
  body: string
  views: number
}
export interface Post extends Base {
  id: string
  title: string
  body: string
  views: number
  authorId: string
  createdAt: string
}
export interface PostRow {
  id: string
  title: string
  body: string
  views: number
  authorId: string
  createdAt: string
  token: string
  tenantId: string
  [key: string]: unknown
}
//- /server/post-entity.ts
export class PostEntity {
  id: string
  title: string
  body: string
  views: number
  authorId: string
  createdAt: Date
  token: string
  tenantId: string
}
`))

  it('is silent on a model that could not be read in full', () =>
    check(`
//- /schema.prisma
model User {
  id    String @id
  name  String
  email String
  phone String
  !!
}
//- /server/user.ts
export interface UserResponse {
  id: string
  name: string
  email: string
  phone: string
}
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
}
`))
})
