import type { WantedType } from '../model/intent.js'
import type { Column, Schema } from '../model/schema.js'
import type { Base, PropertyType } from '../model/shape.js'
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

/** The type to write for a column's single value on a surface, with the values of an enum. */
export function wantedType(column: Column, schema: Schema, wire: Wire): WantedType {
  const values = valuesOf(column, schema)
  return { type: tsType(column, wire), ...(values && { values }) }
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
