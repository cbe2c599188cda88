import { kebabCase } from 'change-case'
import type { Column, Schema } from '../../model/schema.js'
import { maxLengthOf } from '../decorators.js'

/** Values are told apart by a number `n`; `other` asks for another one of a few. */
export interface SampleOptions {
  readonly schema: Schema
  readonly variant: 'usual' | 'other'
}

/** A value for a column as Prisma takes it, an expression of `n`. Undefined for a type whose values are not known. */
export function columnSample(column: Column, { schema, variant }: SampleOptions): string | undefined {
  const single = singleSample(column, { schema, variant })
  return single !== undefined && column.list ? `[${single}]` : single
}

function singleSample(column: Column, { schema, variant }: SampleOptions): string | undefined {
  if (column.kind === 'enum')
    return enumSample(
      schema.enums.get(column.type)?.values.map(({ name }) => name),
      variant,
    )
  if (column.kind !== 'scalar') return undefined
  if (column.type === 'String') return textSample(column)
  if (column.type === 'Boolean') return variant === 'usual' ? 'true' : 'false'
  return column.type === 'Decimal' ? decimalSample(column) : SCALARS[column.type]
}

const SCALARS: Readonly<Record<string, string>> = {
  Int: 'n',
  Float: 'n + 0.5',
  BigInt: 'BigInt(n)',
  DateTime: 'new Date(Date.UTC(2025, 0, n))',
  Json: '{ n }',
  Bytes: 'Uint8Array.of(n)',
}

/** One of a few values. */
export function enumSample(
  values: readonly string[] | undefined,
  variant: SampleOptions['variant'],
): string | undefined {
  const value = variant === 'usual' ? values?.[0] : (values?.[1] ?? values?.[0])
  return value === undefined ? undefined : `'${value}'`
}

function decimalSample({ nativeType }: Column): string {
  const [digits = 65, scale = 30] = (nativeType?.args ?? []).map(Number)
  const whole = digits - scale > 1 ? 'n' : '(n % 9)'
  return scale > 0 ? `${whole} + 0.5` : whole
}

/** Text that stays as it is where it is trimmed, put in lower case or made a slug. */
function textSample(column: Pick<Column, 'name' | 'owner' | 'nativeType'>): string | undefined {
  const native = column.nativeType?.name ?? ''
  if (/^uuid$/i.test(native)) return 'randomUUID()'
  if (/^inet$/i.test(native)) return `\`10.0.0.\${n}\``
  if (/^(bit|varbit|xml|cidr|macaddr)$/i.test(native)) return undefined
  const text = namedText(column.name, column.owner)
  const limit = Number(maxLengthOf(column.nativeType) ?? Number.POSITIVE_INFINITY)
  return text.length - 'n}`'.length <= limit ? text : `String(n).padStart(${Math.min(limit, 4)}, '0')`
}

export function namedText(name: string, owner: string): string {
  if (/e?mail$/i.test(name)) return `\`${kebabCase(owner)}-\${n}@example.com\``
  if (/ur[il]$|link$|website$/i.test(name)) return `\`https://example.com/\${n}\``
  return `\`${kebabCase(name)}-\${n}\``
}

/** A value of a key's type that no record has. */
export function absentSample({ type, kind, nativeType }: Column): string | undefined {
  if (kind !== 'scalar') return undefined
  if (type === 'String') {
    return /^uuid$/i.test(nativeType?.name ?? '') ? "'00000000-0000-4000-8000-000000000000'" : "'missing'"
  }
  if (type === 'Int') return /^smallint$/i.test(nativeType?.name ?? '') ? '32767' : '2147483647'
  return type === 'BigInt' ? 'BigInt(2147483647)' : undefined
}
