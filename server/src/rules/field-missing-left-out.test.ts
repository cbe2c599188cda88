import { check } from '../testing/check.js'

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
  deletedByUserId String?
  deletedReason   String?
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
  deletedByUserId: string | null
  deletedReason: string | null
  tenantId: string
}
export const send = (record: PostResponse) => record
`

describe('field-missing: what types may lack', () => {
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
export const send = (record: PostEntity) => record
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
export const send = (record: UserResponse) => record
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
}
`))

  it('leaves out keys that many models have: everything is inside of it', () => {
    const models = (names: string): string =>
      [...names].map((name) => `model ${name} {\n  id        String @id\n  projectId String\n}`).join('\n')
    const missing = (names: string): string => `
//- /schema.prisma
model User {
  id        String @id
  name      String
  projectId String
}
${models(names)}
//- /server/user.ts
export class UserResponse {
  id: string
  name: string
  projectId: string
}
export const send = (record: UserResponse) => record
//- /web/user.ts
export interface User {
  ${names.length < 4 ? "             //^^^^ 💡 warning[field-missing] 'User' lacks column 'User.projectId': the server's UserResponse has it\n" : ''}  id: string
  name: string
}
`
    check(missing('ABC'))
    check(missing('ABCD'))
    const others = [...'abcdefghijklmnop'].map((name) => `model ${name} {\n  id String @id\n}`).join('\n')
    const found =
      "               //^^^^ 💡 warning[field-missing] 'User' lacks column 'User.projectId': the server's UserResponse has it\n"
    check(
      missing('ABCD')
        .replace('//- /server', `${others}\n//- /server`)
        .replace('export interface User {\n', (line) => line + found),
    )
  })

  it('leaves out the status where a flag stands for it', () =>
    check(`
//- /schema.prisma
enum Status {
  ON
  OFF
}
model User {
  id     String @id
  name   String
  email  String
  phone  String
  status Status
  mood   Status
}
//- /server/user.ts
export class UserResponse {
  id: string
  name: string
  email: string
  phone: string
  status: Status
  mood: Status
}
export const send = (record: UserResponse) => record
//- /web/user.ts
export interface User {
               //^^^^ 💡 warning[field-missing] 'User' lacks column 'User.mood': the server's UserResponse has it
  id: string
  name: string
  email: string
  phone: string
  isActive: boolean
}
`))

  it('is silent in a type with little more than half of the columns: it may be meant as a view', () => {
    const server = `
//- /schema.prisma
model User {
  id String @id
  a  String
  b  String
  c  String
  d  String
}
//- /server/user.ts
export class UserResponse {
  id: string
  a: string
  b: string
  c: string
  d: string
}
export const send = (record: UserResponse) => record
//- /web/user.ts
`
    check(`${server}
export interface User {
  id: string
  a: string
  b: string
}
`)
    check(`${server}
export interface User {
               //^^^^ 💡 warning[field-missing] 'User' lacks column 'User.d': the server's UserResponse has it
  id: string
  a: string
  b: string
  c: string
}
`)
  })

  it('is silent in a type whose name is a part of the name of the model', () =>
    check(`
//- /schema.prisma
model TenantInvoice {
  id     String @id
  number Int
  total  Int
  place  String
  series String
}
//- /server/invoices.ts
export const list = (prisma) =>
  prisma.tenantInvoice.findMany({ select: { id: true, number: true, total: true, place: true, series: true } })
//- /web/invoice.ts
export interface Invoice {
  id: string
  number: number
  total: number
  place: string
}
`))

  it('is silent in a type named for something beside the model', () =>
    check(`${schema}${response}
//- /web/post.ts
export interface OfflinePost {
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
`))

  it('is silent where the server makes another value of it, of records whose type Prisma tells', () =>
    check(`
//- /schema.prisma
model Listing {
  id        String @id
  title     String
  price     Int
  views     Int
  areaLabel String
}
//- /server/listing.mapper.ts
import { Prisma } from '@prisma/client'
export const mapListing = (row: Prisma.ListingGetPayload<{}>) => ({
  id: row.id,
  title: row.title,
  price: row.price,
  views: row.views,
  place: { label: row.areaLabel },
})
//- /types/listing.ts
export interface Listing {
  id: string
  title: string
  price: number
  views: number
  place: { label: string }
//^^^^^ 💡 hint[field-extra] 'place' is not in model 'Listing'
}
//- /admin/listings.tsx
interface Listing {
  id: string
  title: string
  areaLabel?: string
}
export const show = (listing: Listing) => <b>{listing.areaLabel}</b>
`))

  it('is silent where a module puts its value under another name of the type', () =>
    check(`
//- /schema.prisma
model Payment {
  id        String @id
  amount    Int
  currency  String
  provider  String
  credits   Int
}
//- /server/payment.service.ts
export const list = (prisma) =>
  prisma.payment.findMany({ select: { id: true, amount: true, currency: true, provider: true, credits: true } })
//- /web/payment.ts
export interface Payment {
  id: string
  amount: number
  currency: string
  provider: string
  granted: number
//^^^^^^^ 💡 hint[field-extra] 'granted' is not in model 'Payment'
}
//- /web/payments.ts
export const toPayment = (row) => ({
  id: row.id,
  amount: row.amount,
  currency: row.currency,
  provider: row.provider,
  granted: row.credits,
})
`))

  it('says it once, at the mirror that others extend', () =>
    check(`${schema}${response}
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
export interface PostDetail extends Post {
  author: { id: string; name: string }
}
`))

  it('is silent where the closest object is handed to Prisma: what is stored need not be sent', () => {
    const user = (level: string, object: string) => `
//- /schema.prisma
model User {
  id    String @id
  name  String
  email String
  tags  String[]
}
//- /server/user.service.ts
export const save = async (prisma, { id, name, email, tags }) => {
  const users = await prisma.user.findMany()
  ${object}
}
//- /web/user.ts
export interface User {${level}
  id: string
  name: string
  email: string
}
`
    check(user('', 'await prisma.user.create({ data: { id, name, email, tags } })'))
    check(user('', 'await prisma.user.upsert({ where: { id }, update: {}, create: { id, name, email, tags } })'))
    check(
      user(
        "\n               //^^^^ 💡 warning[field-missing] 'User' lacks column 'User.tags': the object in user.service.ts has it",
        'return users.map(({ id, name, email, tags }) => ({ id, name, email, tags }))',
      ),
    )
  })
})
