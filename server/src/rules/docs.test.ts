import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { check } from '../testing/check.js'
import { RULES } from './index.js'

const folder = 'docs/rules'
const codes = RULES.map(({ code }) => code)
const fixtures = codes.map((code) => ({ code, ...fixturesOf(readFileSync(`${folder}/${code}.md`, 'utf8')) }))

describe('the pages of the rules', () => {
  it('are one for each rule', () => {
    const pages = readdirSync(folder).map((name) => name.replace(/\.md$/, ''))
    assert.ok(codes.length > 0)
    assert.deepEqual(pages.toSorted(), codes.toSorted())
  })

  for (const { code, reported, fine } of fixtures) {
    it(`${code} shows what it reports`, () => {
      assert.ok(reported.some((fixture) => fixture.includes(`[${code}]`)))
      reported.forEach(check)
    })

    it(`${code} shows what is fine`, () => {
      assert.ok(fine.length > 0)
      assert.ok(fine.every((fixture) => !/^\s*\/\/[\^@]/m.test(fixture)))
      fine.forEach(check)
    })
  }
})

/** The fixtures in the code blocks of a page: those above the heading `Fine`, and those below it. */
function fixturesOf(page: string): { reported: readonly string[]; fine: readonly string[] } {
  const [above = '', below = ''] = page.split('\n## Fine\n')
  return { reported: blocksOf(above), fine: blocksOf(below) }
}

function blocksOf(text: string): readonly string[] {
  return [...text.matchAll(/^```ts\n(\/\/- [\s\S]*?)^```$/gm)].map(([, block = '']) => block)
}
