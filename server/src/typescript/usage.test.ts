import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readUsage } from './usage.js'

describe('readUsage', () => {
  it('finds every name that may be written', () => {
    const text = `const a = { b: 1, 'c-d': 2, e, get f() { return 1 }, h() {} }; a.i = 1; a['j'] += 1; a.k == 1
      interface L { m: string } class N { o = 1; constructor(private p: string, q: string) {} }`
    assert.deepEqual(read(text).written, ['b', 'c-d', 'e', 'f', 'h', 'i', 'j', 'm', 'o', 'p'])
  })

  it('takes methods that answer for fields of GraphQL for what they are called', () => {
    const text = `class R { @ResolveField(() => User) async creator(@Parent() p: P) {} @ResolveField('owner') o() {}
      @Query(() => [User]) users() {} plain() {} }`
    assert.deepEqual(read(text).written, ['creator', 'owner'])
  })

  it('finds aliases in SQL', () => {
    const text =
      'const a = prisma.$queryRaw`SELECT x AS "fullName", count(*) as total FROM t WHERE i = $' +
      '{id} AND y AS `; f(\'select a as "b" from c\'); g("known as ever")'
    assert.deepEqual(read(text).written, ['b', 'fullName', 'total'])
  })

  it('notes literals of two keys and more, with spreads and annotations', () => {
    const text = `const a: User = { b: 1, c: 2 }; const one = { d: 1 }; f({ ...x, e: 1, g: 2 }); f({ [k]: 1, h: 1, i: 2 })
      const j = { k: 1, l: 2 } as const satisfies M; const n = <O>{ p: 1, q: 2 }; const r: S | null = ok ? { t: 1, u: 2 } : null`
    assert.deepEqual(literals(text), ['User: b c', 'S: t u', 'O: p q', 'M: k l', '-: e g …', '-: h i …'].sort())
  })

  it('takes annotations from return types and arrays', () => {
    const text = `async function a(): Promise<B> { return { c: 1, d: 2 } }
      const e = (): F => ({ g: 1, h: 2 }); xs.map((x): I => ({ j: 1, k: 2 }))
      const l: M[] = [{ n: 1, o: 2 }]; class P { q(): R { f(() => { return { s: 1, t: 2 } }); return { u: 1, v: 2 } } }`
    assert.deepEqual(literals(text), ['B: c d', 'F: g h', 'I: j k', 'M: n o', '-: s t', 'R: u v'].sort())
  })

  it('does not hand an annotation on to nested values', () => {
    assert.deepEqual(
      literals('const a: User = { b: { c: 1, d: 2 }, e: f({ g: 1, h: 2 }) }'),
      ['User: b e', '-: c d', '-: g h'].sort(),
    )
  })

  it('marks what is selected', () => {
    const text = `p.user.findMany({ select: { a: true, b: { select: { c: true, d: true } } }, where: { e: 1, f: 2 } })
      const userSelect = { g: true, h: true }; const x = { i: true, j: true } satisfies Prisma.UserSelect`
    assert.deepEqual(
      literals(text),
      [
        '-: a b select',
        '-: c d select',
        '-: e f',
        '-: g h select',
        '-: select where',
        'Prisma.UserSelect: i j select',
      ].sort(),
    )
  })

  it('tells what is handed to operations of Prisma, itself or in variables of the function', () => {
    const text = `async function f(p, d) { const w = { a: 1 }; w.b = 2; await p.user.findMany({ where: w, select: { c: true } })
        return p.team.create({ data: d.map((x) => ({ e: x, g: 1 })) }) }
      function h(w) { w.i = 1; return { j: 1 } }`
    const { handed, sent } = read(text)
    assert.deepEqual(handed, [
      { of: 'team', names: ['data', 'e', 'g'] },
      { of: 'user', names: ['a', 'b', 'select', 'where'] },
    ])
    assert.deepEqual(sent, ['i', 'j'])
  })

  it('tells the members of types and schemas from what may be sent, and leaves out what functions take', () => {
    const text = `interface A { a: string; b: { c: string } } type D = { d: string }; class E { e: string }
      const s = z.object({ f: z.string(), g: z.object({ h: z.string() }) })
      const i = (x: { j: string }): { k: string } => ({ l: 1 }); class M { @N({ o: 1 }) p() {} }`
    const { declared, unnamed, sent } = read(text)
    assert.deepEqual(declared, [
      { of: 'A', names: ['a', 'b'] },
      { of: 'D', names: ['d'] },
      { of: 'E', names: ['e'] },
      { of: 's', names: ['f', 'g'] },
    ])
    assert.deepEqual(unnamed, [['c'], ['k']])
    assert.deepEqual(sent, ['h', 'l'])
  })

  it('does not depend on the order of things', () => {
    assert.deepEqual(read('f({ a: 1, b: 2 }); x.c = 1'), read('x.c = 2\n\nf({ b: 3, a: 4 }); f({ a: 0, b: 0 })'))
  })

  it('ends on text that nests without end and never throws', () => {
    for (const unit of ['f(', '{ a: ', '[', '(', 'a + ', 'x => ', '`${', 'class A { b = ']) read(unit.repeat(5000))
    const sample = `const a: U = { b: [{ c: 1, d: p.user.findMany({ select: { e: true } }) }] } as V; class X { f(@Body() g: H) {} }`
    fc.assert(
      fc.property(fc.nat(sample.length), fc.nat(30), fc.string(), (at, length, put) => {
        read(sample.slice(0, at) + put + sample.slice(at + length))
      }),
    )
  })
})

function read(text: string) {
  return readUsage('a.ts', text)
}

/** `User: id name` with `…` for a spread and `select`. */
function literals(text: string): string[] {
  const shown = read(text).literals.map(({ keys, annotation, spread, select }) => {
    return `${annotation ?? '-'}: ${keys.join(' ')}${spread ? ' …' : ''}${select ? ' select' : ''}`
  })
  return shown.sort()
}
