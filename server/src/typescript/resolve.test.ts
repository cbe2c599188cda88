import assert from 'node:assert/strict'
import fc from 'fast-check'
import { resolverOf, shapeOf, shown } from '../testing/resolved.js'
import { summarise } from './summarise.js'

describe('createResolver', () => {
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
