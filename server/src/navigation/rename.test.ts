import assert from 'node:assert/strict'
import { atCursor } from '../testing/cursor.js'
import { applyEdits } from '../text/text-edit.js'
import { renameMember, renameTargetAt } from './rename.js'

/** Asserts the texts of the files that a rename at the cursor changes. */
function checkRename(source: string, to: string, expected: Readonly<Record<string, string>>) {
  const { snapshot, file, offset } = atCursor(source)
  const target = renameTargetAt(snapshot, file, offset)
  assert.ok(target, 'nothing to rename')
  const outcome = renameMember(snapshot, target, to)
  assert.ok('renaming' in outcome, 'refusal' in outcome ? outcome.refusal : '')
  const { schema, types } = outcome.renaming
  const changed = [...schema, ...types.edits].map(([file, edits]) => {
    return [file, applyEdits(snapshot.textOf(file) ?? '', edits).trim()]
  })
  assert.deepEqual(
    Object.fromEntries(changed),
    Object.fromEntries(Object.entries(expected).map(([file, text]) => [file, text.trim()])),
  )
  return outcome.renaming
}

function refusalOf(source: string, to: string): string | undefined {
  const { snapshot, file, offset } = atCursor(source)
  const target = renameTargetAt(snapshot, file, offset)
  assert.ok(target)
  const outcome = renameMember(snapshot, target, to)
  return 'refusal' in outcome ? outcome.refusal : undefined
}

const schema = `
//- /schema.prisma
model User {
  id    Int    @id
  email▮ String @unique // the login
  age   Int?   @map("age_in_years")
  posts Post[]
  @@index([email(sort: Desc), age])
}
model Post {
  id     Int  @id
  author String
  user   User @relation(fields: [author], references: [email])
}
`

const at = (before: string) => schema.replace('▮', '').replace(before, `${before}▮`)

