import assert from 'node:assert/strict'
import { lowerSchema } from './lower.js'
import { isPrismaNext } from './prisma-next.js'
import { scanSchema } from './scan.js'

describe('lowerSchema', () => {
  it('looks types up across files', () => {
    const { schema } = lower({
      'b.prisma': 'model User {\n  id Int @id\n  role Role\n  posts Post[]\n  at Address?\n  x Nothing\n  y\n}',
      'a.prisma': 'enum Role {\n  A\n}\nmodel Post {\n  id Int\n}\ntype Address {\n  s Unsupported("point")\n}',
    })
    const kinds = schema.models.get('User')?.columns.map(({ name, kind }) => `${name} ${kind}`)
    assert.deepEqual(kinds, ['id scalar', 'role enum', 'posts relation', 'at composite', 'x unknown', 'y unknown'])
    assert.equal(schema.models.get('Address')?.columns[0]?.kind, 'unsupported')
    assert.deepEqual(schema.files, ['a.prisma', 'b.prisma'])
  })

  it('reads keys, relations and names in the database', () => {
    const { schema } = lower({
      a: 'model A {\n  x Int @map("x_x")\n  y Int @unique\n  b B? @relation("r", fields: [x, y], references: [c, d])\n  @@id([x, y(sort: Desc)])\n  @@map("as")\n}\nmodel B {\n  c Int\n  d Int\n  as A[] @relation(name: "r")\n}',
    })
    const model = schema.models.get('A')
    assert.deepEqual([model?.databaseName, model?.primaryKey, model?.primaryKeyName], ['as', ['x', 'y'], 'x_y'])
    const [x, y, b] = model?.columns ?? []
    assert.deepEqual([x?.databaseName, x?.foreignKeyOf, y?.foreignKeyOf, y?.isUnique], ['x_x', ['b'], ['b'], true])
    assert.deepEqual(b?.relation, { name: 'r', target: 'B', fields: ['x', 'y'], references: ['c', 'd'] })
    const other = schema.models.get('B')?.columns[2]?.relation
    assert.deepEqual(other, { name: 'r', target: 'A', fields: [], references: [] })
  })

  it('keeps defaults and native types as written', () => {
    const { schema } = lower({
      a: 'model A {\n  a Decimal @default(1.50) @db.Decimal(10, 2)\n  b DateTime @updatedAt\n}',
    })
    const [a, b] = schema.models.get('A')?.columns ?? []
    assert.deepEqual([a?.defaultValue, a?.nativeType], ['1.50', { name: 'Decimal', args: ['10', '2'] }])
    assert.deepEqual([b?.isUpdatedAt, b?.defaultValue, b?.nativeType], [true, undefined, undefined])
  })

  it('treats an ignored column as one that the client leaves out', () => {
    const { schema } = lower({ a: 'model A {\n  a Int @ignore\n}' })
    assert.equal(schema.models.get('A')?.columns[0]?.kind, 'unsupported')
  })

  it('reads generators and the datasource, of its URL only the variable', () => {
    const { generators, datasource, schema } = lower({
      a: 'generator g {\n  provider = "prisma-client"\n  output = "../x"\n  previewFeatures = ["views"]\n}\ndatasource db {\n  provider = "mysql"\n  url = env("SECRET_URL")\n  relationMode = "prisma"\n}',
      b: 'datasource later {\n  url = "mysql://user:secret@host/x"\n}',
    })
    const settings = new Map([
      ['provider', '"prisma-client"'],
      ['output', '"../x"'],
      ['previewFeatures', '["views"]'],
    ])
    assert.deepEqual(generators, [{ ref: { file: 'a', id: 'generator g' }, name: 'g', settings }])
    assert.deepEqual(datasource, {
      ref: { file: 'a', id: 'datasource db' },
      name: 'db',
      provider: 'mysql',
      urlVariable: 'SECRET_URL',
      relationMode: 'prisma',
    })
    assert.equal(schema.provider, 'mysql')
  })

  it('lets the first of two equal names count and names both places', () => {
    const { schema, errors, spans } = lower({
      a: 'model User {\n  a Int\n  a String\n}\nenum User {\n  X\n}',
      b: '\nmodel User {\n  b Int\n}',
    })
    assert.deepEqual(
      schema.models.get('User')?.columns.map(({ type }) => type),
      ['Int'],
    )
    assert.equal(schema.enums.size, 0)
    assert.deepEqual(
      errors.map(({ file, message }) => `${file}: ${message}`),
      [
        "a: 'a' is declared twice in 'User'; the first one counts.",
        "a: 'User' is already declared in a:1, which counts.",
        "b: 'User' is already declared in a:1, which counts.",
      ],
    )
    assert.deepEqual([...(spans.get('a')?.keys() ?? [])].filter((id) => id.includes('#')).slice(0, 2), [
      'User.a#2',
      'User.a#2:line',
    ])
    assert.ok(spans.get('a')?.has('User#2') && spans.get('b')?.has('User'))
  })

  it('notes where every element stands', () => {
    const text = 'model User {\n  email String? @unique // x\n}\nenum Role {\n  ADMIN @map("a")\n}'
    const spans = lower({ a: text }).spans.get('a') ?? new Map()
    assert.deepEqual(
      [...spans].map(([id, { start, end }]) => `${id} = ${text.slice(start, end).replaceAll('\n', '|')}`),
      [
        'User = User',
        'User:block = model User {|  email String? @unique // x|}',
        'User.email = email',
        'User.email:line = email String? @unique',
        'User.email:type = String?',
        'Role = Role',
        'Role:block = enum Role {|  ADMIN @map("a")|}',
        'Role.ADMIN = ADMIN',
        'Role.ADMIN:line = ADMIN @map("a")',
      ],
    )
  })

  it('reads the comments that silence findings', () => {
    const { suppressions } = lower({
      a: '// prisma-drift-disable-file field-missing\n/// prisma-drift-disable a-b, c -- as agreed\n/// The user.\nmodel User {\n  // prisma-drift-disable-next-line x -- y\n\n  id Int\n  /// prisma-drift-disable\n  b Int // prisma-drift-disabled\n}',
    })
    const read = suppressions.get('a')?.map(({ span, ...rest }) => rest)
    assert.deepEqual(read, [
      { rules: ['field-missing'], scope: 'file', reason: undefined },
      { rules: ['a-b', 'c'], scope: 3, reason: 'as agreed' },
      { rules: ['x'], scope: 6, reason: 'y' },
      { rules: [], scope: 8, reason: undefined },
    ])
  })
})

describe('isPrismaNext', () => {
  for (const [text, expected] of [
    ['// use prisma-next\nmodel A {\n}', true],
    ['\uFEFF// a header\r\n\r\n// use prisma-next\r\n', true],
    ['model A {\n}\n// use prisma-next\n', false],
    ['// we do not use prisma-next\n', false],
  ] as const) {
    it(`says ${expected} of ${JSON.stringify(text)}`, () => assert.equal(isPrismaNext(text), expected))
  }
})

function lower(texts: Readonly<Record<string, string>>) {
  const files = Object.entries(texts).map(([file, text]) => ({ file, syntax: scanSchema(text) }))
  return lowerSchema({ root: '', files })
}
