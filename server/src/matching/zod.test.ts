import { check } from '../testing/check.js'

const schema = `
//- /schema.prisma
model User {
  id    String  @id
  name  String
  email String?
  age   Int
}
`

describe('zod schemas', () => {
  it('are compared as types are', () =>
    check(`${schema}
//- /user.ts
import { z } from 'zod'
export const userSchema = z.object({
  id: z.string(),
  name: z.number(),
      //^^^^^^^^^^ 💡 error[field-type-mismatch] 'name' is typed number, but column 'User.name' is String
  email: z.string(),
       //^^^^^^^^^^ 💡 warning[nullability-mismatch] 'email' excludes null, but column 'User.email' is nullable
  age: z.number().nullable(),
     //^^^^^^^^^^^^^^^^^^^^^ 💡 hint[nullability-too-loose] 'age' includes null, but column 'User.age' is required
})
`))

  it('are not compared twice where an alias names them', () =>
    check(`${schema}
//- /user.ts
import { z } from 'zod'
export const userSchema = z.object({
  id: z.string(),
  name: z.number(),
      //^^^^^^^^^^ 💡 error[field-type-mismatch] 'name' is typed number, but column 'User.name' is String
})
export type User = z.infer<typeof userSchema>
`))

  it('keep their meaning through extend, omit and partial', () =>
    check(`${schema}
//- /user.ts
import { z } from 'zod'
export const createUserSchema = z.object({ name: z.string(), age: z.string() })
                                                                //^^^^^^^^^^ 💡 error[field-type-mismatch] 'age' is typed string, but column 'User.age' is Int
export const updateUserSchema = createUserSchema.partial()
export const userSchema = createUserSchema.omit({ age: true }).extend({ id: z.string(), email: z.string().nullish() })
`))

  it('are silent on what they transform or cannot tell', () =>
    check(`${schema}
//- /user.ts
import { z } from 'zod'
export const userSchema = z.object({
  id: z.custom(),
  name: z.number().transform(String),
  email: z.any(),
  age: z.lazy(() => other),
})
`))

  it('are no literals that make their values', () =>
    check(`${schema}
//- /server/user.ts
import { z } from 'zod'
export const list = (prisma) => prisma.user.findMany()
export const userSchema = z.object({ id: z.string(), name: z.string(), email: z.string().default(''), age: z.number() })
                                                                            //^^^^^^^^^^^^^^^^^^^^^^ 💡 warning[nullability-mismatch] 'email' excludes null, but column 'User.email' is nullable
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
       //^^^^^^ 💡 warning[nullability-mismatch] 'email' excludes null, but column 'User.email' is nullable
  age: number
}
`))
})
