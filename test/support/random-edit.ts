import type { SchemaText } from '../../server/src/prisma/engine.js'
import { scanSchema } from '../../server/src/prisma/scan.js'
import type { BlockSyntax, FieldSyntax } from '../../server/src/prisma/syntax.js'
import type { Random } from '../../server/src/testing/random.js'

export const EDITS = [
  ...(['add', 'drop', 'rename', 'retype', 'nullability', 'default', 'index', 'unique', 'relation', 'enum'] as const),
]

export type EditKind = (typeof EDITS)[number]

/**
 * A schema that somebody wrote, changed by chance in one way. What comes of it may be no valid schema; undefined where
 * there is nothing to change in this way.
 */
function editByChance(files: readonly SchemaText[], kind: EditKind, random: Random): readonly SchemaText[] | undefined {
  const blocks = files.flatMap((source) => scanSchema(source.text).blocks.map((block) => ({ ...block, source })))
  const models = blocks.filter((block) => block.kind === 'model' && block.intact && block.name)
  const enums = blocks.filter((block) => block.kind === 'enum' && block.intact && block.name)
  if (models.length === 0) return undefined
  const own = new Set(models.map(({ name }) => name?.text ?? ''))
  const edits = EDITORS[kind]({ random, models, enums, own })
  return edits && files.map((source) => ({ ...source, text: applied(source, edits) }))
}

interface Block extends BlockSyntax {
  readonly source: SchemaText
}

interface Input {
  readonly random: Random
  readonly models: readonly Block[]
  readonly enums: readonly Block[]
  /** The names of all models. */
  readonly own: ReadonlySet<string>
}

interface Edit {
  readonly source: SchemaText
  readonly start: number
  readonly end: number
  readonly text: string
}

type Editor = (input: Input) => readonly Edit[] | undefined

const EDITORS: Readonly<Record<EditKind, Editor>> = {
  add: (input) => {
    const { random, enums } = input
    const type = enums.length > 0 && random.chance(20) ? (random.pick(enums).name?.text ?? '') : random.pick(TYPES)
    const [base = '', native = ''] = type.split(' ')
    const value = DEFAULTS[base] !== undefined && random.chance(40) ? ` @default(${DEFAULTS[base]})` : ''
    const modifier = value === '' ? random.pick(['', '?', '?', '[]']) : random.pick(['', '?'])
    return [behindFields(random.pick(input.models), `  ${freshName(random)} ${base}${modifier} ${native}${value}`)]
  },
  drop: (input) => onColumn(input, isAlone, ({ block, field }) => [lineOf(block, field, '')]),
  rename: (input) =>
    onColumn(input, plain, ({ block, field }) => {
      const name = freshName(input.random)
      const used = new RegExp(`\\b${field.name.text}\\b`, 'g')
      const lists = [...block.attributes, ...block.fields.flatMap(({ attributes }) => attributes)].flatMap(({ args }) =>
        args.filter((arg) => arg.name === undefined || arg.name === 'fields').map(({ value }) => value),
      )
      const mentions = lists.filter(({ text }) => text.startsWith('['))
      return [
        { source: block.source, start: field.name.start, end: field.name.end, text: name },
        ...mentions.map(({ start, end, text }) => ({ ...block, start, end, text: text.replace(used, name) })),
      ]
    }),
  retype: (input) =>
    onColumn(input, isAlone, ({ block, field }) => {
      const [base, native = ''] = input.random.pick(TYPES).split(' ')
      const modifier = field.type?.optional ? '?' : ''
      return [lineOf(block, field, `  ${field.name.text} ${base}${modifier} ${native}\n`)]
    }),
  nullability: (input) =>
    onColumn(input, plain, ({ block, field: { type } }) => {
      if (!type) return []
      const text = type.optional ? type.name : `${type.name}?`
      return [{ source: block.source, start: type.start, end: type.end, text }]
    }),
  default: (input) =>
    onColumn(input, plain, ({ block, field }) => {
      const given = field.attributes.find(({ name }) => name === 'default')
      if (given) return [{ source: block.source, start: given.start, end: given.end, text: '' }]
      const value = DEFAULTS[field.type?.name ?? '']
      return value === undefined ? undefined : [behind(block, field, ` @default(${value})`)]
    }),
  unique: (input) =>
    onColumn(input, plain, ({ block, field }) => {
      const given = field.attributes.find(({ name }) => name === 'unique')
      if (given) return [{ source: block.source, start: given.start, end: given.end, text: '' }]
      return [behind(block, field, ' @unique')]
    }),
  index: (input) => {
    const { random } = input
    const block = random.pick(input.models)
    const given = block.attributes.filter(({ name }) => name === 'index')
    if (given.length > 0 && random.chance(40)) {
      const { start, end } = random.pick(given)
      return [{ source: block.source, start, end, text: '' }]
    }
    const columns = block.fields.filter(({ type }) => type && !input.own.has(type.name) && !type.list)
    if (columns.length === 0) return undefined
    const names = [random.pick(columns), random.pick(columns)].map(({ name }) => name.text)
    return [behindFields(block, `\n  @@index([${[...new Set(names)].join(', ')}])`)]
  },
  relation: (input) => (input.random.chance(50) ? changeRelation(input) : addRelation(input)),
  enum: ({ random, enums, models }) => {
    if (enums.length === 0)
      return [behindBlock(random.pick(models), `\n\nenum ${freshName(random, 'E')} {\n  A\n  B\n}`)]
    const block = random.pick(enums)
    if (block.values.length > 1 && random.chance(40)) return [lineOf(block, random.pick(block.values), '')]
    return [behindFields(block, `  ${freshName(random, 'V')}`)]
  },
}