describe('rename of a column', () => {
  it('renames it where the schema names it, keeps the database and takes its properties along', () => {
    const renaming = checkRename(
      `${schema}
//- /user.ts
export interface User {
  id: number
  /** Unique. */
  email: string
  age: number | null
}
export interface Letter { email: string }
//- /user.dto.ts
export class CreateUserDto { @IsEmail() readonly email!: string; age?: number }
//- /schemas.ts
import { z } from 'zod'
export const userSchema = z.object({ id: z.number(), email: z.string(), age: z.number().nullable() })
`,
      'mail',
      {
        'schema.prisma': `
model User {
  id    Int    @id
  mail String @unique @map("email") // the login
  age   Int?   @map("age_in_years")
  posts Post[]
  @@index([mail(sort: Desc), age])
}
model Post {
  id     Int  @id
  author String
  user   User @relation(fields: [author], references: [mail])
}
`,
        'user.ts': `
export interface User {
  id: number
  /** Unique. */
  mail: string
  age: number | null
}
export interface Letter { email: string }
`,
        'user.dto.ts': 'export class CreateUserDto { @IsEmail() readonly mail!: string; age?: number }',
        'schemas.ts': `
import { z } from 'zod'
export const userSchema = z.object({ id: z.number(), mail: z.string(), age: z.number().nullable() })
`,
      },
    )
    assert.equal(renaming.mapping, 'added')
  })

  it('begins at any place of the schema that names it', () => {
    const { snapshot, file, offset } = atCursor(at('references: [ema'))
    const target = renameTargetAt(snapshot, file, offset)
    assert.equal(target?.member.name, 'email')
    assert.equal(target?.ref.id, 'User.email')
    assert.equal(snapshot.textOf(file)?.slice(target?.span.start, target?.span.end), 'email')
  })

  it('leaves a @map that is there, and removes one that becomes needless', () => {
    const start = schema
      .replace('▮', '')
      .replace(/@@index.*\n/, '')
      .replace('  age ', '  ag▮e ')
    const other = start.replace('▮', '').replace('//- /schema.prisma\n', '')
    const years = checkRename(start, 'years', { 'schema.prisma': other.replace('age ', 'years ') })
    assert.equal(years.mapping, 'unchanged')
    const needless = checkRename(start, 'age_in_years', {
      'schema.prisma': other.replace('age   Int?   @map("age_in_years")', 'age_in_years   Int?'),
    })
    assert.equal(needless.mapping, 'removed')
  })

  it('adds no @map to the object of a relation', () => {
    const { mapping } = checkRename(at('  pos'), 'articles', {
      'schema.prisma': schema.replace('▮', '').replace('//- /schema.prisma\n', '').replace('posts', 'articles'),
    })
    assert.equal(mapping, 'unchanged')
  })

  it('leaves properties of another name, and those that stand for columns of several models', () => {
    const types = `
//- /types.ts
interface Base { id: number }
export interface User extends Base { email: string; age: number | null }
export interface Post extends Base { author: string }
`
    checkRename(at('  i') + types, 'key', {
      'schema.prisma': schema
        .replace('▮', '')
        .replace('//- /schema.prisma\n', '')
        .replace('  id    Int    @id', '  key    Int    @id @map("id")'),
    })
  })

  it('says which property could not be renamed', () => {
    const { types } = checkRename(
      `${schema}
//- /user.ts
export interface User { id: number; email: string; age: number | null; mail: string }
`,
      'mail',
      {
        'schema.prisma': schema
          .replace('//- /schema.prisma\n', '')
          .replace('email▮ String @unique', 'mail String @unique @map("email")')
          .replaceAll(/\[email/g, '[mail'),
      },
    )
    assert.deepEqual(types.left, ["'User.email' in user.ts was not renamed: there is a 'mail' already"])
  })

  it('is refused for names that are taken or none', () => {
    assert.equal(refusalOf(schema, 'age'), "'User' has a 'age' already")
    for (const name of ['', '1st', 'e mail', 'e-mail', '_email', 'é']) {
      assert.match(refusalOf(schema, name) ?? '', /is no name/, name)
    }
    assert.equal(refusalOf(schema, 'email'), undefined)
  })

  it('is offered for columns and values only', () => {
    for (const before of ['model Us', 'email Str', '@uni', '@map("ag', 'posts Po']) {
      const { snapshot, file, offset } = atCursor(at(before))
      assert.equal(renameTargetAt(snapshot, file, offset), undefined, before)
    }
    const inType = atCursor(
      `${at('x').replace('▮', '')}\n//- /user.ts\nexport interface User { id: number; em▮ail: string }\n`,
    )
    assert.equal(renameTargetAt(inType.snapshot, inType.file, inType.offset), undefined)
  })

  it('follows composite types', () =>
    checkRename(
      `
//- /schema.prisma
type Address {
  cit▮y String
}
model User {
  id      String  @id
  address Address
  @@index([address.city])
}
`,
      'town',
      {
        'schema.prisma': `
type Address {
  town String @map("city")
}
model User {
  id      String  @id
  address Address
  @@index([address.town])
}
`,
      },
    ))
})

describe("rename of an enum's value", () => {
  it('follows defaults and lists', () =>
    checkRename(
      `
//- /schema.prisma
enum Role {
  ADMIN▮
  MEMBER
}
model User {
  id    Int    @id
  role  Role   @default(ADMIN)
  roles Role[] @default([ADMIN, MEMBER])
  name  String @default("ADMIN")
}
//- /user.ts
export enum Role { Admin = 'ADMIN', Member = 'MEMBER' }
export interface User { id: number; role: 'ADMIN' | 'MEMBER'; name: string }
export const ADMIN = 'ADMIN'
`,
      'OWNER',
      {
        'schema.prisma': `
enum Role {
  OWNER @map("ADMIN")
  MEMBER
}
model User {
  id    Int    @id
  role  Role   @default(OWNER)
  roles Role[] @default([OWNER, MEMBER])
  name  String @default("ADMIN")
}
`,
        'user.ts': `
export enum Role { Admin = 'OWNER', Member = 'MEMBER' }
export interface User { id: number; role: 'OWNER' | 'MEMBER'; name: string }
export const ADMIN = 'ADMIN'
`,
      },
    ))
})
