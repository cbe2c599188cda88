import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Declaration } from '../model/declaration.js'
import { renderType } from './render-type.js'
import { summarise } from './summarise.js'

describe('summarise', () => {
  describe('declarations', () => {
    it('reads an interface, its members, their types and null', () => {
      assert.deepEqual(
        read(
          `export interface User { id: string; email?: string | null; tags: readonly string[]; 'full name': Array<string> }`,
        ),
        ['interface User as User: id: string; email?: string | null; tags: string[]; full name: Array<string>'],
      )
    })

    it('leaves methods, private and static members out, and takes getters and parameter properties', () => {
      const text = `class User {
        static count = 0
        #secret = 1
        private hidden = 2
        protected also = 3
        name = 'x'
        at = new Date()
        flag = true
        rest = compute()
        constructor(public id: string, readonly email: string, private store: Store, plain: number) {}
        get label(): string { return '' }
        set label(value: string) {}
        save(): void {}
      }`
      assert.deepEqual(read(text), [
        'class User: name: string; at: Date; flag: boolean; rest: …; id: string; email: string; label: string',
      ])
    })

    it('reads methods of an interface as no properties', () => {
      assert.deepEqual(read('interface A { a(): void; b: () => void; c: new () => A }'), [
        'interface A: b: () => …; c: () => …',
      ])
    })

    it('reads unions of literals and enums', () => {
      const text = `export type Status = 'A' | "B" | -1 | true
        export enum Role { ADMIN = 'ADMIN', USER = "user" }
        const enum Level { LOW, HIGH = 5, NEXT, COMPUTED = 1 << 2, AFTER }`
      assert.deepEqual(read(text), [
        "alias Status as Status: 'A' | 'B' | -1 | true",
        'enum Role as Role: ADMIN=ADMIN USER=user',
        'enum Level: LOW=0 HIGH=5 NEXT=6 COMPUTED=? AFTER=?',
      ])
    })

    it('reads const objects and arrays whose values keep their types, and no others', () => {
      const text = `export const Role = { ADMIN: 'ADMIN', 'x-y': 2 } as const satisfies Record<string, unknown>
        const LIST = (['A', 'B'] as const)
        const FROZEN = Object.freeze({ A: 'a' })
        const angle = <const>['x']
        const loose = { A: 'a' }
        const mixed = { A: 'a', b: compute() } as const
        const nested = { A: { b: 1 } } as const`
      assert.deepEqual(read(text), [
        'enum Role as Role: ADMIN=ADMIN x-y=2',
        'enum LIST: A=A B=B',
        'enum FROZEN: A=a',
        'enum angle: x=x',
      ])
    })

    it('gives a type and a value of one name ids of their own', () => {
      const { declarations } = summarise(
        'a.ts',
        `const Role = { A: 'a' } as const\ntype Role = (typeof Role)[keyof typeof Role]`,
      ).summary
      assert.deepEqual(
        declarations.map(({ id, kind }) => `${id} ${kind}`),
        ['Role enum', 'Role#2 alias'],
      )
      assert.equal(renderType(declarations[1]?.type ?? fail()), 'typeof Role[keyof typeof Role]')
    })

    it('merges interfaces of one name at the first', () => {
      const text = 'interface A extends X { a: 1 }\nexport interface B { b: 1 }\ninterface A extends Y { b: 2; a: 3 }'
      assert.deepEqual(read(text), ['interface A < X, Y: a: 1; b: 2', 'interface B as B: b: 1'])
    })

    it('names what stands in namespaces after them', () => {
      const text = `export namespace A { export interface B { c: string }; interface D {} }
        declare namespace E.F { type G = 1 }
        declare global { interface H {} }
        declare module 'other' { interface Session {} }`
      assert.deepEqual(read(text), [
        'interface A.B as A.B: c: string',
        'interface A.D: ',
        'alias E.F.G: 1',
        'interface H: ',
      ])
    })

    it('reads heritage, mixins and type parameters', () => {
      const text = `class A extends PartialType(OmitType(B, ['id', 'x'] as const)) implements C<D> {}
        class E extends (F as any) {}
        interface G<T, U = 1> extends Pick<H, 'a'>, I.J {}`
      assert.deepEqual(read(text), [
        "class A < PartialType<OmitType<typeof B, 'id' | 'x'>>: ",
        'class E < F: ',
        "interface G<T, U> < Pick<H, 'a'>, I.J: ",
      ])
    })

    it('reads every other form of a type', () => {
      const forms: Record<string, string> = {
        '[a: string, b?: number, ...c: boolean[]]': '[string, number | undefined, boolean]',
        '[string, number?, ...boolean[]]': '[string, number | undefined, boolean]',
        "import('./x').T<string>": 'T<string>',
        'typeof x.y': 'typeof x.y',
        "A['b']": "A['b']",
        'keyof A': 'keyof A',
        '{ a: 1 } & B': '{ a: 1 } & B',
        'unique symbol': 'symbol',
        '123n': 'bigint',
        '{ [K in keyof A]: B }': '…',
        'A extends B ? C : D': '…',
        'string & { __brand: 1 }': 'string & { __brand: 1 }',
        '(() => void) | null': '() => … | null',
        'A | B[] | (C | D)[]': 'A | B[] | (C | D)[]',
      }
      for (const [written, shown] of Object.entries(forms))
        assert.deepEqual(read(`type X = ${written}`), [`alias X: ${shown}`])
    })

    it('calls a type with an index signature or a computed name open', () => {
      assert.deepEqual(
        read('interface A { [key: string]: any; a: 1 }\ninterface B { [KEY]: 1 }\ninterface C { ["d"]: 1 }'),
        ['interface A open: a: 1', 'interface B open: ', 'interface C: d: 1'],
      )
    })

    it('keeps decorators as they are written', () => {
      const [user] = declarationsOf(
        "@Entity('users') class A { @IsString() @MaxLength(50, { each: true }) @v.Min name!: string }",
      )
      assert.deepEqual(user?.decorators, [{ name: 'Entity', args: ["'users'"] }])
      assert.deepEqual(propertiesOf(user)[0]?.decorators, [
        { name: 'IsString', args: [] },
        { name: 'MaxLength', args: ['50', '{ each: true }'] },
        { name: 'v.Min', args: [] },
      ])
    })
  })

  describe('modules', () => {
    it('lists imports of every form', () => {
      const text = `import a, { b, type c as d } from './x'\nimport * as e from 'y'\nimport type f from "z"\nimport './side'\nimport g = require('g')`
      assert.deepEqual(
        summarise('a.ts', text).summary.imports.map(({ local, imported, module }) => `${local}=${imported} ${module}`),
        ['a=default ./x', 'b=b ./x', 'd=c ./x', 'e=* y', 'f=default z', 'g=* g'],
      )
    })

    it('lists re-exports, those of imported names included', () => {
      const text = `import { I } from './i'\nexport { I as J }\nexport * from './a'\nexport * as ns from './b'\nexport { c as d, default as e } from './c'\nexport type { K } from './k'`
      assert.deepEqual(
        summarise('a.ts', text).summary.reexports.map(
          ({ exported, imported, module }) => `${exported}=${imported} ${module}`,
        ),
        ['J=I ./i', '*=* ./a', 'ns=* ./b', 'd=c ./c', 'e=default ./c', 'K=K ./k'],
      )
    })

    it('knows the names a declaration is exported under', () => {
      const text = `interface A {}\nexport default interface B {}\nclass C {}\nexport { A as X, A }\nexport default C`
      assert.deepEqual(
        declarationsOf(text).map(({ name, exportedAs }) => `${name} ${exportedAs.join()}`),
        ['A X,A', 'B default', 'C default'],
      )
      assert.deepEqual(
        declarationsOf('export default class { a = 1 }').map(({ name, exportedAs }) => [name, exportedAs]),
        [['default', ['default']]],
      )
    })
  })

  describe('comments', () => {
    it('reads @prisma and @computed', () => {
      const text = `// first\n/** A user.\n * @prisma User mirror */\nexport interface A {\n /** @computed */ full: string\n plain: string }
        /** @prisma none */ type B = 1
        /** @prisma Order sideways */ type C = 1
        /** see @prisma/client for more */ type D = 1`
      const declarations = declarationsOf(text)
      assert.deepEqual(
        declarations.map(({ tag }) => tag),
        [
          { model: 'User', role: 'mirror' },
          { model: 'none', role: undefined },
          { model: 'Order', role: undefined },
          undefined,
        ],
      )
      assert.deepEqual(
        propertiesOf(declarations[0]).map(({ computed }) => computed),
        [true, false],
      )
    })

    it('tells generated files by their header', () => {
      const generated = [
        '/* @generated */',
        '// This file was auto-generated',
        '/**\n * DO NOT EDIT\n */',
        '// generated by x',
        '\ufeff// AUTOGENERATED',
        "import { gql } from 'x'\nexport type Maybe<T> = T | null;\nexport type Exact<T extends { [key: string]: unknown }> = T;",
      ]
      for (const header of generated)
        assert.equal(summarise('a.ts', `${header}\ntype A = 1`).summary.generated, true, header)
      const written = [
        '/** Ids are generated by the server. */ interface A {}',
        'type A = 1 // @generated',
        '// about generators',
        'export type Maybe<T> = T | null',
      ]
      for (const text of written) assert.equal(summarise('a.ts', text).summary.generated, false, text)
    })

    it('does not change when a comment or a space does', () => {
      const before = summarise('a.ts', 'interface A { a: string }').summary
      assert.deepEqual(summarise('a.ts', '// note\ninterface  A {\r\n /* b */ a : string ; }').summary, before)
    })
  })

  describe('spans', () => {
    it('leads from ids to what is written', () => {
      const text = `export interface User { id: string; role: 'A' | 'B' | null; owner?: { name: string } | null }
type Status = 'ON'
enum Role { ADMIN = 'x' }
class Dto extends PickType(User, ['id'] as const) { flag = true }`
      assert.deepEqual(spansOf(text), {
        User: 'User',
        'User.id': 'id',
        'User.id:type': 'string',
        'User.role': 'role',
        'User.role:type': "'A' | 'B' | null",
        'User.role.A': "'A'",
        'User.role.B': "'B'",
        'User.owner': 'owner',
        'User.owner:type': '{ name: string } | null',
        'User.owner.name': 'name',
        'User.owner.name:type': 'string',
        Status: 'Status',
        'Status.ON': "'ON'",
        Role: 'Role',
        'Role.ADMIN': 'ADMIN',
        Dto: 'Dto',
        'Dto.id': "'id'",
        'Dto.flag': 'flag',
      })
    })

    it('counts offsets of the whole .vue file', () => {
      const text = `<template><p>{{ x }} 'it</p></template>\r\n<script lang="ts">\r\nexport interface A { b: string }\r\n</script>\n<script setup lang="ts">type C = { d: 1 }</script><style>a { b: c }</style>`
      assert.deepEqual(spansOf(text, 'a.vue'), {
        A: 'A',
        'A.b': 'b',
        'A.b:type': 'string',
        C: 'C',
        'C.d': 'd',
        'C.d:type': '1',
        'C.d.1': '1',
      })
    })

    it('counts a byte order mark and CRLF', () => {
      assert.deepEqual(spansOf('\ufeffinterface A {\r\n  b: 1\r\n}'), {
        A: 'A',
        'A.b': 'b',
        'A.b:type': '1',
        'A.b.1': '1',
      })
    })
  })

  describe('damaged text', () => {
    it('keeps intact members and says that more may be there', () => {
      assert.deepEqual(read('interface A { a: string; b: ; c: number }\ninterface B { d: 1 }'), [
        'interface A open: a: string; c: number',
        'interface B: d: 1',
      ])
    })

    it('does not take the next declaration for members where a brace is missing', () => {
      assert.deepEqual(read('interface A {\n  a: string\n\ninterface B {\n  b: number\n}\n'), [
        'interface A open: a: string',
        'interface B: b: number',
      ])
    })

    it('opens unions and enums that do not parse', () => {
      assert.deepEqual(read("type A = 'x' |\n"), ["alias A: 'x' | … | …"])
      assert.equal(declarationsOf("enum A { B = 'b' C }")[0]?.type.kind, 'union')
    })

    it('leaves an intact declaration as it is when rubbish follows', () => {
      assert.deepEqual(read('interface A { a: string }\n)\ninterface B { b: 1 }'), [
        'interface A: a: string',
        'interface B: b: 1',
      ])
    })

    it('survives types that nest without end', () => {
      const deep = 20_000
      for (const text of [
        `type A = ${'{ a: '.repeat(deep)}1`,
        `type A = ${'('.repeat(deep)}1`,
        `type A = 1${'[]'.repeat(deep)}`,
        `type A = ${'B<'.repeat(deep)}`,
        `const a = z${'.optional()'.repeat(deep)}`,
        `class A extends ${'M('.repeat(deep)}B`,
      ]) {
        assert.doesNotThrow(() => summarise('a.ts', text))
      }
    })

    it('never throws, whatever is cut out or put in', () => {
      const sample = `import { z } from 'zod'\n/** @prisma User */ export interface User extends Base<'a'> { id: string; r?: { n: 'x' | null }[] }
@Entity() class A extends PickType(B, ['c'] as const) { @IsInt() d!: number; constructor(public e = 1) {} }
enum E { A = 'a', B }\nconst S = z.object({ a: z.enum(['x']).optional(), b: S.shape.c }).extend({}).pick({ a: true })
export type T = (typeof C)[keyof typeof C]; const C = { A: 'a' } as const; namespace N { export type M = [a?: 1, ...b: 2[]] }`
      const cut = fc.record({
        at: fc.nat(sample.length),
        length: fc.nat(40),
        put: fc.constantFrom('', '{', '}', '(', '<', "'", '/*', '`', '\0', '\ud800', ' type '),
      })
      fc.assert(
        fc.property(
          fc.array(cut, { maxLength: 4 }),
          fc.constantFrom('a.ts', 'a.tsx', 'a.vue', 'a.js'),
          (cuts, file) => {
            const text = cuts.reduce(
              (rest, { at, length, put }) => rest.slice(0, at) + put + rest.slice(at + length),
              sample,
            )
            const { spans } = summarise(file, text)
            for (const { start, end } of spans.values()) assert.ok(start >= 0 && start <= end && end <= text.length)
          },
        ),
        { numRuns: 300 },
      )
    })
  })
})

