import assert from 'node:assert/strict'
import { edited, refusal } from '../testing/edited.js'

const union = "type A =\n  | { kind: 'a'; x: string; y: 1 }\n  | { kind: 'b'; x: string }\n"

describe('properties of the alternatives of a union', () => {
  it('change in all of them', () => {
    for (const at of ['A.x', 'A.x#2']) {
      assert.equal(
        edited(union, { kind: 'removeMember', at }),
        union.replaceAll(' x: string;', '').replace('; x: string', ''),
      )
      assert.equal(edited(union, { kind: 'renameMember', at, to: 'z' }), union.replaceAll('x:', 'z:'))
      assert.equal(edited(union, { kind: 'setOptional', at, optional: true }), union.replaceAll('x:', 'x?:'))
    }
    assert.equal(
      edited(union, { kind: 'setType', at: 'A.x#2:type', type: 'number' }),
      union.replaceAll('string', 'number'),
    )
    const nested = 'type A = { x: { y: 1 } } | { x: { y: 1; z: 2 } }'
    assert.equal(
      edited(nested, { kind: 'addNull', at: 'A.x#2.y:type' }),
      'type A = { x: { y: 1 | null } } | { x: { y: 1 | null; z: 2 } }',
    )
  })

  it('keep the types that tell the alternatives apart', () => {
    const setType = { kind: 'setType', at: 'A.kind:type', type: 'number' } as const
    assert.match(refusal(union, setType) ?? '', /in several types/)
  })

  it('are others than those of declarations of the same name', () => {
    const twice = 'interface A { x: string; y: 1 }\ninterface A { x: string; z: 1 }'
    const after = twice.replace('x: string; z', 'z')
    assert.equal(edited(twice, { kind: 'removeMember', at: 'A#2.x' }), after)
  })
})
