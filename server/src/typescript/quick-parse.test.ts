import assert from 'node:assert/strict'
import { ts } from '@ts-morph/common'
import fc from 'fast-check'
import { parse } from './parse.js'
import { quickParse } from './quick-parse.js'
import { readHandovers, readSourceHandovers } from './read-handovers.js'
import { summarise, summariseSource } from './summarise.js'
import { readSourceUsage, readUsage } from './usage.js'

const OPTIONS = { jsx: false, whole: false }

/** Holds what is read quickly to what the parser reads. */
function assertSameSummary(file: string, text: string): void {
  assert.deepEqual(summarise(file, text), summariseSource(parse(file, text), text))
}

function assertQuick(file: string, text: string): void {
  assert.ok(quickParse(text, { jsx: file.endsWith('x'), whole: false }), text)
  assertSameSummary(file, text)
}

function assertSameReading(file: string, text: string): void {
  const parsed = parse(file, text)
  assert.deepEqual(readUsage(file, text), readSourceUsage(parsed), text)
  assert.deepEqual(readHandovers(file, text), readSourceHandovers(parsed), text)
}

describe('quickParse', () => {
  it('reads what the parser reads', () => {
    for (const text of [...DECLARATIONS, ...TYPES.map((type) => `type A<B, C> = ${type}`)]) assertQuick('a.ts', text)
  })

  it('passes over what declares nothing', () => {
    for (const text of OTHERS) {
      const around = `interface A { a: 1 }\n${text}\nexport type B = { b: 2 }`
      assertQuick('a.ts', around)
      const declaring = quickParse(around, OPTIONS)?.statements.filter(
        (each) => 'name' in each && !ts.isFunctionDeclaration(each),
      )
      assert.equal(declaring?.length, 2, text)
    }
  })

  it('is not misled by strings, templates, comments, regular expressions and elements', () => {
    assertQuick(
      'a.ts',
      `function f() { a('}'); b(\`}\${c({ d: "}" })}\`); /* } */ e(/[}/]/g) // }\n  return x / y }\ntype A = 1`,
    )
    assertQuick('a.tsx', "const A = () => { return <b c='}' {...d}>don't {e ? <></> : '}'} // }</b> }\ntype F = 1")
  })

  it('leaves to the parser what it is not sure of', () => {
    for (const text of DOUBTFUL) {
      assert.equal(quickParse(text, OPTIONS), undefined, text)
      assertSameSummary('a.ts', text)
    }
  })

  it('takes no object for a block', () => {
    for (const text of ['a: !{ b: 1, c: 2 }', 'const a = () => !{ b: 1, c: 2 }', 'if (a) b\nelse !{ b: 1, c: 2 }']) {
      assertSameReading('a.ts', text)
    }
  })

  it('reads every mark behind what is not null', () => {
    const handing = 'function a(b: C) { f(b!!); f(b! !, b! /* ! */ !, b++, d-- as D); f(b /* ! */!, (b!! as D)!) }'
    assert.ok(quickParse(handing, { jsx: false, whole: true }))
    assertSameReading('a.ts', handing)
    for (const text of [
      'a(b)!',
      'const a = await b!',
      'a = b[1]!! // !',
      'a!\n++b',
      'a++',
      'a[1]-- /* + */',
      'const a = b!++',
    ]) {
      assertQuick('a.ts', `${text}\ntype A = { b: 1 }\nenum C { D }`)
    }
  })

  it('takes no sign before a value for one behind the last', () => {
    for (const before of ['a!', 'a()', 'a;', 'if (a)', 'if (a) { b }', 'a = b', 'return']) {
      for (const mark of ['!', '++', '\n!', '!\n', '!\n!']) {
        for (const after of ['{ c: 1, d: 2 }', 'class A { c: 1 }', 'function a(b: C) { f(b) }', 'd']) {
          const text = `${before}${mark}\n${after}`
          if (parse('a.ts', text)?.errors.length !== 0) continue
          assertSameReading('a.ts', text)
          assertSameSummary('a.ts', text)
        }
      }
    }
  })

  it('ends a number before a member', () => {
    const text = `1..a = b; 1.5.c = d; 1e3.e = f; 0x1F.g = h; 0b1.i = j; 1n.k = l; 1_0..m = n; .5.o = p; 1.["q"] = r
      s = [1., 1.e5, 0xE-1, 1e+3.t, 2..u(v), 0XFn.w]`
    assert.ok(quickParse(text, { jsx: false, whole: true }))
    assertSameReading('a.ts', text)
    assertSameReading('a.ts', 'const a = 1..b as const, c = 0x1.d')
  })

  it('leaves a text to the parser that nests too deeply', () => {
    assert.equal(quickParse(`function f() { ${'('.repeat(200_000)}${')'.repeat(200_000)} }`, OPTIONS), undefined)
  })

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

  it('reads whole texts as the parser does, as far as usage and handovers go', () => {
    for (const text of [
      ...DECLARATIONS,
      ...TYPES.map((type) => `type A<B, C> = ${type}`),
      ...OTHERS,
      ...CODE,
      ...HANDING,
    ]) {
      if (!text.startsWith('declare module')) assert.ok(quickParse(text, { jsx: false, whole: true }), text)
      assertSameReading('a.ts', text)
    }
    fc.assert(
      fc.property(fileArbitrary(), (text) => assertSameReading('a.ts', text)),
      { numRuns: 200 },
    )
  })

  it('reads whole texts with elements as the parser does', () => {
    for (const text of ELEMENTS) {
      assert.ok(quickParse(text, { jsx: true, whole: true }), text)
      assertSameReading('a.tsx', text)
    }
    const statement = fc.oneof(fc.constantFrom(...ELEMENTS), fc.constantFrom(...CODE), fc.constantFrom(...STATEMENTS))
    const file = fc.array(statement, { maxLength: 6 }).map((parts) => parts.join('\n'))
    fc.assert(
      fc.property(file, (text) => assertSameReading('a.tsx', text)),
      { numRuns: 200 },
    )
  })

  for (const [file, parts] of [
    ['a.ts', () => [...CODE, ...HANDING]],
    ['a.tsx', () => ELEMENTS],
  ] as const) {
    it(`reads whole damaged texts that still parse as the parser does, in ${file}`, () => {
      const code = fc.array(fc.constantFrom(...parts()), { minLength: 1, maxLength: 3 }).map((each) => each.join('\n'))
      const damaged = fc.tuple(code, fc.nat(), fc.constantFrom(...'{}()[]<>\'"`/;,:=.?!@ \n'))
      fc.assert(
        fc.property(damaged, ([text, at, mark]) => {
          const place = at % (text.length + 1)
          const broken = text.slice(0, place) + mark + text.slice(place)
          if (parse(file, broken)?.errors.length === 0) assertSameReading(file, broken)
        }),
        { numRuns: 1000 },
      )
    })
  }

  it('reads the scripts of a component only', () => {
    const text =
      "<template>it's {</template>\n<script setup lang=\"ts\">\nfunction f() { a() }\nexport type A = 'b'\n</script>"
    assertSameSummary('a.vue', text)
    assert.equal(summarise('a.vue', text).summary.declarations.length, 1)
  })
})

