import type { Snapshot } from '../analysis/snapshot.js'
import type { FieldPair } from '../matching/pair.js'
import { type ElementRef, refKey, typeIdOf } from '../model/element.js'
import type { FileId } from '../text/file-id.js'
import type { Span } from '../text/span.js'
import { counterpartsIn, isFirm } from './counterparts.js'
import { memberText } from './declaration-text.js'

/** What is said of its column behind a property. */
export interface InlayHint {
  /** Where it stands. */
  readonly offset: number
  readonly label: string
  /** The column as the schema has it. */
  readonly column: string
}

/** The hints within a part of a file: of columns whose type says more than the property's. */
export function inlayHintsIn(snapshot: Snapshot, file: FileId, within: Span): readonly InlayHint[] {
  const hints = new Map<string, InlayHint>()
  for (const each of counterpartsIn(snapshot, file)) {
    const label = each.kind === 'field' && isFirm(each) ? labelFor(each.field) : undefined
    const offset = label === undefined ? undefined : endOf(snapshot, each.type)
    if (label === undefined || offset === undefined || offset < within.start || offset > within.end) continue
    // What is inherited by types of several models speaks of none of them.
    const key = refKey(each.type)
    const known = hints.get(key)
    if (!known) hints.set(key, { offset, label, column: memberText(snapshot, each.schema) })
    else if (known.label !== label) hints.set(key, { ...known, label: '' })
  }
  return [...hints.values()].filter(({ label }) => label !== '').sort((a, b) => a.offset - b.offset)
}

function endOf(snapshot: Snapshot, { file, id }: ElementRef): number | undefined {
  const spans = snapshot.spansIn(file)
  return (spans.get(typeIdOf(id)) ?? spans.get(id))?.end
}

/** Types of which TypeScript's own says less. */
const TELLING = new Set(['DateTime', 'Decimal', 'BigInt', 'Bytes', 'Json'])

function labelFor({ column, property }: FieldPair): string | undefined {
  const { name, type, kind, list, nullable } = column
  const isTelling = kind === 'enum' ? property.type.name !== type : kind === 'scalar' && TELLING.has(type)
  const renamed = name === property.name ? [] : [name]
  const written = isTelling ? [`${type}${list ? '[]' : ''}${nullable ? '?' : ''}`] : []
  const label = [...renamed, ...written].join(' ')
  return label === '' ? undefined : label
}
