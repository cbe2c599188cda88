import assert from 'node:assert/strict'
import type { TypeNode } from '../model/declaration.js'
import { renderType } from './render-type.js'

const STRING: TypeNode = { kind: 'primitive', name: 'string' }

describe('renderType', () => {
  it('groups what an array or a union would pull apart', () => {
    assert.equal(
      renderType({ kind: 'array', element: { kind: 'union', members: [STRING, { kind: 'literal', value: 'a' }] } }),
      "(string | 'a')[]",
    )
  })

  it('cuts long types', () => {
    const members = Array.from({ length: 50 }, (_, index): TypeNode => ({ kind: 'literal', value: `VALUE_${index}` }))
    const text = renderType({ kind: 'union', members })
    assert.equal(text.length, 60)
    assert.ok(text.startsWith("'VALUE_0' | 'VALUE_1' | ") && text.endsWith('…'))
  })

  it('does not follow a large type to its end', () => {
    let type = STRING as TypeNode
    for (let depth = 0; depth < 40; depth++) type = { kind: 'intersection', members: [type, type] }
    assert.equal(renderType(type).length, 60)
  })
})