const TYPES = [
  'B | null | \'b\' | "c" | 1 | -2 | true | `d` | `e${C}`',
  "| 'a'\n  | 'b'",
  '& { a: 1 } & Omit<B, "c">',
  'readonly B[][] | Array<Record<string, C>>',
  '[a: B, c?: C, ...rest: B[]] | [B?, ...C[]] | []',
  "B['c'] | B[number]['d'] | keyof B | typeof b.c | unique symbol",
  "import('./b').C.D<B> | typeof import('./b')",
  'B extends C ? { a: B } : never',
  '(B | C)[] | (keyof B) | ((a: B) => C) | (B[])',
  "{ [K in keyof B]?: B[K] } | { // why\n  -readonly [K in 'c']: 1 }",
  '((a: B, b?: C) => a is C) | (new (a: B) => C) | (<T>(a: T) => void)',
  'abstract new (...args: B[]) => C',
  '(B)\n  | (C & { a: 1 })',
  `{ a: 1, 'b-c'?: 2; readonly 3: string
    ['d']: C; [e]: 1; [key: string]: unknown; get: 1; set?: 2; readonly: 3; get f(): B; set f(a: B); new: 1
    new (a: B): C; (a: B): C; <T>(a: T): C; m<T>(a: T): C; n?(): C; type: 4; async: B }`,
  'A.B.C<D.E> | this | void | any | unknown | never | object | symbol | bigint | undefined | null',
]

