import assert from 'node:assert/strict'
import { edited, refusal } from '../testing/edited.js'

const add = { kind: 'addValue', at: 'Role', value: 'POWER_USER' } as const
const remove = (value: string) => ({ kind: 'removeValue', at: 'Role', value }) as const

/** Asserts what adding a value makes of a text. */
function adds(before: string, after: string): void {
  assert.equal(edited(before, add), after)
}

describe('editing lists of values', () => {
  it('adds to unions in their quotes and layout', () => {
    adds("type Role = 'A' | 'B';", "type Role = 'A' | 'B' | 'POWER_USER';")
    adds('type Role = "A"', 'type Role = "A" | "POWER_USER"')
    adds("type Role = ('A' | 'B')[]", "type Role = ('A' | 'B' | 'POWER_USER')[]")
    adds("type Role = 'A' | null", "type Role = 'A' | 'POWER_USER' | null")
    adds("type Role =\n  | 'A'\n  | 'B' // b\n", "type Role =\n  | 'A'\n  | 'B' // b\n  | 'POWER_USER'\n")
    adds("type Role =\n  | 'A' // a\n  | 'B'; // b\n", "type Role =\n  | 'A' // a\n  | 'B' // b\n  | 'POWER_USER';\n")
    adds("type Role =\r\n\t| 'A'\r\n\t| 'B';\r\n", "type Role =\r\n\t| 'A'\r\n\t| 'B'\r\n\t| 'POWER_USER';\r\n")
  })

  it('adds to enums, naming the member as the others are', () => {
    adds("enum Role { A = 'A' }", "enum Role { A = 'A', POWER_USER = 'POWER_USER' }")
    adds(
      "enum Role {\n  // one\n  Admin = 'ADMIN', // first\n  User = 'USER'\n}",
      "enum Role {\n  // one\n  Admin = 'ADMIN', // first\n  User = 'USER',\n  PowerUser = 'POWER_USER'\n}",
    )
    adds('enum Role {\n\tadmin="ADMIN",\n}', 'enum Role {\n\tadmin="ADMIN",\n\tpowerUser="POWER_USER",\n}')
    assert.equal(
      edited("enum Role {\n  a = 'a',\n}", { ...add, value: 'two words' }),
      "enum Role {\n  a = 'a',\n  'two words' = 'two words',\n}",
    )
  })

  it('adds to constants', () => {
    adds("export const Role = ['A', 'B'] as const", "export const Role = ['A', 'B', 'POWER_USER'] as const")
    adds(
      "const Role = [\n  'A',\n  'B', // b\n] as const satisfies string[]",
      "const Role = [\n  'A',\n  'B', // b\n  'POWER_USER',\n] as const satisfies string[]",
    )
    adds("const Role = { A: 'A' } as const", "const Role = { A: 'A', POWER_USER: 'POWER_USER' } as const")
    adds(
      "const Role = Object.freeze({\n  Admin: 'ADMIN',\n  User: 'USER',\n} as const)",
      "const Role = Object.freeze({\n  Admin: 'ADMIN',\n  User: 'USER',\n  PowerUser: 'POWER_USER',\n} as const)",
    )
    adds(
      "import { z } from 'zod'\nexport const Role = z.enum(['A'])",
      "import { z } from 'zod'\nexport const Role = z.enum(['A', 'POWER_USER'])",
    )
  })

  it('removes from unions', () => {
    const union = "type Role = 'A' | 'B' | 'C';"
    assert.equal(edited(union, remove('A')), "type Role = 'B' | 'C';")
    assert.equal(edited(union, remove('B')), "type Role = 'A' | 'C';")
    assert.equal(edited(union, [remove('A'), remove('B')]), "type Role = 'C';")
    assert.equal(edited(union, [remove('A'), remove('B'), remove('C')]), 'type Role = never;')
    const lines = "type Role =\n  | 'A' // a\n  | 'B' // b\n  | 'C';\n"
    assert.equal(edited(lines, remove('A')), "type Role =\n  | 'B' // b\n  | 'C';\n")
    assert.equal(edited(lines, remove('C')), "type Role =\n  | 'A' // a\n  | 'B'; // b\n")
    assert.equal(edited("type Role = 'A'\n  | 'B'\n  | 'C'", remove('A')), "type Role = 'B'\n  | 'C'")
  })

  it('removes from enums and constants with their comments', () => {
    const lines = "enum Role {\n  A = 'A',\n  /** the second */\n  B = 'B', // b\n  C = 'C'\n}"
    assert.equal(edited(lines, remove('B')), "enum Role {\n  A = 'A',\n  C = 'C'\n}")
    assert.equal(edited(lines, remove('C')), "enum Role {\n  A = 'A',\n  /** the second */\n  B = 'B' // b\n}")
    assert.equal(edited("enum Role { A = 'A', B = 'B' }", remove('A')), "enum Role { B = 'B' }")
    assert.equal(edited("const Role = ['A', 'B', 'C'] as const", remove('C')), "const Role = ['A', 'B'] as const")
    assert.equal(edited("const Role = ['A', 'B',] as const", remove('B')), "const Role = ['A',] as const")
    const crlf = "const Role = {\r\n  A: 'A',\r\n  B: 'B',\r\n} as const\r\n"
    assert.equal(edited(crlf, remove('B')), "const Role = {\r\n  A: 'A',\r\n} as const\r\n")
  })

  it('renames the value and leaves the name that code uses', () => {
    const rename = { kind: 'renameValue', at: 'Role', from: 'admin', to: 'ADMIN' } as const
    assert.equal(edited('enum Role { admin = "admin" }', rename), 'enum Role { admin = "ADMIN" }')
    assert.equal(edited("type Role = 'admin' | 'x'", rename), "type Role = 'ADMIN' | 'x'")
  })

  it('refuses what lists no values itself', () => {
    assert.match(refusal('type Role = Base | Other', add) ?? '', /not listed/)
    assert.match(refusal("type Role = Exclude<Base, 'x'>", remove('x')) ?? '', /not listed/)
    assert.match(refusal('interface Other { a: string }', add) ?? '', /not there/)
  })

  it('takes the validator of a property along', () => {
    const dto = (allowed: string, type: string): string =>
      `import { IsIn } from 'class-validator'\nclass A {\n  @IsIn(${allowed})\n  role: ${type}\n}`
    const both = dto("['A', 'B']", "'A' | 'B'")
    const at = 'A.role'
    assert.equal(edited(both, { ...remove('B'), at }), dto("['A']", "'A'"))
    assert.equal(edited(both, { ...add, value: 'C', at }), dto("['A', 'B', 'C']", "'A' | 'B' | 'C'"))
    assert.equal(edited(both, { kind: 'renameValue', at, from: 'A', to: 'a' }), dto("['a', 'B']", "'a' | 'B'"))
    const named = dto('ROLES', "'A' | 'B'")
    assert.equal(edited(named, { ...add, value: 'C', at }), dto('ROLES', "'A' | 'B' | 'C'"))
  })

  it('takes what decorators list and defaults say along', () => {
    const entity = (values: string, value: string, type: string): string =>
      `class A {\n  @Column({ type: 'enum', enum: [${values}], default: '${value}' })\n  role: ${type} = '${value}'\n}`
    const both = entity("'a', 'b'", 'a', "'a' | 'b'")
    const at = 'A.role'
    assert.equal(edited(both, { kind: 'renameValue', at, from: 'a', to: 'A' }), entity("'A', 'b'", 'A', "'A' | 'b'"))
    assert.equal(edited(both, { ...add, value: 'c', at }), entity("'a', 'b', 'c'", 'a', "'a' | 'b' | 'c'"))
    const schema = (values: string, value: string): string =>
      `import { z } from 'zod'\nconst A = z.object({ role: z.enum([${values}]).optional().default('${value}') })`
    const renamed = edited(schema("'a', 'b'", 'a'), { kind: 'renameValue', at, from: 'a', to: 'A' })
    assert.equal(renamed, schema("'A', 'b'", 'A'))
    const list = (value: string) =>
      `import { z } from 'zod'\nexport const Role = z.enum(['${value}', 'b']).catch('${value}')`
    assert.equal(edited(list('a'), { kind: 'renameValue', at: 'Role', from: 'a', to: 'A' }), list('A'))
  })
})
