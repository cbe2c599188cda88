import { check } from '../testing/check.js'

const schema = `
//- /schema.prisma
model Account {
  id    String  @id
  name  String
  email String?
}
`
const config = (links: readonly object[]) => `//- /prisma-drift.config.json\n${JSON.stringify({ links })}\n`

describe('links of the configuration', () => {
  it('tie types to a model, which no name tells of, and the role decides', () =>
    check(`${schema}${config([{ type: 'src/people.ts#P*', model: 'Account', role: 'mirror' }])}
//- /src/people.ts
export interface Person {
               //^^^^^^ 💡 warning[field-missing] 'Person' lacks column 'Account.name': it is declared a mirror
  id: string
  email: string
       //^^^^^^ 💡 warning[nullability-mismatch] 'email' excludes null, but column 'Account.email' is nullable
}
export interface Other {
  id: string
  email: string
}
//- /src/elsewhere.ts
export interface Person {
  id: string
  email: string
}
`))

  it('keep types out', () =>
    check(`${schema}${config([{ type: '*Account', model: 'none' }])}
//- /account.ts
export interface Account {
  id: string
  name: string
  email: string
}
`))

  it('count less than what stands above the type', () =>
    check(`${schema}${config([{ type: '*', model: 'none' }])}
//- /people.ts
/** @prisma Account create */
export interface Person {
  name: number
      //^^^^^^ 💡 error[field-type-mismatch] 'name' is typed number, but column 'Account.name' is String
}
`))

  it('name only models that exist', () =>
    check(`${schema}${config([{ type: 'Person', model: 'Acount' }])}
//- /people.ts
export interface Person {
               //^^^^^^ error[type-without-model] 'Person' is tied to 'Acount' by @prisma, but no schema has that model
  name: string
}
`))
})
