import type { Snapshot } from '../analysis/snapshot.js'
import { type ElementRef, refKey } from '../model/element.js'
import { compareText } from '../text/compare-text.js'
import type { FileId } from '../text/file-id.js'
import { type Counterparts, firmCounterpartsOf } from './counterparts.js'
import { elementAt, type PlacedElement } from './element-at.js'
import { mentionedAt, mentionsIn, schemaAt } from './schema-mentions.js'

/** Where something leads to from an offset. */
export interface Destinations {
  /** The element that it starts from. */
  readonly from: PlacedElement
  /** By file and position; empty where nothing stands across. */
  readonly places: readonly ElementRef[]
}

/** The other side of what stands at an offset: the column of a property, the types of a model. */
export function definitionsAt(snapshot: Snapshot, file: FileId, offset: number): Destinations | undefined {
  const from = elementAt(snapshot.spansIn(file), offset)
  if (!from) return undefined
  const across = firmCounterpartsOf(snapshot, { file, id: from.id })
  return {
    from,
    places: present(
      snapshot,
      across.map((each) => otherSide(each, file)),
    ),
  }
}

/** Everything that stands for the same as what stands at an offset, on both sides. */
export function referencesAt(snapshot: Snapshot, file: FileId, offset: number): readonly Occurrence[] {
  const own = elementAt(snapshot.spansIn(file), offset)
  const mentioned = mentionedAt(snapshot, file, offset)
  const start = mentioned ?? (own && { file, id: own.id })
  if (!start) return []
  const across = firmCounterpartsOf(snapshot, start)
  const declared = schemaAt(snapshot, start.file) ? [start] : across.map(({ schema }) => schema)
  const properties = declared.flatMap((schema) => firmCounterpartsOf(snapshot, schema).map(({ type }) => type))
  const isKnown = mentioned !== undefined || across.length > 0 || isMember(snapshot, start)
  if (!isKnown) return []
  const elements = present(snapshot, [...declared, ...properties]).map((ref): Occurrence => {
    const { start, end } = snapshot.spanOf(ref) ?? { start: 0, end: 0 }
    return { file: ref.file, start, end, isDeclaration: declared.some((each) => refKey(each) === refKey(ref)) }
  })
  const mentions = declared.flatMap((ref) => mentionsIn(snapshot, ref))
  return [...elements, ...mentions.map((mention) => ({ ...mention, isDeclaration: false }))]
}

/** A place that stands for something; `isDeclaration`: it is the column, model, enum or value itself. */
export interface Occurrence {
  readonly file: FileId
  readonly start: number
  readonly end: number
  readonly isDeclaration: boolean
}

/** Whether an element of a schema is one that other places of the schema name. */
function isMember(snapshot: Snapshot, ref: ElementRef): boolean {
  return mentionsIn(snapshot, ref).length > 0
}

function otherSide({ type, schema }: Counterparts, file: FileId): ElementRef {
  return type.file === file ? schema : type
}

/** Each once, in the order of files and positions, without what has no place of its own. */
function present(snapshot: Snapshot, refs: readonly ElementRef[]): readonly ElementRef[] {
  const distinct = [...new Map(refs.map((ref) => [refKey(ref), ref])).values()]
  const startOf = ({ file, id }: ElementRef) => snapshot.spansIn(file).get(id)?.start
  return distinct
    .filter((ref) => startOf(ref) !== undefined)
    .sort((a, b) => compareText(a.file, b.file) || (startOf(a) ?? 0) - (startOf(b) ?? 0))
}