function declarationsOf(text: string): readonly Declaration[] {
  return summarise('a.ts', text).summary.declarations
}

function propertiesOf(declaration: Declaration | undefined) {
  return declaration?.type.kind === 'object' ? declaration.type.properties : []
}

function read(text: string): string[] {
  return declarationsOf(text).map(shown)
}

/** `interface User<T> < Base as Exported open: id: string`. */
function shown({ kind, name, typeParameters, heritage, exportedAs, type }: Declaration): string {
  const parameters = typeParameters.length > 0 ? `<${typeParameters.join(', ')}>` : ''
  const bases = heritage.length > 0 ? ` < ${heritage.map(renderType).join(', ')}` : ''
  const exported = exportedAs.length > 0 ? ` as ${exportedAs.join(', ')}` : ''
  const open = type.kind === 'object' && type.open ? ' open' : ''
  return `${kind} ${name}${parameters}${bases}${exported}${open}: ${content(type)}`
}

function content(type: Declaration['type']): string {
  if (type.kind === 'enum') return type.members.map(({ name, value }) => `${name}=${value ?? '?'}`).join(' ')
  if (type.kind !== 'object') return renderType(type)
  return type.properties
    .map(({ name, optional, type }) => `${name}${optional ? '?' : ''}: ${renderType(type)}`)
    .join('; ')
}

function spansOf(text: string, file = 'a.ts'): Record<string, string> {
  const { spans } = summarise(file, text)
  return Object.fromEntries([...spans].map(([id, { start, end }]) => [id, text.slice(start, end)]))
}

function fail(): never {
  throw new Error('nothing was read')
}
