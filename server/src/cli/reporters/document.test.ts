import assert from 'node:assert/strict'
import { type Block, htmlOf, listOf, markdownOf, section } from './document.js'

const BLOCKS: readonly Block[] = [
  { kind: 'heading', level: 1, text: 'Report' },
  ...section('Found', [
    ...listOf(['`a.ts` is <odd>\nand long', 'b']),
    { kind: 'table', columns: ['What', 'Type'], rows: [['x', '`A | B`\nC']] },
    { kind: 'code', language: 'sql', text: 'SELECT "a" < 1;\n-- ```\n' },
  ]),
  ...section('Nothing', listOf([])),
]

describe('a report for people', () => {
  it('is markdown', () =>
    assert.equal(
      markdownOf(BLOCKS),
      '# Report\n\n## Found\n\n- `a.ts` is <odd>\n  and long\n- b\n\n| What | Type |\n| --- | --- |\n| x | `A \\| B` C |\n\n````sql\nSELECT "a" < 1;\n-- ```\n````\n',
    ))

  it('is a page in which nothing from the project is anything but text', () => {
    const page = htmlOf('A & B', BLOCKS)
    assert.match(page, /<title>A &amp; B<\/title>/)
    assert.match(page, /<li><code>a\.ts<\/code> is &lt;odd&gt;<br>and long<\/li>/)
    assert.match(page, /<td><code>A \| B<\/code><br>C<\/td>/)
    assert.match(page, /<pre>SELECT &quot;a&quot; &lt; 1;\n-- ```\n<\/pre>/)
    assert.doesNotMatch(page, /<script|https?:|Nothing/)
  })
})
