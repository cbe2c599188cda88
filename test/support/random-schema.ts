import type { Random } from '../../server/src/testing/random.js'

/** A schema for PostgreSQL that changes by chance. */
export interface RandomSchema {
  readonly enums: readonly Enum[]
  readonly models: readonly Model[]
}

interface Enum {
  readonly name: string
  readonly values: readonly string[]
}

interface Model {
  readonly name: string
  readonly columns: readonly Column[]
  /** The columns of each `@@index`. */
  readonly indexes: readonly (readonly string[])[]
}

interface Column {
  readonly name: string
  readonly type: string
  readonly modifier: '' | '?' | '[]'
  readonly default: boolean
  readonly unique: boolean
  /** The model that it leads to; it is then its foreign key. */
  readonly target?: string
}

/** What is done to a schema: the name of the kind of change, and what comes of it. */
export interface Step {
  readonly kind: (typeof KINDS)[number]
  readonly schema: RandomSchema
}

export const KINDS = [
  ...(['add', 'drop', 'rename', 'retype', 'nullability', 'default', 'index', 'unique', 'relation', 'enum'] as const),
  ...(['add-model', 'drop-model'] as const),
]

const DEFAULTS: Readonly<Record<string, string>> = {
  BigInt: '42',
  Boolean: 'true',
  DateTime: 'now()',
  Decimal: '1.5',
  Float: '0.5',
  Int: '7',
  Json: '"{}"',
  String: '"it\'s"',
  'String @db.VarChar(40)': '"x"',
}
const TYPES = [...Object.keys(DEFAULTS), 'Bytes', 'String @db.Uuid', 'DateTime @db.Date']

/** A few models to begin with. */
export function firstSchema(random: Random): RandomSchema {
  let schema: RandomSchema = { enums: [{ name: 'Role', values: ['ADMIN', 'USER'] }], models: [] }
  for (let count = 0; count < 3; count++) schema = STEPS['add-model'](schema, random)
  for (const kind of ['enum', 'relation', 'relation', 'index', 'unique', 'default', 'add'] as const) {
    schema = STEPS[kind](schema, random)
  }
  return schema
}

/** One change of a kind. */
export function change(schema: RandomSchema, kind: Step['kind'], random: Random): RandomSchema {
  return STEPS[kind](schema, random)
}

type Steps = Readonly<Record<Step['kind'], (schema: RandomSchema, random: Random) => RandomSchema>>

const STEPS: Steps = {
  add: (schema, random) => inModel(schema, random, (model) => withColumn(model, newColumn(schema, model, random))),
  drop: (schema, random) =>
    inModel(schema, random, (model) => {
      const columns = model.columns.filter(({ name }) => name !== plainColumn(model, random)?.name)
      return columns.length > 0 ? { ...model, columns, indexes: indexesOf(model, columns) } : model
    }),
  rename: (schema, random) =>
    onColumn(schema, random, (column, model) => ({ ...column, name: freeName(model, random) })),
  retype: (schema, random) =>
    onColumn(schema, random, (column) => ({ ...column, type: random.pick(TYPES), default: false })),
  nullability: (schema, random) =>
    onColumn(schema, random, (column) => ({ ...column, modifier: column.modifier === '?' ? '' : '?' })),
  default: (schema, random) =>
    onColumn(schema, random, (column) => ({ ...column, default: !column.default && column.modifier !== '[]' })),
  unique: (schema, random) => onColumn(schema, random, (column) => ({ ...column, unique: !column.unique })),
  index: (schema, random) =>
    inModel(schema, random, (model) => {
      const [first, ...rest] = model.indexes
      if (first && random.chance(40)) return { ...model, indexes: rest }
      const column = plainColumn(model, random)
      const isNew = column && !model.indexes.some((index) => index[0] === column.name)
      return isNew ? { ...model, indexes: [...model.indexes, [column.name]] } : model
    }),
  relation: (schema, random) =>
    inModel(schema, random, (model) => {
      const keys = model.columns.filter(({ target }) => target !== undefined)
      if (keys.length > 0 && random.chance(30)) {
        const columns = model.columns.filter((column) => column !== keys[0])
        return { ...model, columns, indexes: indexesOf(model, columns) }
      }
      const target = random.pick(schema.models).name
      const key = { name: freeName(model, random), type: 'Int', default: false, unique: false, target }
      return withColumn(model, { ...key, modifier: random.chance(50) ? '?' : '' })
    }),
  enum: (schema, random) => {
    const enums = schema.enums.map(({ name, values }) => ({
      name,
      values: values.length > 2 && random.chance(50) ? values.slice(1) : [...values, `VALUE_${random.below(10_000)}`],
    }))
    return { ...schema, enums }
  },
  'add-model': (schema, random) => {
    const name = `Model${random.below(10_000)}`
    let model: Model = { name, columns: [], indexes: [] }
    for (let count = 0; count < 4; count++) model = withColumn(model, newColumn(schema, model, random))
    return { ...schema, models: [...schema.models, model] }
  },
  'drop-model': (schema) => {
    if (schema.models.length < 3) return schema
    const gone = schema.models[0]?.name
    const models = schema.models.slice(1).map((model) => {
      const columns = model.columns.filter(({ target }) => target !== gone)
      return { ...model, columns, indexes: indexesOf(model, columns) }
    })
    return { ...schema, models }
  },
}

