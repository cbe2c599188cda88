import type { Snapshot } from '../analysis/snapshot.js'
import type { EnumPair, FieldPair, Pair } from '../matching/pair.js'
import { foldValue } from '../matching/words.js'
import { type ElementRef, refKey } from '../model/element.js'
import type { EnumValue } from '../model/schema.js'
import type { Shape } from '../model/shape.js'
import { groupBy } from '../text/group-by.js'

interface Sides {
  /** The element in TypeScript. */
  readonly type: ElementRef
  /** The element in the schema. */
  readonly schema: ElementRef
}

/** Two elements that describe the same: a type and a model, a property and a column, lists of values, a value. */
export type Counterparts = Sides &
  (
    | { readonly kind: 'type'; readonly pair: Pair }
    | { readonly kind: 'field'; readonly pair: Pair; readonly field: FieldPair }
    | { readonly kind: 'list'; readonly pair: EnumPair }
    | { readonly kind: 'value'; readonly pair: EnumPair; readonly value: EnumValue; readonly written: string }
  )

/** What stands across from an element of either side, in the order of the files. Weak pairs have no members. */
export function counterpartsOf(snapshot: Snapshot, ref: ElementRef): readonly Counterparts[] {
  const { types, schemas } = indexOf(snapshot)
  const key = refKey(ref)
  return types.get(key) ?? schemas.get(key) ?? []
}

/** Those of pairs that are more than possible. */
export function firmCounterpartsOf(snapshot: Snapshot, ref: ElementRef): readonly Counterparts[] {
  return counterpartsOf(snapshot, ref).filter(isFirm)
}

/** Everything that a file's own elements stand across from. */
export function counterpartsIn(snapshot: Snapshot, file: string): readonly Counterparts[] {
  return indexOf(snapshot).files.get(file) ?? []
}

/** Whether the two belong together by more than a possibility. */
export function isFirm({ pair }: Counterparts): boolean {
  return pair.confidence !== 'possible'
}

interface Index {
  readonly enumPairs: readonly EnumPair[]
  readonly types: ReadonlyMap<string, readonly Counterparts[]>
  readonly schemas: ReadonlyMap<string, readonly Counterparts[]>
  /** By the file of the element in TypeScript. */
  readonly files: ReadonlyMap<string, readonly Counterparts[]>
}

const known = new WeakMap<readonly Pair[], Index>()

/** The pairs stay the same objects from snapshot to snapshot until one changes, and this with them. */
function indexOf(snapshot: Snapshot): Index {
  const [pairs, enumPairs] = [snapshot.pairs(), snapshot.enumPairs()]
  const before = known.get(pairs)
  if (before?.enumPairs === enumPairs) return before
  const all = [...pairs.flatMap(ofPair), ...enumPairs.flatMap((pair) => ofEnumPair(snapshot, pair))]
  const index = {
    enumPairs,
    types: groupBy(all, ({ type }) => refKey(type)),
    schemas: groupBy(all, ({ schema }) => refKey(schema)),
    files: groupBy(all, ({ type }) => type.file),
  }
  known.set(pairs, index)
  return index
}

function ofPair(pair: Pair): readonly Counterparts[] {
  const { shape, model, inline, confidence, fields } = pair
  const types: readonly Counterparts[] = inline ? [] : [{ kind: 'type', pair, type: shape.ref, schema: model.ref }]
  if (confidence === 'possible') return types
  const members = fields.map((field): Counterparts => {
    return { kind: 'field', pair, field, type: field.property.ref, schema: field.column.ref }
  })
  return [...types, ...members]
}

function ofEnumPair(snapshot: Snapshot, pair: EnumPair): readonly Counterparts[] {
  const list: Counterparts = { kind: 'list', pair, type: pair.at, schema: pair.enum.ref }
  const idOf = valueIds(snapshot, pair)
  const values = pair.values.flatMap((written): readonly Counterparts[] => {
    const value = valueFor(pair, written)
    const type = { file: pair.at.file, id: idOf(written) }
    return value ? [{ kind: 'value', pair, value, written, type, schema: value.ref }] : []
  })
  return [list, ...values]
}

/** The same value, else one that is spelled much the same. */
function valueFor({ enum: { values } }: EnumPair, written: string): EnumValue | undefined {
  const isAlike = ({ name, databaseName }: EnumValue) =>
    [name, databaseName].some((each) => foldValue(each) === foldValue(written))
  return values.find(({ name }) => name === written) ?? values.find(isAlike)
}

/** Where the values of a list stand: members of an enum have names of their own, literals go by their value. */
function valueIds(snapshot: Snapshot, { at, inlineIn }: EnumPair): (written: string) => string {
  const shape = inlineIn ? undefined : shapeAt(snapshot, at)
  const type = shape?.declaration.type
  const members = type?.kind === 'enum' ? type.members : []
  const owner = at.id.replace(/:type$/, '')
  return (written) => members.find(({ value }) => value === written)?.id ?? `${owner}.${written}`
}

function shapeAt(snapshot: Snapshot, { file, id }: ElementRef): Shape | undefined {
  return snapshot.shapesIn(file).find(({ ref }) => ref.id === id)
}