const DECLARATIONS = [
  'export interface A<B extends C = D> extends E<B>, F.G { a: 1 }',
  'export default interface A { a: 1 }',
  'declare global { interface A { a: 1 } }\nnamespace B.C { export type D = 1; namespace E { type F = 2 } }',
  "declare module 'a' { interface B { c: 1 } }\nmodule C { export enum D { E } }",
  "export declare const enum A { B, C = 'c', 'd-e' = 2, F = 1 << 2, G = -3, H = B | C }",
  `@A() @B.C({ d: [1, 2] }, () => E)
  export abstract class F<G> extends H(I, ['j'] as const)<K> implements L, M<N> {
    @O() a: string; @P({ q: 1 }) b?: number = 1\n    c!: Date\n    d = 'd'; e = new Date(); f = true; g = -1; h = a + b
    private readonly i = new Map<string, number>(); static j = 1; declare k: 1; readonly l = \`m\`
    static get n(): number { return 1 } get o() { return 2 } set o(a) {} #p = 1; ['q'] = 1; [r]: 1; [s: string]: 1
    constructor(@S() private readonly t: T, public u = 1, readonly v?: W, x: { y: 1 } = {}) { super() }
    async z<T>(a: T): Promise<T> { return a } *aa() {} abstract ab(): void; ac(): void\n    ad = async () => { ae() }
    af = <T,>(a: T) => a
  }`,
  'export default class { a = 1 }\nexport default class A extends B {}',
  'const A = [`\\${b}`] as const\nclass C { d = .5 }',
  "const A = ['\\u0041\\n\\x42', `\\u{43}`] as const",
  "const A = { a: 'A', 'b-c': 1_000, d: (-2), e } as const, B = ['a', 1] as const satisfies C",
  "export const A = <const>['a'], B = Object.freeze({ c: 'd' } as const), E: F = (['g']) as const",
  'let a = 1\nvar { b, c: [d] } = e, f: G<H, I> = j',
  'const A = [0x10, 1e3, 2.5E-4, 9_9.9_9, -1e+2, 0XfF] as const, B = { c: 5e-7, d: .5e3 } as const\nconst C = 0x1e-1',
  "const A = z.object({ b: z.string() }), C = D.extend({ e: f() })\nimport { z } from 'zod'\nimport { D } from './d'",
  "const a = 1\nimport { dSchema as b } from './d'\nexport const c = b.extend({ e: z.string() })\nimport { z } from 'zod'",
  'const a = async <B extends { c: D },\n>(e: B): Promise<B> => ({ f: e }), g = async <H, I = J>() => {}\ntype K = 1',
  'const a = <B, C extends D[]>(e: (...f: C) => B): ((...f: C) => B) => { return g }\ntype H = 1',
  'class A { b(): asserts this is C { d() } e(f: unknown): asserts f {}; g(h: I): asserts h is J }',
  `import { z } from 'zod'
    export const A = z.object({ a: z.string().min(1, 'it\\'s'), 'b': z.enum(['c', "d"]), ...E.shape, f: G.optional(),
      h: z.lazy(() => A), i: z.array(z.object({ j: z.union([z.literal(1), z.null()]) })), k: z.nativeEnum(L),
      m: z.string().refine((n) => { return n }).transform(async (o) => o), p: z.custom<Q>((r) => !r), s,
      t: B.extend({ u: z.date() }), [v]: z.any(), w() { return 1 }, async x() {} }).strict()
    export const C = A.extend({ y: z.number() }).merge(D).pick({ a: true }), E2 = A.shape.a
    export default z.object({ a: z.string() })`,
  "import { userSchema as a } from './a'\nexport const b = a.partial().omit({ c: true }), c = d.extend({ e: f() })",
  "import 'a'; import b, { type c, d as e } from 'f'\nimport * as g from 'h'\nimport type i from 'j'\nimport type { k } from 'l'",
  "import type from 'a'\nimport A = B.C\nexport import D = E.F",
  "export { a, type b, c as d } from 'e'; export * from 'f'\nexport * as g from 'h'\nexport type { i } from 'j'\nexport { k as default }",
  'const a = 1\nexport default a',
  'export = a',
  "/** @prisma User */\nexport type A = { /** @computed */ a: 1\n  // b\n  c: 2 }\n/** @prisma Post dto */ const d = ['e'] as const",
]

const OTHERS = [
  'function f<T>(a: { b: 1 }): a is { c: T } { return { d: 1 } }',
  'function f(a: any): asserts a is { b: 1 } { c() }',
  'const a = (b): (C | D) => e, f = (g): ((h: I) => J) => ({ k: 1, l: 2 })',
  'function f(a: 1): void\nfunction f(a: any) { g() }',
  'export default async function* () { yield 1 }',
  'async function f() { await g() }',
  'async (x) => { y() }',
  'if (a) { b() } else if (c) { d() } else { e() }',
  'for (const f of g) { h(f) }',
  "switch (i) { case 'j': { k() } }",
  "describe('l', () => { it('m', async () => { type N = 1 }) })",
  'label: { p() }',
  'type = 1',
  'declare\nmodule.exports = { a: 1 }',
  "import('a').then((b) => b())",
  'a = b ? c : d',
  "export as namespace q; 'use strict'",
  'try { r() } catch (s) { t() } finally { u() }',
]

