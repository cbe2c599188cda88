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

  it('are compared with the case folded where a type is in camelCase and the model in snake_case: somebody maps them', () =>
    check(`
//- /schema.prisma
model Customer {
  id         String  @id
  first_name String
  birth_year Int?
  nick_name  String
}
//- /types.ts
export interface Customer {
  id: string
  firstName: string
  birthYear: number
           //^^^^^^ 💡 info[nullability-mismatch] 'birthYear' excludes null, but column 'Customer.birth_year' is nullable
  nickName: number
          //^^^^^^ 💡 error[field-type-mismatch] 'nickName' is typed number, but column 'Customer.nick_name' is String
  shoeSize: number
//^^^^^^^^ 💡 hint[field-extra] 'shoeSize' is not in model 'Customer'
}
export interface CustomerDetail {
  id: string
  firstName: string
//^^^^^^^^^ 💡 hint[field-extra] 'firstName' is not in model 'Customer'
  nick_name: string
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
