import fc from 'fast-check'

/**
 * Valid schemas for PostgreSQL, for tests: all scalars, lists, optional columns, defaults, native types, enums,
 * relations of every cardinality, composite keys, views, mapped names and comments.
 */
export function validSchema(): fc.Arbitrary<string> {
  const enums = fc.array(enumBody(), { minLength: 1, maxLength: 3 })
  const models = fc.array(modelDraft(), { minLength: 1, maxLength: 5 })
  const links = fc.array(link(), { maxLength: 6 })
  const views = fc.array(fc.array(column(), { maxLength: 4 }), { maxLength: 2 })
  return fc.record({ enums, models, links, views, lineBreak: fc.constantFrom('\n', '\r\n') }).map(render)
}

interface ColumnDraft {
  readonly type: string
  readonly modifier: string
  readonly attributes: readonly string[]
  readonly comment: string
}

interface ModelDraft {
  readonly key: string
  readonly columns: readonly ColumnDraft[]
  readonly mapped: boolean
  readonly comment: string
}

interface Link {
  readonly from: number
  readonly to: number
  readonly cardinality: 'one' | 'many' | 'manyToMany'
  readonly optional: boolean
}

interface Draft {
  readonly enums: readonly (readonly string[])[]
  readonly models: readonly ModelDraft[]
  readonly links: readonly Link[]
  readonly views: readonly (readonly ColumnDraft[])[]
  readonly lineBreak: string
}

const HEADER = [
  'generator client {',
  '  provider        = "prisma-client"',
  '  previewFeatures = ["views"] // { "',
  '}',
  'datasource db {',
  '  provider = "postgresql"',
  '}',
]

function render({ enums, models, links: drafts, views, lineBreak }: Draft): string {
  const links = drafts.map((draft) => possibleLink(draft, models))
  const lines = [
    ...HEADER,
    ...enums.flatMap((values, index) => [`enum Enum${index} {`, ...values, `  @@map("enum_${index}")`, '}', '']),
    ...models.flatMap((model, index) => renderModel(model, index, linesOf(links, index, models.length))),
    ...views.flatMap((columns, index) => [
      `view View${index} {`,
      '  id Int @unique',
      ...columns.map(renderColumn),
      '}',
    ]),
  ]
  return lines.join(lineBreak).replaceAll('ENUM', `Enum${enums.length - 1}`) + lineBreak
}

/** Only models with an id of one column can be part of a relation of many to many. */
function possibleLink(draft: Link, models: readonly ModelDraft[]): Link {
  const keys = [draft.from, draft.to].map((index) => models[index % models.length]?.key)
  return keys.includes('composite') && draft.cardinality === 'manyToMany' ? { ...draft, cardinality: 'many' } : draft
}

function renderModel({ key, columns, mapped, comment }: ModelDraft, index: number, links: string[]): string[] {
  const attributes = [
    KEYS[key]?.attribute.replace('INDEX', `${index}`) ?? '',
    mapped ? `  @@map("model_${index}")` : '',
  ]
  const head = [comment, `model Model${index} { // { }`, '  key Int @unique', KEYS[key]?.column ?? '']
  return [...head, ...columns.map(renderColumn), ...links, '', ...attributes, '}']
}

const KEYS: Readonly<Record<string, { readonly column: string; readonly attribute: string }>> = {
  number: { column: '  id Int @id @default(autoincrement())', attribute: '' },
  text: { column: '  id String @id @default(uuid()) @db.Uuid', attribute: '' },
  composite: {
    column: '  left Int\n  right String',
    attribute: '  @@id([left, right], map: "pkINDEX")\n  @@index([right(sort: Desc), left])',
  },
  single: { column: '  id BigInt', attribute: '  @@id([id]) // }' },
  pair: { column: '  id Int @id\n  other Int', attribute: '  @@unique([id, other], name: "both")\n  @@index([other])' },
  sole: { column: '  id Int @id\n  other Int', attribute: '  @@unique([other])' },
}

function renderColumn({ type, modifier, attributes, comment }: ColumnDraft, index: number): string {
  return `  column${index} ${type}${modifier} ${attributes.join(' ').replaceAll('INDEX', String(index))} ${comment}`
}

