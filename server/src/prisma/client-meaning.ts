import { argumentText, findAttribute, mappedName, namesIn, nativeTypeOf } from './attributes.js'
import { namesOf, stringOf } from './expression.js'
import type { AttributeSyntax, BlockSyntax, EnumValueSyntax, FieldSyntax } from './syntax.js'

/** Prisma carries out referential actions itself where the database has no foreign keys; else the database does. */
export type RelationMode = 'foreignKeys' | 'prisma'

/**
 * What of a block reaches the generated client, in texts that are equal where it is the same: no comments, indexes,
 * names of constraints or order. It is what Prisma's own datamodel says of the block.
 */
export interface ClientMeaning {
  /** Its kind, its name in the database and its keys. */
  readonly own: string
  readonly members: ReadonlyMap<string, string>
}

/** The meaning of a model, view, composite type or enum; undefined for one that clients leave out. */
export function clientMeaningOf(block: BlockSyntax, mode: RelationMode): ClientMeaning | undefined {
  if (findAttribute(block.attributes, 'ignore')) return undefined
  if (block.kind === 'enum') {
    const members = block.values.map((value) => [value.name.text, mapOf(value)] as const)
    return { own: ownOf(block, []), members: new Map(members) }
  }
  const fields = block.fields.filter(isInClient)
  const keys = keysOf(block)
  const members = fields.map((field) => [field.name.text, meaningOfField(field, { block, keys, mode })] as const)
  return { own: ownOf(block, keys.composite), members: new Map(members) }
}

/** Prisma's clients have neither ignored columns nor those of types that Prisma does not know. */
function isInClient({ type, attributes }: FieldSyntax): boolean {
  return type !== undefined && !type.unsupported && !findAttribute(attributes, 'ignore')
}

function ownOf({ kind, name, attributes }: BlockSyntax, keys: readonly string[]): string {
  const schema = argumentText(findAttribute(attributes, 'schema'), 'map')
  return [kind, mappedName(attributes) ?? name?.text, schema, ...keys.toSorted()].join('\n')
}

interface Keys {
  /** Of one column each. */
  readonly id: string | undefined
  readonly unique: ReadonlySet<string>
  /** `id`, and those of several columns or with a name of their own. */
  readonly composite: readonly string[]
}

function keysOf({ attributes }: BlockSyntax): Keys {
  const listed = attributes.filter(({ name }) => name === 'id' || name === 'unique').map(keyOf)
  const sole = listed.filter(({ columns, alias }) => columns.length === 1 && alias === '')
  const composite = listed.filter((key) => !sole.includes(key))
  const columnsOf = (kind: string) => sole.filter((key) => key.kind === kind).flatMap(({ columns }) => columns)
  return {
    id: columnsOf('id')[0],
    unique: new Set(columnsOf('unique')),
    composite: composite.map(({ kind, columns, alias }) => `${kind} ${columns.join()} ${alias}`),
  }
}

function keyOf(attribute: AttributeSyntax) {
  const columns = namesOf(argumentText(attribute, 'fields') ?? '[]')
  const named = attribute.args.find(({ name }) => name === 'name')
  const alias = stringOf(named?.value.text ?? '') ?? ''
  return { kind: attribute.name, columns, alias: alias === columns.join('_') ? '' : alias }
}

interface FieldContext {
  readonly block: BlockSyntax
  readonly keys: Keys
  readonly mode: RelationMode
}

function meaningOfField(field: FieldSyntax, { block, keys, mode }: FieldContext): string {
  const { name, type, attributes } = field
  const has = (attribute: string) => findAttribute(attributes, attribute) !== undefined
  const isId = has('id') || keys.id === name.text
  const native = nativeTypeOf(attributes)
  const parts = [
    `${type?.name}${type?.list ? '[]' : ''}${type?.optional ? '?' : ''}`,
    isId ? '@id' : '',
    !isId && (has('unique') || keys.unique.has(name.text)) ? '@unique' : '',
    has('updatedAt') ? '@updatedAt' : '',
    defaultOf(attributes),
    mapOf(field),
    native ? `@db.${native.name}(${native.args.join()})` : '',
    relationOf(field, block.name?.text ?? '', mode),
  ]
  return parts.filter((part) => part !== '').join(' ')
}

function mapOf({ name, attributes }: FieldSyntax | EnumValueSyntax): string {
  const mapped = mappedName(attributes)
  return mapped === undefined || mapped === name.text ? '' : `@map(${mapped})`
}

/** What the database makes up by itself is one to the client, whatever the expression is. */
function defaultOf(attributes: readonly AttributeSyntax[]): string {
  const value = argumentText(findAttribute(attributes, 'default'), 'value')
  return value === undefined ? '' : `@default(${withoutBlanks(value).replace(MADE_BY_DATABASE, '$1()')})`
}

const MADE_BY_DATABASE = /^(dbgenerated|autoincrement|sequence)\(.*\)$/s

/** An expression without the blanks and comments outside its strings. */
export function withoutBlanks(expression: string): string {
  return expression.replace(/"(?:[^"\\]|\\.)*"|\/\/[^\r\n]*|\s+/g, (part) => (part.startsWith('"') ? part : ''))
}

function relationOf({ type, attributes }: FieldSyntax, owner: string, mode: RelationMode): string {
  const attribute = findAttribute(attributes, 'relation')
  if (!attribute) return ''
  const name = stringOf(argumentText(attribute, 'name') ?? '')
  const usual = [owner, type?.name ?? ''].sort().join('To')
  const action = (event: string) => attribute.args.find((each) => each.name === event)?.value.text ?? ''
  const parts = [
    name === usual ? '' : (name ?? ''),
    namesIn(attribute, 'fields').join(),
    namesIn(attribute, 'references').join(),
    ...(mode === 'prisma' ? [action('onDelete'), action('onUpdate')] : []),
  ]
  return parts.every((part) => part === '') ? '' : `@relation(${parts.join(';')})`
}
