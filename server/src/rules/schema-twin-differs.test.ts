import { check } from '../testing/check.js'

const schema = `
//- /prisma/schema.prisma
datasource db {
  provider = "sqlite"
}
model User {
  id   String @id
  name String
}
`

describe('schema-twin-differs', () => {
  it('reports a column that the alternative lacks', () =>
    check(`${schema}
//- /prisma/schema.production.prisma twin
model User {
    //^^^^ info[schema-twin-differs] This schema differs from its alternative 'prisma/schema.prisma': its 'User' lacks column 'name'
  id String @id
}
`))

  it('reports one difference and says how many more there are', () =>
    check(`${schema}
//- /prisma/schema.production.prisma twin
model User {
    //^^^^ info[schema-twin-differs] This schema differs from its alternative 'prisma/schema.prisma': 'User.id' is Int, not String (and 1 more)
  id   Int    @id
  name String
}
model Post {
  id String @id
}
`))

  it('reports a model that the alternative lacks and a column that only it has', () => {
    check(`${schema}
//- /prisma/schema.production.prisma twin
model Post {
    //^^^^ info[schema-twin-differs] This schema differs from its alternative 'prisma/schema.prisma': only it has model 'Post' (and 1 more)
  id String @id
}
`)
    check(`${schema}
//- /prisma/schema.production.prisma twin
model User {
    //^^^^ info[schema-twin-differs] This schema differs from its alternative 'prisma/schema.prisma': only it has column 'User.email'
  id    String @id
  name  String
  email String
}
`)
  })

  it('is silent where only the database differs', () =>
    check(`${schema}
//- /prisma/schema.production.prisma twin
datasource db {
  provider = "postgresql"
}
model User {
  id   String @id @default(uuid()) @db.Uuid
  name String @db.Text
}
`))

  it('is silent on lists kept as text or Json where a database has none', () => {
    const sqlite = (tags: string, age: string): string => `
//- /prisma/schema.prisma
datasource db {
  provider = "sqlite"
}
model User {
  id   String @id
  tags ${tags}
  age  ${age}
}
`
    const postgres = (found: string, provider = 'postgresql'): string => `
//- /prisma/schema.production.prisma twin
datasource db {
  provider = "${provider}"
}
model User {
${found}  id   String @id
  tags String[]
  age  Int
}
`
    check(`${sqlite('String', 'Int')}${postgres('')}`)
    check(`${sqlite('Json', 'Int')}${postgres('')}`)
    check(`${sqlite('String', 'Int').replace('sqlite', 'postgresql')}${postgres('', 'mysql')}`)
    check(
      `${sqlite('String', 'Float')}${postgres("    //^^^^ info[schema-twin-differs] This schema differs from its alternative 'prisma/schema.prisma': 'User.age' is Int, not Float\n")}`,
    )
    check(
      `${sqlite('String', 'Int').replace('sqlite', 'postgresql')}${postgres("    //^^^^ info[schema-twin-differs] This schema differs from its alternative 'prisma/schema.prisma': 'User.tags' is String[], not String\n", 'cockroachdb')}`,
    )
  })
})
