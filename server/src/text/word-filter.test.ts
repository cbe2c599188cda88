import assert from 'node:assert/strict'
import fc from 'fast-check'
import { createWordFilter, wordKeyOf } from './word-filter.js'

describe('a word filter', () => {
  it('never denies a word that the text holds, in whatever case', () => {
    const piece = fc.oneof(
      fc.stringMatching(/^[A-Za-z0-9_]{1,12}$/),
      fc.constantFrom(' ', '.', '$', 'é', '\n', '-', '{'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('')
        const filter = createWordFilter(text)
        for (const word of text.match(/[A-Za-z0-9_]+/g) ?? []) {
          assert.ok(filter.mayHold(wordKeyOf(word)), word)
          assert.ok(filter.mayHold(wordKeyOf(word.toUpperCase())), word)
        }
      }),
    )
  })

  it('denies nearly all words that the text does not hold', () => {
    const text = Array.from({ length: 1200 }, (_, at) => `word${at % 400}`).join(' ')
    const filter = createWordFilter(text)
    const wrong = Array.from({ length: 1000 }, (_, at) => `other${at}`).filter((word) =>
      filter.mayHold(wordKeyOf(word)),
    )
    assert.ok(wrong.length < 80, `${wrong.length} of 1000`)
  })

  it('cannot tell of what is no single word', () => {
    assert.ok(createWordFilter('').mayHold(wordKeyOf('a-b')))
    assert.ok(createWordFilter('').mayHold(wordKeyOf('')))
    assert.ok(!createWordFilter('').mayHold(wordKeyOf('a')))
  })
})
