import assert from 'node:assert/strict'
import { DRIFT, DRIFTED_SHOP, ORDER_TYPES, SCHEMA, SHOP, USER_TYPES } from './support/shop.js'
import { inWorkspace, loud } from './support/workspace.js'

/** What a text looks like while it is typed from its start to its end, at every second character. */
function typedToTheEnd(text: string): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / 2) }, (_, index) => text.slice(0, 2 * index + 1))
}

/**
 * What a text looks like while one of its lines is typed, with all others in place. An empty line means that the old one
 * was deleted, and a part of a bare word, as values of enums are, is another word.
 */
function typedInTheMiddle(text: string): readonly string[] {
  const lines = text.split('\n')
  return lines.flatMap((line, index) => {
    const starts = /^\s*\w+$/.test(line) ? [] : typedToTheEnd(line).filter((start) => start.trim() !== '')
    return starts.map((start) => lines.with(index, start).join('\n'))
  })
}

/** A project for each text; `filesOf` says what it holds. */
function projects(count: number, filesOf: (index: number) => Readonly<Record<string, string>>): Record<string, string> {
  const entries = Array.from({ length: count }, (_, index) =>
    Object.entries(filesOf(index)).map(([file, text]) => [`p${index}/${file}`, text] as const),
  )
  return Object.fromEntries(entries.flat())
}

describe('a half-typed schema', () => {
  const cases = { 'at the end': typedToTheEnd(SCHEMA), 'in the middle': typedInTheMiddle(SCHEMA) }
  for (const [where, texts] of Object.entries(cases)) {
    it(`makes nothing loud that was not changed on purpose, ${where}`, () =>
      inWorkspace(
        projects(texts.length, () => SHOP),
        async ({ commit, write, report }) => {
          commit()
          write(projects(texts.length, (index) => ({ 'prisma/schema.prisma': texts[index] ?? '' })))
          const told = loud(await report()).map((line) => {
            const [, index] = / p(\d+)\//.exec(line) ?? []
            return `${line} after ${JSON.stringify(texts[Number(index)]?.slice(-60))}`
          })
          assert.deepEqual(told, [])
        },
      ))
  }
})

describe('a half-typed type', () => {
  const texts = [...typedToTheEnd(USER_TYPES), ...typedInTheMiddle(USER_TYPES)]

  it('changes no finding in any other file', () =>
    inWorkspace(
      projects(texts.length, (index) => ({ ...DRIFTED_SHOP, 'src/user.ts': texts[index] ?? '' })),
      async ({ report }) => {
        const elsewhere = (await report()).findings.filter(({ file }) => !file.endsWith('user.ts'))
        assert.equal(elsewhere.length, texts.length)
        assert.deepEqual(new Set(elsewhere.map(({ rule }) => rule)), new Set([DRIFT.split(' ')[0]]))
      },
    ))

  it('keeps what is known of its file beside it', () => {
    const drifted = ORDER_TYPES.replace('total: number', 'total: string')
    const halves = typedToTheEnd('export interface Draft {\n  id: numb')
    return inWorkspace(
      projects(halves.length, (index) => ({ ...SHOP, 'src/order.ts': `${drifted}${halves[index]}` })),
      async ({ report }) => assert.equal(loud(await report()).length, halves.length),
    )
  })
})
