import type { ElementId, ElementRef, ElementSpans } from '../model/element.js'
import { handoverIndex } from '../model/handover.js'
import type { Suppression } from '../model/suppression.js'
import { sameSet } from '../query/equality.js'
import { createNamedFamily, createQuery, type Query } from '../query/query.js'
import { suppressionsOf } from '../sql/suppressions.js'
import type { FileId } from '../text/file-id.js'
import { createLineIndex, type LineIndex } from '../text/line-index.js'
import type { Range, Span } from '../text/span.js'
import type { SchemaFacts } from './schemas.js'
import type { Sources } from './sources.js'
import type { Texts } from './texts.js'
import { suppressionIndex } from './unused-suppressions.js'

/** Where things stand at present, looked up only when they are shown. */
export interface Places {
  /** Where an element stands; the start of the file for one that is not known. Characters count UTF-16 code units. */
  rangeOf(ref: ElementRef): Range
  /** The same as offsets; undefined for an element that is not known. */
  spanOf(ref: ElementRef): Span | undefined
  textOf(file: FileId): string | undefined
  lineIndexOf(file: FileId): LineIndex
  /** The elements of a file and where they stand. */
  spansIn(file: FileId): ElementSpans
  suppressionsIn(file: FileId): readonly Suppression[]
}

export function createPlaces(texts: Texts, schemas: Query<readonly SchemaFacts[]>, sources: Sources): Places {
  const schemaTexts = createQuery(() => {
    const files = schemas().flatMap(({ source }) => [...source.files, ...source.twins])
    return new Map(files.map(({ file, text }) => [file, text]))
  })
  const schemaFiles = createQuery(() => new Set(schemaTexts().keys()), sameSet, 'eager')
  const isSchema = (file: FileId) => schemaFiles().has(file)
  const loweredAt = (file: FileId) => {
    const lowered = schemas().flatMap((facts) => [facts.lowered, ...facts.twins])
    return lowered.find(({ spans }) => spans.has(file))
  }
  const migrationTexts = createQuery(() => {
    const migrations = schemas().flatMap((facts) => facts.migrations().migrations)
    return new Map(migrations.map(({ file, text }) => [file, text]))
  })
  const textOf = (file: FileId) => {
    if (isSchema(file)) return schemaTexts().get(file)
    return file.endsWith('.sql') ? migrationTexts().get(file) : texts.get(file)
  }
  const lineIndexOf = createNamedFamily((file) => createLineIndex(textOf(file) ?? ''))
  const sqlSpansIn = createNamedFamily((file): ElementSpans => {
    const read = schemas().flatMap((facts) => facts.source.readMigrations ?? [])
    const changes = read.filter((migration) => migration.file === file).flatMap((migration) => migration.changes)
    return new Map(changes.map(({ id, start, end }) => [id, { start, end }]))
  })
  const spansIn = (file: FileId) =>
    file.endsWith('.sql')
      ? sqlSpansIn(file)
      : ((isSchema(file) ? loweredAt(file)?.spans.get(file) : sources.factsOf(file)?.spans) ?? NO_SPANS)
  const suppressionsIn = (file: FileId) => {
    if (file.endsWith('.sql')) return suppressionsOf(textOf(file) ?? '')
    return (isSchema(file) ? loweredAt(file)?.suppressions.get(file) : sources.factsOf(file)?.suppressions) ?? []
  }
  const spanOf = ({ file, id }: ElementRef) => {
    const suppression = suppressionIndex(id)
    if (suppression !== undefined) return suppressionsIn(file)[suppression]?.span
    const handover = handoverIndex(id)
    return handover === undefined ? nearestSpan(spansIn(file), id) : sources.handoverSpansOf(file)[handover]
  }
  return {
    textOf,
    lineIndexOf,
    spansIn,
    spanOf,
    rangeOf: (ref) => lineIndexOf(ref.file).rangeOf(spanOf(ref) ?? { start: 0, end: 0 }),
    suppressionsIn,
  }
}

const NO_SPANS: ElementSpans = new Map()

/** The span of an element, or of the nearest one around it that is written down. */
function nearestSpan(spans: ElementSpans, id: ElementId): Span | undefined {
  const around = id.slice(0, Math.max(id.lastIndexOf('.'), id.lastIndexOf(':'), 0))
  return spans.get(id) ?? (around === '' ? undefined : nearestSpan(spans, around))
}
