import { check } from '../testing/check.js'
import { checkPairs } from '../testing/check-pairs.js'

describe('fields and columns', () => {
  it('go by the names in the schema, not in the database', () =>
    checkPairs(`
//- /schema.prisma
model User {
  id        String @id
  firstName String @map("first_name")
  lastName  String @map("last_name")
}
//- /types.ts
export interface User {
               //^^^^ pair User mirror certain
  id: string
  firstName: string
  lastName: string
}
`))

  it('are compared with the case folded where a type writes snake_case throughout', () =>
    check(`
//- /schema.prisma
model User {
  id        String  @id
  firstName String
  birthYear Int?
}
//- /types.ts
export interface User {
  id: string
  first_name: string
  birth_year: number
            //^^^^^^ 💡 warning[nullability-mismatch] 'birth_year' excludes null, but column 'User.birthYear' is nullable
}
export interface UserDetail {
  id: string
  firstName: string
  birth_year: number
//^^^^^^^^^^ 💡 hint[field-extra] 'birth_year' is not in model 'User'
}
`))

  it('are found through Omit, Pick, Partial, intersections and mixins', () =>
    checkPairs(`
//- /schema.prisma
model User {
  id    String @id
  name  String
  email String
}
//- /types.ts
import { OmitType, PartialType } from '@nestjs/mapped-types'
export class UserDto {
           //^^^^^^^ pair User mirror certain
  id: string
  name: string
  email: string
}
export class CreateUserDto extends OmitType(UserDto, ['id'] as const) {}
           //^^^^^^^^^^^^^ pair User create certain
export class UpdateUserDto extends PartialType(CreateUserDto) {}
           //^^^^^^^^^^^^^ pair User update certain
export type UserSummary = Pick<UserDto, 'id'> & { name: string }
          //^^^^^^^^^^^ pair User subset certain
export type UserResponse = Readonly<Required<UserDto>>
          //^^^^^^^^^^^^ pair User mirror certain
`))
})
