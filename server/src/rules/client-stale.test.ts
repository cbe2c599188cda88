import { check } from '../testing/check.js'

const COPY = `
//- /node_modules/.prisma/client/schema.prisma client
generator client {
  provider = "prisma-client-js"
}
datasource db {
  provider = "postgresql"
  url      = env("DATABASE_URL")
}
model User {
  id    Int    @id
  email String @unique
  posts Post[]
}
model Post {
  id       Int  @id
  author   User @relation(fields: [authorId], references: [id])
  authorId Int
}
enum Role {
  ADMIN
  USER
}
`

const HEAD = 'generator client {\n  provider = "prisma-client-js"\n}'
const REST = `
datasource db {
  provider = "postgresql"
  url = env("DATABASE_URL")
}
model Post {
  id Int @id
  author User @relation(fields: [authorId], references: [id])
  authorId Int
}
enum Role {
  USER
  ADMIN
}
`
const USER = 'model User {\n  id Int @id\n  email String @unique\n  posts Post[]\n}\n'

/** Asserts what is said of a schema in which all but the user is as the client has it; undefined for nothing. */
function checkUser(user: string, said: string | undefined, { head = HEAD, rest = REST } = {}): void {
  const message = `        //^^^^^^ warning[client-stale] The client of generator 'client' is of another state of this schema: ${said}; run 'prisma generate'`
  const annotated = said === undefined ? head : head.replace('\n', `\n${message}\n`)
  check(`//- /schema.prisma\n${annotated}\n${rest}${user}${COPY}`)
}

describe('client-stale', () => {
  it('is silent where the schema says the same in another way', () => {
    checkUser(USER, undefined)
    checkUser(
      '// x\nmodel User {\n  posts Post[]\n  email String // mail\n  id Int\n  @@id([id])\n  @@unique([email], map: "u")\n  @@index([email])\n  @@map("User")\n}\n',
      undefined,
    )
  })

  it('names columns, models and values that are new, changed or gone', () => {
    checkUser(
      USER.replace('email String @unique', 'email String? @unique\n  phone String'),
      "'User.phone' is new; 'User.email' has changed",
    )
    checkUser(`${USER}model Tag {\n  id Int @id\n}\n`, "'Tag' is new")
    checkUser(USER, "'Role.GUEST' is new; 'Role.USER' is gone", { rest: REST.replace('USER', 'GUEST') })
    checkUser(USER, "'Role' is gone", { rest: REST.replace(/enum[^}]*\}/, '') })
  })

  it('sees what reaches the client besides types', () => {
    checkUser(USER.replace('email String', 'email String @map("mail")'), "'User.email' has changed")
    checkUser(USER.replace('id Int', 'id Int @default(autoincrement())'), "'User.id' has changed")
    checkUser(USER.replace('}', '  @@map("users")\n}'), "'User' has changed")
    checkUser(USER.replace('}', '  @@unique([id, email])\n}'), "'User' has changed")
    checkUser(USER, "'datasource.provider' has changed", { rest: REST.replace('postgresql', 'cockroachdb') })
    checkUser(USER, "'datasource.url' has changed", { rest: REST.replace('DATABASE_URL', 'URL') })
    checkUser(USER, "'generator.previewFeatures' has changed", {
      head: HEAD.replace('\n}', '\n  previewFeatures = ["views"]\n}'),
    })
  })

  it('counts what it does not name', () => {
    const columns = [...'abcdefg'].map((name) => `  ${name} Int\n`).join('')
    const names = [...'abcde'].map((name) => `'User.${name}'`).join(', ')
    checkUser(USER.replace('}', `${columns}}`), `${names} are new (and 2 more)`)
  })

  it('says nothing to be gone while a block is being typed', () => {
    checkUser('model User {\n  id Int @id\n  email String @unique\n  posts\n', undefined)
    checkUser('model User {\n  id Int @id\n  email Str', "'User.email' has changed")
  })

  it('leaves a client alone that was made from another schema or from an alternative', () => {
    const other = ['A', 'B', 'C'].map((name) => `model ${name} {\n  id Int @id\n}\n`).join('')
    check(`//- /schema.prisma\n${HEAD}\n${other}${COPY}`)
    const sqlite = COPY.replace('postgresql', 'sqlite')
    const twin = sqlite.replace(/.*client\n/, '//- /schema.production.prisma twin\n')
    check(`//- /schema.prisma\n${HEAD}\n${USER}${REST}${twin}${sqlite}`)
  })
})
