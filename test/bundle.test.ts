import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'

/** What a `check` and the language server of an editor start with, and how many bytes that may be: a tenth more than now. */
const STARTS = [
  { name: 'check', starts: /^(?:cli|program|check)\.js$/, largest: 1_150_000 },
  { name: 'the language server', starts: /^server\.js$/, largest: 1_300_000 },
]

/** The whole of TypeScript has more than this; nothing else comes near it. */
const COMPILER = 5_000_000

describe('the bundles in dist', () => {
  for (const { name, starts, largest } of STARTS) {
    it(`${name} loads a parser and no compiler`, () => {
      const loaded = new Set<string>()
      for (const file of readdirSync('dist')) if (starts.test(file)) load(file, loaded)
      const sizes = [...loaded].map((file) => [file, textOf(file).length] as const)
      const sum = sizes.reduce((total, [, size]) => total + size, 0)
      assert.ok(sum > 600_000 && sum <= largest, `${sum} bytes: ${sizes.map((each) => each.join(' ')).join(', ')}`)
    })
  }

  it('begin the command line with one small file', () => {
    const loaded = new Set<string>()
    load('cli.js', loaded)
    assert.deepEqual([...loaded], ['cli.js'])
    assert.ok(textOf('cli.js').length < 40_000, `${textOf('cli.js').length} bytes`)
  })

  it('hold the compiler once, for what asks for it later', () => {
    const compilers = readdirSync('dist').filter((file) => file.endsWith('.js') && textOf(file).length > COMPILER)
    assert.equal(compilers.length, 1)
  })
})

/** Adds a file and what it imports at once, through any number of files. */
function load(file: string, loaded: Set<string>): void {
  if (loaded.has(file)) return
  loaded.add(file)
  for (const [, imported = ''] of textOf(file).matchAll(/\b(?:from|import)"\.\/([^"]+)"/g)) load(imported, loaded)
}

function textOf(file: string): string {
  return readFileSync(`dist/${file}`, 'utf8')
}
