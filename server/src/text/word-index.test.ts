import assert from 'node:assert/strict'
import fc from 'fast-check'
import { createWordIndex, foldedKeyOf, wordKeyOf } from './word-index.js'

/** Runs of word characters and what stands between them. */
const TEXT = fc
  .array(fc.oneof(fc.stringMatching(/^[A-Za-z0-9_]{1,12}$/), fc.constantFrom(' ', '.', '$', 'é', '\n', '-', '{')), {
    maxLength: 60,
  })
  .map((pieces) => pieces.join(''))

function indexOf(texts: readonly string[]) {
  const index = createWordIndex<number>()
  for (const [at, text] of texts.entries()) index.set(at, text)
  return index
}

describe('an index of words', () => {
  it('never leaves out a text that holds a word, also after changes', () => {
    const changes = fc.array(fc.tuple(fc.nat({ max: 80 }), fc.option(TEXT)), { maxLength: 120 })
    fc.assert(
      fc.property(changes, (changes) => {
        const index = createWordIndex<number>()
        const texts = new Map<number, string>()
        for (const [key, text] of changes) {
          if (text === null) index.delete(key)
          else index.set(key, text)
          if (text === null) texts.delete(key)
          else texts.set(key, text)
        }
        for (const [key, text] of texts) {
          const words = text.match(/[A-Za-z0-9_]+/g) ?? []
          const all = [...words.map(wordKeyOf), ...words.map((word) => foldedKeyOf(word.toUpperCase()))]
          for (const word of all) assert.ok(index.mayHold(key, word))
          assert.ok(index.candidates(all, []).includes(key))
          if (all.length > 0) assert.ok(index.candidates([], [wordKeyOf('other'), ...all]).includes(key))
        }
        const present = index.candidates([], [])
        assert.deepEqual([...present].sort(), [...texts.keys()].sort())
      }),
    )
  })

  it('leaves out nearly all texts that do not hold a word, or hold it in another case', () => {
    const text = Array.from({ length: 1200 }, (_, at) => `word${at % 400}`).join(' ')
    const index = indexOf(Array.from({ length: 40 }, () => text))
    for (const [name, share] of [
      ['other', 0.02],
      ['Word', 0.25],
    ] as const) {
      const wrong = Array.from({ length: 400 }, (_, at) => index.candidates([wordKeyOf(`${name}${at}`)], []).length)
      const total = wrong.reduce((sum, each) => sum + each, 0)
      assert.ok(total < share * 400 * 40, `${name}: ${total} of ${400 * 40}`)
    }
    assert.equal(index.candidates([foldedKeyOf('Word7')], []).length, 40)
  })

  it('forgets what a text held before', () => {
    const index = indexOf(['a', 'b c'])
    index.set(0, 'd')
    assert.deepEqual(index.candidates([wordKeyOf('a')], []), [])
    assert.deepEqual(index.candidates([wordKeyOf('d')], []), [0])
    index.delete(1)
    assert.deepEqual(index.candidates([], [wordKeyOf('b'), wordKeyOf('d')]), [0])
  })

  it('cannot tell of what is no single word', () => {
    const index = indexOf([''])
    assert.ok(index.mayHold(0, wordKeyOf('a-b')))
    assert.ok(index.mayHold(0, wordKeyOf('')))
    assert.ok(!index.mayHold(0, wordKeyOf('a')))
  })
})
