import type { Pair } from '../matching/pair.js'
import type { WantedType } from '../model/intent.js'
import type { Column, Schema } from '../model/schema.js'
import type { Base, PropertyType, Shape, ShapeProperty } from '../model/shape.js'
import type { Wire, WireFormat } from './corroboration.js'

/**
 * The TypeScript base types that a column's values may have somewhere between database and browser: in the server, on
 * the wire, or converted on the way. Anything outside is wrong on every surface.
 */
const POSSIBLE: Record<string, readonly Base[]> = {
  String: ['string'],
  Int: ['number'],
  Float: ['number'],
  BigInt: ['bigint', 'string', 'number'],
  Decimal: ['Decimal', 'string', 'number'],
  Boolean: ['boolean'],
  DateTime: ['string', 'Date'],
  Bytes: ['bytes', 'string', 'object'],
}

/** What `JSON.stringify` and friends make of a scalar, by wire format. Measured against Prisma 5 to 7. */
const ON_WIRE: Record<WireFormat, Partial<Record<string, Base>>> = {
  json: { DateTime: 'string', Decimal: 'string', BigInt: 'string', Bytes: 'string' },
  superjson: { DateTime: 'Date', Decimal: 'string', BigInt: 'bigint', Bytes: 'bytes' },
  native: { DateTime: 'Date', Decimal: 'Decimal', BigInt: 'bigint', Bytes: 'bytes' },
}

/** The bases that can hold the column's values; undefined where any type can (Json, relations, unknown types). */
export function possibleBases(column: Column): readonly Base[] | undefined {
  if (column.kind === 'enum') return ['string']
  return column.kind === 'scalar' ? POSSIBLE[column.type] : undefined
}

/** The base that the column's values have on a surface; undefined where it makes no difference or nothing is known. */
export function wireBase(column: Column, wire: Wire): Base | undefined {
  if (column.kind !== 'scalar') return undefined
  return wire.configured ? ON_WIRE[wire.format][column.type] : wire.usual.get(column.type)
}

/** The type to write for a column's single value in a type: as it has its others, else as its surface does. */
export function wantedType(column: Column, pair: Pair, wire: Wire): WantedType {
  const values = valuesOf(column, pair.schema)
  return { type: usualIn(pair, column) ?? tsType(column, wire), ...(values && { values }) }
}

/** How a type has all of its other columns of the same type, where that can be written in several ways. */
function usualIn({ fields, shape }: Pair, column: Column): string | undefined {
  if (column.kind === 'scalar' && !(column.type in ON_WIRE.json) && column.type !== 'Json') return undefined
  const others = fields.filter((field) => field.column !== column && field.column.type === column.type)
  const [usual, ...different] = new Set(others.map(({ property }) => singleText(property, column, shape)))
  return different.length === 0 ? usual : undefined
}

/** A type of one word, `null` aside, which the file of the shape knows. */
function singleText({ type, declaredIn }: ShapeProperty, column: Column, { file }: Shape): string | undefined {
  const text = type.text.replace(/ \| (?:null|undefined)\b/g, '')
  if (text === 'any') return text
  const [base, ...others] = type.bases
  const isBase = column.kind === 'scalar' && others.length === 0 && text === base && COMPARED.has(base)
  const isName = text === type.name && declaredIn.file === file
  return type.known && (isBase || isName) && isPossible(column, type) ? text : undefined
}

function isPossible(column: Column, { bases }: PropertyType): boolean {
  const possible = possibleBases(column)
  return possible === undefined || [...bases].every((base) => possible.includes(base))
}

/** The values of an enum column. */
export function valuesOf({ kind, type }: Column, { enums }: Schema): readonly string[] | undefined {
  return kind === 'enum' ? enums.get(type)?.values.map(({ name }) => name) : undefined
}

/** The TypeScript type to write for a column's single value on a surface. */
export function tsType(column: Column, wire: Wire): string {
  if (column.kind === 'enum') return column.type
  const base = wireBase(column, wire) ?? ON_WIRE[wire.format][column.type] ?? possibleBases(column)?.[0] ?? 'unknown'
  return base === 'bytes' ? 'Uint8Array' : base
}

const COMPARED: ReadonlySet<Base> = new Set(['string', 'number', 'boolean', 'bigint', 'Date', 'Decimal'])

/** The property's bases where all of them can be compared with a scalar; functions, objects and unknowns cannot. */
export function comparedBases(type: PropertyType): readonly Base[] | undefined {
  const bases = [...type.bases]
  return type.known && bases.length > 0 && bases.every((base) => COMPARED.has(base)) ? bases : undefined
}
