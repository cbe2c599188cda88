import { check } from '../testing/check.js'
import { checkFix } from '../testing/check-fix.js'

const schema = `
//- /schema.prisma
model User {
  id     String   @id
  email  String?
  name   String
  age    Int?
  city   String
  street String
  tags   String[]
  extra  Json?
  chief  User?    @relation("chief", fields: [chiefId], references: [id])
  chiefId String?
  staff  User[]   @relation("chief")
}
`

const wasRequired = `
//- /schema.prisma
model User {
  id     String @id
  email  String?
  name   String
  city   String
  street String
  extra  Json?
}
//- /schema.prisma base
model User {
  id     String @id
  email  String
  name   String
  city   String
  street String
  extra  Json
}
`

const mirror = `${schema}
//- /user.ts
export interface User {
  id: string
  email: string
       //^^^^^^ 💡 warning[nullability-mismatch] 'email' excludes null, but column 'User.email' is nullable
  name: string
  city: string
  street: string
  tags: string[]
}
`

describe('nullability-mismatch', () => {
  it('reports a property of a mirror that excludes null', () =>
    checkFix(mirror, {
      title: "Allow null in 'email'",
      safe: true,
      intents: [{ kind: 'addNull', at: 'user.ts#User.email:type' }],
    }))

  it('offers to make the property optional', () =>
    checkFix(mirror, {
      title: "Make 'email' optional",
      safe: true,
      intents: [{ kind: 'setOptional', at: 'user.ts#User.email', optional: true }],
    }))

  it('informs about a subset, whose rows may be chosen', () =>
    check(`${schema}
//- /user.ts
export interface UserSummary {
  id: string
  email: string
       //^^^^^^ 💡 info[nullability-mismatch] 'email' excludes null, but column 'User.email' is nullable
}
`))

  it('warns in a subset too where the column was required until now', () =>
    check(`${wasRequired}
//- /user.ts
export interface UserSummary {
  id: string
  email: string
       //^^^^^^ 💡 warning[nullability-mismatch] 'email' excludes null, but column 'User.email' is nullable
}
`))

  it('reports Json only where the column was required until now', () => {
    check(`${schema}
//- /user.ts
export interface UserSummary {
  id: string
  extra: { theme: string }
}
`)
    check(`${wasRequired}
//- /user.ts
export interface UserSummary {
  id: string
  extra: { theme: string }
       //^^^^^^^^^^^^^^^^^ 💡 warning[nullability-mismatch] 'extra' excludes null, but column 'User.extra' is nullable
}
`)
  })

  it('reports an optional relation', () =>
    check(`${schema}
//- /user.ts
export interface UserWithChief {
  id: string
  name: string
  chief: User
       //^^^^ 💡 info[nullability-mismatch] 'chief' excludes null, but relation 'User.chief' is nullable
}
export interface User {
  id: string
  name: string
}
`))

  it('is silent in inputs', () =>
    check(`${schema}
//- /create-user.ts
export interface CreateUserInput {
  email: string
  age: number
}
`))

  it('is silent where null or undefined is admitted, or may be', () =>
    check(`${schema}
//- /user.ts
import type { Age } from 'somewhere'
export interface User {
  id: string
  email?: string
  age: Age
  tags: string[]
  chiefId: string | undefined
  name: string
  city: string
  street: string
}
export interface UserDetail {
  id: string
  email: any
  age: number | null
}
`))
})
