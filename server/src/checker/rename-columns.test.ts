import { parseFixture } from '../testing/fixture.js'
import { createRenameCheck } from '../testing/renamed.js'
import { renameUses } from './rename-uses.js'

const check = createRenameCheck(renameUses)

describe('the uses of a renamed column', () => {
  const SCHEMA = `
//- /schema.prisma
model User {
  id    Int    @id
  email String
  role  Role
  posts Post[]
}
model Post {
  id       Int  @id
  author   User @relation(fields: [authorId], references: [id])
  authorId Int
  email    String
}
enum Role {
  ADMIN
  MEMBER
}
`
  const SERVICE = `
//- /service.ts
import { Prisma, PrismaClient, type User } from '@prisma/client'
class Database extends PrismaClient {}
const shown = { id: true, email: true } satisfies Prisma.UserSelect
const validated = Prisma.validator<Prisma.UserSelect>()({ email: true })
type Row = Prisma.UserGetPayload<{ select: typeof shown }>
export class Service {
  constructor(private readonly prisma: Database) {}
  async list(email: string) {
    const users = await this.prisma.user.findMany({
      where: { email, OR: [{ email: { contains: email } }], posts: { some: { email, author: { email } } } },
      orderBy: [{ email: 'asc' }],
      select: { email: true, posts: { select: { email: true }, where: { author: { is: { email } } } } },
    })
    return users.map((user) => ({ email: user.email, posts: user.posts.map((post) => post.email + post.author.email) }))
  }
  async write(row: Row, user: User) {
    await this.prisma.user.create({ data: { email: row.email, posts: { create: [{ email: user.email }] } } })
    await this.prisma.$transaction(async (tx) => tx.user.updateMany({ where: { id: 1 }, data: { email: '' } }))
    const [first] = await this.prisma.$transaction([this.prisma.user.findFirst(), this.prisma.post.findFirst()])
    const grouped = await this.prisma.user.groupBy({ by: ['email'], _count: { email: true }, orderBy: { email: 'asc' } })
    return [first?.email, grouped[0]?.email, user.role === 'ADMIN', { role: 'ADMIN' }.role]
  }
}
export const raw = (db: any) => db.user.findMany({ where: { email: '' }, select: { email: true } })
`

  it('are the arguments and the records of the client', () =>
    check(
      SCHEMA + SERVICE,
      { what: 'User.email', to: 'mail' },
      {
        'service.ts': `
import { Prisma, PrismaClient, type User } from '@prisma/client'
class Database extends PrismaClient {}
const shown = { id: true, mail: true } satisfies Prisma.UserSelect
const validated = Prisma.validator<Prisma.UserSelect>()({ mail: true })
type Row = Prisma.UserGetPayload<{ select: typeof shown }>
export class Service {
  constructor(private readonly prisma: Database) {}
  async list(email: string) {
    const users = await this.prisma.user.findMany({
      where: { mail: email, OR: [{ mail: { contains: email } }], posts: { some: { email, author: { mail: email } } } },
      orderBy: [{ mail: 'asc' }],
      select: { mail: true, posts: { select: { email: true }, where: { author: { is: { mail: email } } } } },
    })
    return users.map((user) => ({ email: user.mail, posts: user.posts.map((post) => post.email + post.author.mail) }))
  }
  async write(row: Row, user: User) {
    await this.prisma.user.create({ data: { mail: row.mail, posts: { create: [{ email: user.mail }] } } })
    await this.prisma.$transaction(async (tx) => tx.user.updateMany({ where: { id: 1 }, data: { mail: '' } }))
    const [first] = await this.prisma.$transaction([this.prisma.user.findFirst(), this.prisma.post.findFirst()])
    const grouped = await this.prisma.user.groupBy({ by: ['mail'], _count: { mail: true }, orderBy: { mail: 'asc' } })
    return [first?.mail, grouped[0]?.mail, user.role === 'ADMIN', { role: 'ADMIN' }.role]
  }
}
export const raw = (db: any) => db.user.findMany({ where: { mail: '' }, select: { mail: true } })
`,
      },
    ))

  it('are the values of an enum', () => {
    const service = parseFixture(SERVICE)[0]?.text ?? ''
    check(
      SCHEMA + SERVICE,
      { what: 'Role.ADMIN', to: 'OWNER' },
      { 'service.ts': service.replace("user.role === 'ADMIN'", "user.role === 'OWNER'") },
    )
  })
})
