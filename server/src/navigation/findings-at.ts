import type { Snapshot } from '../analysis/snapshot.js'
import type { ElementRef } from '../model/element.js'
import { type Finding, isLoud } from '../model/finding.js'
import { groupBy } from '../text/group-by.js'
import type { Counterparts } from './counterparts.js'

/**
 * The findings in the TypeScript elements of pairs: of a type those in its properties too, wherever they are declared;
 * loud ones first. Asks the files of these elements and no others.
 */
export function findingsAt(snapshot: Snapshot, all: readonly Counterparts[]): readonly Finding[] {
  const byFile = groupBy(
    all.flatMap((each) => elementsOf(each).map((ref) => ({ ref, model: modelOf(each) }))),
    ({ ref }) => ref.file,
  )
  const found = [...byFile].flatMap(([file, elements]) =>
    snapshot
      .findingsOf(file)
      .filter((finding) =>
        elements.some(
          ({ ref, model }) => isInside(finding.at.id, ref.id) && (model ?? finding.model) === finding.model,
        ),
      ),
  )
  return found.toSorted((a, b) => Number(isLoud(b.severity)) - Number(isLoud(a.severity)))
}

function elementsOf(each: Counterparts): readonly ElementRef[] {
  if (each.kind !== 'type') return [each.type]
  const { shape, fields, extras } = each.pair
  const inherited = [...fields.map(({ property }) => property), ...extras].filter((property) => property.inherited)
  return [shape.ref, ...inherited.map(({ ref }) => ref)]
}

/** A finding about an inherited property speaks of one model; those about values speak of none. */
function modelOf(each: Counterparts): string | undefined {
  return each.kind === 'type' || each.kind === 'field' ? each.pair.model.name : undefined
}

/** `User.email:type` is inside `User.email`, and that inside `User`. */
function isInside(id: string, around: string): boolean {
  return id === around || id.startsWith(`${around}.`) || id.startsWith(`${around}:`)
}
