import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  applyEdits,
  changeBetween,
  composeEdits,
  deletion,
  insertion,
  replacement,
  type TextEdit,
} from './text-edit.js'

/** Edits of a text of a given length that do not overlap. */
function editsOf(length: number): fc.Arbitrary<readonly TextEdit[]> {
  const offsets = fc.array(fc.nat(length), { maxLength: 8 }).map((list) => list.toSorted((a, b) => a - b))
  const texts = fc.array(fc.string({ maxLength: 3 }), { minLength: 4, maxLength: 4 })
  return fc.tuple(offsets, texts).map(([list, newTexts]) =>
    newTexts.flatMap((newText, index) => {
      const [start, end] = list.slice(2 * index, 2 * index + 2)
      return start === undefined || end === undefined ? [] : [{ span: { start, end }, newText }]
    }),
  )
}

describe('text edits', () => {
  it('are made at once, insertions at one place in their order', () => {
    const edits = [replacement({ start: 4, end: 5 }, 'E'), insertion(2, 'x'), insertion(2, 'y'), deletion(0, 1)]
    assert.equal(applyEdits('abcdef', edits), 'bxycdEf')
    assert.equal(applyEdits('abc', []), 'abc')
  })

  it('may not change the same part', () => {
    assert.throws(() => applyEdits('abcdef', [deletion(1, 3), deletion(2, 4)]), RangeError)
  })

  it('tell two texts apart by the least that changes, and split no character', () => {
    assert.deepEqual(changeBetween('one two three', 'one 2 three'), replacement({ start: 4, end: 7 }, '2'))
    assert.deepEqual(changeBetween('a\r\nb', 'a\r\rb'), replacement({ start: 1, end: 3 }, '\r\r'))
    assert.deepEqual(changeBetween('x😀', 'x😁'), replacement({ start: 1, end: 3 }, '😁'))
    const texts = fc
      .array(fc.constantFrom('a', 'b', '\r\n', '😀', '😁'), { maxLength: 8 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        assert.equal(applyEdits(before, [changeBetween(before, after)]), after)
      }),
    )
  })

  it('compose to what they do one after the other', () => {
    const steps = fc.string({ maxLength: 12 }).chain((text) =>
      editsOf(text.length).chain((first) => {
        const between = applyEdits(text, first)
        return editsOf(between.length).map((second) => ({ text, first, second, between }))
      }),
    )
    fc.assert(
      fc.property(steps, ({ text, first, second, between }) => {
        const composed = composeEdits(first, second)
        assert.equal(applyEdits(text, composed), applyEdits(between, second))
        for (const [index, { span }] of composed.entries())
          assert.ok(span.start > (composed[index - 1]?.span.end ?? -1), 'sorted and apart')
      }),
    )
  })
})
