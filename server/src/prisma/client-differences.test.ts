import assert from 'node:assert/strict'
import wasm from '@prisma/prisma-schema-wasm'
import fc from 'fast-check'
import { clientDifferences } from './client-differences.js'
import { isSameWriting } from './same-writing.js'
import { validSchema } from './schema-arbitrary.js'

/** What Prisma's own datamodel says, without what no client depends on; undefined for what is no schema. */
function datamodelOf(text: string): string | undefined {
  try {
    const { models, enums, types } = JSON.parse(wasm.get_datamodel(JSON.stringify({ prismaSchema: [['a', text]] })))
    return JSON.stringify([sorted(models), sorted(types), sorted(enums)])
  } catch {
    return undefined
  }
}

interface Block {
  readonly name: string
  readonly fields?: readonly Block[]
  readonly values?: readonly Block[]
}

function sorted(blocks: readonly Block[]): unknown {
  return blocks.map(plain).sort((a, b) => (a.name < b.name ? -1 : 1))
}

function plain(block: Block): Block {
  const { documentation, relationOnDelete, relationOnUpdate, ...rest } = block as Record<string, unknown> & Block
  return {
    ...rest,
    ...('default' in rest && { default: madeByDatabase(rest.default) }),
    ...('uniqueFields' in rest && {
      uniqueFields: inOrder(rest.uniqueFields),
      uniqueIndexes: inOrder(rest.uniqueIndexes),
    }),
    ...(rest.fields && { fields: rest.fields.map(plain).sort((a, b) => (a.name < b.name ? -1 : 1)) }),
    ...(rest.values && { values: rest.values.map(plain).sort((a, b) => (a.name < b.name ? -1 : 1)) }),
  } as Block
}

function inOrder(list: unknown): unknown {
  return (list as readonly unknown[]).map((item) => JSON.stringify(item)).sort()
}

function madeByDatabase(value: unknown): unknown {
  const { name } = (value ?? {}) as { readonly name?: string }
  return name === 'dbgenerated' || name === 'autoincrement' ? name : value
}

function areDifferent(now: string, copy: string): boolean {
  return clientDifferences({ files: [{ file: 'a', text: now }], generator: 'client' }, { text: copy }).length > 0
}

