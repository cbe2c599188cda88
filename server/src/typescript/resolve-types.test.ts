import assert from 'node:assert/strict'
import { propertyOf, shapeOf, shown, shownType } from '../testing/resolved.js'

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
})
