import assert from 'node:assert/strict'
import { addImports } from './edit-add-imports.js'

const LINE = "import type { Role } from './role'"

/** Asserts where the import of a type goes. */
function imports(before: string, after: string, file = 'a.ts'): void {
  const needed = { name: 'Role', module: './role', kind: 'type' } as const
  assert.equal(addImports({ file, text: before }, [needed], { quote: "'", semicolon: '' }), after)
}

describe('adding imports', () => {
  it('puts one behind those that are there', () => {
    imports("import { a } from './a'\n\nlet b\n", `import { a } from './a'\n${LINE}\n\nlet b\n`)
    imports("import { Size } from './role'\n", "import { Size, Role } from './role'\n")
  })

  it('puts the first one where the code begins', () => {
    imports('// head\nlet b\n', `${LINE}\n\n// head\nlet b\n`)
    imports("'use client'\n\nlet b\n", `'use client'\n\n${LINE}\n\nlet b\n`)
    imports('#!/usr/bin/env node\nlet b\n', `#!/usr/bin/env node\n${LINE}\n\nlet b\n`)
    const component = (script: string) => `<template>\n</template>\n<script lang="ts">\n${script}</script>\n`
    imports(component('let b\n'), component(`${LINE}\n\nlet b\n`), 'a.vue')
  })
})
