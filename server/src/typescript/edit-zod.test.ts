import assert from 'node:assert/strict'
import { edited, refusal } from '../testing/edited.js'

const head = `import { z } from 'zod'\nimport { roleSchema, Status } from './enums'\n`

/** A member of a zod object after an intent. */
function member(schema: string, intent: Parameters<typeof edited>[1]): string {
  const before = `${head}export const A = z.object({ x: `
  return edited(`${before}${schema}, y: z.any() })\n`, intent).slice(before.length, -', y: z.any() })\n'.length)
}

const at = 'A.x:type'

describe('editing a zod schema', () => {
  it('lets it take null, or none', () => {
    assert.equal(member('z.string().min(1)', { kind: 'addNull', at }), 'z.string().min(1).nullable()')
    assert.equal(member('nameSchema', { kind: 'addNull', at }), 'nameSchema.nullable()')
    assert.equal(member('z.string().nullish()', { kind: 'addNull', at }), 'z.string().nullish()')
    assert.equal(member('z.string().nullable().optional()', { kind: 'removeNull', at }), 'z.string().optional()')
    assert.equal(member('z.string().nullish()', { kind: 'removeNull', at }), 'z.string().optional()')
    assert.equal(member('z.nullable(z.string())', { kind: 'removeNull', at }), 'z.string()')
    assert.equal(
      member('z.string()\n    .nullable()\n    .min(2)', { kind: 'removeNull', at }),
      'z.string()\n    .min(2)',
    )
  })

  it('lets it be absent, or not', () => {
    const set = (optional: boolean) => ({ kind: 'setOptional', at: 'A.x', optional }) as const
    assert.equal(member('z.string()', set(true)), 'z.string().optional()')
    assert.equal(member('z.string().nullish()', set(true)), 'z.string().nullish()')
    assert.equal(member('z.string().optional()', set(false)), 'z.string()')
    assert.equal(member('z.string().nullish()', set(false)), 'z.string().nullable()')
  })

  it('gives it another type, without the checks of the old one', () => {
    const set = (type: string) => ({ kind: 'setType', at, type }) as const
    assert.equal(member('z.string()', set('number')), 'z.number()')
    assert.equal(member("z.string().min(1, 'short').email().optional()", set('number')), 'z.number().optional()')
    assert.equal(member('z.coerce.number().int().nullable()', set('string')), 'z.string().nullable()')
    assert.equal(member('z.array(z.string().min(1)).max(5)', set('Date')), 'z.array(z.date()).max(5)')
    assert.equal(member('z.string().min(1).array().max(5)', set('Date')), 'z.date().array().max(5)')
    assert.equal(member('z.string()', set('Role')), 'roleSchema')
    assert.equal(member('z.string()', set('Status')), 'z.nativeEnum(Status)')
    assert.match(refusal(`${head}const A = z.object({ x: z.string() })`, { ...set('Payment') }) ?? '', /'Payment'/)
  })

  it('makes a list of it, or a single value', () => {
    const set = (list: boolean) => ({ kind: 'setList', at, list }) as const
    assert.equal(member('z.string().min(1).optional()', set(true)), 'z.array(z.string().min(1)).optional()')
    assert.equal(member('tagSchema', set(true)), 'z.array(tagSchema)')
    assert.equal(member('z.string().array()', set(true)), 'z.string().array()')
    assert.equal(member('z.array(z.string()).min(1).optional()', set(false)), 'z.string().optional()')
    assert.equal(member('z.string().array().max(2).nullable()', set(false)), 'z.string().nullable()')
  })

  it('changes the values that it lists', () => {
    const add = { kind: 'addValue', at, value: 'c' } as const
    const remove = { kind: 'removeValue', at, value: 'a' } as const
    assert.equal(member("z.enum(['a', 'b']).optional()", add), "z.enum(['a', 'b', 'c']).optional()")
    assert.equal(member("z.array(z.enum(['a', 'b']))", remove), "z.array(z.enum(['b']))")
    assert.equal(member("z.enum({ A: 'a', B: 'b' })", add), "z.enum({ A: 'a', B: 'b', C: 'c' })")
    assert.equal(
      member("z.union([z.literal('a'), z.literal('b')])", add),
      "z.union([z.literal('a'), z.literal('b'), z.literal('c')])",
    )
    assert.equal(member("z.enum(['a', 'b'])", { kind: 'renameValue', at, from: 'a', to: 'A' }), "z.enum(['A', 'b'])")
    assert.match(refusal(`${head}const A = z.object({ x: z.nativeEnum(Status) })`, add) ?? '', /not listed/)
  })

  it('renames, removes and adds members', () => {
    const text = `${head}export const A = z
  .object({
    // Who it is.
    id: z.string(),
    x: z.string(), // gone
    last: z.number()
  })
  .strict()\n`
    assert.equal(edited(text, { kind: 'removeMember', at: 'A.x' }), text.replace('    x: z.string(), // gone\n', ''))
    assert.equal(
      edited(text, { kind: 'removeMember', at: 'A.last' }),
      text.replace('z.string(), // gone\n    last: z.number()', 'z.string() // gone'),
    )
    assert.equal(edited(text, { kind: 'renameMember', at: 'A.x', to: 'y' }), text.replace('x: z', 'y: z'))
    const add = { kind: 'addMember', at: 'A', name: 'role', type: 'Role | null', optional: false, after: [] } as const
    assert.equal(
      edited(text, add),
      text.replace('last: z.number()', 'last: z.number(),\n    role: roleSchema.nullable()'),
    )
    assert.equal(
      edited(text, { ...add, after: ['x'], type: 'string[]', optional: true }),
      text.replace('// gone', '// gone\n    role: z.array(z.string()).optional(),'),
    )
  })

  it('adds members to schemas that are made from others', () => {
    const add = { kind: 'addMember', at: 'A', name: 'n', type: 'number', optional: false, after: [] } as const
    assert.equal(
      edited(`${head}export const A = roleSchema.extend({ x: z.string() }).strict()`, add),
      `${head}export const A = roleSchema.extend({ x: z.string(), n: z.number() }).strict()`,
    )
    assert.equal(
      edited(`${head}const B = z.object({ x: z.string() })\nexport const A = B.omit({ x: true })`, add),
      `${head}const B = z.object({ x: z.string() })\nexport const A = B.omit({ x: true }).extend({ n: z.number() })`,
    )
  })
})
