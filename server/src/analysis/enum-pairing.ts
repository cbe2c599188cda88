import type { EnumPair, EnumUse, Pair } from '../matching/pair.js'
import { foldValue, nameKey, singular, wordsOf } from '../matching/words.js'
import type { PrismaTag } from '../model/declaration.js'
import { refKey, typeIdOf } from '../model/element.js'
import type { EnumType, Schema } from '../model/schema.js'
import type { LiteralValue, Shape } from '../model/shape.js'
import { sameData, sameItems } from '../query/equality.js'
import { createFlatMap } from '../query/flat-map.js'
import { createGroups } from '../query/groups.js'
import { createFamily, createNamedFamily, createQuery, type Query } from '../query/query.js'

export interface EnumPairingInput {
  readonly shapes: Query<readonly Shape[]>
  readonly pairs: Query<readonly Pair[]>
  readonly schemasOf: (file: string) => readonly Schema[]
  /** An enum as it was in the earlier schema; undefined if it has not changed. */
  readonly enumBefore: (schema: Schema, name: string) => EnumType | undefined
}

/** Pairs lists of values with Prisma enums: by name, by the columns that they are used for, and by the values alone. */
export function createEnumPairing(input: EnumPairingInput): Query<readonly EnumPair[]> {
  const { shapes, pairs, schemasOf } = input
  const usesOf = createFamily((pair: Pair) => (pair.confidence === 'possible' ? [] : usesIn(pair)))
  const uses = createFlatMap(pairs, usesOf, sameUses)
  const usesFor = createGroups(uses, ({ key }) => key)
  const declaredOf = createFamily((shape: Shape) => {
    const list = listOf(shape)
    return list && pairList(list, usesFor(list.key), schemasOf(shape.file), input.enumBefore)
  }, sameEnumPair)
  const declared = createFlatMap(shapes, declaredOf)
  const inlineAt = createNamedFamily((key) => pairInline(usesFor(key)), sameEnumPair)
  const inlineOf = createFamily((use: ListUse) => (usesFor(use.key)[0] === use ? inlineAt(use.key) : undefined))
  const inline = createFlatMap(uses, inlineOf)
  return createQuery(() => [...declared(), ...inline()], sameItems)
}

function sameUses(a: readonly ListUse[], b: readonly ListUse[]): boolean {
  return a.length === b.length && a.every((use, index) => sameUse(use, b[index]))
}

function sameUse(a: ListUse, b: ListUse | undefined): boolean {
  if (!b) return false
  const isSame = a.pair === b.pair && a.field.property === b.field.property && a.field.column === b.field.column
  return isSame && a.enum === b.enum && a.inline === b.inline && a.key === b.key && sameItems(a.values, b.values)
}

function sameEnumPair(a: EnumPair | undefined, b: EnumPair | undefined): boolean {
  if (!a || !b) return a === b
  const { usedBy, schema, ...rest } = a
  const { usedBy: otherUses, schema: otherSchema, ...others } = b
  return schema === otherSchema && sameItems(usedBy, otherUses) && sameData(rest, others)
}

interface ListUse extends EnumUse {
  /** The list: its declaration, or the property of an inline union. */
  readonly key: string
  readonly inline: boolean
  readonly values: readonly string[]
  readonly enum: EnumType
}

function usesIn(pair: Pair): readonly ListUse[] {
  return pair.fields.flatMap((field) => {
    const { column, property } = field
    const prismaEnum = pair.schema.enums.get(column.type)
    const values = strings(property.type.values)
    if (!prismaEnum || pair.role === 'derived' || !values) return []
    if (property.type.list !== column.list || isDiscriminant(values)) return []
    const from = property.type.valuesFrom?.ref
    const at = from ?? property.ref
    return [{ pair, field, values, enum: prismaEnum, inline: from === undefined, key: refKey(at) }]
  })
}

/** A single literal tells variants apart; it is no copy of the enum. */
function isDiscriminant(values: readonly string[]): boolean {
  return values.length < 2
}

interface List {
  readonly shape: Shape
  readonly key: string
  readonly values: readonly string[]
}

function listOf(shape: Shape): List | undefined {
  const values = strings(shape.values)
  return values && values.length > 0 ? { shape, values, key: refKey(shape.ref) } : undefined
}

function pairList(
  list: List,
  uses: readonly ListUse[],
  schemas: readonly Schema[],
  enumBefore: EnumPairingInput['enumBefore'],
): EnumPair | undefined {
  const { shape, values } = list
  const { tag, exportedAs } = shape.declaration
  const meant = schemas.flatMap((schema) => (tag ? taggedEnum(tag, schema) : namedEnum(shape, values, schema)) ?? [])[0]
  // A filter offers choices of its own: `all`, `overdue`.
  const isFilter = wordsOf(shape.name).at(-1) === 'filter'
  const [used] = tag || isFilter ? [] : uses.filter((use) => agreement(values, use.enum) >= 0.5)
  const named = meant && used && isRather(used.enum, meant.enum, values, uses) ? undefined : meant
  const offered = named && (used || tag || exportedAs.length > 0) ? named : undefined
  const copied = offered || used || tag || isFilter ? undefined : copiedEnum(shape.name, values, schemas, enumBefore)
  const found = offered ?? (used && { schema: used.pair.schema, enum: used.enum }) ?? copied
  if (!found) return undefined
  return {
    at: shape.ref,
    name: shape.name,
    values,
    schema: found.schema,
    enum: found.enum,
    confidence: offered ? 'certain' : 'likely',
    evidence: [
      tag ? `@prisma ${tag.model}` : offered ? 'name-exact' : copied ? 'same-values' : 'used-for-column',
      `values ${shared(values, found.enum).length}/${values.length}`,
    ],
    usedBy: uses.filter((use) => use.enum === found.enum),
    inlineIn: undefined,
  }
}