/** Bodies of functions, with object literals in every place that expects something or nothing of them. */
const CODE = [
  `async function a({ b = { c: 1, d }, ...e }: F, [g, , h = { i: 1, j: 2 }]: K[] = []): Promise<L> {
    const m: N = { o: p(), q: r ?? s, t: \`u\${{ v: 1, w: 2 }.v}\`, ...x, y, z() { return { aa: 1, bb: 2 } }, get cc() { return 1 } }
    return { dd: await ee, ff: !gg, hh: -ii, jj: kk ? 'll' : mm, nn: (oo as PP), qq: new RR<SS>({ tt: 1, uu: 2 }) }
  }`,
  'const a: A[] = [{ b: 1, c: 2 }, { d: 3, ...e }], f = { g: 1, h: 2 } as I, j = <K>{ l: 1, m: 2 }, n = { o: 1, p: 2 } satisfies Q',
  'export const a = async (b: { c: D }): Promise<E | null> => ({ f: b.c, g: h!.i })\nconst j = (): K => { return { l: 1, m: 2 } }',
  'if (a) return { b: 1, c: 2 }\nelse if (d) throw new E({ f: 1, g: 2 })\nelse { h.i = { j: 1, k: 2 }; l["m"] += 1; n?.o?.({ p: 1, q: 2 }) }',
  'for (const a of b({ c: 1, d: 2 })) { if (e) continue; break }\nfor (let f = 0, g = h.length; f < g; f++) i[f].j = k\nfor (l in m) n()\nfor (;;) {}',
  `switch (a.b) { case 'c': case d ? e : f: { return { g: 1, h: 2 } } default: i = j }\nwhile (k--) l()
    do { m() } while (n > 0)\no: p()`,
  'try { await a.b.create({ data: { c, d: e }, select: { f: true, g: { select: { h: true, i: true } } } }) } catch (j) { k() } finally { l() }',
  'const aSelect = { b: true, c: true }, d: Prisma.ESelect = { f: true, g: true }\nconst h = z.object({ i: z.string(), j: z.number() })',
  'const a = await b.$queryRaw<{ c: string; d: E }[]>`select f as "g" from h where i = ${{ j: 1, k: 2 }.j}`, l = "select m as n from o"',
  '@A() class B { constructor(private readonly c: C, @D() e: F = { g: 1, h: 2 }) {}\n  @Post() i(@Body() j: K, @Query() l?: M, @Query("n") o?: P): Promise<Q> { return this.r({ s: 1, t: 2 }) } static { u({ v: 1, w: 2 }) } }',
  'a = b ? { c: 1, d: 2 } : { e: 1, f: 2 }\ng ||= h && { i: 1, j: 2 }, k = l in m\nconst n = function* o() { yield { p: 1, q: 2 }; yield* r }',
  'const a = { b: .5, c: d * .25, e: [.1] }, f = x => .5, g = { 1_000: h, 0x1F: i, .5: j, 1e3: k, 0b11: 1..toFixed(2) }',
  'const a = { b: (c as D, E), f: (g, h), i: (j, { k: 1, l: 2 }).k }',
  'const a = b ? c.filter((d): d is E => f({ g: 1, h: 2 })) : [{ i: 1, j: 2 }], k = l ? m : (n): o => ({ p: 1, q: 2 })',
  'const a = b ? (c) : d => e, f = g ? [(h): i => j] : k[(l): m => n], o = p ? { q: (r): s => t, u: 1 } : ((v): w => x)',
  'const a = b as C<D> as E<F>, g = h satisfies I<J> as { k: 1 }, l = m<N>\nfunction p(q: R): q is\n  | S { return t }',
  'class A { #b = { c: 1, d: 2 }; e() { this.#b = { f: 1, g: 2 }; return this.#b?.h ?? { i: this.#j(), k: 1 } } }',
  'a = b(c)!\nd.e = f!\ng.h.i = j\nif (!k) !l.m\nn["o"] = p!',
  'const a = b as unknown as C<D>, e = f<G>, h = typeof i === "j" && k instanceof L\nvoid (async () => { await m })()\nnew.target?.n',
  'const a = class B<C> extends D(E) { f = { g: 1, h: 2 } }, i = /[/}]/.test(j), k = l / m / n, o = x => y => ({ p: 1, q: 2 })',
  'function a(b: (c: { d: 1; e: 2 }) => { f: 3 }, g: { [H in "i"]: { j: 1 } }, k: L extends { m: 1 } ? { n: 1 } : O<{ p: 1 }>): q is { r: 1 } { return s }',
]