/** The lines that the links put into one model, on either of their sides. */
function linesOf(links: readonly Link[], model: number, count: number): string[] {
  return links.flatMap(({ from, to, cardinality, optional }, index) => {
    const [source, target] = [from % count, to % count]
    const here = model === source ? [ownLines(index, target, cardinality, optional ? '?' : '')] : []
    const there =
      model === target
        ? [`  back${index} Model${source}${cardinality === 'one' ? '?' : '[]'} @relation("r${index}")`]
        : []
    return [...here, ...there]
  })
}

function ownLines(index: number, target: number, cardinality: Link['cardinality'], optional: string): string {
  if (cardinality === 'manyToMany') return `  link${index} Model${target}[] @relation("r${index}")`
  const unique = cardinality === 'one' ? ' @unique' : ''
  const relation = `@relation("r${index}", fields: [link${index}Key], references: [key], onDelete: NoAction, onUpdate: NoAction)`
  return `  link${index}Key Int${optional}${unique}\n  link${index} Model${target}${optional} ${relation}`
}

function link(): fc.Arbitrary<Link> {
  const cardinality = fc.constantFrom('one', 'many', 'manyToMany')
  return fc.record({ from: fc.nat(9), to: fc.nat(9), cardinality, optional: fc.boolean() })
}

function modelDraft(): fc.Arbitrary<ModelDraft> {
  const key = fc.constantFrom(...Object.keys(KEYS))
  const documentation = fc.constantFrom('', '/// A model.', '/// One {\n/// two', '// plain', '/// lost\n')
  return fc.record({ key, columns: fc.array(column(), { maxLength: 8 }), mapped: fc.boolean(), comment: documentation })
}

const PLAIN_TYPES = ['String', 'Boolean', 'Int', 'BigInt', 'Float', 'Decimal', 'DateTime', 'Json', 'Bytes', 'ENUM']

/** Types with what may stand behind them when they are no list. */
const SPECIAL: readonly (readonly [type: string, attributes: readonly string[]])[] = [
  ['String', ['@default("a } \\" // {é😀")']],
  ['String', ['@default(cuid())', '@unique']],
  ['String', ['@default(dbgenerated("gen(1, \'x\')"))', '@db.VarChar(12)']],
  ['Int', ['@default(-3)', '@map("mapped_INDEX")']],
  ['Boolean', ['@default(true)']],
  ['BigInt', ['@default(9007199254740993)']],
  ['Float', ['@default(1.5)', '@db.DoublePrecision']],
  ['Decimal', ['@default(0.10)', '@db.Decimal(10, 2)']],
  ['DateTime', ['@default(now())', '@db.Timestamptz(3)']],
  ['DateTime', ['@updatedAt']],
  ['Json', ['@default("{\\"a\\": [1]}")', '@db.JsonB']],
  ['ENUM', ['@default(FIRST)']],
  ['Unsupported("circle(1)")', []],
]

function column(): fc.Arbitrary<ColumnDraft> {
  const comment = fc.constantFrom('', '// { "', '/// behind', '/// } @id')
  const plain = fc.record({
    type: fc.constantFrom(...PLAIN_TYPES),
    modifier: fc.constantFrom('', '?', '[]', ' []', ' ?'),
    attributes: fc.constantFrom<readonly string[]>([], ['@map("m_INDEX")']),
    comment,
  })
  const special = fc
    .record({ special: fc.constantFrom(...SPECIAL), modifier: fc.constantFrom('', '?'), comment })
    .map(({ special: [type, attributes], modifier, comment }) => ({ type, attributes, modifier, comment }))
  return fc.oneof(plain, special)
}

function enumBody(): fc.Arbitrary<readonly string[]> {
  const value = fc.constantFrom('', ' @map("é } INDEX")', ' // {', ' /// told')
  const values = fc.array(value, { maxLength: 4 })
  return values.map((rest) => [
    '  FIRST',
    ...rest.map((tail, index) => `  V${index}${tail.replace('INDEX', `${index}`)}`),
  ])
}
