import type { Baseline } from '../configuration/baseline.js'
import type { Finding } from '../model/finding.js'
import type { Query } from '../query/query.js'
import { SUPPRESSION_RULES } from '../rules/index.js'
import { compareText } from '../text/compare-text.js'
import type { FileId } from '../text/file-id.js'
import { groupBy } from '../text/group-by.js'
import type { Position } from '../text/span.js'
import { isKnown } from './baseline.js'
import { atLevel, type FoundBy } from './findings.js'
import type { Levels } from './levels.js'
import type { Places } from './places.js'
import type { SchemaFacts } from './schemas.js'
import { isSuppressed } from './suppressed.js'
import type { Texts } from './texts.js'
import { unusedSuppressions } from './unused-suppressions.js'

export interface ReportedInput {
  readonly found: FoundBy
  readonly places: Places
  readonly texts: Texts
  readonly schemas: Query<readonly SchemaFacts[]>
  readonly levels: Query<Levels>
  readonly baseline: Query<Baseline>
}

/** The findings that are reported, sorted by file, then position: neither silenced by a comment nor known. */
export interface Reported {
  all(): readonly Finding[]
  in(file: FileId): readonly Finding[]
}

interface Placed {
  readonly finding: Finding
  readonly start: Position
}

export function createReported({ found, places, texts, schemas, levels, baseline }: ReportedInput): Reported {
  const commented = texts.scan(() => ({ ask: (text) => text.includes('prisma-drift-disable-') || undefined }))
  const commentedFiles = () => [
    ...schemas().flatMap(({ source }) => source.files.map(({ file }) => file)),
    ...commented('').keys(),
  ]
  const place = (finding: Finding): Placed => ({ finding, start: places.rangeOf(finding.at).start })
  const unusedIn = (file: FileId, findings: readonly Placed[]) => {
    const suppressions = places.suppressionsIn(file)
    const isOn = (rule: string) => levels().isOn(rule, file)
    const context = unusedSuppressions({ file, suppressions, findings, isOn })
    const found = SUPPRESSION_RULES.flatMap((rule) => [...rule.check(context)])
    return found.flatMap((finding) => atLevel(finding, levels())).map(place)
  }
  const shown = (findings: readonly Finding[], files: () => readonly FileId[]) => {
    const placed = findings.map(place)
    const byFile = groupBy(placed, ({ finding }) => finding.at.file)
    const wanted = UNUSED.some((rule) => levels().mayBeOn(rule)) ? files() : []
    const unused = wanted.flatMap((file) => unusedIn(file, byFile.get(file) ?? []))
    return [...placed, ...unused]
      .filter(({ finding, start }) => !isSuppressed(finding, start, places.suppressionsIn))
      .filter(({ finding }) => !isKnown(finding, baseline()))
      .sort(comparePlaces)
      .map(({ finding }) => finding)
  }
  return {
    all: () => shown(found.all().findings, commentedFiles),
    in: (file) => shown(found.in(file).findings, () => [file]),
  }
}

const UNUSED = SUPPRESSION_RULES.map(({ code }) => code)

function comparePlaces(a: Placed, b: Placed): number {
  return (
    compareText(a.finding.at.file, b.finding.at.file) ||
    a.start.line - b.start.line ||
    a.start.character - b.start.character ||
    compareText(a.finding.rule, b.finding.rule) ||
    compareText(a.finding.column ?? '', b.finding.column ?? '') ||
    compareText(a.finding.message, b.finding.message)
  )
}
