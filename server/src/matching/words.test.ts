import assert from 'node:assert/strict'
import { split } from 'change-case'
import fc from 'fast-check'
import { wordsOf } from './words.js'

describe('wordsOf', () => {
  it('splits names at capitals, digits kept, and at whatever is neither letter nor digit', () => {
    assert.deepEqual(wordsOf('POSSaleItem'), ['pos', 'sale', 'item'])
    assert.deepEqual(wordsOf('__created_at$'), ['created', 'at'])
    assert.deepEqual(wordsOf('oauth2Token3D'), ['oauth2', 'token3', 'd'])
    assert.deepEqual(wordsOf('straßeÄnderung'), ['straße', 'änderung'])
    assert.deepEqual(wordsOf('_'), [])
  })

  it('splits as change-case does', () => {
    const name = fc.string({ unit: fc.constantFrom(...'abcXYZ019_$- .é'), maxLength: 12 })
    fc.assert(
      fc.property(name, (each) =>
        assert.deepEqual(
          wordsOf(each),
          split(each).map((word) => word.toLowerCase()),
        ),
      ),
      { numRuns: 2000 },
    )
  })
})
