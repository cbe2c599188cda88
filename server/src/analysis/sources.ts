import type { Declaration } from '../model/declaration.js'
import type { Shape } from '../model/shape.js'
import type { SourceUsage } from '../model/usage.js'
import type { FileId } from '../text/file-id.js'
import { codeOutline } from '../typescript/parse.js'
import { createResolver } from '../typescript/resolve.js'
import { type SourceFacts, summarise } from '../typescript/summarise.js'
import { readUsage } from '../typescript/usage.js'
import { memoise } from './memo.js'
import type { World } from './world.js'

/** What the TypeScript files say, read when it is first asked for. */
export interface Sources {
  /** A file's code without the bodies of its functions. */
  outlineOf(file: FileId): string
  factsOf(file: FileId): SourceFacts | undefined
  usageOf(file: FileId): SourceUsage | undefined
  shapeOf(file: FileId, declaration: Declaration): Shape
  /** The shape that a type name means in a file; undefined for what the workspace does not declare. */
  shapeNamed(file: FileId, name: string): Shape | undefined
}

/** Facts of files, kept for as long as their texts stay the same. */
export interface SourceCache {
  readonly facts: Map<FileId, { readonly text: string; readonly facts: SourceFacts }>
  readonly usage: Map<FileId, { readonly text: string; readonly usage: SourceUsage }>
}

export function createSourceCache(): SourceCache {
  return { facts: new Map(), usage: new Map() }
}

export function createSources(world: World, cache: SourceCache): Sources {
  const { texts, resolveModule } = world
  const outlineOf = memoise((file: FileId) => codeOutline(file, texts.get(file) ?? ''))
  const factsOf = (file: FileId) => {
    const text = texts.get(file)
    if (text === undefined) return undefined
    const known = cache.facts.get(file)
    if (known?.text === text) return known.facts
    const facts = summarise(file, text, outlineOf(file))
    cache.facts.set(file, { text, facts })
    return facts
  }
  const resolver = createResolver({ summaryOf: (file) => factsOf(file)?.summary, resolveModule })
  return {
    outlineOf,
    factsOf,
    shapeOf: resolver.shapeOf,
    shapeNamed(file, name) {
      const found = resolver.find(file, name)
      return found.kind === 'declaration' ? resolver.shapeOf(found.file, found.declaration) : undefined
    },
    usageOf(file) {
      const text = texts.get(file)
      if (text === undefined) return undefined
      const known = cache.usage.get(file)
      if (known?.text === text) return known.usage
      const usage = readUsage(file, text)
      cache.usage.set(file, { text, usage })
      return usage
    },
  }
}
