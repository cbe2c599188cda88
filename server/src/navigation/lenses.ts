import type { Snapshot } from '../analysis/snapshot.js'
import { type ElementRef, refKey } from '../model/element.js'
import { isLoud } from '../model/finding.js'
import type { FileId } from '../text/file-id.js'
import { type Counterparts, counterpartsIn, firmCounterpartsOf, isFirm } from './counterparts.js'
import { findingsAt } from './findings-at.js'
import { ROLE_WORDS } from './role-words.js'
import { schemaAt } from './schema-mentions.js'

/** A line above a declaration, and the places that it opens. */
export interface Lens {
  readonly title: string
  readonly places: readonly ElementRef[]
}

/** The models, enums and types of a file that have a lens. */
export function lensesIn(snapshot: Snapshot, file: FileId): readonly ElementRef[] {
  const schema = schemaAt(snapshot, file)?.schema
  const declared = schema
    ? [...schema.models.values(), ...schema.enums.values()].map(({ ref }) => ref)
    : counterpartsIn(snapshot, file)
        .filter(isDeclaration)
        .map(({ type }) => type)
  const own = declared.filter((ref) => ref.file === file && firmCounterpartsOf(snapshot, ref).some(isDeclaration))
  return [...new Map(own.map((ref) => [refKey(ref), ref])).values()]
}

/** What the lens of a model, enum or type says: `3 types, 1 drift`, `mirrors User, 2 drifts`. */
export function lensAt(snapshot: Snapshot, ref: ElementRef): Lens | undefined {
  const all = firmCounterpartsOf(snapshot, ref).filter(isDeclaration)
  const [first] = all
  if (!first) return undefined
  const isType = refKey(first.type) === refKey(ref)
  const drifts = findingsAt(snapshot, all).filter(({ severity }) => isLoud(severity)).length
  const title = isType ? wordsFor(first) : count(all.length, 'type')
  return {
    title: drifts > 0 ? `${title}, ${count(drifts, 'drift')}` : title,
    places: all.map(({ type, schema }) => (isType ? schema : type)),
  }
}

function wordsFor(each: Counterparts): string {
  if (each.kind === 'type' || each.kind === 'field') return `${ROLE_WORDS[each.pair.role]} ${each.pair.model.name}`
  return `lists ${each.pair.enum.name}`
}

/** Unions that stand at a property belong to its type. */
function isDeclaration(each: Counterparts): boolean {
  if (each.kind === 'type') return isFirm(each)
  return each.kind === 'list' && each.pair.inlineIn === undefined
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
