import assert from 'node:assert/strict'
import { scriptOf } from './script-blocks.js'

describe('scriptOf', () => {
  it('leaves files that are all script as they are', () => {
    assert.equal(scriptOf('a.ts', '<script>1</script>'), '<script>1</script>')
  })

  it('keeps scripts at their offsets and lines', () => {
    const text =
      '<p>é</p>\r\n<script setup lang="ts" generic="T extends A<B>">\nlet a\n</script>\n<script>let b</script>'
    const script = scriptOf('a.vue', text)
    assert.equal(script.length, text.length)
    assert.deepEqual(script.split(/\s+/).filter(Boolean), ['let', 'a', 'let', 'b'])
    assert.equal(script.indexOf('let b'), text.indexOf('let b'))
    assert.equal(script.split('\n').length, text.split('\n').length)
  })

  it('leaves out other languages, comments and styles', () => {
    const text = '<script lang="coffee">a</script><!-- <script>b</script> --><style>c</style><script lang=ts>d</script>'
    assert.equal(scriptOf('a.svelte', text).trim(), 'd')
  })

  it('takes a script that is not closed to the end', () => {
    assert.equal(scriptOf('a.vue', '<script>let a').trim(), 'let a')
  })
})
