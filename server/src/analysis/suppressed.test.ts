import { check } from '../testing/check.js'

const schema = `
//- /schema.prisma
model User {
  id    String  @id
  name  String
  email String?
}
`

describe('comments that silence findings', () => {
  it('silence a rule, or all, on the next line', () =>
    check(`${schema}
//- /user.ts
export interface User {
  // prisma-drift-disable-next-line field-type-mismatch -- ids are opaque
  id: number
  // prisma-drift-disable-next-line
  name: number
  // prisma-drift-disable-next-line field-extra
  email: string
       //^^^^^^ 💡 warning[nullability-mismatch] 'email' excludes null, but column 'User.email' is nullable
}
`))

  it('silence a rule in a whole file', () =>
    check(`${schema}
//- /user.ts
// prisma-drift-disable-file nullability-mismatch, field-missing
export interface User {
  id: string
  name: number
      //^^^^^^ 💡 error[field-type-mismatch] 'name' is typed number, but column 'User.name' is String
  email: string
}
`))

  it('silence findings in a schema', () =>
    check(`
//- /prisma-drift.config.json
{ "rules": { "model-without-type": "warning" } }
//- /schema.prisma
/// prisma-drift-disable model-without-type
model User {
  id String @id
}
model Post {
    //^^^^ warning[model-without-type] No TypeScript type describes model 'Post'
  id String @id
}
`))
})
