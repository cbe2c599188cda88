import type { EnumPair, Pair } from '../matching/pair.js'
import type { ElementRef } from '../model/element.js'
import type { Finding } from '../model/finding.js'
import type { SchemaError } from '../model/schema.js'
import type { Shape } from '../model/shape.js'
import { compareText } from '../text/compare-text.js'
import type { FileId } from '../text/file-id.js'
import type { Range } from '../text/span.js'
import type { Analysis } from './analysis.js'
import type { Failure } from './findings.js'
import type { Places } from './places.js'
import type { SchemaFacts } from './schemas.js'
import { isSuppressed } from './suppressed.js'

/**
 * The workspace as it is at one revision and everything that follows from it, computed when it is first asked for. To be
 * asked only until the next change: then it throws, as its answers would be those of another world.
 */
export interface Snapshot extends Places {
  /** Counts the changes that its host had seen. */
  readonly revision: number
  schemas(): readonly SchemaFacts[]
  /** The types of a file that could describe a model. */
  shapesIn(file: FileId): readonly Shape[]
  pairs(): readonly Pair[]
  enumPairs(): readonly EnumPair[]
  /** Sorted by file, then position. */
  findings(): readonly Finding[]
  /** Those that stand in one file: much less work than all of them. */
  findingsOf(file: FileId): readonly Finding[]
  schemaErrors(schema: SchemaFacts): readonly SchemaError[]
  /** The rules that failed, with what they threw. */
  failures(): readonly Failure[]
}

/** `currentRevision` is that of the host. */
export function createSnapshot(analysis: Analysis, currentRevision: () => number): Snapshot {
  const revision = currentRevision()
  const { schemas, pairs, enumPairs, found, shapesIn, places } = analysis
  const guard = <Args extends unknown[], Answer>(answer: (...args: Args) => Answer) => {
    return (...args: Args): Answer => {
      if (currentRevision() !== revision) throw new Error('This snapshot is of an earlier revision')
      return answer(...args)
    }
  }
  const shown = (findings: readonly Finding[]) =>
    findings
      .filter((finding) => !isSuppressed(finding, places.rangeOf, places.suppressionsIn))
      .toSorted((a, b) => comparePlaces(a, b, places.rangeOf))
  return {
    revision,
    schemas: guard(schemas),
    pairs: guard(pairs),
    enumPairs: guard(enumPairs),
    shapesIn: guard(shapesIn),
    findings: guard(() => shown(found.all().findings)),
    findingsOf: guard((file) => shown(found.in(file).findings)),
    failures: guard(() => found.all().failures),
    schemaErrors: guard(({ lowered, source }) => (source.errors.length > 0 ? source.errors : lowered.errors)),
    textOf: guard(places.textOf),
    lineIndexOf: guard(places.lineIndexOf),
    rangeOf: guard(places.rangeOf),
    spanOf: guard(places.spanOf),
    spansIn: guard(places.spansIn),
    suppressionsIn: guard(places.suppressionsIn),
  }
}

function comparePlaces(a: Finding, b: Finding, rangeOf: (ref: ElementRef) => Range): number {
  const [first, second] = [rangeOf(a.at).start, rangeOf(b.at).start]
  return (
    compareText(a.at.file, b.at.file) ||
    first.line - second.line ||
    first.character - second.character ||
    compareText(a.rule, b.rule) ||
    compareText(a.column ?? '', b.column ?? '')
  )
}
