import { check } from '../testing/check.js'
import { checkFix } from '../testing/check-fix.js'

const schema = `
//- /schema.prisma
model User {
  id    String @id
  name  String
  email String
}
`

describe('mapped-type-key-unknown', () => {
  it('reports a key that neither the type nor its model has', () =>
    checkFix(
      `${schema}
//- /user.ts
export interface User {
  id: string
  name: string
  email: string
}
export type UserSummary = Pick<User, 'id' | 'nickname'>
                                          //^^^^^^^^^^ 💡 warning[mapped-type-key-unknown] Pick names 'nickname', which 'User' does not have
export interface UserForm2 extends Partial<Omit<User, 'phone'>> {}
                                                    //^^^^^^^ 💡 warning[mapped-type-key-unknown] Omit names 'phone', which 'User' does not have
`,
      {
        title: "Remove 'nickname'",
        safe: true,
        intents: [{ kind: 'removeKey', at: 'user.ts#UserSummary.nickname', key: 'nickname' }],
        after: `
export interface User {
  id: string
  name: string
  email: string
}
export type UserSummary = Pick<User, 'id'>
export interface UserForm2 extends Partial<Omit<User, 'phone'>> {}
`,
      },
    ))

  it("reports a class's key only where it was a column", () =>
    check(`
//- /schema.prisma
model User {
  id    String @id
  name  String
  email String
}
//- /schema.prisma base
model User {
  id    String @id
  name  String
  email String
  phone String
}
//- /user.dto.ts
import { OmitType, PickType } from '@nestjs/swagger'
export class UserDto {
  id: string
  name: string
  email: string
  greet() {}
}
export class UserSummaryDto extends OmitType(UserDto, ['greet', 'phone'] as const) {}
                                                              //^^^^^^^ 💡 warning[mapped-type-key-unknown] OmitType names 'phone', which 'UserDto' does not have
export class UserNameDto extends PickType(UserDto, ['name'] as const) {}
`))

  it('is silent on open types, types without a model and keys that are not written out', () =>
    check(`${schema}
//- /user.ts
export interface User {
  id: string
  name: string
  [key: string]: unknown
}
export type UserSummary = Omit<User, 'phone'>
export interface UserResponse {
  id: string
  name: string
}
type Hidden = 'phone'
export type UserView = Omit<UserResponse, Hidden | 'email'>
export interface Weather {
  rain: string
}
export type UserWeather = Omit<Weather, 'sun'>
`))

  it('stands at the key, of several at each', () =>
    check(`${schema}
//- /user.ts
export interface User {
  id: string
  name: string
  email: string
}
export type UserView = Omit<
  User,
  'phone' | 'email' | 'fax'
//^^^^^^^ 💡 warning[mapped-type-key-unknown] Omit names 'phone', which 'User' does not have
                    //^^^^^ 💡 warning[mapped-type-key-unknown] Omit names 'fax', which 'User' does not have
>
`))

  it('takes a column that was removed for an unknown key', () =>
    check(`${schema}
//- /schema.prisma base
model User {
  id    String @id
  name  String
  email String
  phone String
}
//- /user.ts
export interface User {
  id: string
  name: string
  email: string
}
export type UserView = Omit<User, 'phone'>
                                //^^^^^^^ 💡 warning[mapped-type-key-unknown] Omit names 'phone', which 'User' does not have
`))
})
