import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readLeadingImports } from './leading-imports.js'
import { lowerModules } from './lower-modules.js'
import { parse } from './parse.js'

/** What the parser finds in a text that holds nothing but imports. */
function parsed(text: string) {
  const source = parse('a.ts', text)
  return source && source.errors.length === 0 ? lowerModules(source).imports : undefined
}

describe('readLeadingImports', () => {
  it('reads what the parser reads', () => {
    const text = STATEMENTS.join('\n')
    const { imports, end } = readLeadingImports(text)
    assert.deepEqual(imports, parsed(text))
    assert.equal(end, text.length)
    assert.ok(imports.length > 12)
  })

  it('passes over what may stand above and between', () => {
    const text = "#!/usr/bin/env node\n/* a */ 'use client'\n// b\nimport a from 'a' // c\n\n/** d */ import 'b';"
    const { imports, end } = readLeadingImports(`${text}\nexport type A = 1`)
    assert.deepEqual(imports, [{ local: 'a', module: 'a', imported: 'default' }])
    assert.equal(end, text.length)
  })

  it('leaves rarer forms to the parser, and all that follows', () => {
    const rest = RARE.map((each) => readLeadingImports(`${each}\nimport b from 'b'`))
    assert.deepEqual(
      rest,
      RARE.map(() => ({ imports: [], end: 0 })),
    )
  })

  it('never reads what the parser does not', () => {
    const piece = fc.constantFrom(
      ...'import type from as a b , * { } default with \' " \\ // /* ; $'.split(' '),
      "'m'",
      '"m"',
      "from 'm'",
      '\n',
    )
    const words = fc.array(piece, { maxLength: 9 }).map((pieces) => `import ${pieces.join(' ')}`)
    fc.assert(
      fc.property(words, (text) => {
        const { imports, end } = readLeadingImports(text)
        const known = parsed(text.slice(0, end))
        if (known) assert.deepEqual(imports, known)
      }),
      { numRuns: 2000 },
    )
  })
})

const STATEMENTS = [
  "import a from 'a'",
  "import type b from 'a';",
  'import { c } from "b"',
  "import { c as d, default as e, type f, type g as h } from 'b'",
  "import type { i } from './c.js'",
  "import j, { k, } from '../d'",
  "import l, * as m from 'e'",
  "import * as n from 'f'; import 'g'",
  "import type from 'h'",
  "import type, { o } from 'i'",
  "import type * as p from 'j'",
  "import{q}from'k'",
  "import {\r\n  r,\r\n  $s as _t,\r\n} from 'l'",
  "import {} from 'm'",
  "import ünï from 'n'",
]

const RARE = [
  "import a = require('a')",
  'import a = b.c',
  "import a from 'a' with { type: 'json' }",
  "import a from 'a'\n  with { type: 'json' }",
  "import { a /* b */ } from 'a'",
  'import { "a b" as c } from \'a\'',
  "import { type as a } from 'a'",
  "import { type as } from 'a'",
  "import a from 'a' /* b */",
  "import a from 'a\\u0062'",
  "import('a')",
  'import.meta.url',
  "import defer * as a from 'a'",
  "imported from 'a'",
]
