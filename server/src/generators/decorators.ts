import { isRelated, type Member } from './members.js'
import type { ImportedName } from './source-text.js'
import { quotedIn } from './source-text.js'
import type { TextStyle } from './style.js'

/** The packages whose decorators a project writes on its classes. */
export interface DecoratorPackages {
  readonly validator: boolean
  readonly transformer: boolean
  readonly swagger: boolean
}

/** A decorator as it is written behind the `@`, and what it needs. */
export interface Decoration {
  readonly text: string
  readonly imports: readonly ImportedName[]
}

/** The decorators of an input's property, by the column's type, native type and name. */
export function inputDecorators(member: Member, packages: DecoratorPackages, style: TextStyle): readonly Decoration[] {
  return [
    ...(packages.swagger ? [swaggerProperty(member, style)] : []),
    ...(packages.validator ? validators(member) : []),
    ...(packages.transformer ? conversions(member, style) : []),
  ]
}

/** The decorators of a property that is sent out. */
export function outputDecorators(member: Member, packages: DecoratorPackages, style: TextStyle): readonly Decoration[] {
  return packages.swagger ? [swaggerProperty(member, style)] : []
}

function validators(member: Member): readonly Decoration[] {
  const { column } = member
  const each = column.list ? '{ each: true }' : ''
  const optional = member.optional || member.nullable
  const checks = checksOf(member).map(([name, ...args]) => {
    const options = TWO_ARGUMENTS.has(name) && each && args.length === 0 ? ['{}', each] : [...args, each]
    return call(name, options, 'class-validator')
  })
  const shape = column.list ? [call('IsArray', [], 'class-validator')] : []
  const required = checks.length === 0 && !optional ? [call('IsDefined', [], 'class-validator')] : []
  return [...(optional ? [call('IsOptional', [], 'class-validator')] : []), ...required, ...shape, ...checks]
}

const TWO_ARGUMENTS = new Set(['IsNumber', 'IsDateString', 'IsDecimal'])

type Check = readonly [name: string, ...args: string[]]

function checksOf({ column, type }: Member): readonly Check[] {
  if (column.kind === 'enum') return [['IsEnum', type.text]]
  if (column.kind !== 'scalar' || column.type === 'Json') return []
  if (column.type === 'String') return textChecks(column.name, column.nativeType)
  if (column.type === 'DateTime') return [type.text === 'Date' ? ['IsDate'] : ['IsDateString']]
  if (column.type === 'Decimal') return [type.text === 'string' ? ['IsDecimal'] : ['IsNumber']]
  if (column.type === 'BigInt') return type.text === 'number' ? [['IsInt']] : []
  if (column.type === 'Bytes') return [['IsInstance', 'Uint8Array']]
  return [[PLAIN[column.type] ?? 'IsDefined']]
}

const PLAIN: Readonly<Record<string, string>> = { Int: 'IsInt', Float: 'IsNumber', Boolean: 'IsBoolean' }

type NativeType = Member['column']['nativeType']

function textChecks(name: string, native: NativeType): readonly Check[] {
  const form: Check = /^uuid$|^uniqueidentifier$/i.test(native?.name ?? '')
    ? ['IsUUID']
    : /^e?mail$|Email$|EmailAddress$/.test(name)
      ? ['IsEmail']
      : ['IsString']
  const limit = maxLengthOf(native)
  return limit === undefined ? [form] : [form, ['MaxLength', limit]]
}

/** How many characters the database's type holds, where it says so. */
export function maxLengthOf(native: NativeType): string | undefined {
  const [length] = native?.args ?? []
  return /^N?(Var)?Char$/i.test(native?.name ?? '') && /^\d+$/.test(length ?? '') ? length : undefined
}

/** JSON knows no dates, big integers and bytes. */
function conversions({ column, type }: Member, style: TextStyle): readonly Decoration[] {
  if (column.kind !== 'scalar') return []
  if (type.text === 'Date') return [call('Type', ['() => Date'], 'class-transformer')]
  const convert = {
    bigint: (value: string) => `BigInt(${value})`,
    'Prisma.Bytes': (value: string) => `Uint8Array.from(atob(${value}), (c) => c.charCodeAt(0))`,
  }[type.text]
  if (!convert) return []
  const given = column.list
    ? `value?.map((item${/^bigint$/.test(type.text) ? ': string | number' : ': string'}) => ${convert('item')})`
    : `value == null ? value : ${convert('value')}`
  return [call('Transform', [`({ value }) => ${given.replaceAll("'", style.quote)}`], 'class-transformer')]
}

function swaggerProperty(member: Member, style: TextStyle): Decoration {
  const { column, optional, nullable, type } = member
  const entries = [
    ...swaggerType(member, style),
    ...(column.list && column.kind === 'enum' ? ['isArray: true'] : []),
    ...(maxLengthOf(column.nativeType) && !column.list ? [`maxLength: ${maxLengthOf(column.nativeType)}`] : []),
    ...(nullable ? ['nullable: true'] : []),
  ]
  const options = entries.length > 0 ? [`{ ${entries.join(', ')} }`] : []
  const name = optional ? 'ApiPropertyOptional' : 'ApiProperty'
  const needed = column.kind === 'enum' || isRelated(column) ? type.imports : []
  const decoration = call(name, options, '@nestjs/swagger')
  return {
    ...decoration,
    imports: [...decoration.imports, ...needed.map((each) => ({ ...each, kind: 'value' as const }))],
  }
}

/** Only single, present strings, numbers and booleans are known by reflection alone. */
function swaggerType({ column, type, nullable }: Member, style: TextStyle): readonly string[] {
  const listed = (text: string) => (column.list ? `[${text}]` : text)
  if (column.kind === 'enum') return [`enum: ${type.text}`]
  if (isRelated(column)) return [`type: () => ${listed(type.text)}`]
  const formatted = column.type === 'DateTime' ? 'date-time' : column.type === 'Bytes' ? 'byte' : undefined
  if (formatted && !column.list) return ['type: String', `format: ${quotedIn(formatted, style)}`]
  const scalar = REFLECTED[type.text] ?? (column.type === 'Json' ? 'Object' : 'String')
  const isReflected = !column.list && !nullable && type.text in REFLECTED
  return isReflected ? [] : [`type: ${listed(scalar)}`]
}

const REFLECTED: Readonly<Record<string, string>> = { string: 'String', number: 'Number', boolean: 'Boolean' }

function call(name: string, args: readonly string[], module: string): Decoration {
  const written = args.filter((each) => each !== '').join(', ')
  return { text: `${name}(${written})`, imports: [{ name, module, kind: 'value' }] }
}
