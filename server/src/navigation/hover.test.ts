import assert from 'node:assert/strict'
import { atCursor } from '../testing/cursor.js'
import { hoverAt } from './hover.js'

/** Asserts what is shown at the cursor; undefined for nothing. */
function checkHover(source: string, expected: string | undefined): void {
  const { snapshot, file, offset } = atCursor(source)
  const hover = hoverAt(snapshot, file, offset, { to: ({ file, id }) => `${file}#${id}` })
  assert.equal(hover?.markdown, expected)
}

const schema = `
//- /schema.prisma
enum Role {
  ADMIN
  MEMBER
}

model User {
  id    Int     @id
  email String? @unique // one each
  role  Role
}
`

const types = `
//- /user.ts
export type Role = 'ADMIN' | 'MEMBER'
export interface User {
  id: number
  email: string
  role: Role
}
`

/** Puts the cursor into a text. */
function cursorIn(text: string, before: string): string {
  assert.ok(text.includes(before), before)
  return text.replace(before, `${before}▮`)
}

const DRIFT = `- **warning** 'email' excludes null, but column 'User.email' is nullable ('User' mirrors the record) \`nullability-mismatch\``

const LINKED_DRIFT = DRIFT.replace('**warning**', '**warning** [`User`](user.ts#User.email:type):')

describe('hover in TypeScript', () => {
  it('on a property shows its column and what has drifted', () =>
    checkHover(
      schema + cursorIn(types, '  ema'),
      `Column [\`User.email\`](schema.prisma#User.email): \`User\` mirrors \`User\` (certain: the same name; 3 of 3 fields; covers 100 % of the columns)

\`\`\`prisma
email String? @unique
\`\`\`

${DRIFT}`,
    ))

  it('on a type shows its model', () =>
    checkHover(
      schema + cursorIn(types, 'interface U'),
      `Mirrors model [\`User\`](schema.prisma#User) (certain: the same name; 3 of 3 fields; covers 100 % of the columns)

\`\`\`prisma
model User {
  id    Int     @id
  email String? @unique // one each
  role  Role
}
\`\`\`

${DRIFT}`,
    ))

  it('on a list and on a value shows the enum', () => {
    checkHover(
      schema + cursorIn(types, 'type Ro'),
      `Lists the values of enum [\`Role\`](schema.prisma#Role) (certain: the same name; 2 of 2 values)

\`\`\`prisma
enum Role {
  ADMIN
  MEMBER
}
\`\`\``,
    )
    checkHover(
      schema + cursorIn(types, "'ADM"),
      'Value [`Role.ADMIN`](schema.prisma#Role.ADMIN)\n\n```prisma\nADMIN\n```',
    )
  })

  it('on a type that is only possible says that it could be linked', () =>
    checkHover(
      `
//- /schema.prisma
model User {
  id    String @id
  name  String
  email String
  phone String
  city  String
}
//- /types/contact.ts
export interface Con▮tact {
  id: string
  name: string
  email: string
  phone: string
  city: string
}
`,
      '`Contact` could describe model [`User`](schema.prisma#User) (by the fields alone; 5 of 5 fields; covers 100 % of the columns). Nothing is reported of it. *Link to model…* ties the two together, as does `@prisma User` in its JSDoc.',
    ))

  it('on anything else shows nothing', () => {
    checkHover(schema + cursorIn(types, 'email: str'), undefined)
    checkHover(schema + cursorIn(types, 'expo'), undefined)
  })
})

describe('hover in the schema', () => {
  it('on a column shows its properties', () =>
    checkHover(
      cursorIn(schema, '  ema') + types,
      `- [\`User.email\`](user.ts#User.email): \`email: string\`, mirror

${LINKED_DRIFT}`,
    ))

  it('on a model shows its types', () =>
    checkHover(
      cursorIn(schema, 'model Us') + types,
      `- [\`User\`](user.ts#User): mirror, certain: the same name; 3 of 3 fields; covers 100 % of the columns

\`\`\`ts
interface User {
  id: number
  email: string
  role: Role
}
\`\`\`

${LINKED_DRIFT}`,
    ))

  it('on an enum and on a value shows the lists', () => {
    checkHover(
      cursorIn(schema, 'enum Ro') + types,
      `- [\`Role\`](user.ts#Role): certain: the same name; 2 of 2 values

\`\`\`ts
type Role = 'ADMIN' | 'MEMBER'
\`\`\``,
    )
    checkHover(cursorIn(schema, '  ADM') + types, '- [`Role: ADMIN`](user.ts#Role.ADMIN)')
  })

  it('shows enums and const objects as they are written', () => {
    const start = cursorIn(schema, 'enum Ro')
    checkHover(
      `${start}\n//- /role.ts\nexport enum Role { Admin = 'ADMIN', Member = 'MEMBER' }\n`,
      `- [\`Role\`](role.ts#Role): certain: the same name; 2 of 2 values

\`\`\`ts
enum Role {
  Admin = 'ADMIN',
  Member = 'MEMBER',
}
\`\`\``,
    )
    checkHover(
      `${start}\n//- /role.ts\nexport const Role = { Admin: 'ADMIN', Member: 'MEMBER' } as const\n`,
      `- [\`Role\`](role.ts#Role): certain: the same name; 2 of 2 values

\`\`\`ts
const Role = {
  Admin: 'ADMIN',
  Member: 'MEMBER',
}
\`\`\``,
    )
  })

  it('on what nothing describes shows nothing', () => checkHover(cursorIn(schema, '  ema'), undefined))
})
