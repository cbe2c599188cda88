import assert from 'node:assert/strict'
import { scanDeclarations } from './scan-declarations.js'

describe('scanDeclarations', () => {
  it('finds the names of every kind of declaration', () => {
    const text = `export interface A<T> {}\ndeclare type B = 1;abstract class C{}\nconst enum D {}\nexport default class extends E {}
      import { z } from 'zod'; export const F = z\n.object({}), G = 1; const H: z.ZodType<X> = z.lazy(f)
      const ROLES = ['a'] as const\nnamespace N { export interface I {} }\ninterface $J_1 {}\ntype Größe = 1`
    for (const name of ['A', 'B', 'C', 'D', 'F', 'H', 'ROLES', 'I', '$J_1', 'Größe', 'default']) {
      assert.ok([...scanDeclarations(text)].includes(name), name)
    }
  })

  it('is not misled by comments and line breaks', () => {
    const text =
      'interface/* x */A {}\ntype // y\n  B = 1\nclass\r\n  C {}\nenum /* a *//* b */ D {}\nexport /* c */ default /* d */ {}'
    assert.deepEqual([...new Set(scanDeclarations(text))].sort(), ['A', 'B', 'C', 'D', 'default'])
  })

  it('lists constants only in files that may hold schemas or literal constants', () => {
    assert.deepEqual([...scanDeclarations('const a = 1')], [])
    assert.deepEqual([...scanDeclarations('const a = { b: 1 } as  const')], ['a'])
    assert.deepEqual([...scanDeclarations('const a = userSchema.partial()')], ['a'])
  })

  it('passes over what declares nothing', () => {
    const text = `import { type A, type B as C } from './a'; import type D from 'd'; const z = await zod.parse()
      const e = await f(), g = 1; const h = useMemo(i); const j = new K(); const l = async () => {}; let m; // a class of n`
    assert.deepEqual([...scanDeclarations(text)], [])
  })

  it('takes time in proportion to the text', () => {
    const started = performance.now()
    for (const text of [
      'type '.repeat(50_000),
      `type${' '.repeat(200_000)}{`,
      'type /* '.repeat(5_000),
      'class //'.repeat(50_000),
      `z. const a${' '.repeat(200_000)}b`,
      'z. const a = b '.repeat(50_000),
    ]) {
      assert.ok([...scanDeclarations(text)])
    }
    assert.ok(performance.now() - started < 2000)
  })
})
