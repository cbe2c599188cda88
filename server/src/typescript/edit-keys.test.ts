import assert from 'node:assert/strict'
import { edited } from '../testing/edited.js'

const remove = { kind: 'removeKey', at: 'A.x', key: 'x' } as const

/** Asserts what removing the key `x` makes of a text. */
function removes(before: string, after: string): void {
  assert.equal(edited(before, remove), after)
}

describe('editing lists of keys', () => {
  it('takes a key out of a mapped type', () => {
    removes("type A = Pick<U, 'x' | 'y'>", "type A = Pick<U, 'y'>")
    removes("type A = Omit<U, 'y' | 'x'> & { z: 1 }", "type A = Omit<U, 'y'> & { z: 1 }")
    removes("type A = Partial<Omit<U, 'x'>>", 'type A = Partial<U>')
    removes("type A = Pick<U, 'x'>", 'type A = Pick<U, never>')
    removes("interface A extends Omit<U, 'x'> {}", 'interface A extends U {}')
    removes("type A = Omit<U,\n  | 'x'\n  | 'y'\n>", "type A = Omit<U,\n  | 'y'\n>")
    removes("type A = Pick<U, 'x' | 'y'> & { x: 1 }", "type A = Pick<U, 'y'> & { x: 1 }")
  })

  it('takes a key out of a mixin and of a zod schema', () => {
    removes("class A extends OmitType(U, ['x', 'y'] as const) {}", "class A extends OmitType(U, ['y'] as const) {}")
    removes("class A extends PickType(U, ['x'] as const) {}", 'class A extends PickType(U, [] as const) {}')
    const zod = "import { userSchema } from './u'\n"
    removes(`${zod}const A = userSchema.omit({ x: true, y: true })`, `${zod}const A = userSchema.omit({ y: true })`)
  })

  it('puts another key in the place of one', () => {
    const renames = (before: string, after: string) =>
      assert.equal(edited(before, { kind: 'renameKey', at: 'A.x', key: 'x', to: 'z' }), after)
    renames("type A = Pick<U, 'x' | 'y'>", "type A = Pick<U, 'z' | 'y'>")
    renames('type A = Omit<U, "x">', 'type A = Omit<U, "z">')
    renames("type A = Pick<U, 'x' | 'z'>", "type A = Pick<U, 'z'>")
    renames("class A extends PickType(U, ['x'] as const) {}", "class A extends PickType(U, ['z'] as const) {}")
    const zod = "import { userSchema } from './u'\n"
    renames(`${zod}const A = userSchema.pick({ x: true })`, `${zod}const A = userSchema.pick({ z: true })`)
  })
})