/** Functions that hand on what they are given, in every way that matters. */
const HANDING = [
  'function a(b: C, d: E) { f(b && d || b, b || d && b, b ?? d, b === d || b, (b, d), b + d, b = d, g ? b : d, !b || d) }',
  'function a(b: C, d: E) { f(!b ? d : b, /* ! */ !(b) && d, ++b || d, (b as G) ?? d, -b || d as C, `${h(b)}`, typeof b || d) }',
  'function a([b, ...c]: D[], { e, f: g, ...h }: I) { j(b); j(c); j(e); j(g); j(h); const [k, l] = h, { m, ...n } = h; j(k, l, m, n) }',
  'function a(b: C[]) { for (const d of b) e(d); for (const f in b) e(f); for (let g = b; g; g = h) { e(g) } for (;;) e(b) }',
  'async function a(b: C) { delete b.d; delete b["e"]; f(b); const g = { ...b, h: 1 }; g.i = 2; f(g); import(b); super.j(await b) }',
  'function a(b: C) { switch (b.d) { case 1: const e = b; f(e); break; default: f(e) }\n if (b) var g = b\n f(g); h: f(b) }',
  'class A { constructor(private b: C) {} d = new E(); f = (g: H) => this.b.i(g, { j: g }); k(l: M): N { this.d.o(l); this.k(l!) } }',
  'const a = { b(c: D) { e.f(c) }, g: (c: D) => e?.f?.(c), h: function (c: D) { i.j.create({ data: { ...c, k: 1 }, where: c }) } }',
  'export default async function a({ b }: { b: Omit<C, "d"> }) { e.f.upsert({ create: b, update: { ...b } }); b.map(({ g, ...h }) => i(h)) }',
  'const a = b.input(c).mutation(async ({ input: { d, ...e } }) => f.g.update({ data: e }))\nfunction h(i: J) { k(Object.assign({}, i, { l: 1 })) }',
]

/** Elements with object literals, strings and functions in them. */
const ELEMENTS = [
  'const a = <b c={{ d: 1, e: f() }} {...g({ h: 1, i: 2 })} j="select k as l from m" n=\'"\'>{/* } */}{...o}{p ?? { q: 1, r: 2 }}</b>',
  `export function A({ b, c = { d: 1, e: 2 } }: F): JSX.Element {
    const [g, h] = useState<I[]>([{ j: 1, k: 2 }])
    return (
      <>
        // no comment, it's text > here &amp;
        {g.map((l) => <m.N key={l.o} p={(q) => r({ s: q, t: 1 })} u-v:w = "x" y />)}
        {h && <div className={\`z \${{ aa: 1, bb: 2 }.aa}\`}>{h ? <p>don't</p> : { cc: 1, dd: 2 }}</div>}
      </>
    )
  }`,
  'const a: B = cond ? <b>{c}</b> : <D e=<f g={{ h: 1, i: 2 }} /> />',
  'const a = (b: C) => <d>{function (): E { return { f: 1, g: 2 } }}</d>, h = { i: <j k={{ l: 1, m: 2 }} />, n: 1, select: <o p={{ q: 1, r: 2 }} /> }',
  'const a = <T,>(b: T) => <c d={b as E} f={<U extends V>(g: U): W => ({ h: 1, i: 2 })}></c>',
  'function a() { return <b>{c}{" "}{d.e({ f: 1, g: 2 })} h = {{ i: 1, j: 2 }}</b> }\nexport default a',
  'const a = b<C>({ d: 1, e: 2 }) < f, g = [<h key="i" />, <></>, <j>k &lt; l</j>]\na.m = <n />',
  'const a = (\n  // b\n  <C /* d */ e // "f"\n    g={h}\n  >\n    i\n  </C>\n)',
]

const DOUBTFUL = [
  'if (a) { b() } else @ { c() }\nexport enum D { E }',
  'a(b); if (c) d() @E() class F { g: 1 }',
  'class A {\n  constructor\n  (private b: C) {}\n}',
  'export default interface\nA { b: 1 }',
  'let a: B[]! = c',
  'interface A { a: 1',
  'function f() { a(] }\ntype A = 1',
  'function f() { "a }\ntype A = 1',
  'class A { b() { `${ } }',
  '}{',
  '!class A { b() { return 1 } }',
  'type A = 1 2',
  "import a from './a' with { type: 'json' }",
  "import a = require('a')",
  "import { z } from 'zod'\nconst A = z.object({ get b() { return z.string() } })",
  'type A = B extends (infer C extends string) ? C : never',
  'const A = [0b10, 1e400n] as const',
]

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
