import assert from 'node:assert/strict'
import { edited } from '../testing/edited.js'

const tag = { kind: 'setTag', at: 'A', tag: '@prisma User subset' } as const
const computed = { kind: 'setTag', at: 'A.x', tag: '@computed' } as const

describe('editing JSDoc tags', () => {
  it('writes a comment where there is none', () => {
    assert.equal(edited('export interface A {}', tag), '/** @prisma User subset */\nexport interface A {}')
    assert.equal(edited('// a\r\n@B()\r\nclass A {}', tag), '// a\r\n/** @prisma User subset */\r\n@B()\r\nclass A {}')
    assert.equal(
      edited("import { z } from 'zod'\nexport const A = z.object({})", tag),
      "import { z } from 'zod'\n/** @prisma User subset */\nexport const A = z.object({})",
    )
    assert.equal(edited('type A = {\n  x: 1\n}', computed), 'type A = {\n  /** @computed */\n  x: 1\n}')
    assert.equal(edited('type A = { y: 2; x: 1 }', computed), 'type A = { y: 2;\n  /** @computed */\n  x: 1 }')
  })

  it('adds a tag to the comment that is there', () => {
    assert.equal(
      edited('/** A user. */\ninterface A {}', tag),
      '/**\n * A user.\n * @prisma User subset\n */\ninterface A {}',
    )
    assert.equal(
      edited('interface A {\n  /**\n   * Of x.\n   */\n  x: 1\n}', computed),
      'interface A {\n  /**\n   * Of x.\n   * @computed\n   */\n  x: 1\n}',
    )
  })

  it('replaces a tag of the same name', () => {
    assert.equal(edited('/** @prisma Usr mirror */\ntype A = {}', tag), '/** @prisma User subset */\ntype A = {}')
    assert.equal(
      edited('/**\n * @prisma Usr\n * @see B\n */\ntype A = {}', tag),
      '/**\n * @prisma User subset\n * @see B\n */\ntype A = {}',
    )
  })
})
