import assert from 'node:assert/strict'
import { suppressionsOf } from './suppressions.js'

describe('suppressionsOf', () => {
  it('reads rules, scope and reason', () => {
    const text = `// prisma-drift-disable-file field-missing -- written by hand
interface A {
  // prisma-drift-disable-next-line field-unknown, nullability-mismatch -- it is -- computed\r\n  a: string
  /* prisma-drift-disable-next-line */
  b: string
}`
    assert.deepEqual(suppressionsOf(text), [
      { rules: ['field-missing'], scope: 'file', reason: 'written by hand' },
      { rules: ['field-unknown', 'nullability-mismatch'], scope: 3, reason: 'it is -- computed' },
      { rules: [], scope: 5, reason: undefined },
    ])
  })

  it('reads comments of a template and ignores other words', () => {
    assert.deepEqual(suppressionsOf('<!-- prisma-drift-disable-file -- x -->\n'), [
      { rules: [], scope: 'file', reason: 'x' },
    ])
    assert.deepEqual(suppressionsOf("const a = 'prisma-drift-disable-file'\n// prisma-drift-disable-files x"), [])
  })

  it('keeps a reason that has no rule before it', () => {
    assert.deepEqual(suppressionsOf('// prisma-drift-disable-next-line -- why'), [
      { rules: [], scope: 1, reason: 'why' },
    ])
  })
})
