import { check } from '../testing/check.js'

const schema = `
//- /schema.prisma
model User {
  id   String @id
  name String
}
model Post {
  id String @id
}
view Report {
  id String @unique
}
`

describe('model-without-type', () => {
  it('is silent unless it is asked for', () => check(schema))

  it('reports models that no type describes where it is asked for', () =>
    check(`
//- /prisma-drift.config.json
{ "rules": { "model-without-type": "hint" } }
//- /schema.prisma
model User {
  id   String @id
  name String
}
model Post {
    //^^^^ hint[model-without-type] No TypeScript type describes model 'Post'
  id String @id
}
view Report {
  id String @unique
}
//- /user.ts
export interface User {
  id: string
  name: string
}
`))
})
