import type { Column, EnumType, Model, Schema } from '../model/schema.js'
import type { FileId } from '../text/file-id.js'
import type { ClientChange } from './input.js'

/** What the clients declare, by the folder of the package that each belongs to. `typed` as for `clientTypes`. */
export function typesOf(
  clients: readonly ClientChange[],
  which: 'before' | 'after',
  typed?: ReadonlySet<string>,
): ReadonlyMap<FileId, string> {
  return new Map(clients.map((client) => [client[which].root, clientTypes(client[which], typed)]))
}

/**
 * What the generated client of a schema declares, as far as names are concerned: which key of which argument means which
 * column, and what a record has. It is made from the schema, so it is never stale, is there without being generated,
 * and is read in no time. What is optional or of which scalar type does not matter here and is left out, but for what is
 * asked of the columns in `typed`, such as `User.id`.
 */
function clientTypes(schema: Schema, typed: ReadonlySet<string> = new Set()): string {
  const models = [...schema.models.values()]
  const enums = [...schema.enums.values()]
  return `type Many<T> = T | T[]
type EnumFilter<E> = E | { equals?: E; not?: EnumFilter<E>; in?: E[]; notIn?: E[]; has?: E; hasSome?: E[]; hasEvery?: E[]; isEmpty?: boolean }
type EnumWrite<E> = Many<E> | { set?: Many<E>; push?: Many<E> }
type RelationFilter<W> = W & { is?: W | null; isNot?: W | null; some?: W; every?: W; none?: W }
interface RelationWrite<D, W> {
  create?: Many<D>; createMany?: { data: Many<D>; skipDuplicates?: boolean }
  connect?: Many<W>; connectOrCreate?: Many<{ where: W; create: D }>; set?: Many<W>
  disconnect?: boolean | Many<W>; delete?: boolean | Many<W>; deleteMany?: Many<W>
  update?: Many<D | { where?: W; data: D }>; updateMany?: Many<{ where: W; data: D }>
  upsert?: Many<{ where?: W; create: D; update: D }>
}
interface Delegate<R, A> {
  findUnique(args: A): Promise<R | null>; findUniqueOrThrow(args: A): Promise<R>
  findFirst(args?: A): Promise<R | null>; findFirstOrThrow(args?: A): Promise<R>; findMany(args?: A): Promise<R[]>
  create(args: A): Promise<R>; update(args: A): Promise<R>; upsert(args: A): Promise<R>; delete(args: A): Promise<R>
  createMany(args?: A): Promise<{ count: number }>; updateMany(args: A): Promise<{ count: number }>
  deleteMany(args?: A): Promise<{ count: number }>
  createManyAndReturn(args?: A): Promise<R[]>; updateManyAndReturn(args: A): Promise<R[]>
  count(args?: A): Promise<any>; aggregate(args: A): Promise<Record<'_avg' | '_sum' | '_min' | '_max' | '_count', R>>
  groupBy(args: A): Promise<(R & Record<'_avg' | '_sum' | '_min' | '_max' | '_count', R>)[]>
  readonly fields: { readonly [K in keyof R]: any }
}
${enums.map(enumTypes).join('\n')}
export namespace $Enums {
${enums.map(({ name }) => `  export { ${name} }`).join('\n')}
}
${models.map((model) => modelTypes(model, typed)).join('\n')}
export namespace Prisma {
${models.map(inputNames).join('\n')}
  export type TransactionClient = PrismaClient
  export type JsonValue = any
  export type InputJsonValue = any
  export function validator<V>(...rest: any[]): <S extends V>(selected: S) => S
}
export class PrismaClient<A = any, B = any, C = any> {
  constructor(options?: any)
  $connect(): Promise<void>
  $disconnect(): Promise<void>
  $on(...rest: any[]): any
  $use(...rest: any[]): any
  $extends(extension: any): PrismaClient
  $transaction<R>(work: (client: PrismaClient) => Promise<R>, options?: any): Promise<R>
  $transaction<P extends readonly any[]>(work: readonly [...P], options?: any): Promise<{ -readonly [K in keyof P]: Awaited<P[K]> }>
  $queryRaw<T = any>(...rest: any[]): Promise<T>
  $queryRawUnsafe<T = any>(...rest: any[]): Promise<T>
  $executeRaw(...rest: any[]): Promise<number>
  $executeRawUnsafe(...rest: any[]): Promise<number>
${models.map(({ name }) => `  ${delegateOf(name)}: Delegate<$${name}.Row, $${name}.Args>`).join('\n')}
}
`
}

function delegateOf(model: string): string {
  return model.charAt(0).toLowerCase() + model.slice(1)
}

function enumTypes({ name, values }: EnumType): string {
  const members = values.map((value) => `${value.name}: '${value.name}'`).join('; ')
  return `export const ${name}: { ${members} }\nexport type ${name} = (typeof ${name})[keyof typeof ${name}]`
}

