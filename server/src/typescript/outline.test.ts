import assert from 'node:assert/strict'
import fc from 'fast-check'
import { outlineOf } from './outline.js'
import { codeOutline, parse } from './parse.js'
import { summarise, summariseSource } from './summarise.js'

/** The outline as it reads, with every run of spaces as one. */
function shown(text: string): string {
  return outlineOf(text, false).replace(/ +/g, ' ')
}

function assertSameSummary(file: string, text: string): void {
  assert.deepEqual(summarise(file, text), summariseSource(parse(file, text), text))
}

describe('outlineOf', () => {
  it('empties the bodies of methods and blocks', () => {
    const text = `namespace N { export function f(a: { b: string }): { c: Array<number> } { return { c: [1] } } }
class A<T extends { a: 1 }> extends mixin(B) { c = 1; constructor(readonly d: string) { super() } e(): Promise<void> { x() } }
if (f) { g() }`
    assert.equal(
      shown(text),
      `namespace N { export function f(a: { b: string }): { c: Array<number> } { } }
class A<T extends { a: 1 }> extends mixin(B) { c = 1; constructor(readonly d: string) { } e(): Promise<void> { } }
if (f) { }`,
    )
  })

  it('leaves out functions of the file, a semicolon in their place', () => {
    for (const text of [
      'function f(a: { b: string }): { c: Array<number> } { return { c: [1] } }',
      'export default async function* () { yield 1 }',
      'async function f<T = {}>(a: T): Promise<{ b: T }> { await g(() => { h() }) }',
    ]) {
      assert.equal(shown(`let x\n  ${text}\ntype A = 1`), 'let x\n ;\ntype A = 1')
      assert.equal(shown(`type B = 2;${text}type A = 1`), 'type B = 2; ;type A = 1')
    }
    assert.equal(shown('let f\n= function () { g() }'), 'let f\n= 0 ')
  })

  it('reads no signature for the function that follows', () => {
    const text = 'function f(a: 1): { b: 2 }\nfunction f(a: any) { g() }\n@C() class D { function() { e() } f }'
    assert.equal(shown(text), 'function f(a: 1): { b: 2 }\n ;\n@C() class D { function() { } f }')
  })

  it('leaves out functions that are values', () => {
    for (const value of [
      'async ({ a }: B): Promise<C> => { d() }',
      'x => { y() }',
      '(): A<B, C> => { d() }',
      '(a): { b: 1 } => { c() }',
    ]) {
      assert.equal(shown(`const f: T = ${value}\ntype A = 1`), 'const f: T = 0 \ntype A = 1')
    }
    const text = "const a = b => c, D = ['e'] as const\nf = () => { g() }, h = { i: j => { k() } }"
    assert.equal(shown(text), "const a = b => c, D = ['e'] as const\nf = 0 , h = { }")
  })

  it('keeps every offset', () => {
    const text = 'function f() {\n  return `${{ a: 1 }}`\n}\nexport type A = 1'
    const outline = outlineOf(text, false)
    assert.equal(outline.length, text.length)
    assert.equal(outline.indexOf('export'), text.indexOf('export'))
  })

  it('keeps lists of literals, schemas and the getters of schemas', () => {
    for (const text of [
      "const A = { a: 'A' } as const",
      "const A = ['a'] satisfies string[] as const",
      "const A = Object.freeze({ a: 'A' })",
      "const A = (['a']) as const",
      "const A = z.object({ a: z.string(), get b() { return z.array(A) }, get 'c'() { return A } })",
      'export default z.object({ a: z.string() })',
    ]) {
      assert.equal(outlineOf(text, false), text)
    }
  })

  it('empties the values of other constants', () => {
    assert.equal(
      shown('const a = { b: { c: 1 } }\nconst d = f({ e: 1 }), g = new H({ i: 1 })'),
      'const a = { }\nconst d = f(0 ), g = new H(0 )',
    )
    assert.equal(shown('const a = f({ b: 1 })\n@C({ d: 1 })\nclass E {}'), 'const a = f(0 )\n@C({ d: 1 })\nclass E {}')
  })

  it('is not misled by strings, templates, comments and regular expressions', () => {
    const text = `function f() { a('}'); b(\`}\${c({ d: "}" })}\`); /* } */ e(/[}/]/g) // }\n  return x / y }\ntype A = 1`
    assert.equal(shown(text), ' ;\ntype A = 1')
  })

  it('reads elements where there may be some', () => {
    const text = "const A = () => { return <b c='}' {...d}>don't {e ? <></> : '}'} // }</b> }\ntype F = 1"
    assert.equal(outlineOf(text, true).replace(/ +/g, ' '), 'const A = 0 \ntype F = 1')
  })

  it('leaves a text alone whose brackets do not match', () => {
    for (const text of [
      'function f() { a(',
      'function f() { a(] }',
      'function f() { "a }',
      'class A { b() { `${ } }',
      '}{',
    ]) {
      assert.equal(outlineOf(text, false), text)
    }
  })

  it('leaves a text alone that nests too deeply', () => {
    const text = `function f() { ${'('.repeat(200_000)}${')'.repeat(200_000)} }`
    assert.equal(outlineOf(text, false), text)
  })
})

