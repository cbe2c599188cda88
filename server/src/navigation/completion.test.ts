import assert from 'node:assert/strict'
import { atCursor } from '../testing/cursor.js'
import { applyEdits } from '../text/text-edit.js'
import { completionsAt } from './completion.js'

function labelsAt(source: string): readonly string[] {
  const { snapshot, file, offset } = atCursor(source)
  return completionsAt(snapshot, file, offset).map(({ label }) => label)
}

/** Asserts the file's text after the completion of a label was chosen. */
function checkChosen(source: string, label: string, expected: string): void {
  const { snapshot, file, offset } = atCursor(source)
  const all = completionsAt(snapshot, file, offset)
  const chosen = all.find((each) => each.label === label)
  assert.ok(chosen, `${label} among ${all.map((each) => each.label).join(' ')}`)
  const edits = [{ span: chosen.span, newText: chosen.newText }, ...chosen.edits]
  assert.equal(applyEdits(snapshot.textOf(file) ?? '', edits), expected.replace(/^\n/, ''))
}

const schema = `
//- /schema.prisma
enum Role {
  ADMIN
  MEMBER
}
model User {
  id        Int      @id @default(autoincrement())
  email     String
  name      String?
  role      Role     @default(MEMBER)
  createdAt DateTime @default(now())
}
`

describe('completion of members', () => {
  it('offers the columns that a type lacks, in the order of the schema', () =>
    assert.deepEqual(
      labelsAt(`${schema}
//- /user.ts
export interface User {
  id: number
  email: string
  ▮
}
`),
      ['name', 'role', 'createdAt'],
    ))

  it('writes a member as the type does', () => {
    checkChosen(
      `${schema}
//- /user.ts
export interface User {
  id: number;
  email: string;
  na▮
}
`,
      'name',
      `
export interface User {
  id: number;
  email: string;
  name: string | null;
}
`,
    )
    checkChosen(
      `${schema}
//- /user.ts
export type User = { id: number, email: string, na▮ }
`,
      'name',
      `
export type User = { id: number, email: string, name: string | null }
`,
    )
    checkChosen(
      `${schema}
//- /create-user.dto.ts
export class CreateUserDto {
  readonly email!: string
  readonly na▮
}
`,
      'name',
      `
export class CreateUserDto {
  readonly email!: string
  readonly name?: string
}
`,
    )
    checkChosen(
      `${schema}
//- /user.ts
import { z } from 'zod'
export const userSchema = z.object({
  id: z.number(),
  email: z.string(),
  na▮
})
`,
      'name',
      `
import { z } from 'zod'
export const userSchema = z.object({
  id: z.number(),
  email: z.string(),
  name: z.string().nullable(),
})
`,
    )
  })

  it('imports what a member needs where that can be told', () =>
    checkChosen(
      `${schema}
//- /user.ts
import { Prisma } from '@prisma/client'
export interface User {
  id: number
  email: string
  ro▮
}
`,
      'role',
      `
import { Prisma, Role } from '@prisma/client'
export interface User {
  id: number
  email: string
  role: Role
}
`,
    ))

  it('keeps a type that is there', () =>
    checkChosen(
      `${schema}
//- /user.ts
export interface User {
  id: number
  email: string
  n▮: string
}
`,
      'name',
      `
export interface User {
  id: number
  email: string
  name: string
}
`,
    ))

  it('stands half-typed text', () =>
    assert.deepEqual(
      labelsAt(`${schema}
//- /user.ts
export interface User {
  id: number
  email: string
  na▮
`),
      ['name', 'role', 'createdAt'],
    ))

  it('offers nothing where no member of the type is named', () => {
    const bodies = [
      'id: nu▮mber\n  email: string',
      'id: number\n  email:\n    stri▮',
      'id: number\n  email: string\n  owner: {\n    ▮\n  }',
      'id: number\n  email: string\n  // na▮',
      'id: number\n  email: string\n  tell(): void {\n    na▮\n  }',
    ]
    for (const body of bodies) {
      assert.deepEqual(labelsAt(`${schema}\n//- /user.ts\nexport class User {\n  ${body}\n}\n`), [], body)
    }
    const outside = 'export interface User {\n  id: number\n  email: string\n}\n▮\n'
    assert.deepEqual(labelsAt(`${schema}\n//- /user.ts\n${outside}`), [])
    assert.deepEqual(labelsAt(`${schema}\n//- /letter.ts\nexport interface Letter {\n  ▮\n}\n`), [])
  })
})

describe('completion of tags', () => {
  const tagged = (comment: string) => `${schema}\n//- /a.ts\n${comment}\nexport interface A { x: number }\n`

  it('offers models, enums and none, then roles', () => {
    assert.deepEqual(labelsAt(tagged('/** @prisma ▮ */')), ['User', 'Role', 'none'])
    assert.deepEqual(labelsAt(tagged('/**\n * @prisma Us▮')), ['User', 'Role', 'none'])
    assert.deepEqual(labelsAt(tagged('/** @prisma User ▮ */')).slice(0, 2), ['mirror', 'subset'])
    checkChosen(
      tagged('/** @prisma User cr▮ea */'),
      'create',
      '/** @prisma User create */\nexport interface A { x: number }\n',
    )
  })

  it('offers nothing outside of a JSDoc comment or behind the role', () => {
    for (const text of [
      '// @prisma ▮',
      '/* @prisma ▮ */',
      '/** a */ // @prisma ▮',
      '/** @prisma User create ▮ */',
      '/** @prisma▮ */',
    ]) {
      assert.deepEqual(labelsAt(tagged(text)), [], text)
    }
  })
})
