import assert from 'node:assert/strict'
import wasm from '@prisma/prisma-schema-wasm'
import { createPrismaEngine } from './engine.js'
import { maskLegacy } from './mask-legacy.js'
import { PREVIEW_FEATURES } from './preview-features.js'

const LEGACY = `\uFEFFgenerator client {
  provider        = "prisma-client-js"
  previewFeatures = ["metrics", "views", "fullTextSearchPostgres", "nApi"]
}
datasource db {
  provider  = "postgresql"
  url       = env("DATABASE_URL") // "secret"
  directUrl = "postgres://a:b@c/d"
}
view V {
  id Int @unique
}
`

describe('maskLegacy', () => {
  const features = new Set(['views', 'typedSql'])

  it('blanks what version 7 refuses and keeps every offset', () => {
    const masked = maskLegacy(LEGACY, features)
    assert.equal(masked.length, LEGACY.length)
    assert.deepEqual(lineLengths(masked), lineLengths(LEGACY))
    assert.ok(!/metrics|fullText|nApi|env|directUrl|postgres:/.test(masked))
  })

  for (const [list, expected] of [
    ['["x"]', '[]'],
    ['["x", "views"]', '["views"]'],
    ['["views", "x", "typedSql"]', '["views","typedSql"]'],
    ['["x", "y", "views", "z"]', '["views"]'],
    ['["views", "typedSql"]', '["views","typedSql"]'],
  ] as const) {
    it(`leaves of ${list} what is known`, () => {
      const masked = maskLegacy(`generator g {\n  previewFeatures = ${list}\n}\n`, features)
      assert.equal(/\[.*\]/.exec(masked)?.[0].replaceAll(' ', ''), expected)
    })
  }
})

describe('createPrismaEngine', () => {
  const engine = createPrismaEngine(wasm)

  it('accepts schemas of earlier versions', () => {
    assert.deepEqual(engine.lint([{ file: 'a', text: LEGACY }]), [])
    assert.deepEqual(
      engine.datamodel([{ file: 'a', text: LEGACY }])?.models.map(({ name }) => name),
      ['V'],
    )
  })

  it('says in which file an error is and where, in UTF-16 code units', () => {
    const text = 'model A {\n  // 😀é\n  id Int @id\n  b Foo\n}\n'
    const errors = engine.lint([
      { file: 'x/a.prisma', text },
      { file: 'x/b.prisma', text: 'enum E {\n  A\n}\n' },
    ])
    assert.deepEqual(
      errors?.map(({ file, start, end }) => [file, text.slice(start, end)]),
      [['x/a.prisma', 'Foo']],
    )
    assert.match(errors?.[0]?.message ?? '', /^Type "Foo" is neither/)
  })

  it('knows the preview features that the module knows', () => {
    assert.deepEqual(JSON.parse(wasm.preview_features()), [...PREVIEW_FEATURES])
  })

  it('leaves out warnings', () => {
    const text = 'datasource db {\n  provider = "mysql"\n  referentialIntegrity = "prisma"\n}\n'
    assert.deepEqual(engine.lint([{ file: 'a', text }]), [])
  })

  it('has no answer where the schema has errors or the module panics', () => {
    assert.equal(engine.datamodel([{ file: 'a', text: 'model A {' }]), undefined)
    const panic = () => {
      throw new Error('unreachable')
    }
    const broken = createPrismaEngine({ lint: panic, get_datamodel: panic })
    assert.equal(broken.lint([{ file: 'a', text: '' }]), undefined)
    assert.equal(broken.datamodel([{ file: 'a', text: '' }]), undefined)
  })
})

function lineLengths(text: string): number[] {
  return text.split('\n').map(({ length }) => length)
}
