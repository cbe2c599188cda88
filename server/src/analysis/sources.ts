import type { Declaration, SourceSummary } from '../model/declaration.js'
import type { Handover } from '../model/handover.js'
import type { Shape } from '../model/shape.js'
import type { SourceUsage } from '../model/usage.js'
import { sameData } from '../query/equality.js'
import { createNamedFamily } from '../query/query.js'
import type { FileId } from '../text/file-id.js'
import type { Span } from '../text/span.js'
import { readHandovers } from '../typescript/read-handovers.js'
import { createResolver, type ResolverHost } from '../typescript/resolve.js'
import { type SourceFacts, summarise } from '../typescript/summarise.js'
import { readUsage } from '../typescript/usage.js'
import type { LinkOf } from './links.js'
import type { Texts } from './texts.js'

/** What the TypeScript files say, read when it is first asked for. */
export interface Sources {
  factsOf(file: FileId): SourceFacts | undefined
  /** What the file says, without positions: the same object for as long as it says the same. */
  summaryOf(file: FileId): SourceSummary | undefined
  usageOf(file: FileId): SourceUsage | undefined
  /** What the file's functions hand on whole, in the order of the text. */
  handoversOf(file: FileId): readonly Handover[]
  /** Where the value of each of them stands. */
  handoverSpansOf(file: FileId): readonly Span[]
  shapeOf(file: FileId, declaration: Declaration): Shape
  /** The shape that a type name means in a file; undefined for what the workspace does not declare. */
  shapeNamed(file: FileId, name: string): Shape | undefined
}

export function createSources(texts: Texts, resolveModule: ResolverHost['resolveModule'], linkOf: LinkOf): Sources {
  const factsOf = createNamedFamily((file) => {
    const text = texts.get(file)
    return text === undefined ? undefined : summarise(file, text)
  })
  const summaryOf = createNamedFamily<SourceSummary | undefined>(
    (file, before) => keepSame(before, withLinks(file, factsOf(file)?.summary, linkOf)),
    Object.is,
    'eager',
  )
  const usageOf = createNamedFamily((file) => {
    const text = texts.get(file)
    return text === undefined ? undefined : readUsage(file, text)
  }, sameData)
  const placedOf = createNamedFamily((file) => {
    const text = texts.get(file)
    return text === undefined ? [] : readHandovers(file, text)
  })
  const handoversOf = createNamedFamily((file) => placedOf(file).map(({ handover }) => handover), sameData)
  const resolver = createResolver({ summaryOf, resolveModule })
  return {
    factsOf,
    summaryOf,
    usageOf,
    handoversOf,
    handoverSpansOf: (file) => placedOf(file).map(({ span }) => span),
    shapeOf: resolver.shapeOf,
    shapeNamed(file, name) {
      const found = resolver.find(file, name)
      return found.kind === 'declaration' ? resolver.shapeOf(found.file, found.declaration) : undefined
    },
  }
}

/** Declarations that have no tag of their own get the one that the configuration has for them. */
function withLinks(file: FileId, summary: SourceSummary | undefined, linkOf: LinkOf): SourceSummary | undefined {
  if (!summary?.declarations.some(({ name }) => linkOf(file, name))) return summary
  const declarations = summary.declarations.map((declaration) => {
    return declaration.tag ? declaration : { ...declaration, tag: linkOf(file, declaration.name) }
  })
  return { ...summary, declarations }
}

/** The new summary with the old objects for whatever says the same as before. */
function keepSame(before: SourceSummary | undefined, after: SourceSummary | undefined): SourceSummary | undefined {
  if (!before || !after) return after
  if (sameData(before, after)) return before
  const known = new Map(before.declarations.map((declaration) => [declaration.id, declaration]))
  const declarations = after.declarations.map((declaration) => {
    const same = known.get(declaration.id)
    return same && sameData(same, declaration) ? same : declaration
  })
  return { ...after, declarations }
}
