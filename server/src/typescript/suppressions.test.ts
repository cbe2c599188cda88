import assert from 'node:assert/strict'
import { suppressionsOf } from './suppressions.js'

/** Without the places, which are tested where they are shown. */
function read(text: string) {
  return suppressionsOf(text).map(({ span, ...rest }) => rest)
}

describe('suppressionsOf', () => {
  it('reads rules, scope and reason', () => {
    const text = `// prisma-drift-disable-file field-missing -- written by hand
interface A {
  // prisma-drift-disable-next-line field-unknown, nullability-mismatch -- it is -- computed\r\n  a: string
  /* prisma-drift-disable-next-line */
  b: string
}`
    assert.deepEqual(read(text), [
      { rules: ['field-missing'], scope: 'file', reason: 'written by hand' },
      { rules: ['field-unknown', 'nullability-mismatch'], scope: 3, reason: 'it is -- computed' },
      { rules: [], scope: 5, reason: undefined },
    ])
  })

  it('reads comments of a template and ignores other words', () => {
    assert.deepEqual(read('<!-- prisma-drift-disable-file -- x -->\n'), [{ rules: [], scope: 'file', reason: 'x' }])
    assert.deepEqual(read("const a = 'prisma-drift-disable-file'\n// prisma-drift-disable-files x"), [])
  })

  it('keeps a reason that has no rule before it', () => {
    assert.deepEqual(read('// prisma-drift-disable-next-line -- why'), [{ rules: [], scope: 1, reason: 'why' }])
  })
})
