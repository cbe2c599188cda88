import type { ElementRef } from '../model/element.js'
import type { Column, EnumType, EnumValue, Model, ModelKind, Relation } from '../model/schema.js'
import { argumentText, findAttribute, mappedName, namesIn, nativeTypeOf } from './attributes.js'
import { type Elements, memberIdsOf } from './elements.js'
import { namesOf, stringOf } from './expression.js'
import { listedTexts } from './listed-texts.js'
import type { AttributeSyntax, BlockSyntax, EnumValueSyntax, FieldSyntax } from './syntax.js'
import { kindOf, type TypeNames } from './type-names.js'

interface ModelContext {
  readonly kind: ModelKind
  readonly names: TypeNames
  readonly elements: Elements
}

/** The meaning of a `model`, `view` or `type` block, which must have a name. */
export function lowerModel(block: BlockSyntax, context: ModelContext): Model {
  const { kind, names, elements } = context
  const name = block.name ?? { start: block.start, end: block.start, text: '' }
  const ref = elements.addBlock(block, name.text)
  const keys = keysOf(block)
  const seen = createNameCheck(elements, name.text)
  const ids = memberIdsOf(ref.id, block.fields)
  const columns = block.fields.flatMap((field, index) => {
    const own = { file: ref.file, id: ids[index] ?? ref.id }
    return seen(field) ? [] : [lowerColumn(field, { owner: name.text, ref: own, names, keys })]
  })
  const databaseName = mappedName(block.attributes) ?? name.text
  const { documentation, intact } = block
  const own = { ref, name: name.text, kind, databaseName, columns, documentation, intact }
  return { ...own, primaryKey: keys.primary, primaryKeyName: keys.primaryName, uniqueKeys: keys.uniqueKeys }
}

/** The meaning of an `enum` block, which must have a name. */
export function lowerEnum(block: BlockSyntax, elements: Elements): EnumType {
  const name = block.name ?? { start: block.start, end: block.start, text: '' }
  const ref = elements.addBlock(block, name.text)
  const seen = createNameCheck(elements, name.text)
  const ids = memberIdsOf(ref.id, block.values)
  const values = block.values.flatMap((value, index) =>
    seen(value) ? [] : [lowerValue(value, { file: ref.file, id: ids[index] ?? ref.id })],
  )
  const databaseName = mappedName(block.attributes) ?? name.text
  const { documentation, intact } = block
  return { ref, name: name.text, databaseName, values, documentation, intact }
}

interface Keys {
  readonly primary: readonly string[]
  readonly primaryName: string
  /** The columns that are unique by a `@@unique` of their own. */
  readonly unique: ReadonlySet<string>
  /** Those of several columns. */
  readonly uniqueKeys: readonly (readonly string[])[]
  /** The relation columns that each foreign key serves. */
  readonly foreign: ReadonlyMap<string, readonly string[]>
}

function keysOf({ fields, attributes }: BlockSyntax): Keys {
  const id = findAttribute(attributes, 'id')
  const marked = fields.find((field) => findAttribute(field.attributes, 'id'))
  const uniques = attributes.filter(({ name }) => name === 'unique').map(listedNames)
  const primary = id ? listedNames(id) : marked ? [marked.name.text] : []
  return {
    primary,
    primaryName: stringOf(argumentText(id, 'name') ?? '') ?? primary.join('_'),
    unique: new Set(uniques.filter(({ length }) => length === 1).flat()),
    uniqueKeys: uniques.filter(({ length }) => length > 1),
    foreign: foreignKeysOf(fields),
  }
}

function listedNames(attribute: AttributeSyntax): readonly string[] {
  return namesOf(argumentText(attribute, 'fields') ?? '[]')
}

function foreignKeysOf(fields: readonly FieldSyntax[]): Map<string, string[]> {
  const keys = new Map<string, string[]>()
  for (const { name, attributes } of fields) {
    for (const key of namesIn(findAttribute(attributes, 'relation'), 'fields')) {
      const served = keys.get(key)
      if (served) served.push(name.text)
      else keys.set(key, [name.text])
    }
  }
  return keys
}

interface ColumnContext {
  readonly owner: string
  readonly ref: ElementRef
  readonly names: TypeNames
  readonly keys: Keys
}

function lowerColumn({ name, type, attributes, documentation, remark }: FieldSyntax, context: ColumnContext): Column {
  const { owner, ref, names, keys } = context
  // Prisma's client leaves out ignored columns as it does those of unsupported types.
  const kind = findAttribute(attributes, 'ignore') ? 'unsupported' : kindOf(type, names)
  const soleKey = keys.primary.length === 1 && keys.primary[0] === name.text
  return {
    ref,
    owner,
    name: name.text,
    kind,
    type: type?.name ?? '',
    list: type?.list ?? false,
    nullable: type?.optional ?? false,
    databaseName: mappedName(attributes) ?? name.text,
    isId: soleKey,
    isUnique: findAttribute(attributes, 'unique') !== undefined || keys.unique.has(name.text),
    isUpdatedAt: findAttribute(attributes, 'updatedAt') !== undefined,
    defaultValue: findAttribute(attributes, 'default')?.argsText,
    nativeType: nativeTypeOf(attributes),
    relation: kind === 'relation' ? relationOf(type?.name ?? '', attributes) : undefined,
    foreignKeyOf: keys.foreign.get(name.text) ?? [],
    documentation,
    listedTexts: type?.name === 'String' ? listedTexts(remark ?? documentation ?? '') : [],
  }
}

function relationOf(target: string, attributes: readonly AttributeSyntax[]): Relation {
  const attribute = findAttribute(attributes, 'relation')
  const name = stringOf(argumentText(attribute, 'name') ?? '')
  return { name, target, fields: namesIn(attribute, 'fields'), references: namesIn(attribute, 'references') }
}

function lowerValue({ name, attributes }: EnumValueSyntax, ref: ElementRef): EnumValue {
  return { ref, name: name.text, databaseName: mappedName(attributes) ?? name.text }
}

type NameCheck = (member: FieldSyntax | EnumValueSyntax) => boolean

/** Tells whether a member's name was met before, which is an error. */
function createNameCheck(elements: Elements, owner: string): NameCheck {
  const names = new Set<string>()
  return ({ name }) => {
    const isSecond = names.has(name.text)
    if (isSecond) elements.fail(name, `'${name.text}' is declared twice in '${owner}'; the first one counts.`)
    names.add(name.text)
    return isSecond
  }
}
