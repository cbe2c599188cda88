import assert from 'node:assert/strict'
import { type Change, compareSchemas, type SchemaChanges } from './changes.js'
import { lowerSchema } from './lower.js'
import type { Named } from './renames.js'
import { scanSchema } from './scan.js'

describe('compareSchemas', () => {
  for (const [title, before, after, expected] of columnCases()) {
    it(`sees ${title}`, () => {
      const changes = compare(`model A {\n id Int @id\n ${before}\n}`, `model A {\n id Int @id\n ${after}\n}`)
      const [model] = changes.models
      assert.deepEqual(model?.columns.map((column) => [named(column), ...column.aspects].join(' ')) ?? [], expected)
    })
  }

  for (const [title, before, after, expected] of enumCases()) {
    it(`sees ${title}`, () => {
      const changes = compare(`enum E {\n${before}\n}`, `enum E {\n${after}\n}`)
      assert.deepEqual(changes.enums[0]?.values.map(named) ?? [], expected)
    })
  }

  it('sees models and enums renamed, and no other change in the columns that follow them', () => {
    const before =
      'model User {\n id Int\n name String\n role Role\n}\nmodel P {\n id Int\n user User\n}\nenum Role {\n A\n B\n}'
    const after = before.replaceAll('User', 'Account').replaceAll('Role', 'Rank')
    const changes = compare(before, after)
    assert.deepEqual(changes.models.map(named), ['User → Account'])
    assert.deepEqual(changes.enums.map(named), ['Role → Rank'])
    assert.deepEqual(changes.models[0]?.columns, [])
  })

  it('takes models apart that have little in common', () => {
    const changes = compare(
      'model A {\n id Int\n a String\n b String\n}',
      'model B {\n id Int\n c String\n d String\n}',
    )
    assert.deepEqual(changes.models.map(named), ['A → -', '- → B'])
  })

  it('follows a model whose table stays', () => {
    const changes = compare('model A {\n a Int\n}', 'model B {\n b String\n @@map("A")\n}')
    assert.deepEqual(changes.models.map(named), ['A → B'])
  })

  it('says nothing of what a block half typed lacks', () => {
    const before = 'model A {\n a Int\n b Int\n c String\n}'
    assert.deepEqual(compare(before, 'model A {\n a Int\n ???\n c Str\n}').models, [])
    assert.deepEqual(compare('model A {\n a Int\n', before).models, [])
  })

  it('finds changes by the name of today and, where none bears it, by the former one', () => {
    const changes = compare('model A {\n id Int\n name String\n}', 'model A {\n id Int\n fullName String\n}')
    assert.equal(changes.column('A', 'name'), changes.column('A', 'fullName'))
    assert.equal(changes.column('A', 'id'), undefined)
    assert.equal(changes.column('B', 'id'), undefined)
    assert.equal(changes.model('A')?.columns.length, 1)
  })

  it('finds nothing between equal schemas', () => {
    const text = 'model A {\n a Int\n e E\n}\nenum E {\n X\n}'
    const { models, enums } = compare(text, text)
    assert.deepEqual([models, enums], [[], []])
  })
})

type Case = readonly [title: string, before: string, after: string, expected: readonly string[]]

function columnCases(): Case[] {
  return [
    ['a column removed', 'a String', '', ['a → -']],
    ['a column added', '', 'a String', ['- → a']],
    ['a column retyped', 'a String', 'a Float', ['a → a retyped']],
    ['a column become a list', 'a String', 'a String[]', ['a → a list']],
    ['a list become single', 'a String[]', 'a String', ['a → a scalar']],
    ['a column become nullable', 'a String', 'a String?', ['a → a nullable']],
    ['a column become required', 'a String?', 'a String', ['a → a required']],
    ['several things at once', 'a String?', 'a Json[]', ['a → a retyped list required']],
    ['a rename', 'a String', 'b String', ['a → b renamed']],
    ['a rename that also lets in null', 'a String', 'b String?', ['a → b renamed nullable']],
    ['no rename to another type', 'a String', 'b Json', ['a → -', '- → b']],
    [
      'a rename to the most similar name',
      'avatar String',
      'nick String\n avatarUrl String',
      ['avatar → avatarUrl renamed', '- → nick'],
    ],
    [
      'two renames by similarity',
      'first String\n last String',
      'lastName String\n firstName String',
      ['first → firstName renamed', 'last → lastName renamed'],
    ],
    ['no rename where names decide nothing', 'a String', 'x String\n y String', ['a → -', '- → x', '- → y']],
    [
      'a rename that keeps the database name',
      'a String',
      'x Json @map("a")\n y String',
      ['a → x renamed retyped', '- → y'],
    ],
    ['nothing in a new default', 'a String', 'a String @default("x") @map("b")', []],
    ['nothing in another order', 'a String\n b Json', 'b Json\n a String', []],
  ]
}

function enumCases(): Case[] {
  return [
    ['a value removed', ' A\n B', ' B', ['A → -']],
    ['a value added', ' A', ' A\n B', ['- → B']],
    ['a value renamed in its place', ' A\n X\n C', ' A\n Y\n C', ['X → Y']],
    ['a value renamed and moved', ' PENDING\n B', ' B\n IS_PENDING', ['PENDING → IS_PENDING']],
    ['a value replaced elsewhere', ' X\n B', ' B\n Y', ['X → -', '- → Y']],
    ['nothing in another order', ' A\n B', ' B\n A', []],
  ]
}

function named({ before, after }: Change<Named>): string {
  return `${before?.name ?? '-'} → ${after?.name ?? '-'}`
}

function compare(before: string, after: string): SchemaChanges {
  return compareSchemas(schemaOf(before), schemaOf(after))
}

function schemaOf(text: string) {
  return lowerSchema({ root: '', files: [{ file: 'a', syntax: scanSchema(text) }] }).schema
}
