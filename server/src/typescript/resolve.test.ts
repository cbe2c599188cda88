import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { PropertyType, Shape } from '../model/shape.js'
import { createResolver, type Resolver, type ResolverHost } from './resolve.js'
import { summarise } from './summarise.js'

describe('createResolver', () => {
  describe('types of properties', () => {
    it('tells bases, null, undefined and lists', () => {
      const forms: Record<string, string> = {
        string: 'string',
        'string | null': 'string null',
        'string | undefined': 'string undefined',
        'string | number': 'string|number',
        'boolean[]': 'boolean[]',
        'Array<Date> | null': 'Date[] null',
        'ReadonlyArray<string>': 'string[]',
        '[string, number]': 'string|number[]',
        'true | false': 'boolean',
        bigint: 'bigint',
        'Buffer | Uint8Array': 'bytes',
        '() => void': 'function',
        'Record<string, number>': 'object',
        'Map<string, string>': 'object',
        'Partial<Other>': 'object',
        "'a' | 'b' | null": 'string null =a,b',
        '1 | 2': 'number =1,2',
        "('a' | 'b')[]": 'string[] =a,b',
        "string & { __brand: 'x' }": 'string',
        'string | string[]': 'string list?',
        'NonNullable<string | null>': 'string',
        "Exclude<'a' | 'b', 'b'>": 'string =a',
        "Extract<'a' | 'b', 'b'>": 'string =b',
        'Exclude<string | null, null>': 'string',
        any: '? null? list?',
        unknown: '? null? list?',
        Missing: '? null? list?',
        'Promise<string>': '? null? list?',
        'string | Missing': 'string ? null? list?',
        'string[][]': '?[]',
        never: '?',
        'Readonly<string[]>': 'string[]',
      }
      for (const [written, shown] of Object.entries(forms)) {
        assert.equal(
          shownType(propertyOf({ 'a.ts': `interface A { p: ${written} }\ninterface Other {}` })),
          shown,
          written,
        )
      }
    })

    it('follows names, wrappers and aliases to values', () => {
      const rest = `enum E { A = 'a', B = 'b' }
        const C = { X: 'x', Y: 'y' } as const\ntype C = (typeof C)[keyof typeof C]
        const L = ['l', 'm'] as const\ntype L = (typeof L)[number]
        type U = 'u' | 'v'\ntype N<T> = T | null\ntype Id = string\ninterface O { role: 'r' | 's'; id: Id }
        enum Computed { A = f() }\nclass K {}\ntype G<T> = { g: T }`
      const forms: Record<string, string> = {
        E: 'string =a,b from E',
        'E.A': 'string =a',
        C: 'string =x,y from C',
        '(typeof C)[keyof typeof C]': 'string =x,y from C',
        "(typeof C)['X']": 'string =x from C',
        'keyof typeof C': 'string =X,Y from C',
        L: 'string =l,m from L',
        U: 'string =u,v from U',
        'N<U>': 'string null =u,v from U',
        "N<'q'>": 'string null =q',
        "U | 'w'": 'string =u,v,w',
        'N<Id>': 'string null',
        "O['role']": 'string =r,s from O.role',
        "O['id']": 'string',
        'keyof O': 'string =role,id',
        Computed: '? null? list?',
        K: 'object',
        'G<string>': 'object',
      }
      for (const [written, shown] of Object.entries(forms)) {
        assert.equal(shownType(propertyOf({ 'a.ts': `interface A { p: ${written} }\n${rest}` })), shown, written)
      }
    })

    it('names the single type that is written', () => {
      const files = {
        'a.ts':
          "import { B } from './b'\ninterface A { p: B | null; q: B[]; r: N<B>; s: B | string; t: Date; u: B['x'] }\ntype N<T> = T | null",
        'b.ts': 'export interface B { x: string }',
      }
      const { properties } = shapeOf(files, 'A')
      assert.deepEqual(
        properties.map(({ type }) => `${type.name} ${type.target?.file} ${type.target?.id}`),
        [
          'B b.ts B',
          'B b.ts B',
          'B b.ts B',
          'undefined undefined undefined',
          'Date undefined undefined',
          'undefined undefined undefined',
        ],
      )
    })

    it('says nothing of what the generated client declares, but knows its decimals', () => {
      const head = "import { Prisma, Role, User as Row } from '@prisma/client'\nimport Dec from 'decimal.js'\n"
      const forms: Record<string, string> = {
        'Prisma.Decimal': 'Decimal',
        Dec: 'Decimal',
        Role: '?',
        'Role | null': '? null',
        'Row[]': '?[]',
        'Prisma.JsonValue': 'object ? null? list?',
        'Prisma.UserGetPayload<{}>': '? null? list?',
        '(typeof Role)[keyof typeof Role]': '? null? list?',
      }
      for (const [written, shown] of Object.entries(forms)) {
        assert.equal(shownType(propertyOf({ 'a.ts': `${head}interface A { p: ${written} }` })), shown, written)
      }
      assert.equal(propertyOf({ 'a.ts': `${head}interface A { p: Row }` }).name, 'User')
    })

    it('prefers what the file declares or imports to globals', () => {
      assert.equal(shownType(propertyOf({ 'a.ts': 'interface A { p: Date }\ninterface Date { day: 1 }' })), 'object')
      assert.equal(
        shownType(
          propertyOf({
            'a.ts': "import { Date } from './b'\ninterface A { p: Date }",
            'b.ts': 'export type Date = string',
          }),
        ),
        'string',
      )
      assert.equal(
        shownType(propertyOf({ 'a.ts': 'interface A { p: Date }', 'b.ts': 'export type Date = string' })),
        'Date',
      )
    })

    it('gives the shapes of inline and named objects', () => {
      const shape = shapeOf(
        {
          'a.ts':
            'interface A { p: { x: string; y?: { z: 1 } } | null; q: B[]; r: G<string>; s: Pick<B, "b"> }\ninterface B { b: A; c: 1 }\ntype G<T> = { g: T }',
        },
        'A',
      )
      const [p, q, r, s] = shape.properties.map(({ type }) => type.shape())
      assert.deepEqual([p?.name, p?.ref.id, shown(p)], ['A.p', 'A.p', 'x: string; y?: object'])
      assert.deepEqual(
        p?.properties.map(({ ref, declaredIn, inherited }) => [ref.id, declaredIn.name, inherited]),
        [
          ['A.p.x', 'A', false],
          ['A.p.y', 'A', false],
        ],
      )
      const y = p?.properties[1]?.type.shape()
      assert.deepEqual([y?.name, shown(y)], ['A.p.y', 'z: number =1'])
      assert.deepEqual([q?.name, shown(q)], ['B', 'b: object; c: number =1'])
      assert.equal(q?.properties[0]?.type.shape(), shape)
      assert.deepEqual([r?.name, shown(r)], ['G', 'g: string'])
      assert.deepEqual(shown(s), 'b: object')
    })
  })

  describe('what a declaration is made of', () => {
    it('inherits, and says where a property is declared', () => {
      const files = {
        'a.ts': "import { Base } from './b'\nexport interface A extends Base<string> { own: 1; id: number }",
        'b.ts': 'export interface Base<T> extends Root { id: T; at: T }\ninterface Root { root: 1 }',
      }
      const shape = shapeOf(files, 'A')
      assert.deepEqual(
        shape.properties.map(
          ({ name, ref, declaredIn, inherited }) => `${name} ${ref.file} ${ref.id} ${declaredIn.name} ${inherited}`,
        ),
        [
          'root b.ts Root.root Root true',
          'id a.ts A.id A false',
          'at b.ts Base.at Base true',
          'own a.ts A.own A false',
        ],
      )
      assert.equal(shown(shape), 'root: number =1; id: number; at: string; own: number =1')
    })

    it('understands utilities of TypeScript', () => {
      const rest = "\ninterface B { a: string; b?: number }\ninterface C { b: Date; c: boolean }\ntype K = 'a' | 'x'"
      const forms: Record<string, string> = {
        'Partial<B>': 'a?: string; b?: number',
        'Required<B>': 'a: string; b: number',
        'Readonly<B>': 'a: string; b?: number',
        "Pick<B, 'a'>": 'a: string',
        "Omit<B, 'a'>": 'b?: number',
        'Omit<B, K>': 'b?: number',
        'Omit<B, keyof C>': 'a: string',
        'Omit<B, Missing>': ' open',
        "Record<'x' | 'y', string>": 'x: string; y: string',
        'Record<string, string>': ' open',
        'B & C': 'a: string; b: Date; c: boolean',
        'B & Missing': 'a: string; b?: number open',
        "Partial<B> & Pick<C, 'c'>": 'a?: string; b?: number; c: boolean',
        'B | null': 'a: string; b?: number',
        'B | C': 'a?: string; b: Date; c?: boolean open',
        'NonNullable<B | null>': 'a: string; b?: number',
        '{ [K in keyof B]: string }': ' open',
        'Missing<B>': ' open',
        "Omit<Partial<B>, 'b'> & { b: string }": 'a?: string; b: string',
      }
      for (const [written, expected] of Object.entries(forms))
        assert.equal(shown(shapeOf({ 'a.ts': `type A = ${written}${rest}` }, 'A')), expected, written)
    })

    it('understands mixins of NestJS, only from its packages', () => {
      const rest = '\nclass B { a!: string; b?: number }\nclass C { c!: Date }'
      const nest = "import { PartialType, PickType, OmitType, IntersectionType } from '@nestjs/swagger'\n"
      const forms: Record<string, string> = {
        'PartialType(B)': 'a?: string; b?: number',
        "PickType(B, ['a'] as const)": 'a: string',
        "PartialType(OmitType(B, ['a'] as const))": 'b?: number',
        'IntersectionType(B, C)': 'a: string; b?: number; c: Date',
        'Unknown(B)': ' open',
      }
      for (const [written, expected] of Object.entries(forms))
        assert.equal(shown(shapeOf({ 'a.ts': `${nest}class A extends ${written} {}${rest}` }, 'A')), expected, written)
      assert.equal(shown(shapeOf({ 'a.ts': `class A extends PartialType(B) {}${rest}` }, 'A')), ' open')
    })

    it('understands zod', () => {
      const head =
        "import { z } from 'zod'\nconst b = z.object({ a: z.string(), r: z.nativeEnum(R), l: z.enum(L).optional() })\nenum R { X = 'x' }\nconst L = ['p'] as const\n"
      const forms: Record<string, string> = {
        'type A = z.infer<typeof b>': 'a: string; r: string =x from R; l?: string =p from L',
        'type A = Partial<z.input<typeof b>>': 'a?: string; r?: string =x from R; l?: string =p from L',
        'const A = b.pick({ a: true }).extend({ n: z.number().nullable() })': 'a: string; n: number null',
        'const A = b.omit({ r: true, l: true }).partial()': 'a?: string',
        'const A = b.omit({ l: true }).partial({ a: true })': 'a?: string; r: string =x from R',
        'const A = z.object({ ...b.shape, a: z.date() })': 'a: Date; r: string =x from R; l?: string =p from L',
        'const A = z.object({ n: b.shape.a }).passthrough()': 'n: string open',
      }
      for (const [written, expected] of Object.entries(forms))
        assert.equal(shown(shapeOf({ 'a.ts': `${head}${written}` }, 'A')), expected, written)
    })

    it('says of an alias that adds nothing what it is another name for', () => {
      const text = `import { z } from 'zod'\nconst s = z.object({})\ntype A = z.infer<typeof s>\nconst R = { X: 'x' } as const\ntype R = (typeof R)[keyof typeof R]\ntype B = C\ntype C = D\ninterface D {}\ntype E = D & {}`
      const { declarations } = summarise('a.ts', text).summary
      const resolver = resolverOf({ 'a.ts': text })
      const aliases = declarations.map(
        (declaration) => `${declaration.id} ${resolver.shapeOf('a.ts', declaration).aliasOf?.id}`,
      )
      assert.deepEqual(aliases, [
        's undefined',
        'A s',
        'R undefined',
        'R#2 R',
        'B D',
        'C D',
        'D undefined',
        'E undefined',
      ])
    })

    it('lists the values of enums and unions', () => {
      const values = (text: string) => shapeOf({ 'a.ts': text }, 'A').values
      assert.deepEqual(values("enum A { X = 'x', Y = 2 }"), ['x', 2])
      assert.deepEqual(values("type A = 'x' | B\ntype B = 'y'"), ['x', 'y'])
      assert.deepEqual(values("const A = ['x'] as const"), ['x'])
      assert.deepEqual(values("import { z } from 'zod'\nconst A = z.enum(['x'])"), ['x'])
      assert.equal(values("type A = 'x' | string"), undefined)
      assert.equal(values("enum A { X = 'x' Y = 'y' }"), undefined)
      assert.equal(values('interface A {}'), undefined)
    })

    it('marks what is made from the generated client', () => {
      const head = "import type { User, Prisma } from '@prisma/client'\nimport * as Client from '@prisma/client'\n"
      for (const written of [
        'interface A extends User { x: 1 }',
        'type A = User',
        "type A = Omit<User, 'id'> & { x: 1 }",
        'type A = Prisma.UserGetPayload<{}>',
        'type A = Partial<Client.User>',
        'class A extends B {}\ninterface B extends User {}',
      ]) {
        const { fromClient, open } = shapeOf({ 'a.ts': head + written }, 'A')
        assert.deepEqual([fromClient, open], [true, true], written)
      }
      assert.equal(shapeOf({ 'a.ts': `${head}class A implements User { user: User }` }, 'A').fromClient, false)
    })
  })

  describe('names across files', () => {
    it('follows imports and re-exports of every form', () => {
      const files = {
        'b.ts':
          'export interface B { b: string }\nexport default interface D { d: string }\nexport namespace N { export type M = { m: string; own: O }; type O = 1 }\ninterface L { l: string }\nexport { L as X }',
        'c.ts':
          "export * from './b'\nexport { B as Renamed, default } from './b'\nexport * as ns from './b'\nimport { B } from './b'\nexport { B as Again }",
        'd.ts': "export * from './c'\nexport * from './d'",
      }
      const forms: Record<string, string> = {
        "import { B } from './d'\ntype A = B": 'b: string',
        "import { Renamed as R } from './d'\ntype A = R": 'b: string',
        "import { Again } from './d'\ntype A = Again": 'b: string',
        "import D from './c'\ntype A = D": 'd: string',
        "import { default as D } from './b'\ntype A = D": 'd: string',
        "import * as all from './d'\ntype A = all.B": 'b: string',
        "import * as all from './d'\ntype A = all.ns.B": 'b: string',
        "import { ns } from './c'\ntype A = ns.X": 'l: string',
        "import { N } from './b'\ntype A = N.M": 'm: string; own: number =1 from N.O',
        "type A = import('./d').B": 'b: string',
        "import { L } from './b'\ntype A = L": ' open',
        "import { B } from './nowhere'\ntype A = B": ' open',
        'type A = B': ' open',
      }
      for (const [text, expected] of Object.entries(forms))
        assert.equal(shown(shapeOf({ ...files, 'a.ts': text }, 'A')), expected, text)
    })

    it('tells what a name means', () => {
      const resolver = resolverOf({
        'a.ts': "import { B } from './b'\nimport { User } from './client'\nimport { X } from 'package'",
        'b.ts': 'export interface B {}',
        'client.ts': "export * from '@prisma/client'",
      })
      const kinds = ['B', 'User', 'X', 'Date'].map((name) => resolver.find('a.ts', name).kind)
      assert.deepEqual(kinds, ['declaration', 'client', 'package', 'global'])
    })
  })

  describe('circles', () => {
    it('ends on types that are made of themselves', () => {
      for (const text of [
        'interface A extends B {}\ninterface B extends A { b: string }',
        'type A = A',
        'type A = A | A[]',
        'type A = B & A\ntype B = A',
        'type A<T = 1> = { x: A<A<T>> } & A<T[]>',
        "type A = A['x']",
        "type A = { p: { p: A } & A['p'] }",
        'interface A { b: L<string> }\ntype L<T> = L<T>[]',
        "type A = { p: A['p']['p'] | A['p'] }",
        'type A = keyof A',
        'type A = Pick<A, keyof A>',
        'type Json = string | Json[] | { [k: string]: Json }\ninterface A { json: Json }',
        `${Array.from({ length: 60 }, (_, i) => `type T${i + 1} = [T${i}] & T${i} | T${i}`).join('\n')}\ntype T0 = string\ntype A = T60`,
      ]) {
        const shape = shapeOf({ 'a.ts': text }, 'A')
        for (const { type } of shape.properties) type.shape()?.properties.map(({ type }) => type.shape())
      }
    })

    it('ends whatever the parts', () => {
      const part = fc.constantFrom('A', 'B', 'C<A>', "'x'", 'string', 'null')
      const type = fc.letrec<{ type: string }>((tie) => ({
        type: fc.oneof(
          { depthSize: 'small' },
          part,
          fc.tuple(tie('type'), tie('type')).map(([a, b]) => `(${a}) | (${b})`),
          fc.tuple(tie('type'), tie('type')).map(([a, b]) => `(${a}) & (${b})`),
          tie('type').map((a) => `Partial<${a}>`),
          tie('type').map((a) => `{ p: ${a} }`),
          tie('type').map((a) => `(${a})['p']`),
          tie('type').map((a) => `Pick<${a}, keyof B>`),
        ),
      })).type
      fc.assert(
        fc.property(type, type, type, (a, b, c) => {
          const shape = shapeOf({ 'a.ts': `type A = ${a}\ntype B = ${b}\ntype C<T> = T | ${c}` }, 'A')
          for (const { type } of shape.properties) type.shape()
        }),
      )
    })
  })
})

