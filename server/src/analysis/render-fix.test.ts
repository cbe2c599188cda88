import assert from 'node:assert/strict'
import type { Fix } from '../model/finding.js'
import type { Intent } from '../model/intent.js'
import { applyEdits } from '../text/text-edit.js'
import { renderFix, renderFixes } from './render-fix.js'

const texts = new Map([
  ['a.ts', 'export interface A {\n  x: string\n  y: string\n}\n'],
  ['b.ts', "export type B = 'a' | 'b' | 'c'\n"],
])
const workspace = { textOf: (file: string) => texts.get(file), moduleOffering: () => undefined }

function fix(...intents: readonly Intent[]): Fix {
  return { title: '', safe: true, intents }
}

function textAfter(file: string, { edits }: ReturnType<typeof renderFixes>): string {
  return applyEdits(texts.get(file) ?? '', edits.get(file) ?? [])
}

const x = { file: 'a.ts', id: 'A.x' }
const xType = { file: 'a.ts', id: 'A.x:type' }
const b = { file: 'b.ts', id: 'B' }

describe('rendering fixes', () => {
  it('edits every file that the intents of a fix stand in', () => {
    const rendered = renderFix(fix({ kind: 'addNull', at: xType }, { kind: 'addValue', at: b, value: 'd' }), workspace)
    assert.deepEqual(rendered.problems, [])
    assert.equal(textAfter('a.ts', rendered), 'export interface A {\n  x: string | null\n  y: string\n}\n')
    assert.equal(textAfter('b.ts', rendered), "export type B = 'a' | 'b' | 'c' | 'd'\n")
  })

  it('orders fixes that change the same place', () => {
    const rendered = renderFixes(
      [
        fix({ kind: 'renameMember', at: x, to: 'z' }),
        fix({ kind: 'setType', at: xType, type: 'number' }),
        fix({ kind: 'addNull', at: xType }),
        fix({ kind: 'setOptional', at: x, optional: true }),
      ],
      workspace,
    )
    assert.deepEqual(rendered.problems, [])
    assert.equal(textAfter('a.ts', rendered), 'export interface A {\n  z?: number | null\n  y: string\n}\n')
  })

  it('reports what cannot be rendered and leaves such a fix out as a whole', () => {
    const gone: Intent = { kind: 'setOptional', at: { file: 'a.ts', id: 'A.gone' }, optional: true }
    const failing = fix({ kind: 'addNull', at: xType }, gone, { kind: 'addNull', at: { file: 'c.ts', id: 'C.x:type' } })
    const removal = fix({ kind: 'removeMember', at: x })
    const rendered = renderFixes([removal, failing, removal], workspace)
    assert.deepEqual(
      rendered.problems.map(({ fix: each, intent, reason }) => [each, intent, reason]),
      [
        [failing, gone, "'A.gone' is not there any more"],
        [failing, failing.intents[2], 'the file is not there'],
        [removal, removal.intents[0], "'A.x' is not there any more"],
      ],
    )
    assert.equal(textAfter('a.ts', rendered), 'export interface A {\n  y: string\n}\n')
    assert.deepEqual([...rendered.edits.keys()], ['a.ts'])
  })

  it('edits the scripts of components', () => {
    const text = '<template>\n  <p/>\n</template>\n<script setup lang="ts">\ninterface A { x: string }\n</script>\n'
    const rendered = renderFix(fix({ kind: 'addNull', at: { file: 'a.vue', id: 'A.x:type' } }), {
      ...workspace,
      textOf: () => text,
    })
    assert.equal(applyEdits(text, rendered.edits.get('a.vue') ?? []), text.replace('x: string', 'x: string | null'))
  })
})
