import assert from 'node:assert/strict'
import fc from 'fast-check'
import { elementAt } from './element-at.js'

/** Spans that contain one another or do not overlap, as those of syntax do. */
const nested: fc.Arbitrary<readonly [number, number][]> = fc
  .array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 12 })
  .map((pairs) => {
    const kept: [number, number][] = []
    for (const [a, b] of pairs) {
      const [start, end] = [Math.min(a, b), Math.max(a, b)]
      const crosses = kept.some(([s, e]) => (s < start && start < e && e < end) || (start < s && s < end && end < e))
      if (!crosses && start < end) kept.push([start, end])
    }
    return kept
  })

describe('the element at an offset', () => {
  it('is the innermost that holds or touches it', () => {
    fc.assert(
      fc.property(nested, fc.nat(32), (list, offset) => {
        const spans = new Map(list.map(([start, end], index) => [`e${index}`, { start, end }]))
        const found = elementAt(spans, offset)
        const around = [...spans.values()].filter(({ start, end }) => start <= offset && offset <= end)
        if (around.length === 0) assert.equal(found, undefined)
        else {
          assert.ok(found && around.includes(found.span))
          const { start, end } = found.span
          const inner = around.filter(
            (each) => start <= each.start && each.end <= end && each.end - each.start < end - start,
          )
          assert.deepEqual(inner, [])
        }
      }),
    )
  })

  it('is the one that was named first of two at the same place', () => {
    const span = { start: 2, end: 7 }
    assert.equal(
      elementAt(
        new Map([
          ['Role.ADMIN', span],
          ['Role.ADMIN:line', span],
        ]),
        3,
      )?.id,
      'Role.ADMIN',
    )
  })
})
