import { compareText } from '../text/compare-text.js'
import type { FileId } from '../text/file-id.js'
import type { TextEdit } from '../text/text-edit.js'
import { findGone, type GoneInput, placeOf, type StillUsed, type Use } from './gone-uses.js'
import type { RenameInput } from './input.js'
import { createErrorComparison } from './new-errors.js'
import { removalOf } from './removal.js'

export interface RemoveInput extends GoneInput, Pick<RenameInput, 'isOpen'> {}

/** What removing members comes to: either all that uses them can be taken out as well, or nothing is. */
export interface RemovedUses {
  /** By file, those of the declarations included; empty where anything is left. */
  readonly edits: ReadonlyMap<FileId, readonly TextEdit[]>
  readonly left: readonly StillUsed[]
}

/**
 * Finds what uses members that are gone, by compiling the workspace with and without them, and takes it out where that
 * changes nothing else: keys of a `select`, properties that only pass the value on. All or nothing, as half of it would
 * not compile.
 */
export function removeUses(input: RemoveInput): RemovedUses {
  const { before, editing, compile, files, uses } = findGone(input)
  const removals = uses.map((use) => ({
    use,
    edits: input.isOpen(use.file) ? removalOf(use.node, use.source) : undefined,
  }))
  const left = removals.filter(({ edits }) => edits === undefined).map(({ use }) => placeOf(use))
  if (left.length > 0) return { edits: new Map(), left: left.toSorted(comparePlaces) }
  for (const { use, edits = [] } of distinct(removals)) for (const edit of edits) editing.add(use.file, edit)
  const errors = createErrorComparison(before, editing).newIn(compile(), files)
  const broken = errors.map(({ file, line, message }) => ({ file, line, name: message }))
  return broken.length > 0 ? { edits: new Map(), left: broken } : { edits: editing.edits(), left: [] }
}

interface Removal {
  readonly use: Use
  readonly edits: readonly TextEdit[] | undefined
}

/** Key and value of one property are both uses: it is taken out once. */
function distinct(removals: readonly Removal[]): readonly Removal[] {
  const byPlace = removals.map((each) => [`${each.use.file} ${JSON.stringify(each.edits)}`, each] as const)
  return [...new Map(byPlace).values()]
}

function comparePlaces(a: StillUsed, b: StillUsed): number {
  return compareText(a.file, b.file) || a.line - b.line
}
