import assert from 'node:assert/strict'
import fc from 'fast-check'
import { commonEnd, commonStart } from './common-text.js'

describe('the common part of two texts', () => {
  it('is as long as a walk from character to character finds', () => {
    const part = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 60 })
    fc.assert(
      fc.property(part, part, part, part, (start, left, right, end) => {
        const [a, b] = [start + left + end, start + right + end]
        const length = commonStart(a, b)
        assert.ok(
          a.startsWith(b.slice(0, length)) && (length === Math.min(a.length, b.length) || a[length] !== b[length]),
        )
        const most = Math.min(a.length, b.length) - length
        const same = commonEnd(a, b, most)
        assert.ok(same <= most && a.endsWith(b.slice(b.length - same)))
        assert.ok(same === most || a[a.length - 1 - same] !== b[b.length - 1 - same])
      }),
    )
  })

  it('may be longer than what is compared at once', () => {
    const long = 'x'.repeat(200_001)
    assert.equal(commonStart(`${long}a`, `${long}b`), 200_001)
    assert.equal(commonEnd(`a${long}`, `b${long}`, 200_001), 200_001)
  })
})
