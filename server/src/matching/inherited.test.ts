import { check } from '../testing/check.js'
import { checkPairs } from '../testing/check-pairs.js'

const schema = `
//- /schema.prisma
model User {
  id    String  @id
  name  String
  email String?
  posts Post[]
}
model Post {
  id       String @id
  title    String
  author   User   @relation(fields: [authorId], references: [id])
  authorId String
}
`

describe('properties from elsewhere', () => {
  it('are reported once, where they are declared', () =>
    check(`${schema}
//- /base.ts
export interface UserBase {
  id: string
  name: number
      //^^^^^^ 💡 error[field-type-mismatch] 'name' is typed number, but column 'User.name' is String
}
//- /user.ts
import type { UserBase } from './base'
export interface User extends UserBase {
  email: string
       //^^^^^^ 💡 warning[nullability-mismatch] 'email' excludes null, but column 'User.email' is nullable
}
export interface UserDetail extends UserBase {
  posts: Post[]
}
export type UserRow = Omit<User, 'email'>
`))

  it('are found through re-exports, default exports and inline imports', () =>
    check(`${schema}
//- /base.ts
export default interface UserBase {
  name: number
      //^^^^^^ 💡 error[field-type-mismatch] 'name' is typed number, but column 'User.name' is String
}
//- /index.ts
export { default as Base } from './base'
export * from './keys'
//- /keys.ts
export interface Keys {
  id: number
    //^^^^^^ 💡 error[field-type-mismatch] 'id' is typed number, but column 'User.id' is String
}
//- /user.ts
import type { Base } from '.'
export interface User extends Base, Pick<import('./index').Keys, 'id'> {
  email: string | null
}
`))

  it("of inline objects are compared with the relation's model", () =>
    check(`${schema}
//- /post.ts
export interface Post {
  id: string
  title: string
  authorId: string
  author: { id: string; name: number; email: string }
                            //^^^^^^ 💡 error[field-type-mismatch] 'name' is typed number, but column 'User.name' is String
                                           //^^^^^^ 💡 info[nullability-mismatch] 'email' excludes null, but column 'User.email' is nullable
}
`))

  it('bind to what is imported, never to a namesake', () =>
    check(`${schema}
//- /client.ts
export interface User {
  id: string
  name: number
      //^^^^^^ 💡 error[field-type-mismatch] 'name' is typed number, but column 'User.name' is String
}
//- /server.ts
import type { User } from '@prisma/client'
export interface UserDetail extends User {
  mood: string
}
`))

  it('of an inline object make a pair of their own', () =>
    checkPairs(`${schema}
//- /post.ts
export interface Post {
               //^^^^ pair Post mirror certain
  id: string
  title: string
  authorId: string
  author: { id: string; name: string }
//^^^^^^ pair User subset certain
}
`))
})
