import type { Column, EnumType, EnumValue, Model, Schema } from '../model/schema.js'
import { findRenames, type Named, type Renaming, similarityOf } from './renames.js'
import { isSameNames } from './same-names.js'

/**
 * What became of a thing between two states of a schema. `before` is missing where it is new, `after` where it is
 * gone; both are there where it stayed, under a new name or the same.
 */
export interface Change<T> {
  readonly before: T | undefined
  readonly after: T | undefined
}

/** How a column that stayed differs from what it was; several can hold at once. */
export type ColumnAspect = 'renamed' | 'retyped' | 'list' | 'scalar' | 'nullable' | 'required'

export interface ColumnChange extends Change<Column> {
  /** `list` and `scalar`: became one; `nullable` and `required`: became so. Empty for a new or removed column. */
  readonly aspects: ReadonlySet<ColumnAspect>
}

/** A model that is new, gone, renamed, or has changed columns. */
export interface ModelChange extends Change<Model> {
  /** Those that differ. Empty for a new or removed model. */
  readonly columns: readonly ColumnChange[]
}

/** An enum that is new, gone, renamed, or has changed values. */
export interface EnumChange extends Change<EnumType> {
  /** Those that are new, gone or renamed. Empty for a new or removed enum. */
  readonly values: readonly Change<EnumValue>[]
}

/**
 * What changed from one state of a schema to the next. The lookups take the name of today or, where nothing bears it
 * any more, the former one; they return undefined for what has not changed.
 */
export interface SchemaChanges {
  readonly models: readonly ModelChange[]
  readonly enums: readonly EnumChange[]
  model(name: string): ModelChange | undefined
  column(model: string, name: string): ColumnChange | undefined
  /** The columns of a model that differ, by their former names and by those of today, which win. */
  columnsOf(model: string): ReadonlyMap<string, ColumnChange>
  enumType(name: string): EnumChange | undefined
  enumValue(enumType: string, name: string): Change<EnumValue> | undefined
}

/**
 * Compares two states of a schema. A block that was not read in full on one side says nothing about what it lacks
 * there, and a column whose type is unknown on one side nothing about its type. `known` is for comparing again and again.
 */
export function compareSchemas(before: Schema, after: Schema, known = createKnownChanges()): SchemaChanges {
  const enums = pairUp([...before.enums.values()], [...after.enums.values()], haveCommonValues)
  const enumNames = renamedTypes(enums)
  const models = pairUp([...before.models.values()], [...after.models.values()], (left, right) =>
    haveCommonColumns(left, right, enumNames),
  )
  const typeNames = renamedTypes([...models, ...enums])
  const changeOf = known(typeNames)
  const modelChanges = models.map((pair) => changeOf(pair)).filter(isModelChanged)
  const enumChanges = enums.map(enumChangeOf).filter(isEnumChanged)
  return lookupsOf(modelChanges, enumChanges)
}

/** Makes a memory for comparing one earlier state with many later ones: models that are the same are compared once. */
export function createKnownChanges(): KnownChanges {
  let names: TypeNames = NO_NAMES
  let known = new WeakMap<Model, ModelChange>()
  return (typeNames) => {
    if (!isSameNames(names, typeNames)) known = new WeakMap()
    names = typeNames
    return (pair) => {
      const { before, after } = pair
      const kept = before && known.get(before)
      if (kept && kept.after === after) return kept
      const change = modelChangeOf(pair, typeNames)
      if (before) known.set(before, change)
      return change
    }
  }
}

export type KnownChanges = (typeNames: TypeNames) => (pair: Change<Model>) => ModelChange

function lookupsOf(models: readonly ModelChange[], enums: readonly EnumChange[]): SchemaChanges {
  const modelsByName = byName(models)
  const enumsByName = byName(enums)
  const columns = new Map(models.map((model) => [model, byName(model.columns)]))
  const values = new Map(enums.map((item) => [item, byName(item.values)]))
  const inside = <K, V>(maps: ReadonlyMap<K, ReadonlyMap<string, V>>, key: K | undefined, name: string) =>
    key === undefined ? undefined : maps.get(key)?.get(name)
  return {
    models,
    enums,
    model: (name) => modelsByName.get(name),
    column: (model, name) => inside(columns, modelsByName.get(model), name),
    columnsOf: (name) => {
      const model = modelsByName.get(name)
      return (model && columns.get(model)) ?? new Map()
    },
    enumType: (name) => enumsByName.get(name),
    enumValue: (enumType, name) => inside(values, enumsByName.get(enumType), name),
  }
}

/** Former names first, so that names of today take their place. */
function byName<C extends Change<Named>>(changes: readonly C[]): Map<string, C> {
  const former = changes.flatMap((change) => (change.before ? [[change.before.name, change] as const] : []))
  const current = changes.flatMap((change) => (change.after ? [[change.after.name, change] as const] : []))
  return new Map([...former, ...current])
}

