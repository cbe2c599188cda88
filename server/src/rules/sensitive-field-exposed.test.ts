import { check } from '../testing/check.js'
import { checkFix } from '../testing/check-fix.js'

const schema = `
//- /schema.prisma
model User {
  id           String @id
  name         String
  passwordHash String
  apiSecret    String
  token        String
}
`

describe('sensitive-field-exposed', () => {
  it('reports a secret column in a response of the server', () =>
    checkFix(
      `${schema}
//- /server/user.ts
export class UserResponse {
  id: string
  name: string
  passwordHash: string
//^^^^^^^^^^^^ 💡 warning[sensitive-field-exposed] 'passwordHash' in 'UserResponse' sends out the secret column 'User.passwordHash'
  apiSecret: string
//^^^^^^^^^ 💡 warning[sensitive-field-exposed] 'apiSecret' in 'UserResponse' sends out the secret column 'User.apiSecret'
  token: string
}
`,
      {
        title: "Remove 'apiSecret'",
        safe: false,
        intents: [{ kind: 'removeMember', at: 'server/user.ts#UserResponse.apiSecret' }],
        after: `
export class UserResponse {
  id: string
  name: string
  passwordHash: string
  token: string
}
`,
      },
    ))

  it('is silent on what is kept inside by a decorator', () =>
    check(`${schema}
//- /server/user.ts
export class UserResponse {
  id: string
  name: string
  @Exclude()
  passwordHash: string
  @ApiHideProperty()
  apiSecret: string
}
`))

  it('is silent where the word for an answer is one of the model', () =>
    check(`
//- /schema.prisma
model ExamResult {
  id         String @id
  score      Int
  secretHash String
}
//- /server/result.adapter.ts
export interface ExamResultRow {
  id: string
  score: number
  secretHash: string
}
`))

  it('is silent on what a repository answers', () =>
    check(`${schema}
//- /server/user.repository.ts
export interface FindUserResult {
  id: string
  name: string
  passwordHash: string
}
`))

  it('is silent on entities, inputs and types of the client', () =>
    check(`${schema}
//- /server/user.ts
export class UserEntity {
  id: string
  name: string
  passwordHash: string
}
export class CreateUserDto {
  name: string
  passwordHash: string
}
//- /web/user.ts
export interface UserResponse {
  id: string
  name: string
  passwordHash: string
}
`))

  it('stands at the response where that inherits the secret, and offers nothing', () =>
    check(`${schema}
//- /server/user.ts
export class UserEntity {
  id: string
  name: string
  passwordHash: string
}
export class UserResponse extends UserEntity {
           //^^^^^^^^^^^^ warning[sensitive-field-exposed] 'passwordHash' in 'UserResponse' sends out the secret column 'User.passwordHash'
  token: string
}
export class PublicUser extends OmitType(UserEntity, ['passwordHash']) {}
`))
})
