import assert from 'node:assert/strict'
import { edited } from '../testing/edited.js'

const remove = { kind: 'removeMember', at: 'A.x' } as const

/** Asserts what becomes of imports when a member goes that was the last to use one of them. */
function drops(imports: string, member: string, after: string, rest = ''): void {
  const body = (members: string) => `class A {\n${members}  y: string\n}\n${rest}`
  assert.equal(edited(imports + body(`${member}\n`), remove), after + body(''))
}

describe('imports that an edit leaves without a use', () => {
  it('go with it, alone or with their statement', () => {
    const imports = "import { IsInt, IsString, Min } from 'class-validator'\n"
    drops(imports, '  @Min(1) @IsInt() x: number', "import { IsString } from 'class-validator'\n")
    drops(
      "// head\nimport type { B } from './b'\nimport { C } from './c'\n",
      '  x: B',
      "// head\nimport { C } from './c'\n",
    )
    drops("import type { B } from './b'\n\n", '  x: B', '')
    drops("import * as b from './b'\r\nimport './c'\r\n", '  x: b.B', "import './c'\r\n")
    drops("import B, { C } from './b'\n", '  x: B<C>', '')
    drops("import B, { C, D } from './b'\n", '  x: B<C>', "import B, { D } from './b'\n", 'export { B }\n')
  })

  it('stay in components, whose templates may use them', () => {
    const text = (members: string) =>
      `<template><Money /></template>\n<script setup lang="ts">\nimport Money from './Money.vue'\ninterface A {\n${members}  y: string\n}\n</script>\n`
    assert.equal(edited(text('  x: Money\n'), remove, 'a.vue'), text(''))
  })

  it('stay where anything uses or names them, and where nothing did before', () => {
    const imports = "import { B, C } from './b'\n"
    drops(imports, '  x: B', imports, 'let b: B\n')
    drops(imports, '  x: B', imports, '// see B\n')
    drops("import B, { C } from './b'\n", '  x: B', "import B, { C } from './b'\n", 'let c: C\n')
  })
})
