import assert from 'node:assert/strict'
import fc from 'fast-check'
import { squeeze } from './squeeze.js'

describe('squeeze', () => {
  it('takes out the beginning and long runs of spaces', () => {
    const text = `a ${' '.repeat(100)}bc\n  d${' '.repeat(50)}`
    assert.equal(squeeze(text, 0).text, 'a  bc\n  d  ')
    assert.equal(squeeze(text, 1).text, ';  bc\n  d  ')
    assert.equal(squeeze('a  b', 0).text, 'a  b')
  })

  it('knows where every token stood', () => {
    const spaces = fc.nat(90).map((count) => ' '.repeat(count))
    const piece = fc.oneof(fc.constantFrom('a', 'bc', '\n'), spaces)
    fc.assert(
      fc.property(fc.array(piece), fc.nat(), (pieces, from) => {
        const text = pieces.join('')
        const start = from % (text.length + 1)
        const { text: short, originOf } = squeeze(text, start)
        for (const { 0: token, index } of short.matchAll(/\w+/g)) {
          const origin = originOf(index)
          assert.ok(text.startsWith(token, origin))
          assert.equal(originOf(index + token.length), origin + token.length)
        }
        const words = (code: string) => code.match(/\w+/g) ?? []
        assert.deepEqual(words(short), words(text.slice(start)))
      }),
    )
  })
})
