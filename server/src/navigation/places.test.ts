import assert from 'node:assert/strict'
import { atCursor } from '../testing/cursor.js'
import { definitionsAt, referencesAt } from './places.js'

function checkDefinitions(source: string, expected: readonly string[]): void {
  const { snapshot, file, offset } = atCursor(source)
  const places = definitionsAt(snapshot, file, offset)?.places ?? []
  assert.deepEqual(
    places.map(({ file, id }) => `${file}#${id}`),
    expected,
  )
}

/** Places as `file:line text`, declarations with a star. */
function checkReferences(source: string, expected: readonly string[]): void {
  const { snapshot, file, offset } = atCursor(source)
  const found = referencesAt(snapshot, file, offset).map(({ file, start, end, isDeclaration }) => {
    const line = snapshot.lineIndexOf(file).positionAt(start).line + 1
    return `${file}:${line} ${snapshot.textOf(file)?.slice(start, end)}${isDeclaration ? ' *' : ''}`
  })
  assert.deepEqual(found, expected)
}

const schema = `
//- /schema.prisma
enum Role {
  ADMIN
  MEMBER
}
model User {
  id    Int    @id
  email String
  role  Role   @default(ADMIN)
  posts Post[]
  @@index([email(sort: Desc), role])
}
model Post {
  id     Int  @id
  userId Int
  user   User @relation(fields: [userId], references: [id])
}
`

const types = `
//- /user.ts
export enum Role { Admin = 'ADMIN', Member = 'MEMBER' }
export interface User {
  id: number
  email: string
  role: Role
}
//- /users/create-user.dto.ts
export class CreateUserDto {
  email: string
  role: 'ADMIN' | 'MEMBER'
}
`

const at = (text: string, before: string) => text.replace(before, `${before}▮`)

describe('definitions', () => {
  it('lead from a property to its column, and from a column to its properties', () => {
    checkDefinitions(schema + at(types, '  em'), ['schema.prisma#User.email'])
    checkDefinitions(at(schema, '  email') + types, [
      'user.ts#User.email',
      'users/create-user.dto.ts#CreateUserDto.email',
    ])
  })

  it('lead from a type to its model, and from a model to its types', () => {
    checkDefinitions(schema + at(types, 'class Create'), ['schema.prisma#User'])
    checkDefinitions(at(schema, 'model Us') + types, ['user.ts#User', 'users/create-user.dto.ts#CreateUserDto'])
  })

  it('lead from a value to that of the enum, and back', () => {
    checkDefinitions(schema + at(types, '{ Adm'), ['schema.prisma#Role.ADMIN'])
    checkDefinitions(schema + at(types, "| 'MEM"), ['schema.prisma#Role.MEMBER'])
    checkDefinitions(at(schema, '  MEM') + types, [
      'user.ts#Role.Member',
      'users/create-user.dto.ts#CreateUserDto.role.MEMBER',
    ])
  })

  it('are none where nothing stands across', () => {
    checkDefinitions(at(schema, 'model Po') + types, [])
    checkDefinitions(schema + at(types, 'email: str'), [])
  })
})

describe('references', () => {
  const email = [
    'schema.prisma:7 email *',
    'user.ts:4 email',
    'users/create-user.dto.ts:2 email',
    'schema.prisma:10 email',
  ]

  it('of a column and of each of its properties are the same', () => {
    checkReferences(at(schema, '  ema') + types, email)
    checkReferences(at(schema, '@@index([em') + types, email)
    checkReferences(schema + at(types, '  ema'), email)
  })

  it('of a type are those that describe the same model', () =>
    checkReferences(schema + at(types, 'interface Us'), [
      'schema.prisma:5 User *',
      'user.ts:2 User',
      'users/create-user.dto.ts:1 CreateUserDto',
    ]))

  it('of a value are those in other lists and in defaults', () =>
    checkReferences(schema + at(types, "role: 'AD"), [
      'schema.prisma:2 ADMIN *',
      'user.ts:1 Admin',
      "users/create-user.dto.ts:3 'ADMIN'",
      'schema.prisma:8 ADMIN',
    ]))

  it('of a column that no type has are those in the schema', () =>
    checkReferences(at(schema, 'userI') + types, ['schema.prisma:14 userId *', 'schema.prisma:15 userId']))

  it('of anything else are none', () => checkReferences(schema + at(types, 'email: stri'), []))
})
