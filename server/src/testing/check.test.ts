import assert from 'node:assert/strict'
import { check } from './check.js'
import { checkFix } from './check-fix.js'
import { checkPairs } from './check-pairs.js'
import { parseFixture, writeFixture } from './fixture.js'

const drift = `
//- /schema.prisma
model User {
  id    String  @id
  email String?
}
//- /user.ts
export interface User {
  id: string
  email: string
       //^^^^^^ 💡 warning[nullability-mismatch] 'email' excludes null, but column 'User.email' is nullable
}
`

describe('the fixture language', () => {
  it('announces findings', () => check(drift))

  it('fails on a finding that is not announced', () => {
    assert.throws(() => check(drift.replace(/\n *\/\/\^.*/, '')), /'email' excludes null/)
  })

  it('fails on an announced finding that is not found', () => {
    assert.throws(() => check(drift.replace('email String?', 'email String')), /^AssertionError.*: found:/)
  })

  it('fails on another severity, range or message, and on a fix too many', () => {
    for (const [from, to] of [
      ['warning', 'error'],
      ['//^', '//'],
      ['nullable\n}', 'null\n}'],
      ['💡 ', ''],
    ] as const) {
      assert.throws(() => check(drift.replace(from, to)), `${from} → ${to}`)
    }
  })

  it('announces pairs, with as much of their evidence as one likes', () => {
    const announcing = (text: string): string =>
      drift.replace(/\n *\/\/\^.*/, '').replace('export interface User {', `$&\n               //^^^^ ${text}`)
    checkPairs(announcing('pair User mirror certain'))
    checkPairs(announcing('pair User mirror certain: fields 2/2'))
    assert.throws(() => checkPairs(announcing('pair User mirror certain: name-affix')), /name-exact; fields 2\/2/)
    assert.throws(() => checkPairs(announcing('pair User subset certain')))
  })

  it('checks what a fix means to do and what it leaves', () => {
    const intents = [{ kind: 'addNull', at: 'user.ts#User.email:type' }] as const
    const after = 'export interface User {\n  id: string\n  email: string | null\n}\n'
    const expected = { title: "Allow null in 'email'", safe: true, intents, after }
    checkFix(drift, expected)
    assert.throws(() => checkFix(drift, { ...expected, safe: false }))
    assert.throws(() => checkFix(drift, { ...expected, title: 'Allow null' }), /Make 'email' optional/)
    assert.throws(() => checkFix(drift, { ...expected, after: after.replace(' | null', '') }))
  })

  it('reads what it writes', () => {
    const source = '//- /a.prisma base\nmodel A {\n}\n//- /b.ts\nx y\n//@0-1 left\n//^^^… rest\n//^ a\n'
    const written = writeFixture(parseFixture(source))
    assert.equal(written, '//- /a.prisma base\nmodel A {\n}\n//- /b.ts\nx y\n//@0-1 left\n//^ a\n//^^^… rest\n')
    assert.equal(writeFixture(parseFixture(written)), written)
  })

  it('refuses what is no fixture', () => {
    assert.throws(() => parseFixture('interface A {}'))
    assert.throws(() => parseFixture('//- a.ts\n'))
    assert.throws(() => parseFixture('//- /a.prisma old\n'))
    assert.throws(() => parseFixture('//- /a.prisma base\nmodel A {\n    //^ x\n}'))
  })
})