function inModel(schema: RandomSchema, random: Random, edit: (model: Model) => Model): RandomSchema {
  const chosen = random.pick(schema.models)
  return { ...schema, models: schema.models.map((model) => (model === chosen ? edit(model) : model)) }
}

function onColumn(schema: RandomSchema, random: Random, edit: (column: Column, model: Model) => Column): RandomSchema {
  return inModel(schema, random, (model) => {
    const chosen = plainColumn(model, random)
    const columns = model.columns.map((column) => (column === chosen ? edit(column, model) : column))
    return { ...model, columns, indexes: indexesOf(model, columns) }
  })
}

function plainColumn({ columns }: Model, random: Random): Column | undefined {
  const plain = columns.filter(({ target, modifier }) => target === undefined && modifier !== '[]')
  return plain.length > 0 ? random.pick(plain) : undefined
}

function indexesOf({ indexes }: Model, columns: readonly Column[]): Model['indexes'] {
  return indexes.filter((index) => index.every((name) => columns.some((column) => column.name === name)))
}

function withColumn(model: Model, column: Column): Model {
  return { ...model, columns: [...model.columns, column] }
}

function newColumn({ enums }: RandomSchema, model: Model, random: Random): Column {
  const type = random.chance(20) ? (enums[0]?.name ?? 'Int') : random.pick(TYPES)
  const modifier = random.pick(['', '', '?', '[]'] as const)
  const hasDefault = modifier !== '[]' && DEFAULTS[type] !== undefined && random.chance(40)
  return { name: freeName(model, random), type, modifier, default: hasDefault, unique: false }
}

function freeName({ columns }: Model, random: Random): string {
  const name = `column${random.below(10_000)}`
  return columns.some((column) => column.name === name) ? `${name}_` : name
}

/** Writes a schema in Prisma's language. */
export function render({ enums, models }: RandomSchema): string {
  return [
    'datasource db {\n  provider = "postgresql"\n}',
    ...enums.map(({ name, values }) => `enum ${name} {\n${values.map((value) => `  ${value}`).join('\n')}\n}`),
    ...models.map((model) => renderModel(model, models)),
  ].join('\n\n')
}

function renderModel({ name, columns, indexes }: Model, models: readonly Model[]): string {
  const back = models.flatMap((model) =>
    model.columns
      .filter(({ target }) => target === name)
      .map((column) => {
        const many = column.unique ? '?' : '[]'
        return `  from_${model.name}_${column.name} ${model.name}${many} @relation("${model.name}_${column.name}")`
      }),
  )
  const lines = columns.flatMap((column) => renderColumn(name, column))
  const blocks = indexes.map((index) => `  @@index([${index.join(', ')}])`)
  return [`model ${name} {`, '  id Int @id @default(autoincrement())', ...lines, ...back, ...blocks, '}'].join('\n')
}

function renderColumn(model: string, column: Column): readonly string[] {
  const { name, type, modifier, unique, target } = column
  const [base = '', native = ''] = type.split(' ')
  const value = column.default ? DEFAULTS[type] : undefined
  const attributes = [native, unique ? '@unique' : '', value === undefined ? '' : `@default(${value})`]
  const line = `  ${name} ${base}${modifier} ${attributes.filter(Boolean).join(' ')}`.trimEnd()
  if (target === undefined) return [line]
  const relation = `@relation("${model}_${name}", fields: [${name}], references: [id])`
  return [line, `  to_${name} ${target}${modifier} ${relation}`]
}
