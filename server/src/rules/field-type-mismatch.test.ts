import { check } from '../testing/check.js'
import { checkFix } from '../testing/check-fix.js'

const schema = `
//- /schema.prisma
enum Role {
  ADMIN
  USER
}
model User {
  id    String @id
  name  String
  age   Int
  role  Role
  bonus Decimal
  born  DateTime
  extra Json
}
`

describe('field-type-mismatch', () => {
  it('reports a base type that the column can never have', () =>
    checkFix(
      `${schema}
//- /user.ts
export interface User {
  id: string
  name: string
  age: string
     //^^^^^^ 💡 error[field-type-mismatch] 'age' is typed string, but column 'User.age' is Int
}
`,
      {
        title: "Change the type of 'age' to number",
        safe: true,
        intents: [{ kind: 'setType', at: 'user.ts#User.age:type', type: 'number' }],
        after: `
export interface User {
  id: string
  name: string
  age: number
}
`,
      },
    ))

  it('reports in inputs too, null and lists aside', () =>
    check(`${schema}
//- /create-user.dto.ts
export class CreateUserDto {
  name: number | null
      //^^^^^^^^^^^^^ 💡 error[field-type-mismatch] 'name' is typed number | null, but column 'User.name' is String
  age: boolean
     //^^^^^^^ 💡 error[field-type-mismatch] 'age' is typed boolean, but column 'User.age' is Int
  born: Date
}
`))

  it('reports a number or a numeric enum for an enum column', () =>
    check(`${schema}
//- /user.ts
export interface User {
  id: string
  name: string
  role: Level
      //^^^^^ 💡 error[field-type-mismatch] 'role' is typed Level, but column 'User.role' is Role
}
enum Level {
  Admin,
  User,
}
`))

  it('reports a column that changed its type', () =>
    check(`
//- /schema.prisma
model User {
  id   Int    @id
  name String
}
//- /schema.prisma base
model User {
  id   String @id
  name String
}
//- /user.ts
export type UserSummary = { id: string; name: string }
                              //^^^^^^ 💡 error[field-type-mismatch] 'id' is typed string, but column 'User.id' is Int
`))

  it('is silent where a conversion on the way is common', () =>
    check(`${schema}
//- /user.ts
export interface User {
  id: string
  bonus: number
  born: string
  age: number | string
}
`))

  it('is silent where the type is not known', () =>
    check(`${schema}
//- /user.ts
import type { Name } from 'somewhere'
export interface User<T> {
  id: T
  name: Name
  age: any
  born: unknown
  role: Missing
}
`))

  it('is silent on functions, objects and Json', () =>
    check(`${schema}
//- /user.ts
export interface User {
  id: { value: string }
  name: () => number
  age: { set: number }
  extra: number
}
`))

  it('is silent on queries', () =>
    check(`${schema}
//- /user-query.ts
export interface UserQuery {
  name: string
  age: string
}
`))

  it('only hints where the value is made on the way, unless the column has just changed', () => {
    const code = `
//- /server/user.service.ts
export const list = async (prisma) =>
  (await prisma.user.findMany()).map((user) => ({ id: user.id, name: user.name, age: label(user.age) }))
`
    check(`${schema}${code}
//- /web/user.ts
export interface UserSummary {
  id: string
  name: string
  age: string
     //^^^^^^ 💡 hint[field-type-mismatch] 'age' is typed string, but column 'User.age' is Int
}
`)
    check(`${code}
//- /schema.prisma
model User {
  id   String @id
  name String
  age  Int
}
//- /schema.prisma base
model User {
  id   String @id
  name String
  age  String
}
//- /web/user.ts
export interface UserSummary {
  id: string
  name: string
  age: string
     //^^^^^^ 💡 error[field-type-mismatch] 'age' is typed string, but column 'User.age' is Int
}
`)
  })

  it('only hints in a type that is near the model by some words alone', () =>
    check(`
//- /schema.prisma
model User {
  id   String @id
  name String
  age  Int
  a    String
  b    String
  c    String
  d    String
  e    String
  f    String
}
//- /user.ts
export interface PaidUserBadge {
  id: string
  name: string
  age: string
     //^^^^^^ 💡 hint[field-type-mismatch] 'age' is typed string, but column 'User.age' is Int
}
`))

  it('is an error there too where the column has just changed', () =>
    check(`
//- /schema.prisma
model User {
  id   String @id
  name String
  age  Int
  a    String
  b    String
  c    String
  d    String
  e    String
  f    String
}
//- /schema.prisma base
model User {
  id   String @id
  name String
  age  String
  a    String
  b    String
  c    String
  d    String
  e    String
  f    String
}
//- /user.ts
export interface PaidUserBadge {
  id: string
  name: string
  age: string
     //^^^^^^ 💡 error[field-type-mismatch] 'age' is typed string, but column 'User.age' is Int
}
`))

  it('only hints in an input of whose text a number is made on the way', () =>
    check(`
//- /schema.prisma
model Purchase {
  id       String @id
  supplier String
  quantity Int
  months   Int
}
//- /web/purchase-form.tsx
import { z } from 'zod'
const purchaseSchema = z.object({ supplier: z.string(), quantity: z.string(), months: z.string() })
                                                                //^^^^^^^^^^ 💡 hint[field-type-mismatch] 'quantity' is typed string, but column 'Purchase.quantity' is Int
                                                                                    //^^^^^^^^^^ 💡 error[field-type-mismatch] 'months' is typed string, but column 'Purchase.months' is Int
export const send = (values: z.infer<typeof purchaseSchema>) => ({ ...values, quantity: Number(values.quantity) })
`))

  it('only hints in the values of a form, which are text', () =>
    check(`${schema}
//- /form.ts
export interface UserFormValues {
  name: string
  age: string
     //^^^^^^ 💡 hint[field-type-mismatch] 'age' is typed string, but column 'User.age' is Int
  role: string
}
`))

  it('is silent on numbers that spell the values of an enum', () =>
    check(`
//- /schema.prisma
enum Vat {
  VAT_0
  VAT_20
}
model Item {
  id    String @id
  name  String
  vat   Vat
  other Vat
}
//- /item.ts
export interface Item {
  id: string
  name: string
  vat: 0 | 20
  other: 0 | 10
       //^^^^^^ 💡 error[field-type-mismatch] 'other' is typed 0 | 10, but column 'Item.other' is Vat
}
`))

  it('is a hint where the key is of another type and little else agrees: it may be another record of the name', () =>
    check(`
//- /schema.prisma
model User {
  id    Int    @id
  name  String
  email String
  phone String
  image String
}
//- /game.ts
export interface User {
  id: string
    //^^^^^^ 💡 hint[field-type-mismatch] 'id' is typed string, but column 'User.id' is Int
  name: string
  connected: boolean
//^^^^^^^^^ 💡 hint[field-extra] 'connected' is not in model 'User'
}
//- /user.ts
export interface User {
  id: string
    //^^^^^^ 💡 error[field-type-mismatch] 'id' is typed string, but column 'User.id' is Int
  name: string
  email: string
  phone: string
}
`))

  it('is an error where what refers to other records is of the same other type', () =>
    check(`
//- /schema.prisma
model Category {
  id       String     @id
  name     String
  order    Int
  icon     String
  branchId String
  parentId String?
  parent   Category?  @relation("tree", fields: [parentId], references: [id])
  children Category[] @relation("tree")
}
//- /category.ts
export interface Category {
  id: number
    //^^^^^^ 💡 error[field-type-mismatch] 'id' is typed number, but column 'Category.id' is String
  name: string
  parentId: number | null
          //^^^^^^^^^^^^^ 💡 error[field-type-mismatch] 'parentId' is typed number | null, but column 'Category.parentId' is String
}
`))
})