function resolverOf(files: Readonly<Record<string, string>>): Resolver & { host: ResolverHost } {
  const summaries = new Map(Object.entries(files).map(([file, text]) => [file, summarise(file, text).summary]))
  const host: ResolverHost = {
    summaryOf: (file) => summaries.get(file),
    resolveModule: (_, specifier) => {
      if (specifier === '@prisma/client') return 'client'
      return specifier.startsWith('./') ? `${specifier.slice(2)}.ts` : undefined
    },
  }
  return { ...createResolver(host), host }
}

function shapeOf(files: Readonly<Record<string, string>>, name: string): Shape {
  const resolver = resolverOf(files)
  const declaration = resolver.host.summaryOf('a.ts')?.declarations.find((found) => found.name === name)
  assert.ok(declaration)
  return resolver.shapeOf('a.ts', declaration)
}

function propertyOf(files: Readonly<Record<string, string>>): PropertyType {
  const [property] = shapeOf(files, 'A').properties
  assert.ok(property)
  return property.type
}

/** `id: string; role?: string null =ADMIN,USER from Role open`. */
function shown(shape: Shape | undefined): string {
  const properties = shape?.properties.map(
    ({ name, optional, type }) => `${name}${optional ? '?' : ''}: ${shownType(type)}`,
  )
  return `${properties?.join('; ')}${shape?.open ? ' open' : ''}`
}

function shownType({ bases, known, admitsNull, admitsUndefined, list, values, valuesFrom }: PropertyType): string {
  const base = `${[...bases].join('|')}${known ? '' : bases.size > 0 ? ' ?' : '?'}${list ? '[]' : ''}`
  const nullable = admitsNull === undefined ? ' null?' : admitsNull ? ' null' : ''
  const rest = `${admitsUndefined ? ' undefined' : ''}${list === undefined ? ' list?' : ''}`
  return `${base}${nullable}${rest}${values ? ` =${values.join()}` : ''}${valuesFrom ? ` from ${valuesFrom.name}` : ''}`
}
