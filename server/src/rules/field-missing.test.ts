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
export const send = (record: PostResponse) => record
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
          {
            kind: 'addMember',
            at: 'web/post.ts#Post',
            name: 'rating',
            after: ['body', 'title', 'id'],
            type: 'number | null',
            optional: false,
          },
        ],
        after: `
export interface Post {
  id: string
  title: string
  body: string
  rating: number | null
  views: number
  authorId: string
  token: string
  createdAt: string
  deletedAt: string | null
  tenantId: string
}
`,
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
        after: `
/** @prisma User subset */
export interface User {
  id: string
  name: string
  email: string
}
`,
      },
    ))

  it('informs in a type that only a component sees', () =>
    check(`
//- /schema.prisma
model User {
  id    String @id
  name  String
  email String
  tags  String[]
}
//- /server/user.service.ts
export const list = (prisma) => prisma.user.findMany({ select: { id: true, name: true, email: true, tags: true } })
//- /web/users.tsx
interface User {
        //^^^^ 💡 info[field-missing] 'User' lacks column 'User.tags': the select in user.service.ts has it
  id: string
  name: string
  email: string
}
`))

  it('is silent where only a guard reads the column', () =>
    check(`
//- /schema.prisma
model User {
  id    String @id
  name  String
  email String
  tags  String[]
}
//- /server/user.guard.ts
export const load = (prisma) => prisma.user.findFirst({ select: { id: true, name: true, email: true, tags: true } })
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
}
`))

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

  describe('a later column of a type that had all others', () => {
    const schema = `
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
`
    const later = 'it was added by a later migration than the columns the type has'
    const user = (say: string) => `
//- /web/user.ts
export interface User {
               //^^^^ 💡 ${say}
  id: string
  name: string
  email: string
}
`

    it('is a warning where records are read whole, whatever a check selects', () =>
      check(`${schema}
//- /server/user.service.ts
export const list = (prisma, team) => prisma.user.findMany({ where: { team: { select: team } }, include: { posts: { select: { id: true } } } })
export const get = (prisma) => prisma.user.findFirst()
export const exists = (prisma, id) => prisma.user.findUnique({ where: { id }, select: { id: true } })
export const remove = (prisma, id) => prisma.user.delete({ where: { id }, select: { id: true, a: true, b: true, c: true } })
${user(`warning[field-missing] 'User' lacks column 'User.phone': ${later}, which are all others, and records are read whole`)}`))

    for (const [what, args] of [
      ['some of the columns are selected', '{ select: { id: true, a: true, b: true, c: true } }'],
      ['columns are left out', '{ omit: { phone: true } }'],
      ['a variable says what is selected', '{ select }'],
      ['something else may say it', '{ ...args }'],
      ['the arguments stand elsewhere', 'args'],
    ])
      it(`is an info where ${what}`, () =>
        check(`${schema}
//- /server/user.service.ts
export const list = (prisma) => prisma.user.findMany()
export const get = (prisma, args, select) => prisma.user.findFirstOrThrow(${args})
${user(`info[field-missing] 'User' lacks column 'User.phone': ${later}`)}`))

    it('is an info where only mocks read', () =>
      check(`${schema}
//- /server/mocks/user.ts
export const list = (prisma) => prisma.user.findMany()
${user(`info[field-missing] 'User' lacks column 'User.phone': ${later}`)}`))

    it('is an info in a type of another name, or without all of the others', () =>
      check(`${schema}
//- /server/user.service.ts
export const list = (prisma) => prisma.user.findMany()
//- /web/user.ts
export interface UserResponse {
               //^^^^^^^^^^^^ 💡 info[field-missing] 'UserResponse' lacks column 'User.phone': ${later}
  id: string
  name: string
  email: string
}
`))
  })

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

  it('informs about a column that is new since the earlier schema, required foreign keys as well', () =>
    check(`
//- /schema.prisma
model User {
  id     String  @id
  name   String
  email  String
  phone  String
  team   Team    @relation(fields: [teamId], references: [id])
  teamId String
  chief   Team?  @relation("chief", fields: [chiefId], references: [id])
  chiefId String?
}
model Team {
  id      String @id
  members User[]
  chiefs  User[] @relation("chief")
}
//- /schema.prisma base
model User {
  id    String @id
  name  String
  email String
}
//- /web/user.ts
export interface User {
               //^^^^ 💡 info[field-missing] 'User' lacks column 'User.phone': it was added by a later migration than the columns the type has
               //^^^^ 💡 info[field-missing] 'User' lacks column 'User.teamId': it was added by a later migration than the columns the type has
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

  it('adds a column that may be null as the type has its others', () =>
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
  deletedAt?: string
  tenantId: string
}
`,
      {
        title: "Add 'rating' to 'Post'",
        safe: true,
        intents: [
          {
            kind: 'addMember',
            at: 'web/post.ts#Post',
            name: 'rating',
            after: ['body', 'title', 'id'],
            type: 'number',
            optional: true,
          },
        ],
        after: `
export interface Post {
  id: string
  title: string
  body: string
  rating?: number
  views: number
  authorId: string
  token: string
  createdAt: string
  deletedAt?: string
  tenantId: string
}
`,
      },
    ))

  it('adds a column as the type has its others of that type', () => {
    const source = (others: string, found = '') => `
//- /schema.prisma
model Order {
  id     String    @id
  paid   DateTime
  sent   DateTime?
  total  Decimal
  tax    Decimal
  notes  Json
  extras Json
}
//- /server/order.ts
export class OrderResponse {
  id: string
  paid: Date
  sent: Date | null
  total: number
  tax: number
  notes: object
  extras: object
}
export const send = (record: OrderResponse) => record
//- /web/order.ts
type Money = number
export interface Order {
${found}  id: string
${others}}
`
    const found = (name: string) =>
      `               //^^^^^ 💡 warning[field-missing] 'Order' lacks column 'Order.${name}': the server's OrderResponse has it\n`
    const adds = (name: string, type: string, others: string, after: readonly string[]) => {
      const anchor = new RegExp(`^  ${after[0]}: .*\\n`, 'm')
      checkFix(source(others, found(name)), {
        title: `Add '${name}' to 'Order'`,
        safe: true,
        intents: [{ kind: 'addMember', at: 'web/order.ts#Order', name, after, type, optional: false }],
        after: source(others.replace(anchor, `$&  ${name}: ${type}\n`)).split('//- /web/order.ts')[1] ?? '',
      })
    }
    const times = '  paid: string\n  sent: string | null\n'
    const last = ['notes', 'tax', 'total', 'sent', 'paid', 'id']
    adds('extras', 'any', `${times}  total: number\n  tax: number\n  notes: any\n`, last)
    const priced = '  paid: Date\n  notes: any\n  extras: any\n  total: Money\n'
    adds('tax', 'Money', `  sent: Date | null\n${priced}`, ['total', 'sent', 'paid', 'id'])
    adds('sent', 'Date | null', `  tax: Money\n${priced}`, ['paid', 'id'])
  })

  it('adds an enum by the list of values that the package exports, else by its values', () => {
    const server = `
//- /schema.prisma
enum Role {
  ADMIN
  USER
}
model User {
  id    String @id
  name  String
  email String
  role  Role
}
//- /server/user.ts
export class UserResponse {
  id: string
  name: string
  email: string
  role: Role
}
export const send = (record: UserResponse) => record
`
    const user = 'export interface User {\n  id: string\n  name: string\n  email: string\n}\n'
    const found =
      "export interface User {\n               //^^^^ 💡 warning[field-missing] 'User' lacks column 'User.role': the server's UserResponse has it\n"
    const fix = {
      title: "Add 'role' to 'User'",
      safe: true,
      intents: [
        {
          kind: 'addMember',
          at: 'web/types/user.ts#User',
          name: 'role',
          after: ['email', 'name', 'id'],
          type: 'Role',
          values: ['ADMIN', 'USER'],
          optional: false,
        },
      ],
    } as const
    const source = `${server}//- /web/types/user.ts\n${user.replace('export interface User {\n', found)}`
    const added = (type: string) => user.replace('email: string\n', `email: string\n  role: ${type}\n`)
    checkFix(source, { ...fix, after: added("'ADMIN' | 'USER'") })
    const roles = "//- /web/role.ts\nexport type Role = 'ADMIN' | 'USER'\n"
    checkFix(source + roles, { ...fix, after: `import type { Role } from '../role'\n\n${added('Role')}` })
    const others = roles.replace('role.ts', 'roles.ts')
    checkFix(source + roles + others, { ...fix, after: added("'ADMIN' | 'USER'") })
  })

  it('takes no type for what the server sends that none of its code works with', () => {
    const unused = response.replace(/^export const send.*\n/m, '')
    const post = `
//- /web/post.ts
export interface Post {
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
`
    check(`${schema}${unused}${post}`)
    check(`${schema}${unused}
//- /server/index.ts
export { PostResponse } from './post'
//- /server/user.ts
export class UserResponse {
  @Type(() => PostResponse)
  posts: PostResponse[]
}
${post}`)
  })

  it('takes no select for what is sent that stands in a module which nobody lists', () => {
    const service = `
//- /server/posts/posts.service.ts
import { PrismaService } from '../prisma.service'
const select = { id: true, title: true, body: true, rating: true, views: true, authorId: true, createdAt: true, deletedAt: true, tenantId: true }
export class PostsService {
  constructor(private readonly prisma: PrismaService) {}
  list() {
    return this.prisma.post.findMany({ select })
  }
}
//- /server/posts/posts.module.ts
import { PostsService } from './posts.service'
@Module({ providers: [PostsService] })
export class PostsModule {}
`
    const post = (found: string): string => `
//- /web/post.ts
export interface Post {
${found}  id: string
  title: string
  body: string
  views: number
  authorId: string
  createdAt: string
  deletedAt: string | null
  tenantId: string
}
`
    check(`${schema}${service}${post('')}`)
    check(`${schema}${service}
//- /server/app.module.ts
import { PostsModule } from './posts/posts.module'
@Module({ imports: [PostsModule] })
export class AppModule {}
${post("               //^^^^ 💡 warning[field-missing] 'Post' lacks column 'Post.rating': the select in posts.service.ts has it\n")}`)
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

  it('is silent on what came later where the type lacks much else', () =>
    check(`
//- /schema.prisma
model User {
  id String @id
  a  String
  b  String
  c  String
  d  String
  e  String
}
//- /schema.prisma base
model User {
  id String @id
  a  String
  b  String
  c  String
  d  String
}
//- /web/user.ts
export interface User {
  id: string
  a: string
  b: string
}
`))

  describe('where nothing of the server looks like the type', () => {
    const tables = `
//- /schema.prisma
model Category {
  id        String @id
  name      String
  color     String
  sortOrder Int
}
`
    const shared = `
//- /shared/types.ts
export interface Category {
  id: string
  name: string
  color: string
}
`
    const informed = (told: string): string =>
      shared.replace(
        'Category {',
        `Category {\n               //^^^^^^^^ 💡 info[field-missing] 'Category' lacks column 'Category.sortOrder': ${told} has it`,
      )

    it('informs about a column that another type of the same name has', () =>
      check(`${tables}${informed('the Category in page.ts')}
//- /web/page.ts
export interface Category {
  id: string
  name: string
  color: string
  sortOrder: number
}
`))

    it('warns about a column that a component reads by a type of its own', () =>
      check(`${tables}${informed('the Category in page.tsx').replace('info[', 'warning[')}
//- /web/page.tsx
interface Category {
  id: string
  name: string
  color: string
  sortOrder: number
}
export const show = (category: Category) => category.sortOrder
`))

    it('informs about a column that the server takes', () =>
      check(`${tables}${informed("the server's CreateCategoryDto")}
//- /server/category.ts
export class CreateCategoryDto {
  name: string
  color: string
  sortOrder: number
}
export const create = (dto: CreateCategoryDto) => dto
`))

    it('is silent about what the server takes in a type with more than the name of the model', () =>
      check(`${tables}${shared.replace('Category {', 'PublicCategory {')}
//- /server/category.ts
export class CreateCategoryDto {
  name: string
  color: string
  sortOrder: number
}
export const create = (dto: CreateCategoryDto) => dto
`))
  })

  it('is silent on what a later migration added where the closest shape of the server lacks it too', () =>
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
//- /server/user.service.ts
export const list = (prisma) => prisma.user.findMany({ select: { id: true, name: true, email: true } })
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
}
`))

  it('informs about what is new since the earlier schema even so', () =>
    check(`
//- /schema.prisma
model User {
  id    String @id
  name  String
  email String
  phone String
}
//- /schema.prisma base
model User {
  id    String @id
  name  String
  email String
}
//- /server/user.service.ts
export const list = (prisma) => prisma.user.findMany({ select: { id: true, name: true, email: true } })
//- /web/user.ts
export interface User {
               //^^^^ 💡 info[field-missing] 'User' lacks column 'User.phone': it was added by a later migration than the columns the type has
  id: string
  name: string
  email: string
}
`))
})
