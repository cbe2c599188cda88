import type { EnumPair, Pair } from '../matching/pair.js'
import type { ElementId, ElementRef, ElementSpans } from '../model/element.js'
import type { Finding } from '../model/finding.js'
import type { SchemaError } from '../model/schema.js'
import type { Shape } from '../model/shape.js'
import { compareText } from '../text/compare-text.js'
import type { FileId } from '../text/file-id.js'
import { createLineIndex, type LineIndex } from '../text/line-index.js'
import type { Range, Span } from '../text/span.js'
import { mayDeclare } from '../typescript/scan-declarations.js'
import { formerColumnsOf } from './changes.js'
import { createCorroboration } from './corroborate.js'
import { pairEnums } from './enum-pairing.js'
import { collectFindings } from './findings.js'
import { lazy, memoise } from './memo.js'
import { pairShapes } from './pairing.js'
import { createRelevance } from './relevance.js'
import { readSchema, type SchemaFacts } from './schemas.js'
import { createScope } from './scope.js'
import { createShapeContext } from './shape-context.js'
import { createSources, type SourceCache, type Sources } from './sources.js'
import { isSuppressed } from './suppressed.js'
import { createSurfaces } from './surfaces.js'
import type { World } from './world.js'

/** One immutable state of the workspace and everything that follows from it, computed when it is first asked for. */
export interface Snapshot {
  schemas(): readonly SchemaFacts[]
  pairs(): readonly Pair[]
  enumPairs(): readonly EnumPair[]
  /** Sorted by file, then position. */
  findings(): readonly Finding[]
  /** Where an element stands; the start of the file for one that is not known. Characters count UTF-16 code units. */
  rangeOf(ref: ElementRef): Range
  textOf(file: FileId): string | undefined
  lineIndexOf(file: FileId): LineIndex
  schemaErrors(schema: SchemaFacts): readonly SchemaError[]
  /** The rules that failed, with what they threw. */
  failures(): readonly { readonly rule: string; readonly error: unknown }[]
}

export function createSnapshot(world: World, cache: SourceCache): Snapshot {
  const schemas = lazy(() => world.schemas.map(readSchema))
  const models = lazy(() => schemas().map(({ lowered }) => lowered.schema))
  const sources = createSources(world, cache)
  const surfaces = createSurfaces(world.packages, world.schemas, (file) => world.texts.get(file))
  const scopeOf = createScope(world.schemas, world.packages)
  const shapes = lazy((): readonly Shape[] => {
    const { isRelevant, isTelling } = createRelevance(models())
    const likely = [...world.texts].filter(([file, text]) => isRelevant(file, text)).map(([file]) => file)
    const files = likely.filter((file) => mayDeclare(sources.outlineOf(file)))
    const handWritten = files.filter((file) => !sources.factsOf(file)?.summary.generated)
    const declared = handWritten.flatMap((file) =>
      (sources.factsOf(file)?.summary.declarations ?? [])
        .filter((declaration) => isTelling(file, declaration))
        .map((declaration) => sources.shapeOf(file, declaration)),
    )
    return declared.filter((shape) => !isSecondName(shape, sources))
  })
  const pairs = lazy(() =>
    pairShapes({
      shapes: shapes(),
      schemas: models(),
      scopeOf,
      formerColumns: (schema, model) =>
        formerColumnsOf(
          schemas().find(({ lowered }) => lowered.schema === schema),
          model,
        ),
      context: createShapeContext(world, sources, shapes, schemas),
    }),
  )
  const enumPairs = lazy(() =>
    pairEnums(shapes(), pairs(), (file) => scopeOf(file).flatMap((index) => models()[index] ?? [])),
  )
  const places = createPlaces(world, schemas, sources)
  const failures: { rule: string; error: unknown }[] = []
  const findings = lazy(() => {
    const ask = createCorroboration({
      world,
      schemas: schemas(),
      sources,
      surfaces,
      isInScope: (file, schema) => scopeOf(file).some((index) => models()[index] === schema),
      pairs,
      settings: world.settings,
    })
    const found = collectFindings({
      schemas: schemas(),
      shapes: shapes(),
      pairs: pairs(),
      enumPairs: enumPairs(),
      ask,
      settings: world.settings,
      onError: (rule, error) => failures.push({ rule, error }),
    })
    const kept = found.filter((finding) => !isSuppressed(finding, places.rangeOf, suppressionsOf))
    return kept.toSorted((a, b) => comparePlaces(a, b, places.rangeOf))
  })
  const suppressionsOf = (file: FileId) =>
    sources.factsOf(file)?.suppressions ??
    schemas().flatMap(({ lowered, twins }) => [lowered, ...twins].flatMap((each) => each.suppressions.get(file) ?? []))
  return {
    schemas,
    pairs,
    enumPairs,
    findings,
    ...places,
    schemaErrors: ({ lowered, source }) => (source.errors.length > 0 ? source.errors : lowered.errors),
    failures: () => failures,
  }
}

/** An alias of a zod schema or of a list of values is another name for it, not a second description. */
function isSecondName({ aliasOf, values }: Shape, sources: Sources): boolean {
  if (!aliasOf) return false
  const target = sources.factsOf(aliasOf.file)?.summary.declarations.find(({ id }) => id === aliasOf.id)
  return values !== undefined || target?.kind === 'zod'
}

type Places = Pick<Snapshot, 'rangeOf' | 'textOf' | 'lineIndexOf'>

function createPlaces(world: World, schemas: () => readonly SchemaFacts[], sources: Sources): Places {
  const schemaTexts = lazy(
    () =>
      new Map(world.schemas.flatMap(({ files, twins }) => [...files, ...twins]).map(({ file, text }) => [file, text])),
  )
  const textOf = (file: FileId) => world.texts.get(file) ?? schemaTexts().get(file)
  const lineIndexOf = memoise((file: FileId) => createLineIndex(textOf(file) ?? ''))
  const spansOf = memoise((file: FileId) => {
    const lowered = schemas().flatMap(({ lowered, twins }) => [lowered, ...twins])
    return sources.factsOf(file)?.spans ?? lowered.find(({ spans }) => spans.has(file))?.spans.get(file)
  })
  const rangeOf = ({ file, id }: ElementRef): Range => {
    const spans = spansOf(file)
    const span = spans && nearestSpan(spans, id)
    return lineIndexOf(file).rangeOf(span ?? { start: 0, end: 0 })
  }
  return { textOf, lineIndexOf, rangeOf }
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

/** The span of an element, or of the nearest one around it that is written down. */
function nearestSpan(spans: ElementSpans, id: ElementId): Span | undefined {
  const around = id.slice(0, Math.max(id.lastIndexOf('.'), id.lastIndexOf(':'), 0))
  return spans.get(id) ?? (around === '' ? undefined : nearestSpan(spans, around))
}
