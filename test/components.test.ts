import assert from 'node:assert/strict'
import { SHOP } from './support/shop.js'
import { inWorkspace, loud } from './support/workspace.js'

const ORDER = 'interface Order {\n  id: number\n  total: string\n  note: string | null\n  userId: number\n}\n'

describe('components', () => {
  it('are checked where their script stands', () =>
    inWorkspace(
      {
        ...SHOP,
        'src/setup.vue': `<template>\n  <p>{{ order.total }}</p>\n</template>\n\n<script setup lang="ts">\n${ORDER}</script>\n`,
        'src/two.vue': `<script lang="ts">\nexport default {}\n</script>\n<script setup lang="ts">\n${ORDER}</script>\n`,
        'src/inline.vue': `<script lang='ts'>${ORDER}</script>\r\n<style>p { color: red }</style>\r\n`,
        'src/order.svelte': `<script context="module" lang="ts">\n${ORDER}</script>\n\n<p>{1 < 2}</p>\n`,
        'src/plain.vue': '<script>\nexport default {}\n</script>\n',
        'src/open.vue': `<template><p></template>\n<script lang="ts">\n${ORDER}`,
        'src/none.vue': '<template></template>\n',
      },
      async ({ report }) => {
        const found = await report()
        const expected = ['src/inline.vue:3', 'src/order.svelte:4', 'src/setup.vue:8', 'src/two.vue:7']
        assert.deepEqual(
          loud(found).filter((line) => !line.includes('open.vue')),
          expected.map((place) => `field-type-mismatch ${place} Order.total`),
        )
        for (const { range, file } of found.findings.filter(({ file }) => file !== 'src/open.vue')) {
          assert.deepEqual([range.start.character, range.end.character], [9, 15], file)
          assert.equal(range.start.line, range.end.line)
        }
      },
    ))
})
