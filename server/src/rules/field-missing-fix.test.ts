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

describe('field-missing: what is added', () => {
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
})
