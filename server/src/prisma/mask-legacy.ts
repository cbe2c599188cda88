import type { Span } from '../text/span.js'
import { splitList } from './expression.js'
import { scanSchema } from './scan.js'
import type { PropertySyntax } from './syntax.js'

/**
 * Blanks what schemas of Prisma 5 and 6 may hold and version 7 refuses: connection URLs in the datasource and preview
 * features that it does not know. Every offset stays, so that what is said about the result is true of `text`.
 *
 * `previewFeatures` are those that version 7 knows; the others have either become general or gone.
 */
export function maskLegacy(text: string, previewFeatures: ReadonlySet<string>): string {
  const { blocks } = scanSchema(text)
  const spans = blocks.flatMap(({ kind, properties }) => {
    if (kind === 'datasource') return properties.filter(({ name }) => URLS.has(name.text))
    if (kind === 'generator') return properties.flatMap((property) => unknownFeatures(text, property, previewFeatures))
    return []
  })
  const masked = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text
  return spans.reduce(blank, masked)
}

const URLS = new Set(['url', 'directUrl', 'shadowDatabaseUrl'])

/** The features of `previewFeatures = [...]` to leave out, each with the comma that goes with it. */
function unknownFeatures(text: string, { name, value }: PropertySyntax, known: ReadonlySet<string>): Span[] {
  if (name.text !== 'previewFeatures' || !value?.text.startsWith('[')) return []
  const features = splitList(text, { start: value.start + 1, end: value.end - 1 })
  const isKnown = features.map((feature) => known.has(feature.text.slice(1, -1)))
  // The first one that stays needs no comma before it, the later ones do.
  const firstKept = isKnown.indexOf(true)
  return features.flatMap(({ start, end }, index) => {
    if (isKnown[index]) return []
    const before = features[index - 1]?.end ?? start
    const after = features[index + 1]?.start ?? end
    return [
      index < firstKept
        ? { start, end: after }
        : { start: firstKept < 0 ? start : before, end: firstKept < 0 ? after : end },
    ]
  })
}

/** Writes blanks over a span; line breaks stay. */
function blank(text: string, { start, end }: Span): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ') + text.slice(end)
}