/** Pairs by name, then by renaming; what is left is new or gone. */
function pairUp<T extends Named>(
  before: readonly T[],
  after: readonly T[],
  isAlike: (before: T, after: T) => boolean,
): Change<T>[] {
  const formerNames = new Set(before.map(({ name }) => name))
  const current = new Map(after.map((item) => [item.name, item]))
  const gone = before.filter(({ name }) => !current.has(name))
  const fresh = after.filter(({ name }) => !formerNames.has(name))
  const renames = findRenames(gone, fresh, isAlike)
  const renamedTo = new Map(renames.map((renaming: Renaming<T>) => [renaming.before, renaming.after]))
  const arrived = new Set(renamedTo.values())
  return [
    ...before.map((item) => ({ before: item, after: current.get(item.name) ?? renamedTo.get(item) })),
    ...fresh.filter((item) => !arrived.has(item)).map((item) => ({ before: undefined, after: item })),
  ]
}

/** Models and enums that now have another name, which their columns' types follow. */
function renamedTypes(changes: readonly Change<Named>[]): ReadonlyMap<string, string> {
  return new Map(changes.flatMap(({ before, after }) => (before && after ? [[before.name, after.name]] : [])))
}

type TypeNames = ReadonlyMap<string, string>

function modelChangeOf({ before, after }: Change<Model>, typeNames: TypeNames): ModelChange {
  if (!before || !after) return { before, after, columns: [] }
  const isAlike = (left: Column, right: Column) => isSameType(left, right, typeNames) && left.list === right.list
  const columns = pairUp(before.columns, after.columns, isAlike)
    .filter((change) => (change.after || after.intact) && (change.before || before.intact))
    .map((change) => ({ ...change, aspects: aspectsOf(change, typeNames) }))
    .filter((change) => !change.before || !change.after || change.aspects.size > 0)
  return { before, after, columns }
}

function aspectsOf({ before, after }: Change<Column>, typeNames: TypeNames): ReadonlySet<ColumnAspect> {
  const aspects = new Set<ColumnAspect>()
  if (!before || !after) return aspects
  if (before.name !== after.name) aspects.add('renamed')
  if (before.kind === 'unknown' || after.kind === 'unknown') return aspects
  if (!isSameType(before, after, typeNames)) aspects.add('retyped')
  if (before.list !== after.list) aspects.add(after.list ? 'list' : 'scalar')
  if (before.nullable !== after.nullable) aspects.add(after.nullable ? 'nullable' : 'required')
  return aspects
}

function isSameType(before: Column, after: Column, typeNames: TypeNames): boolean {
  return (typeNames.get(before.type) ?? before.type) === after.type
}

function enumChangeOf({ before, after }: Change<EnumType>): EnumChange {
  if (!before || !after) return { before, after, values: [] }
  const isAlike = (left: EnumValue, right: EnumValue) =>
    before.values.indexOf(left) === after.values.indexOf(right) || similarityOf(left.name, right.name) >= COMMON
  const values = pairUp(before.values, after.values, isAlike)
    .filter((change) => (change.after || after.intact) && (change.before || before.intact))
    .filter((change) => change.before?.name !== change.after?.name)
  return { before, after, values }
}

function isModelChanged({ before, after, columns }: ModelChange): boolean {
  return before?.name !== after?.name || columns.length > 0
}

function isEnumChanged({ before, after, values }: EnumChange): boolean {
  return before?.name !== after?.name || values.length > 0
}

function haveCommonColumns(before: Model, after: Model, typeNames: TypeNames): boolean {
  if (before.kind !== after.kind) return false
  return overlapOf(namesAndTypes(before, typeNames), namesAndTypes(after, NO_NAMES)) >= COMMON
}

function haveCommonValues(before: EnumType, after: EnumType): boolean {
  return overlapOf(namesOf(before), namesOf(after)) >= COMMON
}

/** The share of members that a renamed model or enum keeps at least, and of letters that a moved value keeps. */
const COMMON = 0.6

const NO_NAMES: TypeNames = new Map()

function namesAndTypes({ columns }: Model, typeNames: TypeNames): Set<string> {
  const own = columns.filter(({ kind }) => kind !== 'relation')
  return new Set(own.map(({ name, type }) => `${name}:${typeNames.get(type) ?? type}`))
}

function namesOf({ values }: EnumType): Set<string> {
  return new Set(values.map(({ name }) => name))
}

function overlapOf(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const common = [...left].filter((item) => right.has(item)).length
  const all = left.size + right.size - common
  return all === 0 ? 0 : common / all
}
