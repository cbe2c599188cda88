import type { Column, Model } from '../model/schema.js'
import type { ImportedName } from './source-text.js'

/** What a column's single value is called in a file; lists and `null` are written around it. */
export interface ColumnType {
  readonly text: string
  readonly imports: readonly ImportedName[]
}

/** The type of a column; undefined for one that the type being made does not have. */
export type TypeOf = (column: Column) => ColumnType | undefined

/** How a value that may be absent is typed: `x: T | null`, `x?: T` or `x?: T | null`. */
export type AbsentStyle = 'null' | 'optional' | 'both'

/** A property that stands for a column. */
export interface Member {
  readonly column: Column
  readonly name: string
  readonly type: ColumnType
  readonly optional: boolean
  readonly nullable: boolean
}

/** The members of a type that is read. Related records come only if they are asked for, so they may be absent. */
export function readMembers(model: Model, typeOf: TypeOf, absent: AbsentStyle): readonly Member[] {
  return membersOf(model, typeOf, (column) => ({
    optional: isRelated(column) || (isAbsent(column) && absent !== 'null'),
    nullable: isAbsent(column) && absent !== 'optional',
  }))
}

/** The members of an input by which a record is made: no key or date that the server fills, no related records. */
export function createMembers(model: Model, typeOf: TypeOf, absent: AbsentStyle): readonly Member[] {
  const stored = { ...model, columns: model.columns.filter((column) => !isRelated(column) && !isManaged(column)) }
  return membersOf(stored, typeOf, (column) => ({
    optional: mayBeLeftOut(column),
    nullable: isAbsent(column) && absent === 'both',
  }))
}

function membersOf(
  { columns }: Model,
  typeOf: TypeOf,
  absenceOf: (column: Column) => Pick<Member, 'optional' | 'nullable'>,
): readonly Member[] {
  return columns.flatMap((column) => {
    const type = typeOf(column)
    return type ? [{ column, name: column.name, type, ...absenceOf(column) }] : []
  })
}

/** The type as it is written behind the property's colon. */
export function typeText({ column, type, nullable }: Member): string {
  const text = column.list ? (/[ |&]/.test(type.text) ? `(${type.text})[]` : `${type.text}[]`) : type.text
  return nullable && type.text !== 'unknown' && type.text !== 'any' ? `${text} | null` : text
}

/** Whether the column leads to another record. */
export function isRelated({ kind }: Column): boolean {
  return kind === 'relation'
}

function isAbsent({ nullable, list }: Column): boolean {
  return nullable && !list
}

/** Whether a record can be made without a value for the column. */
export function mayBeLeftOut(column: Column): boolean {
  return column.nullable || column.list || column.defaultValue !== undefined || column.isUpdatedAt
}

const FILLED = /^(autoincrement|sequence|cuid|uuid|ulid|nanoid|auto|dbgenerated|now)\(/

/** Whether Prisma or the database fills the column and nobody else does. */
export function isManaged({ isUpdatedAt, isId, name, defaultValue }: Column): boolean {
  if (isUpdatedAt) return true
  const filled = defaultValue !== undefined && FILLED.test(defaultValue)
  return filled && (isId || /^(created|updated)_?at$/i.test(name))
}
