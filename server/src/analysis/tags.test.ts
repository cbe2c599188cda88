import { check } from '../testing/check.js'

const schema = `
//- /schema.prisma
model User {
  id    String  @id
  name  String
  email String?
}
`

describe('tags in JSDoc', () => {
  it('@prisma none keeps a type out', () =>
    check(`${schema}
//- /user.ts
/** @prisma none */
export interface User {
  id: number
  name: number
}
`))

  it('@prisma MODEL ties any type, and the role decides', () =>
    check(`${schema}
//- /person.ts
/**
 * Somebody.
 * @prisma User mirror
 */
export interface Person {
               //^^^^^^ 💡 warning[field-missing] 'Person' lacks column 'User.name': it is declared a mirror
  id: string
  email: string
       //^^^^^^ 💡 warning[nullability-mismatch] 'email' excludes null, but column 'User.email' is nullable
}
/** @prisma User create */
export interface Beginner {
  email: string
}
`))

  it('@computed on a property expects no column', () =>
    check(`${schema}
//- /user.ts
export interface User {
  id: string
  name: string
  /** @computed */
  mood: string
}
`))
})
