import assert from 'node:assert/strict'
import { snapshotOf } from '../testing/check.js'
import { parseFixture } from '../testing/fixture.js'
import { applyEdits } from '../text/text-edit.js'
import { suppressionEdit } from './suppression-edit.js'

/** A file after a rule was silenced on a line, counted from 0; undefined where it cannot be. */
function silenced(file: string, text: string, line: number, rule = 'a-rule'): string | undefined {
  const edit = suppressionEdit(file, text, line, rule)
  return edit && applyEdits(text, [edit])
}

describe('silencing a rule on a line', () => {
  it('writes a comment above it, with its indentation and line ending', () => {
    assert.equal(
      silenced('a.ts', 'interface A {\r\n\tx: 1\r\n}', 1),
      'interface A {\r\n\t// prisma-drift-disable-next-line a-rule\r\n\tx: 1\r\n}',
    )
    assert.equal(silenced('a.ts', 'type A = 1', 0), '// prisma-drift-disable-next-line a-rule\ntype A = 1')
    assert.equal(
      silenced('schema.prisma', 'model A {\n  id Int @id\n}\n', 1),
      'model A {\n  /// prisma-drift-disable a-rule\n  id Int @id\n}\n',
    )
  })

  it('adds the rule to a comment that is there', () => {
    const cases: readonly [string, string | undefined][] = [
      ['// prisma-drift-disable-next-line b', '// prisma-drift-disable-next-line b, a-rule'],
      ['// prisma-drift-disable-next-line b, c -- why', '// prisma-drift-disable-next-line b, c, a-rule -- why'],
      ['/* prisma-drift-disable-next-line b */', '/* prisma-drift-disable-next-line b, a-rule */'],
      ['// prisma-drift-disable-next-line', undefined],
      ['// prisma-drift-disable-next-line a-rule', undefined],
    ]
    for (const [before, after] of cases)
      assert.equal(silenced('a.ts', `${before}\ntype A = 1`, 1), after && `${after}\ntype A = 1`)
    assert.equal(
      silenced('a.prisma', 'model A {\n  /// prisma-drift-disable b\n  id Int\n}', 2),
      'model A {\n  /// prisma-drift-disable b, a-rule\n  id Int\n}',
    )
  })

  it('does nothing where a comment would be text, or past the end', () => {
    const jsx = 'export const A = () => (\n  <p>\n    text\n    <b\n      id="x"\n    />\n  </p>\n)\n'
    assert.equal(silenced('a.tsx', jsx, 2), undefined)
    assert.equal(silenced('a.tsx', jsx, 3), undefined)
    assert.match(silenced('a.tsx', jsx, 4) ?? '', /<b\n {6}\/\/ prisma/)
    const template = 'const a = `x\n  y ${\n    z\n  } w\n`\ntype A = 1\n'
    assert.equal(silenced('a.ts', template, 1), undefined)
    assert.match(silenced('a.ts', template, 2) ?? '', /\{\n {4}\/\/ prisma/)
    assert.equal(silenced('a.ts', template, 4), undefined)
    assert.match(silenced('a.ts', template, 5) ?? '', /`\n\/\/ prisma/)
    assert.equal(silenced('a.ts', '/**\n * x\n */\ntype A = 1', 1), undefined)
    assert.equal(silenced('a.ts', 'type A = 1', 1), undefined)
    const vue = '<template>\n  <p>x</p>\n</template>\n<script setup lang="ts">\ntype A = 1\n</script>\n'
    assert.equal(silenced('a.vue', vue, 1), undefined)
    assert.match(silenced('a.vue', vue, 4) ?? '', /ts">\n\/\/ prisma/)
  })

  it('silences what is found there', () => {
    const source = `//- /schema.prisma
model User {
  id    String  @id
  email String?
}
//- /user.ts
export interface User {
  id: string
  email: string
}
`
    const fixture = parseFixture(source)
    const [finding] = snapshotOf(fixture).findings()
    assert.equal(finding?.rule, 'nullability-mismatch')
    const text = silenced('user.ts', fixture[1]?.text ?? '', 2, finding.rule)
    assert.ok(text)
    assert.deepEqual(snapshotOf(fixture.map((each, index) => (index === 1 ? { ...each, text } : each))).findings(), [])
  })
})
