import assert from 'node:assert/strict'
import { scanSchema } from './scan.js'
import type { BlockSyntax } from './syntax.js'

describe('scanSchema', () => {
  it('reads blocks, fields, types and attributes with their places', () => {
    const text = 'model User {\n  id    Int      @id @default(autoincrement())\n  tags  String[] @db.VarChar(10)\n}\n'
    const { blocks, errors } = scanSchema(text)
    assert.deepEqual(errors, [])
    const [block] = blocks
    assert.equal(text.slice(block?.start, block?.end), text.trimEnd())
    const parts = block?.fields.map(({ name, type, attributes, ...field }) => [
      text.slice(name.start, name.end),
      text.slice(type?.start, type?.end),
      attributes.map(({ start, end }) => text.slice(start, end)),
      text.slice(field.start, field.end),
    ])
    assert.deepEqual(parts, [
      ['id', 'Int', ['@id', '@default(autoincrement())'], 'id    Int      @id @default(autoincrement())'],
      ['tags', 'String[]', ['@db.VarChar(10)'], 'tags  String[] @db.VarChar(10)'],
    ])
  })

  it('splits the arguments of attributes, over several lines too', () => {
    const text = 'model A {\n  b B @relation("x", fields: [c,\n    d], // why\n    references: [e]\n  )\n  z Int\n}'
    const [block] = scanSchema(text).blocks
    const args = block?.fields[0]?.attributes[0]?.args.map(({ name, value }) => [
      name,
      text.slice(value.start, value.end),
    ])
    assert.deepEqual(args?.slice(0, 2), [
      [undefined, '"x"'],
      ['fields', '[c,\n    d]'],
    ])
    assert.deepEqual(outline(text), ['model A: b B, z Int'])
  })

  it('reads what generators and datasources set', () => {
    const text = 'datasource db {\n  url = env("X") // {\n  list = ["a",\n    "b"]\n  n = 3\n}\n'
    const [block] = scanSchema(text).blocks
    const values = block?.properties.map(({ name, value }) => [name.text, value?.text])
    assert.deepEqual(values, [
      ['url', 'env("X")'],
      ['list', '["a",\n    "b"]'],
      ['n', '3'],
    ])
    assert.equal(block?.intact, true)
  })

  it('keeps documentation above and behind an element', () => {
    const text =
      '/// lost\n\n/// A\n// b\nmodel A {\n  /// one\n\n  id Int /// two\n  /// lost\n  @@map("a")\n  x Int\n}\n'
    const [block] = scanSchema(text).blocks
    assert.equal(block?.documentation, 'A')
    assert.deepEqual(
      block?.fields.map(({ documentation }) => documentation),
      ['one\ntwo', undefined],
    )
  })

  for (const [title, text, expected] of intactCases()) {
    it(`reads ${title}`, () => {
      assert.deepEqual(outline(text), expected)
      assert.deepEqual(scanSchema(text).errors, [])
    })
  }

  for (const [title, text, expected] of brokenCases()) {
    it(`recovers from ${title}`, () => {
      assert.deepEqual(outline(text), expected)
      assert.notDeepEqual(scanSchema(text).errors, [])
    })
  }

  for (const text of [
    '',
    '\0',
    '\uFEFF',
    '{',
    '}',
    '"',
    '@',
    '@@',
    '/*',
    '//',
    'model',
    'model {',
    'model A {\n a B @x(',
  ]) {
    it(`does not throw at ${JSON.stringify(text)}`, () => {
      assert.equal(scanSchema(text).text, text)
    })
  }

  it('reads lines of many megabytes', () => {
    const text = `model A {\n  a String @default("${'x'.repeat(12_000_000)}")\n  b Int\n}`
    assert.deepEqual(outline(text), ['model A: a String, b Int'])
  }).timeout(20_000)

  it('takes time in proportion to damaged text', () => {
    const unit = 'model A {\n  a B @c(\n  d E @f("\n enum X { Y @map(\n /* model\n'
    const time = (count: number) => {
      const text = unit.repeat(count)
      const runs = [1, 2, 3].map(() => {
        const start = performance.now()
        scanSchema(text)
        return performance.now() - start
      })
      return Math.min(...runs)
    }
    time(2_000)
    const small = Math.max(time(4_000), 5)
    // Quadratic time would make it 64 times as long.
    assert.ok(time(32_000) < small * 30)
  }).timeout(20_000)
})

type Case = readonly [title: string, text: string, expected: readonly string[]]

/** `model User: id Int, posts Post[]`; a question mark stands before what is not intact. */
function outline(text: string): string[] {
  return scanSchema(text).blocks.map((block) => {
    const members = [...block.fields.map(fieldOutline), ...block.values.map(({ name }) => name.text)]
    const title = `${block.intact ? '' : '?'}${block.kind} ${block.name?.text ?? '-'}`
    return [title, members.join(', ')].filter((part) => part !== '').join(': ')
  })
}

function fieldOutline({ name, type }: BlockSyntax['fields'][number]): string {
  if (!type) return `${name.text} -`
  return `${name.text} ${type.name}${type.list ? '[]' : ''}${type.optional ? '?' : ''}`
}

