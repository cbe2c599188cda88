import { check } from '../testing/check.js'
import { checkFix } from '../testing/check-fix.js'

const schema = `
//- /schema.prisma
model User {
  id    String   @id
  name  String   @db.VarChar(50)
  bio   String
  age   Int
  born  DateTime
  tags  String[]
  extra Json
}
`

describe('dto-validator-mismatch', () => {
  it('reports a validator that refuses what the column holds', () =>
    check(`${schema}
//- /user.dto.ts
export class CreateUserDto {
  @IsInt()
  name: string
//^^^^ 💡 warning[dto-validator-mismatch] 'name': @IsInt refuses String column 'User.name'
  @IsString()
  age: number
//^^^ 💡 warning[dto-validator-mismatch] 'age': @IsString refuses Int column 'User.age'
  @IsBoolean()
  born: Date
//^^^^ 💡 warning[dto-validator-mismatch] 'born': @IsBoolean refuses DateTime column 'User.born'
}
`))

  it('reports a length that the column cannot hold', () =>
    check(`${schema}
//- /user.dto.ts
export class CreateUserDto {
  @MaxLength(255)
  name: string
//^^^^ 💡 warning[dto-validator-mismatch] 'name': @MaxLength(255) lets through more than the 50 characters of column 'User.name'
  @MaxLength(1000)
  bio: string
}
export class UpdateUserDto {
  @Length(1, 60)
  name?: string
//^^^^ 💡 warning[dto-validator-mismatch] 'name': @Length(1, 60) lets through more than the 50 characters of column 'User.name'
}
`))

  it('is silent on what fits, lists, Json and responses', () =>
    check(`${schema}
//- /user.dto.ts
export class CreateUserDto {
  @IsString()
  @MaxLength(LIMIT)
  name: string
  @IsNumber()
  age: number
  @IsDateString()
  born: string
  @IsString({ each: true })
  tags: string[]
  @IsInt()
  extra: number
}
export class UserResponse {
  id: string
  @IsInt()
  name: string
}
`))

  it('is silent where the service converts the value, but not on its length', () => {
    const dto = (found: string): string => `
//- /server/user.dto.ts
export class UpdateUserDto {
  @IsString()
  age: string
${found}  @MaxLength(255)
  name: string
//^^^^ 💡 warning[dto-validator-mismatch] 'name': @MaxLength(255) lets through more than the 50 characters of column 'User.name'
}
`
    const service = (age: string): string => `
//- /server/user.service.ts
export const update = (prisma, dto) => prisma.user.update({ data: { name: trim(dto.name), age: ${age} } })
`
    check(
      `${schema}${dto("     //^^^^^^ 💡 hint[field-type-mismatch] 'age' is typed string, but column 'User.age' is Int\n")}${service('Number(dto.age)')}`,
    )
    check(
      `${schema}${dto("//^^^ warning[dto-validator-mismatch] 'age': @IsString refuses Int column 'User.age'\n     //^^^^^^ 💡 error[field-type-mismatch] 'age' is typed string, but column 'User.age' is Int\n")}${service('dto.age')}`,
    )
  })

  it('offers the validator that fits the type, and keeps options', () =>
    checkFix(
      `${schema}
//- /user.dto.ts
import { IsInt, IsOptional } from 'class-validator'

export class CreateUserDto {
  @IsOptional()
  @IsInt({ message: 'a name' })
  name: string
//^^^^ 💡 warning[dto-validator-mismatch] 'name': @IsInt refuses String column 'User.name'
}
`,
      {
        title: 'Put @IsString in place of @IsInt',
        safe: true,
        intents: [{ kind: 'setValidator', at: 'user.dto.ts#CreateUserDto.name', from: 'IsInt', to: 'IsString' }],
        after: `
import { IsString, IsOptional } from 'class-validator'

export class CreateUserDto {
  @IsOptional()
  @IsString({ message: 'a name' })
  name: string
}
`,
      },
    ))

  it('takes away a validator beside the one that fits', () =>
    checkFix(
      `${schema}
//- /user.dto.ts
import { IsBoolean, IsDate } from 'class-validator'

export class CreateUserDto {
  @IsBoolean()
  @IsDate()
  born: Date
//^^^^ 💡 warning[dto-validator-mismatch] 'born': @IsBoolean refuses DateTime column 'User.born'
}
`,
      {
        title: 'Put @IsDate in place of @IsBoolean',
        safe: true,
        intents: [{ kind: 'setValidator', at: 'user.dto.ts#CreateUserDto.born', from: 'IsBoolean', to: 'IsDate' }],
        after: `
import { IsDate } from 'class-validator'

export class CreateUserDto {
  @IsDate()
  born: Date
}
`,
      },
    ))

  it('lowers a limit to that of the column', () =>
    checkFix(
      `${schema}
//- /user.dto.ts
import { Length } from 'class-validator'

export class UpdateUserDto {
  @Length(1, 60, { message: 'too long' })
  name?: string
//^^^^ 💡 warning[dto-validator-mismatch] 'name': @Length(1, 60, { message: 'too long' }) lets through more than the 50 characters of column 'User.name'
}
`,
      {
        title: 'Lower the limit of @Length to 50',
        safe: true,
        intents: [
          {
            kind: 'setValidatorLimit',
            at: 'user.dto.ts#UpdateUserDto.name',
            validator: 'Length',
            argument: 1,
            limit: 50,
          },
        ],
        after: `
import { Length } from 'class-validator'

export class UpdateUserDto {
  @Length(1, 50, { message: 'too long' })
  name?: string
}
`,
      },
    ))

  it('is silent where the service reads another type out of the value, statement by statement', () => {
    const update = (value: string) => `${schema}
//- /user.dto.ts
export class UpdateUserDto {
  @IsString()
  age?: any
//^^^ warning[dto-validator-mismatch] 'age': @IsString refuses Int column 'User.age'
  name?: string
}
//- /user.service.ts
export function update(prisma, dto) {
  const data = {}
  data.age = ${value}
  return prisma.user.update({ where: { id: dto.id }, data })
}
`
    const found = /^\/\/\^.*\n/m
    check(update('parseInt(dto.age, 10)').replace(found, ''))
    check(update('Number(dto.age)').replace(found, ''))
    check(update('dto.age'))
    check(update('Number(dto.agent)'))
  })
})
