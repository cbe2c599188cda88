import assert from 'node:assert/strict'
import { mergeTexts } from './merge-texts.js'

const BASE = 'a\nb\nc\nd\ne\nf\n'

describe('merging two changes of a text', () => {
  const cases = {
    'takes both': { own: 'a\nB\nc\nd\ne\nf\n', other: 'a\nb\nc\nd\nE\nf\ng\n', merged: 'a\nB\nc\nd\nE\nf\ng\n' },
    'takes once what both say': { own: 'a\nB\nc\nd\ne\nf\n', other: 'a\nB\nc\nd\nf\n', merged: 'a\nB\nc\nd\nf\n' },
    'takes out what one has taken out': {
      own: 'a\nb\nc\nd\ne\nf\nown\n',
      other: 'c\nd\ne\nf\n',
      merged: 'c\nd\ne\nf\nown\n',
    },
    'keeps the last line without a break': {
      own: 'a\nb\nc\nd\ne\nf\n',
      other: 'a\nb\nc\nd\ne\nf',
      merged: 'a\nb\nc\nd\ne\nf',
    },
  }
  for (const [what, { own, other, merged }] of Object.entries(cases)) {
    it(what, () => assert.deepEqual(mergeTexts({ base: BASE, own, other }), { text: merged, conflicts: 0 }))
  }

  it('keeps the own one where both differ, and counts that', () =>
    assert.deepEqual(mergeTexts({ base: BASE, own: 'a\nOWN\nc\nd\ne\nf\n', other: 'a\nOTHER\nc\nd\nE\nf\n' }), {
      text: 'a\nOWN\nc\nd\nE\nf\n',
      conflicts: 1,
    }))
})
