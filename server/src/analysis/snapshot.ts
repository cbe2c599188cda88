import type { EnumPair, Pair } from '../matching/pair.js'
import type { GeneratedClient } from '../model/client.js'
import type { Finding } from '../model/finding.js'
import type { SchemaError } from '../model/schema.js'
import type { Shape } from '../model/shape.js'
import type { Wire } from '../rules/corroboration.js'
import { compareText } from '../text/compare-text.js'
import type { FileId } from '../text/file-id.js'
import type { Analysis } from './analysis.js'
import { delegateOf } from './delegates.js'
import type { Failure } from './findings.js'
import type { Places } from './places.js'
import type { SchemaFacts } from './schemas.js'
import type { Surface } from './surfaces.js'

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
  /** Where the code of a file runs, which need not be there. */
  surfaceOf(file: FileId): Surface
  /** Whether a file's package holds nothing but client code. */
  isClientOnly(file: FileId): boolean
  /** How values reach the types that stand where a shape does. */
  wireOf(shape: Pick<Shape, 'file'>): Wire
  /** The module by which a file could import a type; undefined where none or several offer one of the name. */
  moduleOffering(file: FileId, name: string): string | undefined
  /** What is generated from a schema, compared with what it says now. */
  clientsOf(schema: SchemaFacts): readonly GeneratedClient[]
  /** The files that call Prisma's operations on a model, sorted; also on one that is gone. */
  filesCalling(model: string): readonly FileId[]
  schemaErrors(schema: SchemaFacts): readonly SchemaError[]
  /** The rules that failed, with what they threw. */
  failures(): readonly Failure[]
}

/** `currentRevision` is that of the host. */
export function createSnapshot(analysis: Analysis, currentRevision: () => number): Snapshot {
  const revision = currentRevision()
  const {
    schemas,
    pairs,
    enumPairs,
    found,
    reported,
    calls,
    shapesIn,
    clientsOf,
    surfaceOf,
    isClientOnly,
    wireOf,
    offeredNames,
    places,
  } = analysis
  const guard = <Args extends unknown[], Answer>(answer: (...args: Args) => Answer) => {
    return (...args: Args): Answer => {
      if (currentRevision() !== revision) throw new Error('This snapshot is of an earlier revision')
      return answer(...args)
    }
  }
  return {
    revision,
    schemas: guard(schemas),
    pairs: guard(pairs),
    enumPairs: guard(enumPairs),
    shapesIn: guard(shapesIn),
    findings: guard(reported.all),
    findingsOf: guard(reported.in),
    wireOf: guard(wireOf),
    moduleOffering: guard(offeredNames),
    clientsOf: guard(clientsOf),
    filesCalling: guard((model) => {
      const delegate = delegateOf(model)
      return [...calls()].flatMap(([file, called]) => (called.includes(delegate) ? [file] : [])).sort(compareText)
    }),
    failures: guard(() => found.all().failures),
    schemaErrors: guard(({ lowered, source }) => (source.errors.length > 0 ? source.errors : lowered.errors)),
    surfaceOf: guard(surfaceOf),
    isClientOnly: guard(isClientOnly),
    textOf: guard(places.textOf),
    lineIndexOf: guard(places.lineIndexOf),
    rangeOf: guard(places.rangeOf),
    spanOf: guard(places.spanOf),
    spansIn: guard(places.spansIn),
    suppressionsIn: guard(places.suppressionsIn),
  }
}
