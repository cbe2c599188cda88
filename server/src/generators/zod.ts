import type { EnumType } from '../model/schema.js'
import { maxLengthOf } from './decorators.js'
import { type AbsentStyle, isManaged, type Member, mayBeLeftOut } from './members.js'
import { type Block, quotedIn } from './source-text.js'
import type { TextStyle } from './style.js'

export interface ZodOptions {
  /** The names of the constants, and of the types made from them; a type without a name is not declared. */
  readonly names: Readonly<Record<ZodKind, ZodNames>>
  readonly absent: AbsentStyle
  readonly style: TextStyle
  readonly enums: ReadonlyMap<string, EnumType>
}

export type ZodKind = 'record' | 'create' | 'update'

export interface ZodNames {
  readonly schema: string
  readonly type: string | undefined
}

/** The members that each schema lists itself; an update is made from the creation. */
export interface ZodMembers {
  readonly record: readonly Member[]
  readonly create: readonly Member[]
}

/** The zod schemas of a model: its record as it arrives, and what is sent to make and to change one. */
export function generateZod(members: ZodMembers, options: ZodOptions): readonly Block[] {
  const { names, style } = options
  const all = [...members.record, ...members.create]
  const imports = [
    { name: 'z', module: 'zod', kind: 'value' as const },
    ...all.flatMap(({ type }) => type.imports.map((each) => ({ ...each, kind: 'value' as const }))),
  ]
  const schemas: readonly string[] = [
    objectOf(names.record.schema, members.record, (member) => recordValue(member, options), style),
    objectOf(names.create.schema, members.create, (member) => inputValue(member, options), style),
    `export const ${names.update.schema} = ${names.create.schema}.partial()${style.semicolon}`,
  ]
  const types = Object.values(names).flatMap(({ schema, type }) =>
    type === undefined ? [] : [`export type ${type} = z.infer<typeof ${schema}>${style.semicolon}`],
  )
  return [...schemas, ...(types.length > 0 ? [types.join('\n')] : [])].map((text) => ({ imports, text }))
}

function objectOf(
  name: string,
  members: readonly Member[],
  schemaOf: (member: Member) => string,
  { indent, semicolon, trailingComma }: TextStyle,
): string {
  if (members.length === 0) return `export const ${name} = z.object({})${semicolon}`
  const entries = members.map((member) => `${indent}${member.name}: ${schemaOf(member)}`).join(',\n')
  return `export const ${name} = z.object({\n${entries}${trailingComma}\n})${semicolon}`
}

function recordValue(member: Member, options: ZodOptions): string {
  const value = schemaOf(member, options)
  const { optional, nullable } = member
  return `${value}${optional && nullable ? '.nullish()' : nullable ? '.nullable()' : optional ? '.optional()' : ''}`
}

/** What is sent may leave out what may be left out; `null` empties a column. */
function inputValue(member: Member, options: ZodOptions): string {
  const { column } = member
  const isOptional = mayBeLeftOut(column) || isManaged(column)
  const empties = column.nullable && !column.list && options.absent !== 'optional'
  return `${schemaOf(member, options)}${empties ? '.nullish()' : isOptional ? '.optional()' : ''}`
}

function schemaOf(member: Member, options: ZodOptions): string {
  const single = singleValue(member, options)
  return member.column.list ? `z.array(${single})` : single
}

function singleValue({ column, type }: Member, { enums, style }: ZodOptions): string {
  if (column.kind === 'enum') {
    const values = enums.get(column.type)?.values ?? []
    return `z.enum([${values.map(({ name }) => quotedIn(name, style)).join(', ')}])`
  }
  if (column.kind !== 'scalar') return type.text
  if (column.type === 'Json') return 'z.unknown()'
  if (type.text === 'Date') return 'z.coerce.date()'
  if (type.text === 'Uint8Array') return 'z.instanceof(Uint8Array)'
  if (type.text !== 'string') return `z.${type.text}()${column.type === 'Int' ? '.int()' : ''}`
  return `z.string()${textRules(column)}`
}

function textRules({ name, type, nativeType }: Member['column']): string {
  if (type === 'DateTime') return '.datetime()'
  if (type === 'BigInt') return '.regex(/^-?\\d+$/)'
  if (type !== 'String') return ''
  const form = /^uuid$/i.test(nativeType?.name ?? '') ? '.uuid()' : /^e?mail$|Email$/.test(name) ? '.email()' : ''
  const limit = maxLengthOf(nativeType)
  return form + (limit === undefined ? '' : `.max(${limit})`)
}
