import type { ElementId, ElementSpans } from '../model/element.js'
import type { Span } from '../text/span.js'

/** An element of a file and where it stands. */
export interface PlacedElement {
  readonly id: ElementId
  readonly span: Span
}

/** The innermost element that an offset is in or touches; undefined where there is none. */
export function elementAt(spans: ElementSpans, offset: number): PlacedElement | undefined {
  const elements = nestingOf(spans)
  let found = elements[lastAtOrBefore(elements, offset)]
  while (found && found.element.span.end < offset) found = elements[found.around]
  return found?.element
}

interface Nested {
  readonly element: PlacedElement
  /** The index of the element around it, or -1. */
  readonly around: number
}

const known = new WeakMap<ElementSpans, readonly Nested[]>()

/** The elements in the order in which they start, outer ones first. */
function nestingOf(spans: ElementSpans): readonly Nested[] {
  const nested = known.get(spans) ?? nest([...spans].map(([id, span]) => ({ id, span })))
  known.set(spans, nested)
  return nested
}

function nest(elements: readonly PlacedElement[]): readonly Nested[] {
  // Of two that stand at the same place the one that was named first is the inner: the name, then the line that it is.
  const sorted = elements.toReversed().sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  const open: number[] = []
  return sorted.map((element, index) => {
    while (open.length > 0 && (sorted[open.at(-1) ?? 0]?.span.end ?? 0) < element.span.end) open.pop()
    const around = open.at(-1) ?? -1
    open.push(index)
    return { element, around }
  })
}

/** The index of the last element that starts at or before an offset, or -1. */
function lastAtOrBefore(elements: readonly Nested[], offset: number): number {
  let low = -1
  let high = elements.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((elements[middle]?.element.span.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