describe('codeOutline', () => {
  it('takes nothing from the summary of a file', () => {
    fc.assert(
      fc.property(fileArbitrary(), (text) => assertSameSummary('a.tsx', text)),
      { numRuns: 300 },
    )
  })

  it('takes nothing from the summary of a damaged file that still parses', () => {
    const damaged = fc.tuple(fileArbitrary(), fc.nat(), fc.constantFrom(...'{}()[]<>\'"`/;,:=.?!@ \n'))
    fc.assert(
      fc.property(damaged, ([text, at, mark]) => {
        const place = at % (text.length + 1)
        const broken = text.slice(0, place) + mark + text.slice(place)
        if ((parse('a.ts', broken)?.errors.length ?? 0) === 0) assertSameSummary('a.ts', broken)
      }),
      { numRuns: 500 },
    )
  })

  it('reads the scripts of a component only', () => {
    const text =
      "<template>it's {</template>\n<script setup lang=\"ts\">\nfunction f() { a() }\nexport type A = 'b'\n</script>"
    assert.equal(codeOutline('a.vue', text).trim().replace(/ +/g, ' '), ";\nexport type A = 'b'")
    assertSameSummary('a.vue', text)
  })
})

/** Files of statements in any order, with and without semicolons. */
function fileArbitrary(): fc.Arbitrary<string> {
  const statement = fc.constantFrom(...STATEMENTS)
  const end = fc.constantFrom(';\n', '\n', "\n\n// it's } a comment\n", ' /* { */\n')
  return fc.array(fc.tuple(statement, end), { maxLength: 8 }).map((parts) => parts.flat().join(''))
}

const STATEMENTS = [
  "import { z } from 'zod'",
  "import { type A, userSchema as B } from './a'",
  "import x from './x' with { type: 'json' }",
  'export { A, B as C }',
  'export interface A<T = {}> extends B<() => { a: 1 }> { b: string; c(): { d: 1 }; [e: string]: unknown }',
  "export type D = { a: (b: { c: 1 }) => { d: 2 } } & (E extends { f: 1 } ? 'g' : 'h')",
  'export abstract class F<T extends {}> extends mix(G) implements H { @I({ a: () => { b() } }) c?: string; d = { e: 1 }; get f(): J { return k }\n  abstract l(): { m: 1 }\n  n: { o: 1 }\n  static { p() } constructor(private q: R, readonly s = t(u)) { super() } async *v<W>(x: { y: 1 } = {}): Promise<{ z: 1 }> { yield 1 } }',
  "export enum K { L = 'l', M = 1 << 2, N = 'n'.length }",
  "export const O = { P: 'p', Q: 1 } as const",
  "export const R = ['s', 't'] as const, U = f({ a: 1 })",
  'const V = z.object({ a: z.string(), get b() { return z.array(V) }, c: z.lazy(() => V), d: z.string().refine((e) => { return e }) })',
  'export const W = V.extend({ x: z.number() }).partial()',
  'export const fn = async <T,>({ a }: { a: T } = {}): Promise<T> => { return a / 2 / (b) }',
  'const c = d ? (e) : f',
  'const g = await h({ i: 1 })',
  'function j(k: string): k is { l: 1 } { if (/[{]/.test(k)) return `}${{ m: 1 }}`\n return n }',
  'function overload(a: 1): { b: 2 }',
  'export default function () { return 1 }',
  '/** @prisma User */ export async function tagged(a: 1): Promise<void> { b() }',
  'const late = x => x, VALUES = ["a"] as const',
  'later = async (x) => { y() }',
  '@Dec()\nexport class Tagged { function(a: 1) { b() } get() { c() } }',
  'declare module "m" { interface N { o: string } }',
  'export namespace P { export interface Q { r: string }\n const s = { t: 1 }\n export const U = ["v"] as const }',
  'if (a) { b() } else if (c) { d() } else { e() }',
  'for (const f of g) { h(f) }',
  "switch (i) { case 'j': { k() } }",
  "describe('l', () => { it('m', async () => { n({ o: 1 }) }) })",
  'label: { p() }',
  'export const q = r<S>({ t: 1 })\n@U({ v: 1 })\nclass X { y!: string }',
  "let z1 = 'a' as const",
]