function intactCases(): Case[] {
  return [
    ['carriage returns', 'model A {\r  a Int\r\n  b Int\r}\r', ['model A: a Int, b Int']],
    ['a byte order mark', '\uFEFFmodel A {\n  a Int\n}', ['model A: a Int']],
    [
      'blocks on one line',
      'enum E { A B @map("}") C }\nmodel A { a Int @id b E? }',
      ['enum E: A, B, C', 'model A: a Int, b E?'],
    ],
    ['braces in strings', 'model A {\n  a String @default("} model B {")\n  b Int\n}', ['model A: a String, b Int']],
    ['slashes in strings', 'model A {\n  a String @default("http://x") // "\n  b Int\n}', ['model A: a String, b Int']],
    ['quotes in strings', 'model A {\n  a String @default("\\"}\\\\") @x\n  b Int\n}', ['model A: a String, b Int']],
    ['names of any script', 'model Ä {\n  größe Int // 😀\n  b Int\n}', ['model Ä: größe Int, b Int']],
    [
      'fields named like blocks',
      'model A {\nmodel Int\ntype String\nenum E\n}',
      ['model A: model Int, type String, enum E'],
    ],
    ['unsupported types', 'model A {\n  a Unsupported("circle(1)")?\n}', ['model A: a Unsupported("circle(1)")?']],
    ['blanks before modifiers', 'model A {\n  a String []\n  b String ?\n}', ['model A: a String[], b String?']],
    ['outdated spellings', 'model A {\n  a: Int!\n  b [String]\n}', ['model A: a Int, b String[]']],
    ['a brace on the next line', 'model A\n{\n  a Int\n}', ['model A: a Int']],
    ['a block behind a brace', 'enum E {\n  A\n} model A {\n  a Int\n}', ['enum E: A', 'model A: a Int']],
    ['block comments', '/* model X { */\nmodel A {\n  /* } */\n  a Int /* ? */\n}', ['model A: a Int']],
    ['schemas of a database', 'model A {\n  a Int\n  @@schema("x")\n}', ['model A: a Int']],
    ['views and types', 'view V {\n  a Int\n}\ntype T {\n  b Int\n}', ['view V: a Int', 'type T: b Int']],
  ]
}

function brokenCases(): Case[] {
  return [
    ['a block not closed', 'model A {\n  a Int\n\nmodel B {\n  b Int\n}', ['?model A: a Int', 'model B: b Int']],
    ['a block not closed at the end', 'model A {\n  a Int\n', ['?model A: a Int']],
    ['a block without a name', 'model {\n  a Int\n}\nenum E {\n  A\n}', ['?model -: a Int', 'enum E: A']],
    ['a keyword alone', 'model\nmodel B {\n  b Int\n}', ['?model -', 'model B: b Int']],
    ['a block without its brace', 'model A\n  a Int\n}\nmodel B {\n  b Int\n}', ['?model A: a Int', 'model B: b Int']],
    ['a field without a type', 'model A {\n  a\n  b Int\n}', ['?model A: a -, b Int']],
    ['a field without a type before an attribute', 'model A {\n  a @id\n}', ['?model A: a -']],
    ['an attribute half typed', 'model A {\n  a Int @\n  b Int\n}', ['?model A: a Int, b Int']],
    ['arguments not closed', 'model A {\n  a Int @default(\n  b Int @id\n}', ['?model A: a Int, b Int']],
    [
      'nested arguments not closed',
      'model A {\n  a B @relation(fields: [x\n  b Int\n  @@map("q")\n}',
      ['?model A: a B, b Int'],
    ],
    [
      'arguments not closed in an enum',
      'enum E {\n  A @map("a"\n  B\n}\nenum F {\n  C\n}',
      ['?enum E: A, B', 'enum F: C'],
    ],
    ['a string not closed', 'model A {\n  a String @default("x)\n  b Int\n}', ['?model A: a String, b Int']],
    ['stray text in a block', 'model A {\n  a Int\n  ???\n  b Int\n}', ['?model A: a Int, b Int']],
    ['stray text in a block on one line', 'enum E { A ! B }\nenum F { C }', ['?enum E: A', 'enum F: C']],
    ['stray text behind a field', 'model A {\n  a Int nonsense\n  b Int\n}', ['?model A: a Int, b Int']],
    [
      'stray text between blocks',
      'model A {\n  a Int\n}\nxyz {\n  q\n}\nmodel B {\n  b Int\n}',
      ['model A: a Int', 'model B: b Int'],
    ],
    ['a NUL', 'model A {\n  a Int\0\n  b Int\n}', ['?model A: a Int, b Int']],
    ['a block comment not closed', 'model A {\n  a Int\n  /* b\n  c Int\n}', ['?model A: a Int, c Int']],
    [
      'a setting half typed',
      'generator g {\n  provider =\n  output\n}\nenum E {\n  A\n}',
      ['?generator g', 'enum E: A'],
    ],
    [
      'an array not closed',
      'generator g {\n  x = ["a",\n  y = "b"\n}\nenum E {\n  A\n}',
      ['?generator g', 'enum E: A'],
    ],
    [
      'a brace behind a field',
      'model A {\n  a Int }\nmodel B {\n  b Int $$$ }\n}',
      ['model A: a Int', '?model B: b Int'],
    ],
  ]
}
