import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { inspect } from 'node:util'
import { runInNewContext } from 'node:vm'
import { check } from '../testing/check.js'
import { MIGRATION_RULES, RULES, SQL_RULES } from './index.js'

const folder = 'docs/rules'
const codes = RULES.map(({ code }) => code)
const pages = codes.map((code) => ({ code, page: readFileSync(`${folder}/${code}.md`, 'utf8') }))

const SECTIONS = ['Why it matters', 'Evidence and severity', 'Options', 'What to do', 'Example', 'Fine'].map(
  (name) => `## ${name}`,
)

/** What these are about happens in a database: tests of the engine show that, not a line of JavaScript. */
const inDatabase = new Set([...MIGRATION_RULES, ...SQL_RULES].map(({ code }) => code))

describe('the pages of the rules', () => {
  it('are one for each rule', () => {
    const names = readdirSync(folder).map((name) => name.replace(/\.md$/, ''))
    assert.ok(codes.length > 0)
    assert.deepEqual(names.toSorted(), codes.toSorted())
  })

  for (const { code, page } of pages) {
    const { reported, fine } = fixturesOf(page)

    it(`${code} shows what it reports`, () => {
      assert.ok(reported.some((fixture) => fixture.includes(`[${code}]`)))
      reported.forEach(check)
    })

    it(`${code} says all that a page has to say, in order`, () => {
      const headings = page.split('\n').filter((line) => line.startsWith('## '))
      assert.deepEqual(headings.slice(0, SECTIONS.length), SECTIONS)
      assert.match(page, new RegExp(`^# ${code}\\n\\n[A-Z]`))
    })

    it(`${code} shows at run time why it matters`, () => {
      const claims = runtimeClaims(page)
      assert.ok(claims.length > 0 || inDatabase.has(code))
      for (const { expected, found } of claims) assert.equal(found, expected)
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

/** What a page says that its example does at run time, and what that does: `expression // => value` or `throws NAME`. */
function runtimeClaims(page: string): readonly { expected: string; found: string }[] {
  const [, why = ''] = /\n## Why it matters\n([\s\S]*?)\n## /.exec(page) ?? []
  return [...why.matchAll(/^```js\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) => {
    const statements: string[] = []
    return block.split('\n').flatMap((line) => {
      const [, expression, expected] = /^(.*) \/\/ => (.*)$/.exec(line) ?? []
      if (expression === undefined || expected === undefined) {
        statements.push(line)
        return []
      }
      return [{ expected, found: outcomeOf(`${statements.join('\n')}\n;${expression}`) }]
    })
  })
}

function outcomeOf(program: string): string {
  try {
    return inspect(runInNewContext(program, {}, { timeout: 1000 }))
  } catch (error) {
    return `throws ${(error as Error).name}`
  }
}
