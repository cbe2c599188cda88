import { isDeepStrictEqual } from 'node:util'
import type { AnalysisHost } from '../analysis/host.js'
import type { SchemaSource, World } from '../analysis/world.js'
import { compareText } from '../text/compare-text.js'
import type { FileId } from '../text/file-id.js'

/** What is different in a world. What is absent stays as it is. */
export interface WorldChange extends Partial<Omit<World, 'texts'>> {
  /** Only the files that changed; undefined for one that is gone. */
  readonly texts?: ReadonlyMap<FileId, string | undefined>
}

/** Tells what leads from one world to another. Equal parts keep their identity, so that nothing follows from them. */
export function changeBetween(before: World, after: World): WorldChange {
  const texts = changedTexts(before.texts, after.texts)
  const schemas = keepEqual(before.schemas, after.schemas)
  return {
    ...(texts.size > 0 && { texts }),
    ...(schemas && { schemas }),
    ...(isDeepStrictEqual(before.packages, after.packages) ? {} : { packages: after.packages }),
    ...(before.resolveModule !== after.resolveModule && { resolveModule: after.resolveModule }),
    ...(isDeepStrictEqual(before.settings, after.settings) ? {} : { settings: after.settings }),
  }
}

/** The world after a change. */
export function withChange(world: World, { texts, ...rest }: WorldChange): World {
  return { ...world, ...rest, texts: texts ? mergeTexts(world.texts, texts) : world.texts }
}

/** Brings a host from one world to the one after the change. */
export function applyChange(host: AnalysisHost, change: WorldChange, after: World): void {
  const { texts, ...rest } = change
  host.apply(texts ? { ...rest, texts: after.texts } : rest)
}

function changedTexts(before: World['texts'], after: World['texts']): Map<FileId, string | undefined> {
  const changed = new Map<FileId, string | undefined>()
  for (const [file, text] of after) if (before.get(file) !== text) changed.set(file, text)
  for (const file of before.keys()) if (!after.has(file)) changed.set(file, undefined)
  return changed
}

/** The new schemas, those that are equal as the old objects; undefined where all are. */
function keepEqual(
  before: readonly SchemaSource[],
  after: readonly SchemaSource[],
): readonly SchemaSource[] | undefined {
  const kept = after.map((schema, index) => {
    const old = before[index]
    return old !== undefined && isDeepStrictEqual(old, schema) ? old : schema
  })
  return kept.length === before.length && kept.every((schema, index) => schema === before[index]) ? undefined : kept
}

/** Files stay in the order in which a load lists them. */
function mergeTexts(texts: World['texts'], changed: NonNullable<WorldChange['texts']>): World['texts'] {
  const merged = new Map(texts)
  for (const [file, text] of changed) {
    if (text === undefined) merged.delete(file)
    else merged.set(file, text)
  }
  const added = [...changed].some(([file, text]) => text !== undefined && !texts.has(file))
  return added ? new Map([...merged].sort(([a], [b]) => compareText(a, b))) : merged
}