/** Whether a list is used for columns of an enum that it resembles more than the one of its name, and for none of that. */
function isRather(used: EnumType, named: EnumType, values: readonly string[], uses: readonly ListUse[]): boolean {
  return uses.every((use) => use.enum !== named) && differences(values, used) < differences(values, named)
}

/** How many values are in only one of the two lists, spelling aside. */
function differences(values: readonly string[], prismaEnum: EnumType): number {
  return values.length + prismaEnum.values.length - 2 * shared(values, prismaEnum).length
}

/** The share of its values that a list must have in common with an enum that its use points to. */
const A_THIRD = 1 / 3

interface Found {
  readonly schema: Schema
  readonly enum: EnumType
}

/** The enum that the JSDoc ties the list to; `none` is no enum's name. */
function taggedEnum({ model }: PrismaTag, schema: Schema): Found | undefined {
  const prismaEnum = schema.enums.get(model)
  return prismaEnum && { schema, enum: prismaEnum }
}

/** An enum of the same name, `Enum`, `Type` and the like aside, with at least half of the values in common. */
function namedEnum(shape: Shape, values: readonly string[], schema: Schema): Found | undefined {
  const keys = enumKeys(shape.name)
  for (const prismaEnum of schema.enums.values()) {
    const isNamed = keys.has(nameKey(wordsOf(prismaEnum.name)))
    if (isNamed && agreement(values, prismaEnum) >= 0.5) return { schema, enum: prismaEnum }
  }
  return undefined
}

const DECORATION = new Set('enum type value values option options list const i t e all dto schema prisma'.split(' '))

/** So many equal values are no coincidence, whatever the names are. */
const TELLING = 5

/**
 * The enum that has just these values, spelled like this, or had them until it changed: with the last word of its name
 * in common, or with many values. Of several such enums none is meant more than the others, unless they still say the
 * same.
 */
function copiedEnum(
  name: string,
  values: readonly string[],
  schemas: readonly Schema[],
  enumBefore: EnumPairingInput['enumBefore'],
): Found | undefined {
  if (values.length < 2) return undefined
  const ending = endingOf(name)
  const copied = schemas.flatMap((schema) =>
    [...schema.enums.values()].flatMap((each): readonly Found[] => {
      if (values.length < TELLING && endingOf(each.name) !== ending) return []
      const isCopy = isSameList(values, enumBefore(schema, each.name) ?? each)
      return isCopy ? [{ schema, enum: each }] : []
    }),
  )
  const [first, ...others] = copied
  return first && others.every((other) => isSameList(valueNames(first.enum), other.enum)) ? first : undefined
}

function isSameList(values: readonly string[], prismaEnum: EnumType): boolean {
  if (values.length !== prismaEnum.values.length) return false
  return [valueNames(prismaEnum), prismaEnum.values.map(({ databaseName }) => databaseName)].some((known) =>
    values.every((value) => known.includes(value)),
  )
}

function valueNames({ values }: EnumType): readonly string[] {
  return values.map(({ name }) => name)
}

/** The last word of a name, decoration aside: `role` of `UserRoles`. */
function endingOf(name: string): string {
  const words = wordsOf(name)
  return singular(words.findLast((word) => !DECORATION.has(word)) ?? '')
}

/** The name, and the name without decoration at either end. */
function enumKeys(name: string): ReadonlySet<string> {
  const words = wordsOf(name)
  const keys = [nameKey(words)]
  let [start, end] = [0, words.length]
  while (end - start > 1 && DECORATION.has(words[end - 1] ?? '')) keys.push(nameKey(words.slice(start, --end)))
  while (end - start > 1 && DECORATION.has(words[start] ?? '')) keys.push(nameKey(words.slice(++start, end)))
  return new Set(keys)
}

/** A union written at a property of a paired type. */
function pairInline(group: readonly ListUse[]): EnumPair | undefined {
  const [first] = group
  if (!first?.inline || agreement(first.values, first.enum) < A_THIRD) return undefined
  const { pair, field, values, enum: prismaEnum } = first
  const { property } = field
  const path = pair.inline ? `${pair.inline.path}.${property.name}` : property.name
  const type = pair.inline?.type ?? property.declaredIn.name
  return {
    at: { file: property.ref.file, id: typeIdOf(property.ref.id) },
    name: `${type}.${path}`,
    values,
    schema: pair.schema,
    enum: prismaEnum,
    confidence: pair.confidence,
    evidence: ['used-for-column', `values ${shared(values, prismaEnum).length}/${values.length}`],
    usedBy: group,
    inlineIn: { type, field: path },
  }
}

/** The share of the shorter list that both have, spelling aside: 0 to 1. */
function agreement(values: readonly string[], prismaEnum: EnumType): number {
  return shared(values, prismaEnum).length / Math.min(values.length, prismaEnum.values.length)
}

function shared(values: readonly string[], { values: enumValues }: EnumType): readonly string[] {
  const known = new Set(enumValues.flatMap(({ name, databaseName }) => [foldValue(name), foldValue(databaseName)]))
  return values.filter((value) => known.has(foldValue(value)))
}

function strings(values: readonly LiteralValue[] | undefined): readonly string[] | undefined {
  const found = values?.filter((value) => typeof value === 'string')
  return found && found.length === values?.length ? found : undefined
}