/** Another relation to a model with one key. */
function addRelation({ random, models }: Input): readonly Edit[] | undefined {
  const targets = models.flatMap((block) => {
    const key = block.fields.find(({ attributes }) => attributes.some(({ name }) => name === 'id'))
    return key?.type ? [{ block, key, type: key.type }] : []
  })
  if (targets.length === 0) return undefined
  const from = random.pick(models)
  const { block: to, key, type } = random.pick(targets)
  const name = freshName(random)
  const native = key.attributes.find((attribute) => attribute.name.startsWith('db.'))
  const column = native ? to.source.text.slice(native.start, native.end) : ''
  const modifier = random.pick(['', '?'])
  const lines = [
    `  ${name}Id ${type.name}${modifier} ${random.chance(30) ? '@unique' : ''} ${column}`,
    `  ${name} ${to.name?.text}${modifier} @relation("${name}", fields: [${name}Id], references: [${key.name.text}])`,
  ]
  const many = lines[0]?.includes('@unique') ? '?' : '[]'
  const back = behindFields(to, `  ${name}Of ${from.name?.text}${many} @relation("${name}")`)
  return [behindFields(from, lines.join('\n')), back]
}

/** Says what happens when the other side goes. */
function changeRelation({ random, models }: Input): readonly Edit[] | undefined {
  const given = models.flatMap((block) =>
    block.fields.flatMap(({ attributes }) => {
      const relation = attributes.find(
        ({ name, argsText = '' }) => name === 'relation' && /\bfields\s*:/.test(argsText),
      )
      return relation ? [{ block, relation }] : []
    }),
  )
  if (given.length === 0) return undefined
  const { block, relation } = random.pick(given)
  const rest = (relation.argsText ?? '').replace(/,?\s*onDelete\s*:\s*\w+/, '')
  const text = `@relation(${rest}, onDelete: ${random.pick(['Cascade', 'Restrict', 'NoAction'])})`
  return [{ source: block.source, start: relation.start, end: relation.end, text }]
}

interface Place {
  readonly block: Block
  readonly field: FieldSyntax
}

function onColumn(
  input: Input,
  isMeant: (place: Place, input: Input) => boolean,
  edit: (place: Place) => readonly Edit[] | undefined,
): readonly Edit[] | undefined {
  const all = input.models.flatMap((block) => block.fields.map((field) => ({ block, field })))
  const meant = all.filter((place) => isMeant(place, input))
  return meant.length === 0 ? undefined : edit(input.random.pick(meant))
}

/** A column that is neither a list nor a key. */
function plain({ field: { type, attributes } }: Place, { own }: Input): boolean {
  const isKey = attributes.some(({ name }) => name === 'id' || name === 'relation')
  return type !== undefined && !type.list && !type.unsupported && !own.has(type.name) && !isKey
}

/** One that nothing else in its model names. */
function isAlone(place: Place, input: Input): boolean {
  const { block, field } = place
  const others = [...block.attributes, ...block.fields.flatMap(({ attributes }) => attributes)]
  const name = new RegExp(`\\b${field.name.text}\\b`)
  return plain(place, input) && !others.some(({ args }) => args.some(({ value }) => name.test(value.text)))
}

/** Native types are PostgreSQL's; where they are refused another change is tried. */
const TYPES = [
  ...['String', 'Int', 'BigInt', 'Boolean', 'DateTime', 'Decimal', 'Float', 'Json', 'Bytes'],
  ...['String @db.Uuid', 'String @db.VarChar(40)', 'DateTime @db.Date', 'DateTime @db.Timestamptz(3)'],
]

const DEFAULTS: Readonly<Record<string, string>> = {
  ...{ BigInt: '42', Boolean: 'true', DateTime: 'now()', Decimal: '1.5', Float: '0.5', Int: '7' },
  ...{ Json: '"{}"', String: '"it\'s"' },
}

function freshName(random: Random, start = 'added'): string {
  return `${start}${random.below(1_000_000)}`
}

function behindFields(block: Block, line: string): Edit {
  return { source: block.source, start: block.end - 1, end: block.end - 1, text: `${line}\n` }
}

function behindBlock(block: Block, text: string): Edit {
  return { source: block.source, start: block.end, end: block.end, text }
}

function behind({ source }: Block, { end }: { readonly end: number }, text: string): Edit {
  return { source, start: end, end, text }
}

function lineOf(
  { source }: Block,
  { start, end }: { readonly start: number; readonly end: number },
  text: string,
): Edit {
  const from = source.text.lastIndexOf('\n', start) + 1
  const to = source.text.indexOf('\n', end) + 1
  return { source, start: from, end: to === 0 ? source.text.length : to, text }
}

function applied(source: SchemaText, edits: readonly Edit[]): string {
  const own = edits.filter((edit) => edit.source === source).toSorted((a, b) => b.start - a.start)
  return own.reduce((text, { start, end, text: fresh }) => text.slice(0, start) + fresh + text.slice(end), source.text)
}

/** The first change by chance of which Prisma, that is `ask`, says no error; undefined where there is none of this kind. */
export async function validEdit<Answer>(
  files: readonly SchemaText[],
  kind: EditKind,
  random: Random,
  ask: (edited: readonly SchemaText[]) => Promise<Answer>,
): Promise<{ readonly edited: readonly SchemaText[]; readonly answer: Answer } | undefined> {
  for (let attempt = 0; attempt < 30; attempt++) {
    const edited = editByChance(files, kind, random)
    if (!edited) continue
    try {
      return { edited, answer: await ask(edited) }
    } catch (error) {
      if (!/error: |Validation Error|validating/i.test(String(error))) throw error
    }
  }
  return undefined
}
