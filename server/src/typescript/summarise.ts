import type { Declaration, Import, SourceSummary } from '../model/declaration.js'
import type { ElementId, ElementSpans } from '../model/element.js'
import type { Suppression } from '../model/suppression.js'
import type { FileId } from '../text/file-id.js'
import type { Span } from '../text/span.js'
import { isGenerated, mayBeTagged } from './comments.js'
import { lowerStatement } from './lower-declaration.js'
import { lowerModules, type Modules } from './lower-modules.js'
import type { Lowering } from './lowering.js'
import { mergeDeclarations } from './merge-declarations.js'
import { parseDeclarations, type Source } from './parse.js'
import { suppressionsOf } from './suppressions.js'
import { mayNameSchema, zodNames } from './zod-chain.js'

/** What one file says, where its elements stand, and what it silences. */
export interface SourceFacts {
  readonly summary: SourceSummary
  /** Offsets into the text as it was given. */
  readonly spans: ElementSpans
  readonly suppressions: readonly Suppression[]
}

/** Reads the declarations of a file. Never throws: what cannot be read is left out or opaque. */
export function summarise(file: FileId, text: string): SourceFacts {
  return summariseSource(parseDeclarations(file, text), text)
}

/** The same for a file that is parsed already; undefined where it could not be. `text` is the whole file's. */
export function summariseSource(source: Source | undefined, text: string): SourceFacts {
  const suppressions = suppressionsOf(text)
  const spans = new Map<ElementId, Span>()
  const generated = isGenerated(text)
  const nothing: SourceSummary = { generated, imports: [], reexports: [], declarations: [] }
  if (!source) return { summary: nothing, spans, suppressions }
  try {
    return { summary: { generated, ...readTree(source, spans) }, spans, suppressions }
  } catch {
    return { summary: nothing, spans: new Map(), suppressions }
  }
}

function readTree(source: Source, spans: Map<ElementId, Span>): Omit<SourceSummary, 'generated'> {
  const modules = lowerModules(source)
  const lowering = startLowering(source, modules.imports, spans)
  const around = { prefix: '', exported: true }
  const lowered = source.tree.statements.flatMap((statement) => lowerStatement(lowering, statement, around))
  const declarations = mergeDeclarations(lowered).map((declaration) => withExports(declaration, modules))
  return { imports: modules.imports, reexports: modules.reexports, declarations }
}

function startLowering(source: Source, imports: readonly Import[], spans: Map<ElementId, Span>): Lowering {
  const schemas = imports.map(({ local }) => local).filter(mayNameSchema)
  return {
    ...source,
    spans,
    claimed: new Set(),
    zod: new Set(zodNames(imports)),
    schemas: new Set(schemas),
    tagged: mayBeTagged(source.text),
  }
}

/** Adds the names of `export { a as b }` statements. */
function withExports(declaration: Declaration, { exported }: Modules): Declaration {
  const names = exported.get(declaration.name)
  if (!names) return declaration
  return { ...declaration, exportedAs: [...new Set([...declaration.exportedAs, ...names])] }
}