function modelTypes(model: Model, typed: ReadonlySet<string>): string {
  const { name, columns } = model
  const stored = columns.filter(({ kind }) => kind !== 'relation')
  const related = columns.filter(({ kind }) => kind === 'relation')
  const key = model.primaryKey.length > 1 ? `${model.primaryKeyName}?: Where` : ''
  const members = (each: readonly Column[], typeOf: (column: Column) => string) =>
    each.map((column) => `${column.name}: ${typeOf(column)}`).join('; ')
  const optional = (each: readonly Column[], typeOf: (column: Column) => string) =>
    each.map((column) => `${column.name}?: ${typeOf(column)}`).join('; ')
  const any = () => 'any'
  const given = (typeOf: (column: Column) => string) => (column: Column) => {
    const scalar = typed.has(`${column.owner}.${column.name}`) ? SCALARS.get(column.type) : undefined
    return scalar ? `Many<${scalar}> | null | { [operation: string]: any }` : typeOf(column)
  }
  return `export type ${name} = { ${members(stored, readType)} }
declare namespace $${name} {
  interface Row extends ${name} { ${members(related, readType)}; _count: { ${members(related, any)} } & Record<string, any> }
  interface Where { AND?: Many<Where>; OR?: Where[]; NOT?: Many<Where>; ${key}; ${optional(columns, given(filterType))} }
  interface Data { ${optional(columns, given(writeType))} }
  interface Select { ${optional(columns, selectType)}; _count?: boolean | { select?: { ${optional(related, filterArgs)} } } }
  interface Order { ${optional(stored, any)}; ${optional(related, ({ type }) => `$${type}.Order & { _count?: any }`)}; _relevance?: any }
  type Key = keyof ${name}
  interface Args {
    select?: Select; include?: Select; omit?: Select; where?: Where; orderBy?: Many<Order>; cursor?: Where; having?: Where
    distinct?: Many<Key>; by?: Many<Key>; data?: Many<Data>; create?: Data; update?: Data
    _count?: true | Select; _avg?: Select; _sum?: Select; _min?: Select; _max?: Select
    take?: number; skip?: number; skipDuplicates?: boolean
  }
}`
}

function readType({ type, kind, list }: Column): string {
  const one =
    kind === 'relation'
      ? `$${type}.Row`
      : (SCALARS.get(type) ?? (kind === 'enum' || kind === 'composite' ? type : 'any'))
  return list ? `${one}[]` : one
}

const SCALARS: ReadonlyMap<string, string> = new Map([
  ['String', 'string'],
  ['Int', 'number'],
  ['Float', 'number'],
  ['Boolean', 'boolean'],
  ['DateTime', 'Date'],
])

function filterType({ type, kind }: Column): string {
  if (kind === 'relation') return `RelationFilter<$${type}.Where>`
  return kind === 'enum' ? `EnumFilter<${type}>` : 'any'
}

function writeType({ type, kind }: Column): string {
  if (kind === 'relation') return `RelationWrite<$${type}.Data, $${type}.Where>`
  return kind === 'enum' ? `EnumWrite<${type}>` : 'any'
}

function selectType({ type, kind }: Column): string {
  return kind === 'relation' ? `boolean | $${type}.Args` : 'boolean'
}

function filterArgs({ type }: Column): string {
  return `boolean | { where?: $${type}.Where }`
}

/** What code of a project names most of the types that the client makes for a model. */
function inputNames({ name, columns }: Model): string {
  const stored = columns.filter(({ kind }) => kind !== 'relation').map((column) => `${column.name}: '${column.name}'`)
  const aliases = [
    ...['CreateInput', 'UncheckedCreateInput', 'UpdateInput', 'UncheckedUpdateInput', 'CreateManyInput'],
    ...['UpdateManyMutationInput', 'UncheckedUpdateManyInput'],
  ].map((ending) => `  export type ${name}${ending} = $${name}.Data`)
  const args = [
    'FindMany',
    'FindFirst',
    'FindUnique',
    'Create',
    'Update',
    'Upsert',
    'Delete',
    'Count',
    'Aggregate',
    'GroupBy',
    'Default',
    'UpdateMany',
    'DeleteMany',
    'CreateMany',
    'FindUniqueOrThrow',
    'FindFirstOrThrow',
  ]
  return [
    ...aliases,
    ...args.map((method) => `  export type ${name}${method}Args = $${name}.Args`),
    `  export type ${name}Args = $${name}.Args`,
    `  export type ${name}WhereInput = $${name}.Where`,
    `  export type ${name}WhereUniqueInput = $${name}.Where`,
    `  export type ${name}ScalarWhereInput = $${name}.Where`,
    `  export type ${name}Select = $${name}.Select`,
    `  export type ${name}Include = $${name}.Select`,
    `  export type ${name}Omit = $${name}.Select`,
    `  export type ${name}OrderByWithRelationInput = $${name}.Order`,
    `  export type ${name}OrderByWithAggregationInput = $${name}.Order`,
    `  export type ${name}GetPayload<A = any> = $${name}.Row`,
    `  export type ${name}Delegate<A = any> = Delegate<$${name}.Row, $${name}.Args>`,
    `  export const ${name}ScalarFieldEnum: { ${stored.join('; ')} }`,
    `  export type ${name}ScalarFieldEnum = $${name}.Key`,
  ].join('\n')
}
