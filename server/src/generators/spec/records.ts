import { camelCase, pascalCase } from 'change-case'
import type { Column, Model, Schema } from '../../model/schema.js'
import { mayBeLeftOut } from '../members.js'
import { delegateOf } from '../server-key.js'
import { indented, objectText } from './code.js'
import { columnSample } from './sample.js'

/** A function that stores a record of a model, with the records that it must refer to. */
export interface RecordMaker {
  readonly model: Model
  readonly owners: readonly Owner[]
  readonly values: readonly { readonly name: string; readonly text: string }[]
}

/** A record that another one must refer to. */
export interface Owner {
  /** A variable for it. */
  readonly name: string
  readonly target: string
  /** By foreign key the column that it holds. */
  readonly keys: ReadonlyMap<string, string>
}

/** `makeOrderItem`. */
export function makerName(model: string): string {
  return `make${pascalCase(model)}`
}

/** The makers of a model's records and of those that they need, in this order; undefined where one cannot be made. */
export function recordMakers(model: Model, schema: Schema): readonly RecordMaker[] | undefined {
  const makers: RecordMaker[] = []
  const add = (each: Model, above: readonly string[]): boolean => {
    if (above.includes(each.name)) return false
    if (makers.some((maker) => maker.model === each)) return true
    const maker = recordMaker(each, schema)
    if (!maker) return false
    makers.push(maker)
    return maker.owners.every(({ target }) => {
      const owner = schema.models.get(target)
      return owner !== undefined && add(owner, [...above, each.name])
    })
  }
  return model.kind === 'model' && add(model, []) ? makers : undefined
}

function recordMaker(model: Model, schema: Schema): RecordMaker | undefined {
  const owners = ownersOf(model, isNeeded)
  const owned = new Set(owners.flatMap(({ keys }) => [...keys.keys()]))
  const values = model.columns
    .filter((column) => isNeeded(column) && !owned.has(column.name))
    .map((column) => ({ name: column.name, text: columnSample(column, { schema, variant: 'usual' }) }))
  const known = values.flatMap(({ name, text }) => (text === undefined ? [] : [{ name, text }]))
  return known.length === values.length ? { model, owners, values: known } : undefined
}

function isNeeded(column: Column): boolean {
  return column.kind !== 'relation' && !mayBeLeftOut(column)
}

/** The records that those columns refer to which fit. */
export function ownersOf(model: Model, fits: (column: Column) => boolean): readonly Owner[] {
  return model.columns.flatMap(({ name, relation }): Owner[] => {
    if (!relation || relation.fields.length === 0) return []
    const columns = relation.fields.flatMap((field) => model.columns.filter((column) => column.name === field))
    if (columns.length === 0 || !columns.every(fits)) return []
    const keys = new Map(relation.fields.map((field, at) => [field, relation.references[at] ?? 'id']))
    return [{ name: variableFor(name), target: relation.target, keys }]
  })
}

/** A variable that hides none of the spec's own. */
export function variableFor(name: string): string {
  const plain = camelCase(name)
  return RESERVED.has(plain) ? `${plain}Record` : plain
}

const RESERVED = new Set(
  'n count data database prisma service dto stored other answer count delete default new class function return'.split(
    ' ',
  ),
)

/** The text of a maker; its record is what Prisma answers. */
export function recordMakerText({ model, owners, values }: RecordMaker): string {
  const entries = [
    ...values.map(({ name, text }) => `${name}: ${text}`),
    ...owners.flatMap(({ name, keys }) => [...keys].map(([key, column]) => `${key}: ${name}.${column}`)),
    '...data',
  ]
  const statements = [
    ...(values.some(({ text }) => /\bn\b/.test(text)) ? ['const n = ++count;'] : []),
    ...owners.map(({ name, target }) => `const ${name} = await ${makerName(target)}();`),
    `return prisma.${delegateOf(model.name)}.create({\n  data: ${objectText(entries, '  ')},\n});`,
  ]
  const parameter = `data: Partial<Prisma.${model.name}UncheckedCreateInput> = {}`
  return `async function ${makerName(model.name)}(${parameter}) {\n${indented(statements.join('\n'))}\n}`
}
