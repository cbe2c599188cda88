import { check } from '../testing/check.js'
import { checkFix } from '../testing/check-fix.js'

const schema = `
//- /schema.prisma
model Post {
  id       String    @id
  title    String
  author   User      @relation(fields: [authorId], references: [id])
  authorId String
  comments Comment[]
}
model User {
  id    String @id
  name  String
  email String
  posts Post[]
}
model Comment {
  id     String @id
  text   String
  post   Post   @relation(fields: [postId], references: [id])
  postId String
}
`

const types = `
//- /types.ts
export interface User {
  id: string
  name: string
  email: string
}
export interface Comment {
  id: string
  text: string
  postId: string
}
`

describe('relation-mismatch', () => {
  it("reports another model's type", () =>
    checkFix(
      `${schema}${types}
//- /post.ts
import type { Comment } from './types'
export interface Post {
  id: string
  title: string
  authorId: string
  author: Comment
        //^^^^^^^ 💡 warning[relation-mismatch] 'author' is Comment, but relation 'Post.author' leads to User
}
`,
      {
        title: "Change the type of 'author' to User",
        safe: false,
        intents: [{ kind: 'setType', at: 'post.ts#Post.author:type', type: 'User' }],
        after: `
import type { User } from './types'
export interface Post {
  id: string
  title: string
  authorId: string
  author: User
}
`,
      },
    ))

  it('reports one record where there are many, and many where there is one', () =>
    checkFix(
      `${schema}${types}
//- /post.ts
import type { Comment, User } from './types'
export interface Post {
  id: string
  title: string
  authorId: string
  author: User[]
        //^^^^^^ 💡 warning[relation-mismatch] 'author' is a list, but relation 'Post.author' has one
  comments: Comment
          //^^^^^^^ 💡 warning[relation-mismatch] 'comments' is a single record, but relation 'Post.comments' has many
}
`,
      {
        title: "Make 'comments' a list",
        safe: true,
        intents: [{ kind: 'setList', at: 'post.ts#Post.comments:type', list: true }],
        after: `
import type { Comment, User } from './types'
export interface Post {
  id: string
  title: string
  authorId: string
  author: User[]
  comments: Comment[]
}
`,
      },
    ))

  it('is silent where the server puts one under the name of many, in an object that looks like the type', () => {
    const files = (sent: string, say: string) => `${schema}${types}
//- /server/package.json
{ "name": "server", "dependencies": { "express": "*" } }
//- /server/post.service.ts
export const get = async (prisma) => {
  const post = await prisma.post.findFirst({ include: { comments: { take: 1 } } })
  const comments = post.comments[0]
  return ${sent}
}
//- /web/package.json
{ "name": "web", "dependencies": { "react": "*" } }
//- /web/post.ts
import type { Comment } from '../types'
export interface Post {
  id: string
  title: string
  authorId: string
  comments: Comment${say}
}
`
    check(files('{ id: post.id, title: post.title, authorId: post.authorId, comments }', ''))
    const say =
      "\n          //^^^^^^^ 💡 warning[relation-mismatch] 'comments' is a single record, but relation 'Post.comments' has many"
    check(files('post', say))
  })

  it('is silent on a relation that is left out, renamed types, inline objects and unknown ones', () =>
    check(`${schema}${types}
//- /post.ts
import type { Reply } from 'somewhere'
export interface Post {
  id: string
  title: string
  authorId: string
  author: Writer
  comments: Reply[]
}
interface Writer {
  name: string
}
export interface PostSummary {
  id: string
  title: string
  author: { id: string; name: string }
  comments: any
}
`))

  it('is silent in inputs, where relations are operations', () =>
    check(`${schema}${types}
//- /post.ts
export interface CreatePostInput {
  title: string
  author: { connect: { id: string } }
  comments: { create: { text: string } }
}
`))

  it('is silent on maps', () =>
    check(`${schema}${types}
//- /post.ts
import type { Comment } from './types'
export interface Post {
  id: string
  title: string
  authorId: string
  comments: Record<string, Comment>
}
export interface PostDetail {
  id: string
  title: string
  authorId: string
  comments: { first: Comment; [id: string]: Comment }
}
`))

  it('is silent on what lies behind a join table', () => {
    const joined = `
//- /schema.prisma
model Post {
  id    String    @id
  title String
  tags  PostTag[]
  notes Note[]
}
model PostTag {
  id     String @id
  post   Post   @relation(fields: [postId], references: [id])
  postId String
  tag    Tag    @relation(fields: [tagId], references: [id])
  tagId  String
}
model Tag {
  id    String    @id
  label String
  posts PostTag[]
}
model Note {
  id     String @id
  text   String
  post   Post   @relation(fields: [postId], references: [id])
  postId String
}
//- /tag.ts
export interface Tag {
  id: string
  label: string
}
`
    check(`${joined}
//- /post.ts
import type { Tag } from './tag'
export interface Post {
  id: string
  title: string
  tags: Tag[]
}
`)
    check(`${joined}
//- /post.ts
import type { Tag } from './tag'
export interface Post {
  id: string
  title: string
  notes: Tag[]
       //^^^^^ 💡 warning[relation-mismatch] 'notes' is Tag, but relation 'Post.notes' leads to Note
}
`)
  })

  it('reports what lies behind another model where the relation has one', () =>
    check(`
//- /schema.prisma
model Post {
  id       String @id
  title    String
  author   User   @relation(fields: [authorId], references: [id])
  authorId String
}
model User {
  id     String @id
  name   String
  posts  Post[]
  team   Team   @relation(fields: [teamId], references: [id])
  teamId String
}
model Team {
  id      String @id
  label   String
  members User[]
}
//- /post.ts
export interface Team {
  id: string
  label: string
}
export interface Post {
  id: string
  title: string
  authorId: string
  author: Team
        //^^^^ 💡 warning[relation-mismatch] 'author' is Team, but relation 'Post.author' leads to User
}
`))

  it('is silent where another relation leads to the record that the type has under this name', () =>
    check(`
//- /schema.prisma
model UserReward {
  id       String @id
  reward   Season @relation(fields: [seasonId], references: [id])
  seasonId String
  prize    Prize  @relation(fields: [prizeId], references: [id])
  prizeId  String
}
model Season {
  id      String       @id
  name    String
  rewards UserReward[]
}
model Prize {
  id      String       @id
  label   String
  rewards UserReward[]
}
//- /types.ts
export interface Prize {
  id: string
  label: string
}
export interface UserReward {
  id: string
  seasonId: string
  prizeId: string
  reward: Prize
}
`))

  it("takes a type that is made of the target's for the target", () =>
    check(`
//- /schema.prisma
model Grant {
  id     String       @id
  title  String
  role   ResourceRole @relation(fields: [roleId], references: [id])
  roleId String
}
model ResourceRole {
  id     String  @id
  name   String
  label  String
  grants Grant[]
}
model Role {
  id    String @id
  name  String
  label String
}
//- /types.ts
export interface ResourceRole {
  id: string
  name: string
  label: string
}
export type Role = Omit<ResourceRole, 'id'>
export interface Grant {
  id: string
  title: string
  roleId: string
  role: Role
}
`))

  describe('with a plain value under its name', () => {
    const tables = `
//- /schema.prisma
model Order {
  id          String @id
  total       Int
  note        String
  createdBy   User   @relation(fields: [createdById], references: [id])
  createdById String
}
model User {
  id     String  @id
  name   String
  orders Order[]
}
`
    const order = (createdBy: string, rest = ''): string => `
//- /web/order.ts
export interface Order {
  id: string
  total: number
  note: string
  createdBy: ${createdBy}${rest}
}
`

    it('informs, where the mirror lacks the key', () =>
      check(
        `${tables}${order(
          'string',
          `
           //^^^^^^ 💡 info[relation-mismatch] 'createdBy' is string, but 'Order.createdBy' is a relation, whose key is 'createdById'`,
        )}`,
      ))

    const server = (select: string) => `
//- /server/order.service.ts
export const list = (prisma) => prisma.order.findMany({ ${select} })
`

    it('warns where the server sends whole records', () => {
      const finding = (type: string, offered: string, level: string) =>
        `
${' '.repeat(11)}//${'^'.repeat(type.length)} ${offered}${level}[relation-mismatch] 'createdBy' is ${type}, but 'Order.createdBy' is a relation, whose key is 'createdById'`
      check(`${tables}${order('string', finding('string', '💡 ', 'warning'))}${server('')}`)
      check(`${tables}${order('boolean', finding('boolean', '', 'warning'))}${server('include: { createdBy: true }')}`)
      check(
        `${tables}${order('string', finding('string', '💡 ', 'info'))}${server('select: { id: true, total: true, note: true, createdById: true }')}`,
      )
    })

    it('is silent where the key is there, or a shape of the server has the name', () => {
      check(`${tables}${order('string', '\n  createdById: string')}`)
      check(`${tables}${order('string')}
//- /server/order.service.ts
export const list = async (prisma) =>
  (await prisma.order.findMany()).map((order) => ({
    id: order.id, total: order.total, note: order.note, createdBy: order.createdBy.name,
  }))
`)
    })

    it('is silent in what only a component sees', () =>
      check(`${tables}${order('string').replace('order.ts', 'page.tsx').replace('export ', '')}`))
  })

  it('is silent on a type that shares a word with another model and is as much of the right one', () => {
    const member = (role: string, level: string) => `
//- /schema.prisma
model Member {
  id     String     @id
  title  String
  role   MemberRole @relation(fields: [roleId], references: [id])
  roleId String
}
model MemberRole {
  id      String   @id
  name    String
  members Member[]
}
model Role {
  id    String @id
  name  String
  level Int
}
//- /web/member.ts
export interface Member {
  id: string
  title: string
  role: RoleItem
${level}}
export interface RoleItem {
  ${role}
}
`
    check(member('name: string', ''))
    check(
      member(
        'name: string; level: number',
        "      //^^^^^^^^ 💡 warning[relation-mismatch] 'role' is RoleItem (Role), but relation 'Member.role' leads to MemberRole\n",
      ),
    )
  })

  it("is silent on a type of another model's name that serves both models, unless it has no more than most records", () => {
    const quote = (columns: string, item: string) => `
//- /schema.prisma
model Offer {
  id    String         @id
  title String
  items OfferPart[]
}
model OfferPart {
  ${columns}
  offer   Offer @relation(fields: [offerId], references: [id])
  offerId String
}
model Part {
  ${columns}
  quoteId String
}
//- /web/types.ts
export interface Offer {
  id: string
  title: string
  items: Part[]${item}
}
`
    const columns = 'id String @id\n  text String\n  amount Int\n  price Int\n  unit String'
    check(
      quote(
        columns,
        '\n}\nexport interface Part {\n  id: string\n  text: string\n  amount: number\n  price: number\n  unit: string',
      ),
    )
    check(
      quote(
        'id String @id\n  text String',
        "\n       //^^^^^^ 💡 warning[relation-mismatch] 'items' is Part, but relation 'Offer.items' leads to OfferPart\n}\nexport interface Part {\n  id: string\n  text: string",
      ),
    )
  })
})
