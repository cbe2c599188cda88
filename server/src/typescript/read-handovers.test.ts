import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readHandovers } from './read-handovers.js'

describe('readHandovers', () => {
  it('follows a parameter into an operation, itself or in an object', () => {
    assert.deepEqual(handed('class S { create(dto: A) { return this.prisma.user.create({ data: dto }) } }'), [
      'S.create A#0 → user.create data',
    ])
    assert.deepEqual(
      handed('const f = async (id, dto: A) => db.user.update({ where: { id }, data: { ...dto, id } })'),
      ['f A#1 -id → user.update data'],
    )
    assert.deepEqual(
      handed('function f(dto: A) { tx.user.upsert({ where: dto, create: dto as any, update: dto! }) }'),
      ['f A#0 → user.upsert data', 'f A#0 → user.upsert data', 'f A#0 → user.upsert where'],
    )
  })

  it('leaves out what is taken out, deleted or written over', () => {
    const into = ' → user.create data'
    assert.deepEqual(handed('function f({ a, b: c, ...rest }: A) { p.user.create({ data: rest }) }'), [
      `f A#0 -a -b${into}`,
    ])
    assert.deepEqual(
      handed('function f(d: A) { const { a, ...b } = d; const { c, ...e } = b; p.user.create({ data: e }) }'),
      [`f A#0 -a -c${into}`],
    )
    assert.deepEqual(
      handed('function f(d: A) { delete d.a; d["b"] = 1; p.user.create({ data: { c: 1, ...d, e: 2 } }) }'),
      [`f A#0 -a -b -e${into}`],
    )
    assert.deepEqual(handed('function f(d: A) { p.user.create({ data: Object.assign({ a: 1 }, d, { b: 2 }) }) }'), [
      `f A#0 -b${into}`,
      'f A#0 → Object.assign(1)',
    ])
  })

  it('gives up on what it cannot follow', () => {
    for (const data of [
      'pick(d)',
      '{ a: d.a }',
      'Object.fromEntries(d)',
      'd.map(toUser)',
      'this.d',
      '{ a: d }',
      'd.a()',
    ])
      assert.deepEqual(
        handed(`function f(d: A) { p.user.create({ data: ${data} }) }`).filter((each) => each.includes('user.create')),
        [],
      )
    for (const change of ['d = g()', '[d] = g()', '[x, ...d] = g()', '({ d, ...x } = g())', '({ x: { y: d } } = g())'])
      assert.deepEqual(handed(`function f(d: A) { ${change}; p.user.create({ data: d }) }`), [], change)
    for (const loop of ['for (d of g())', 'for (const d in g())'])
      assert.deepEqual(handed(`function f(d: A) { ${loop} p.user.create({ data: d }) }`), [], loop)
    assert.deepEqual(handed('function f(d: A) { for (const k in d) delete d[k]; p.user.create({ data: d }) }'), [])
  })

  it('follows variables by their blocks, conditions and lists', () => {
    const text = `function f(d: A, e: B) {
        if (d) { const x = d; p.user.create({ data: x }) } else { const x = e; p.user.update({ data: x }) }
        p.team.create({ data: d ? e : d })
      }
      function g(ds: A[]) { for (const d of ds) p.user.create({ data: d }); ds.forEach((d) => p.user.update({ data: d })) }
      const h = (ds: Array<A>) => p.user.createMany({ data: ds.filter(Boolean).map(({ a, ...d }) => ({ ...d, b: 1 })) })`
    assert.deepEqual(handed(text), [
      'f A#0 → team.create data',
      'f A#0 → user.create data',
      'f B#1 → team.create data',
      'f B#1 → user.update data',
      'g A#0 → user.create data',
      'g A#0 → user.update data',
      'h A#0 -a -b → user.createMany data',
    ])
  })

  it('reads types with what Omit and Pick leave, and the members of inline ones', () => {
    const into = ' → user.create data'
    const typed = (type: string) => handed(`function f(d: ${type}) { p.user.create({ data: d }) }`)
    assert.deepEqual(typed('Partial<Omit<A, "x" | "y">> | null'), [`f A(-x -y)#0${into}`])
    assert.deepEqual(typed('Pick<A, "x"> & B'), [`f A(x) B#0${into}`])
    assert.deepEqual(typed('z.infer<typeof a>'), [`f a#0${into}`])
    assert.deepEqual(typed('Wrapper<A>'), [`f #0${into}`])
    assert.deepEqual(handed('function f({ input }: { input: A; id: string }) { p.user.create({ data: input }) }'), [
      `f A#0.input${into}`,
    ])
    assert.deepEqual(handed('function f(args: Args) { p.user.create({ ...args, data: args.data }) }'), [
      `f Args.data#0.data${into}`,
      'f Args.where#0.where → user.create where',
    ])
  })

  it('knows what schemas parse, procedures take and requests bring', () => {
    const into = ' → user.create data'
    assert.deepEqual(handed('async function f() { const d = await a.parseAsync(x); p.user.create({ data: d }) }'), [
      `f a${into}`,
    ])
    assert.deepEqual(
      handed('function f() { const r = a.safeParse(x); const { b, ...d } = r.data; p.user.create({ data: d }) }'),
      [`f a -b${into}`],
    )
    assert.deepEqual(
      handed('const r = { add: t.input(a).use(u).mutation(({ input, ctx }) => ctx.db.user.create({ data: input })) }'),
      [` a${into}`],
    )
    assert.deepEqual(handed('r.post("/", async (req, res) => { const d: A = req.body; p.user.create({ data: d }) })'), [
      ` A${into}`,
    ])
    assert.deepEqual(handed('const f = async (req: Request) => p.user.create({ data: (await req.json()) as A })'), [
      `f A${into}`,
    ])
    assert.deepEqual(handed('const f = (req: Request<P, R, A>) => p.user.create({ data: req.body })'), [
      `f A#0.body${into}`,
    ])
    assert.deepEqual(handed('function f() { const d: A = make(); p.user.create({ data: d }) }'), [])
  })

  it('tells calls of functions by their names, classes and constants', () => {
    const text = `class C { constructor(private readonly users: UserService) {} repo = new Repo()
        a(d: A) { this.users.create(1, d); this.repo.add({ data: d, id: 1 }); this.b({ ...d, x: 1 }); save(d); users.add(d) } }
      const users = { add(d: B) { p.user.create({ data: d }) } }`
    assert.deepEqual(handed(text), [
      'C.a A#0 -x → C.b(0)',
      'C.a A#0 → Repo.add(0.data)',
      'C.a A#0 → UserService.create(1)',
      'C.a A#0 → save(0)',
      'C.a A#0 → users.add(0)',
      'users.add B#0 → user.create data',
    ])
  })

  it('says where the value stands', () => {
    const text = 'const f = (d: A) => p.user.create({ data: { ...d } })'
    const [found] = readHandovers('a.ts', text)
    assert.equal(text.slice(found?.span.start, found?.span.end), '{ ...d }')
  })

  it('ends on text that nests without end and never throws', () => {
    for (const unit of ['f(', '{ a: ', '[', '(', '() => ', 'class A { b = ', 'const {a} = ', 'x.map((a) => ', '{...'])
      readHandovers('a.ts', unit.repeat(1000))
    const sample =
      'class A { f({ a, ...b }: B) { const c = { ...b, d: 1 }; delete c.e; p.user.create({ data: c ?? b as any }) } }'
    fc.assert(
      fc.property(fc.nat(sample.length), fc.nat(30), fc.string(), (at, length, put) => {
        readHandovers('a.ts', sample.slice(0, at) + put + sample.slice(at + length))
      }),
    )
  })
})

/** `UsersService.create Dto#1 -password → user.create data`, sorted. */
function handed(text: string): string[] {
  const shown = readHandovers('a.ts', text).map(({ handover: { by, parameter, types, path, without, into } }) => {
    const names = types.map(({ name, without: left, only, path: further }) => {
      const rest = [...left.map((each) => `-${each}`), ...(only ?? [])].join(' ')
      return [rest === '' ? name : `${name}(${rest})`, ...further].join('.')
    })
    const way = [...(parameter === undefined ? [] : [`#${parameter}`]), ...path.map((each) => `.${each}`)].join('')
    const to =
      into.kind === 'call'
        ? `${into.callee}(${[into.index, ...into.path].join('.')})`
        : `${into.delegate}.${into.operation} ${into.argument}`
    return `${by} ${names.join(' ')}${way}${without.map((each) => ` -${each}`).join('')} → ${to}`
  })
  return shown.sort()
}
