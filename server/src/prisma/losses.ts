import type { Column, EnumType, Model, Schema } from '../model/schema.js'

/** Data that a database loses on the way from one schema to another. Names are those in the database. */
export interface Loss {
  readonly kind: 'table' | 'column' | 'type' | 'value'
  /** `User`, `User.name` or, of an enum, `Role.ADMIN`. */
  readonly name: string
  /** For a type: what it was and what it becomes. */
  readonly change?: string
}

/** What is lost where tables, columns and values of enums go, and types become narrower. */
export function lossesBetween(before: Schema, after: Schema): readonly Loss[] {
  return [...lostTables(before, after), ...lostValues(before, after)]
}

function lostTables(before: Schema, after: Schema): readonly Loss[] {
  const kept = byName(tablesOf(after))
  return tablesOf(before).flatMap((model): readonly Loss[] => {
    const now = kept.get(model.databaseName)
    if (!now) return [{ kind: 'table', name: model.databaseName }]
    const columns = byName(storedIn(now))
    return storedIn(model).flatMap((column) => lossOf(model, column, columns.get(column.databaseName)))
  })
}

function lossOf({ databaseName }: Model, column: Column, now: Column | undefined): readonly Loss[] {
  const name = `${databaseName}.${column.databaseName}`
  if (!now) return [{ kind: 'column', name }]
  const [from, to] = [typeOf(column), typeOf(now)]
  return from === to || isWider(column, now) ? [] : [{ kind: 'type', name, change: `${from} to ${to}` }]
}

function lostValues(before: Schema, after: Schema): readonly Loss[] {
  const kept = byName([...after.enums.values()])
  return [...before.enums.values()].flatMap((type: EnumType) => {
    const now = kept.get(type.databaseName)
    const values = new Set(now?.values.map(({ databaseName }) => databaseName))
    const lost = now ? type.values.filter(({ databaseName }) => !values.has(databaseName)) : []
    return lost.map(({ databaseName }) => ({ kind: 'value' as const, name: `${type.databaseName}.${databaseName}` }))
  })
}

function tablesOf({ models }: Schema): readonly Model[] {
  return [...models.values()].filter(({ kind }) => kind === 'model')
}

function storedIn({ columns }: Model): readonly Column[] {
  return columns.filter(({ kind }) => kind !== 'relation')
}

function byName<T extends { readonly databaseName: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.databaseName, item]))
}

function typeOf({ type, list, nativeType }: Column): string {
  const native =
    nativeType && `${nativeType.name}${nativeType.args.length > 0 ? `(${nativeType.args.join(', ')})` : ''}`
  return `${native ?? type}${list ? '[]' : ''}`
}

const WIDER: ReadonlySet<string> = new Set([
  'Int BigInt',
  'Int Decimal',
  'BigInt Decimal',
  'Float Decimal',
  'Int Float',
])

/** Whether every value stays what it is. */
function isWider(before: Column, after: Column): boolean {
  if (before.list !== after.list) return false
  const [old, now] = [before.nativeType, after.nativeType]
  const [limit, needed] = [Number(now?.args[0] ?? Number.POSITIVE_INFINITY), Number(old?.args[0] ?? Number.NaN)]
  if (before.type === 'String' && after.type === 'String')
    return now === undefined || now.name === 'Text' || limit >= needed
  return now === undefined && old === undefined && WIDER.has(`${before.type} ${after.type}`)
}