/** Changes of one line, of which some reach the client and some do not. */
const EDITS: readonly ((line: string) => string)[] = [
  // A generator's settings are none of the datamodel's.
  (line) => (line.includes('previewFeatures') ? line : ''),
  (line) => `${line} // told`,
  (line) => `/// told\n${line}`,
  (line) => line.replace(/\?/, ''),
  (line) => line.replace(/^( {2}\w+ \w+) /, '$1? '),
  (line) => line.replace(/^( {2}\w+) Int /, '$1 BigInt '),
  (line) => line.replace('@default(', '@default( '),
  (line) => line.replace(/@default\([^"]*?\) /, ' '),
  (line) => line.replace('now()', 'dbgenerated("x")'),
  (line) => line.replace('gen(1', 'gen(2'),
  (line) => line.replace('"views"', '"views" /* */'),
  (line) => line.replace(/^( {2}\w+ String)/, '$1 @db.Text'),
  (line) => line.replace(/^( {2}\w+ Int )/, '$1 @unique(map: "u") '),
  (line) => line.replace(/@map\("(\w+)"\)/, '@map(name: "$1")'),
  (line) => line.replace(/@map\("(\w+)"\)/, '@map("$1x")'),
  (line) => line.replace('map: "pk', 'map: "key'),
  (line) => line.replace('name: "both"', 'name: "two"'),
  (line) => line.replace(', name: "both"', ''),
  (line) => line.replace('sort: Desc', 'sort: Asc'),
  (line) => line.replace('onDelete: NoAction', 'onDelete: Cascade'),
  (line) => line.replace(/^ {2}@@unique.*/, '  @@unique([id])'),
  (line) => line.replace(/^ {2}@@index.*/, ''),
  (line) => line.replace(/^( {2}\w+ \w+.*)$/, '$1 @ignore'),
  (line) => line.replace(/^( {2})column(\d)/, '$1other$2'),
  (line) => line.replace('@relation("r', '@relation(name: "r'),
  (line) => (line.startsWith('model') ? `${line}\n  @@ignore` : line),
  (line) => (line.startsWith('model') ? `${line}\n  @@index([key])` : line),
]

const edits = fc.array(fc.record({ at: fc.nat(), edit: fc.constantFrom(...EDITS) }), { minLength: 1, maxLength: 2 })

function edited(text: string, changes: readonly { readonly at: number; readonly edit: (line: string) => string }[]) {
  const lines = text.split('\n')
  for (const { at, edit } of changes) {
    const apt = lines.flatMap((line, index) => (edit(line) === line ? [] : [index]))
    const index = apt[at % apt.length]
    if (index !== undefined) lines[index] = edit(lines[index] ?? '')
  }
  return lines.join('\n')
}

describe('what reaches a client', () => {
  it("differs just where Prisma's own datamodel does", () => {
    const seen = { same: 0, different: 0 }
    fc.assert(
      fc.property(validSchema(), edits, (text, changes) => {
        const now = edited(text, changes)
        const [before, after] = [datamodelOf(text), datamodelOf(now)]
        fc.pre(before !== undefined && after !== undefined)
        assert.equal(areDifferent(now, text), before !== after)
        assert.ok(before === after || !isSameWriting(now, text))
        seen[before === after ? 'same' : 'different']++
      }),
      { numRuns: 400, seed: 1 },
    )
    assert.ok(seen.same > 50 && seen.different > 50, JSON.stringify(seen))
  }).timeout(60_000)

  it('is the same in the copy that Prisma makes', () => {
    fc.assert(
      fc.property(validSchema(), (text) => {
        const copy = wasm.merge_schemas(JSON.stringify({ schema: [['a', text]] }))
        assert.ok(!areDifferent(text, copy))
      }),
      { numRuns: 100 },
    )
  }).timeout(60_000)
})

/** Changes of whole blocks. */
const BLOCK_EDITS: readonly ((blocks: readonly string[], at: number) => readonly string[])[] = [
  (blocks, at) => blocks.toSpliced(at, 1),
  (blocks, at) => blocks.toSpliced(at, 0, 'model Added {\n  id Int @id\n}\n'),
  (blocks, at) => [...blocks.toSpliced(at, 1), blocks[at] ?? ''],
  (blocks, at) => blocks.with(at, `/* ${blocks[at]} */`),
  (blocks, at) => blocks.with(at, (blocks[at] ?? '').replace('{', '{ // {')),
  (blocks, at) => blocks.with(at, (blocks[at] ?? '').replace('}', '')),
  (blocks, at) => blocks.with(at, (blocks[at] ?? '').replace('model ', 'model X')),
  (blocks) => blocks,
]

const blockEdits = fc.array(fc.record({ at: fc.nat(), edit: fc.constantFrom(...BLOCK_EDITS) }), { maxLength: 2 })

describe('the blocks that may differ', () => {
  it('are all that make a difference', () => {
    fc.assert(
      fc.property(validSchema(), edits, blockEdits, (text, changes, moves) => {
        const blocks = moves.reduce(
          (all, { at, edit }) => (all.length > 0 ? edit(all, at % all.length) : all),
          edited(text, changes).split(/^(?=(?:model|enum|type|view|datasource|generator) )/m) as readonly string[],
        )
        const now = { file: 'a', text: blocks.join('') }
        const differences = (...files: (typeof now)[]) => clientDifferences({ files, generator: 'client' }, { text })
        // Of a schema of several files all blocks are looked at.
        assert.deepEqual(differences(now), differences(now, { file: 'b', text: '' }))
        // Where no line is written as it was each is read.
        assert.deepEqual(differences(now), differences({ ...now, text: now.text.replaceAll('\n', ' // told\n') }))
      }),
      { numRuns: 500 },
    )
  }).timeout(60_000)
})

describe('a column beside others', () => {
  for (const [what, now, made, expected] of [
    ['is told', 'a Int', 'a Int?', ['changed M.a']],
    ['is told once, written twice', 'a Int\n  b Int\n  b Int', 'a Int', ['new M.b']],
    ['is not new beside itself', 'a Int\n  a String', 'a Int', ['changed M.a']],
    ['is not gone while it is typed', 'a Int @default(\n  b Int', 'a Int\n  b Int', []],
    [
      'has the keys that are named apart',
      'a Int\n  b Int\n  @@id([b])',
      'a Int\n  b Int\n  @@id([a])',
      ['changed M.a', 'changed M.b'],
    ],
    [
      'has keys over several lines',
      'a Int\n  b Int\n  @@id([\n  b\n  ])',
      'a Int\n  b Int\n  @@id([\n  a\n  ])',
      ['changed M.a', 'changed M.b'],
    ],
    [
      'has values over several lines',
      'a Int @default(\n  1)\n  b Int',
      'a Int @default(\n  2)\n  b Int',
      ['changed M.a'],
    ],
  ] as const) {
    it(what, () => {
      const files = [{ file: 'a', text: `model M {\n  ${now}\n}\n` }]
      const differences = clientDifferences({ files, generator: 'client' }, { text: `model M {\n  ${made}\n}\n` })
      assert.deepEqual(
        differences.map(({ kind, name }) => `${kind} ${name}`),
        expected,
      )
    })
  }
})

describe('the same writing', () => {
  for (const [left, right, expected] of [
    ['a  Int\n', 'a Int', true],
    ['a Int // x\n', '/// y\na Int', true],
    ['a Int', 'aInt', false],
    ['a Int\nb Int', 'a Int?\nb Int', false],
    ['\na', 'b\na', false],
    ['@default( now() )', '@default(now())', true],
    ['"a  b"', '"a b"', false],
    ['"a // b"', '"a // c"', false],
    ['"a\\" // b" c', '"a\\" // b"  c', true],
    ['a', 'a b', false],
    ['', '// x', true],
    ['/ a', '/ a', true],
  ] as const) {
    it(`${expected ? 'has' : 'has not'} ${JSON.stringify(left)} with ${JSON.stringify(right)}`, () => {
      assert.equal(isSameWriting(left, right), expected)
      assert.equal(isSameWriting(right, left), expected)
    })
  }
})
