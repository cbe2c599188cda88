import assert from 'node:assert/strict'
import { listedTexts } from './listed-texts.js'

describe('listedTexts', () => {
  it('reads the texts that a comment lists', () => {
    assert.deepEqual(listedTexts(' draft, sent, paid'), ['draft', 'sent', 'paid'])
    assert.deepEqual(listedTexts(' "open" | "in progress"'), ['open', 'in progress'])
    assert.deepEqual(listedTexts(' Status: NEW / DONE.'), ['NEW', 'DONE'])
    assert.deepEqual(listedTexts(' small, large (or as the shop says)'), ['small', 'large'])
    assert.deepEqual(listedTexts(' daily or weekly'), ['daily', 'weekly'])
    assert.deepEqual(listedTexts(' entrée, sortie, etc.'), ['entrée', 'sortie'])
  })

  it('takes no other words for a list', () => {
    for (const comment of [
      '',
      ' draft',
      ' set by the shop, or empty',
      ' https://example.org/a',
      ' private group support',
    ])
      assert.deepEqual(listedTexts(comment), [], comment)
  })
})
