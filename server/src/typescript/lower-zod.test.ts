import assert from 'node:assert/strict'
import { renderType } from './render-type.js'
import { summarise } from './summarise.js'

describe('zod schemas', () => {
  it('reads objects and what their members say', () => {
    const forms: Record<string, string> = {
      'z.string().min(2).email()': 'string',
      'z.string().datetime().optional()': 'string?',
      'z.number().int().positive()': 'number',
      'z.coerce.number().default(1)': 'number',
      'z.string().optional().default("x")': 'string',
      'z.boolean().nullable()': 'boolean | null',
      'z.date().nullish()': 'Date | null?',
      'z.coerce.date()': 'Date',
      'z.bigint()': 'bigint',
      'z.email()': 'string',
      'z.iso.datetime()': 'string',
      'z.int()': 'number',
      "z.enum(['A', 'B'])": "'A' | 'B'",
      "z.enum({ A: 'a' })": "'a'",
      'z.nativeEnum(Role)': 'typeof Role[keyof typeof Role]',
      'z.enum(ROLES).optional()': 'typeof ROLES[keyof typeof ROLES]?',
      "z.literal('x')": "'x'",
      "z.literal(['x', null])": "'x' | null",
      'z.array(z.string()).min(1)': 'string[]',
      'z.string().array()': 'string[]',
      'z.tuple([z.string(), z.number()])': '[string, number]',
      'z.record(z.string(), z.number())': 'Record<string, number>',
      'z.record(z.unknown())': 'Record<string, unknown>',
      'z.union([z.string(), z.number()])': 'string | number',
      "z.discriminatedUnion('k', [A, B])": 'typeof A | typeof B',
      'z.string().or(z.null())': 'string | null',
      'z.intersection(A, B)': 'typeof A & typeof B',
      'A.and(B)': 'typeof A & typeof B',
      'z.lazy(() => A)': 'typeof A',
      'z.instanceof(File)': 'File',
      'z.custom<Money>()': 'Money',
      'z.string().transform(Number)': '…',
      'z.string().transform(Number).pipe(z.number())': 'number',
      'z.preprocess(f, z.string())': '…',
      'z.any()': 'any',
      'z.unknown()': 'unknown',
      'z.string().refine(f).superRefine(f).brand("x").readonly()': 'string',
      'A.shape.name': "typeof A['name']",
      'z.object({ b: z.string() })': '{ b: string }',
      'schemas.user': 'typeof schemas.user',
      'helper()': '…',
    }
    for (const [written, shown] of Object.entries(forms)) {
      assert.deepEqual(read(`import { z } from 'zod'\nconst x = z.object({ a: ${written} })`), [
        `x: { a${shown.endsWith('?') ? '?' : ''}: ${shown.replace(/\?$/, '')} }`,
      ])
    }
  })

  it('reads what is derived from another schema', () => {
    const forms: Record<string, string> = {
      'A.extend({ b: z.string() })': 'typeof A & { b: string }',
      'A.extend(B.shape)': 'typeof A & typeof B',
      'A.merge(B)': 'typeof A & typeof B',
      'A.pick({ a: true, b: true })': "Pick<typeof A, 'a' | 'b'>",
      'A.omit({ a: true })': "Omit<typeof A, 'a'>",
      'A.partial()': 'Partial<typeof A>',
      'A.partial({ a: true })': "Partial<typeof A, 'a'>",
      'A.required()': 'Required<typeof A>',
      'A.strict()': 'typeof A',
      'z.object({ ...A.shape, b: z.string() })': 'typeof A & { b: string }',
      'z.array(A)': 'typeof A[]',
    }
    for (const [written, shown] of Object.entries(forms)) {
      assert.deepEqual(
        read(`import * as z from 'zod/v4'\nconst A = z.object({})\nconst x = ${written}`)[1],
        `x: ${shown}`,
      )
    }
  })

  it('calls objects that let more through open', () => {
    for (const written of [
      'z.object({}).passthrough()',
      'z.object({}).loose()',
      'z.object({}).catchall(z.any())',
      'z.object(shape)',
      'z.object({ ...rest })',
    ]) {
      const [x] = summarise('a.ts', `import z from 'zod'\nconst x = ${written}`).summary.declarations
      assert.equal(x?.type.kind === 'object' && x.type.open, true, written)
    }
  })

  it('knows zod by its import, and derived schemas by their names', () => {
    assert.deepEqual(read("import { z as zod } from 'zod/v3'\nexport const a = zod.string()"), ['a: string'])
    assert.deepEqual(read("import { userSchema } from './user'\nexport const b = userSchema.partial()"), [
      'b: Partial<typeof userSchema>',
    ])
    assert.deepEqual(read('const z = other()\nconst a = z.object({})\nconst b = lodash.pick({})'), [])
  })

  it('does not take what a schema returns for a schema', () => {
    assert.deepEqual(
      read("import { z } from 'zod'\nconst a = z.object({})\nconst b = a.parse(x)\nconst c = z.string().safeParse(y)"),
      ['a: {}'],
    )
  })

  it('reads `z.infer` as a reference', () => {
    assert.deepEqual(read("import { z } from 'zod'\nconst a = z.object({})\ntype A = z.infer<typeof a>"), [
      'a: {}',
      'A: z.infer<typeof a>',
    ])
  })

  it('leads from ids to names, values and literals', () => {
    const text = "import { z } from 'zod'\nconst x = z.object({ role: z.enum(['A']).optional() })"
    const spans = [...summarise('a.ts', text).spans].map(([id, { start, end }]) => `${id} ${text.slice(start, end)}`)
    assert.deepEqual(spans, ['x x', 'x.role role', "x.role:type z.enum(['A']).optional()", "x.role.A 'A'"])
  })
})

function read(text: string): string[] {
  return summarise('a.ts', text).summary.declarations.map(({ name, type }) => `${name}: ${renderType(type)}`)
}
