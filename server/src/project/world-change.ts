import { isDeepStrictEqual } from 'node:util'
import type { Change } from '../analysis/host.js'
import type { SchemaSource, World } from '../analysis/world.js'
import type { FileId } from '../text/file-id.js'

/** Tells what leads from one world to another. Parts that are equal are left out. */
export function changeBetween(before: World, after: World): Change {
  const texts = changedTexts(before.texts, after.texts)
  const schemas = keepEqual(before.schemas, after.schemas)
  return {
    ...(texts.size > 0 && { texts }),
    ...(schemas && { schemas }),
    ...(isDeepStrictEqual(before.packages, after.packages) ? {} : { packages: after.packages }),
    ...(before.resolveModule !== after.resolveModule && { resolveModule: after.resolveModule }),
    ...(isDeepStrictEqual(before.baseline, after.baseline) ? {} : { baseline: after.baseline }),
    ...(isDeepStrictEqual(before.settings, after.settings) ? {} : { settings: after.settings }),
  }
}

function changedTexts(before: World['texts'], after: World['texts']): ReadonlyMap<FileId, string | undefined> {
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
