import type { Snapshot } from '../analysis/snapshot.js'
import { type ElementRef, refKey } from '../model/element.js'
import type { Finding } from '../model/finding.js'
import type { Confidence, Role } from '../model/role.js'
import { groupBy } from '../text/group-by.js'
import { allFindings } from './findings.js'

/** A type, or list of values, that describes a model or enum, and what has drifted in it. */
export interface TypeFindings {
  readonly at: ElementRef
  readonly name: string
  /** Undefined for a list of values. */
  readonly role: Role | undefined
  readonly confidence: Confidence
  readonly findings: readonly Finding[]
}

/** The types that describe a model or enum, by file and position. */
export function typesOf(snapshot: Snapshot, element: ElementRef): readonly TypeFindings[] {
  return indexOf(snapshot).types.get(refKey(element)) ?? []
}

/** All findings about a model or enum: those in its types, and those that only point at it. */
export function findingsAbout(snapshot: Snapshot, element: ElementRef): readonly Finding[] {
  return indexOf(snapshot).findings.get(refKey(element)) ?? []
}

interface Index {
  readonly types: ReadonlyMap<string, readonly TypeFindings[]>
  readonly findings: ReadonlyMap<string, readonly Finding[]>
}

const known = new WeakMap<Snapshot, Index>()

function indexOf(snapshot: Snapshot): Index {
  const index = known.get(snapshot) ?? createIndex(snapshot)
  known.set(snapshot, index)
  return index
}

function createIndex(snapshot: Snapshot): Index {
  const byFile = groupBy(allFindings(snapshot), ({ at }) => at.file)
  const types = [
    ...snapshot.pairs().flatMap(({ shape, model, role, confidence, inline, fields, extras }) => {
      if (inline) return []
      const properties = [...fields.map(({ property }) => property), ...extras].map(({ ref }) => ref)
      const findings = findingsIn(byFile, [shape.ref, ...properties]).filter((each) => each.model === model.name)
      return [{ element: model.ref, at: shape.ref, name: shape.name, role, confidence, findings }]
    }),
    ...snapshot.enumPairs().map(({ at, name, enum: { ref }, confidence }) => {
      const findings = findingsIn(byFile, [at]).filter(({ model }) => model === null)
      return { element: ref, at, name, role: undefined, confidence, findings }
    }),
  ]
  const grouped = groupBy(types, ({ element }) => refKey(element))
  return { types: grouped, findings: aboutElements(snapshot, grouped) }
}

/** What stands in any of these elements; inherited properties stand in other files than their type. */
function findingsIn(byFile: ReadonlyMap<string, readonly Finding[]>, elements: readonly ElementRef[]): Finding[] {
  const found = elements.flatMap(({ file, id }) => (byFile.get(file) ?? []).filter(({ at }) => isInside(at.id, id)))
  return [...new Set(found)]
}

/** `User.email:type` is inside `User.email`, and that inside `User`. */
function isInside(id: string, around: string): boolean {
  return id === around || id.startsWith(`${around}.`) || id.startsWith(`${around}:`)
}

function aboutElements(snapshot: Snapshot, types: Index['types']): Index['findings'] {
  const pointing = new Map<string, Finding[]>()
  for (const finding of allFindings(snapshot)) {
    const places = [finding.at, ...finding.related.map(({ at }) => at)]
    for (const key of new Set(places.map(declarationKey))) {
      const list = pointing.get(key)
      if (list) list.push(finding)
      else pointing.set(key, [finding])
    }
  }
  const keys = [...new Set([...pointing.keys(), ...types.keys()])]
  return new Map(
    keys.map((key) => {
      const within = (types.get(key) ?? []).flatMap(({ findings }) => findings)
      return [key, [...new Set([...within, ...(pointing.get(key) ?? [])])]]
    }),
  )
}

/** The key of the declaration that holds an element. */
function declarationKey({ file, id }: ElementRef): string {
  return refKey({ file, id: id.replace(/[.:].*$/s, '') })
}
