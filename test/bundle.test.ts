import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'

/** Bytes that are read before anything is done, with what is imported at once. A tenth more than they are now. */
const LARGEST = { 'cli.js': 1_200_000, 'server.js': 1_300_000 }

/** The whole of TypeScript has more than this; nothing else comes near it. */
const COMPILER = 5_000_000

describe('the bundles in dist', () => {
  for (const [entry, largest] of Object.entries(LARGEST)) {
    it(`${entry} loads a parser and no compiler`, () => {
      const sizes = [...loadedBy(entry)].map((file) => [file, textOf(file).length] as const)
      const sum = sizes.reduce((total, [, size]) => total + size, 0)
      assert.ok(sum <= largest, `${sum} bytes: ${sizes.map((each) => each.join(' ')).join(', ')}`)
    })
  }

  it('hold the compiler once, for what asks for it later', () => {
    const compilers = readdirSync('dist').filter((file) => file.endsWith('.js') && textOf(file).length > COMPILER)
    assert.equal(compilers.length, 1)
  })
})

/** A file and what it imports at once, through any number of files. */
function loadedBy(file: string, loaded = new Set<string>()): ReadonlySet<string> {
  if (loaded.has(file)) return loaded
  loaded.add(file)
  for (const [, imported = ''] of textOf(file).matchAll(/\b(?:from|import)"\.\/([^"]+)"/g)) loadedBy(imported, loaded)
  return loaded
}

function textOf(file: string): string {
  return readFileSync(`dist/${file}`, 'utf8')
}
