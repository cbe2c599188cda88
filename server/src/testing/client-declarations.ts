import type { Column, Model, Schema } from '../model/schema.js'
import { lowerSchema } from '../prisma/lower.js'
import { scanSchema } from '../prisma/scan.js'

/** What a generated Prisma Client declares for a schema, as far as generated code uses it. */
export function clientDeclarations(text: string): string {
  const { schema } = lowerSchema({ root: '', files: [{ file: 'schema.prisma', syntax: scanSchema(text) }] })
  const all = [...schema.models.values()]
  const models = all.filter(({ kind }) => kind !== 'type')
  const composites = all.filter(({ kind }) => kind === 'type')
  return `declare module '@prisma/client' {
${[...schema.enums.values()].map(({ name, values }) => enumOf(name, values)).join('\n')}
${all.map((model) => `  export type ${model.name} = {\n${record(model)}\n  }`).join('\n')}
  export namespace Prisma {
    class Decimal { toFixed(): string }
    type Bytes = Uint8Array
    type JsonValue = string | number | boolean | { [key: string]: JsonValue } | JsonValue[] | null
    type InputJsonValue = string | number | boolean | { readonly [key: string]: InputJsonValue | null } | readonly (InputJsonValue | null)[]
${models.map((model) => inputs(model, schema)).join('\n')}
${composites.map((model) => `    type ${model.name}CreateInput = { ${createFields(model).join('; ')} }`).join('\n')}
  }
  type Select<Row> = { select?: { readonly [K in keyof Row]?: true } }
  interface Delegate<Row, Create, Update, Unique> {
    findMany(args?: Select<Row>): Promise<Row[]>
    findFirstOrThrow(args?: Select<Row>): Promise<Row>
    findUnique(args: { where: Unique } & Select<Row>): Promise<Row | null>
    create(args: { data: Create } & Select<Row>): Promise<Row>
    update(args: { where: Unique; data: Update } & Select<Row>): Promise<Row>
    delete(args: { where: Unique }): Promise<Row>
    count(): Promise<number>
  }
  export class PrismaClient {
    $connect(): Promise<void>
    $disconnect(): Promise<void>
${models.map(delegate).join('\n')}
  }
}
`
}

function enumOf(name: string, values: readonly { readonly name: string }[]): string {
  const members = values.map((value) => `readonly ${value.name}: '${value.name}'`).join('; ')
  return `  export const ${name}: { ${members} }\n  export type ${name} = (typeof ${name})[keyof typeof ${name}]`
}

function delegate({ name }: Model): string {
  const own = name.charAt(0).toLowerCase() + name.slice(1)
  const inputNames = ['UncheckedCreateInput', 'UncheckedUpdateInput', 'WhereUniqueInput']
  return `    ${own}: Delegate<${[name, ...inputNames.map((each) => `Prisma.${name}${each}`)].join(', ')}>`
}

function record(model: Model): string {
  return stored(model)
    .map(
      (column) =>
        `    ${column.name}: ${READ[column.type] ?? column.type}${column.list ? '[]' : ''}${nullable(column)}`,
    )
    .join('\n')
}

function writtenFields(model: Model) {
  return stored(model).map((column) => {
    const single = column.kind === 'composite' ? `${column.type}CreateInput` : (WRITTEN[column.type] ?? column.type)
    const type = `${single}${column.list ? '[]' : ''}`
    return { column, type: column.type === 'Json' && !column.list ? type : type + nullable(column) }
  })
}

function createFields(model: Model): readonly string[] {
  return writtenFields(model).map(({ column, type }) => `${column.name}${isOptional(column) ? '?' : ''}: ${type}`)
}

function inputs(model: Model, schema: Schema): string {
  const fields = writtenFields(model)
  const create = createFields(model)
  const update = fields.map(({ column, type }) => `${column.name}?: ${type}`)
  const unique = fields
    .filter(({ column }) => column.isUnique || column.isId)
    .map(({ column, type }) => `${column.name}?: ${type}`)
  const key = model.primaryKey.length > 1 ? [compound(model, schema)] : []
  return `    type ${model.name}UncheckedCreateInput = { ${create.join('; ')} }
    type ${model.name}UncheckedUpdateInput = { ${update.join('; ')} }
    type ${model.name}WhereUniqueInput = { ${[...unique, ...key].join('; ')} }`
}

function compound({ primaryKey, primaryKeyName, columns }: Model, { enums }: Schema): string {
  const parts = primaryKey.map((name) => {
    const type = columns.find((column) => column.name === name)?.type ?? ''
    return `${name}: ${enums.has(type) ? type : (WRITTEN[type] ?? 'never')}`
  })
  return `${primaryKeyName}?: { ${parts.join('; ')} }`
}

function stored({ columns }: Model): readonly Column[] {
  return columns.filter(({ kind }) => ['scalar', 'enum', 'composite'].includes(kind))
}

function isOptional({ nullable, list, defaultValue, isUpdatedAt }: Column): boolean {
  return nullable || list || defaultValue !== undefined || isUpdatedAt
}

function nullable(column: Column): string {
  return column.nullable ? ' | null' : ''
}

const SAME = { String: 'string', Int: 'number', Float: 'number', Boolean: 'boolean', Bytes: 'Uint8Array' }
const READ: Readonly<Record<string, string>> = {
  ...SAME,
  BigInt: 'bigint',
  Decimal: 'Prisma.Decimal',
  DateTime: 'Date',
  Json: 'Prisma.JsonValue',
}
const WRITTEN: Readonly<Record<string, string>> = {
  ...SAME,
  BigInt: '(bigint | number)',
  Decimal: '(string | number | Prisma.Decimal)',
  DateTime: '(string | Date)',
  Json: 'Prisma.InputJsonValue',
}
