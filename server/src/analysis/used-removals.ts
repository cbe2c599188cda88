import type { StillUsed } from '../checker/gone-uses.js'
import type { GoneMember, UsedInput } from '../checker/used-members.js'
import { type Finding, type Fix, isLoud } from '../model/finding.js'
import { renderFixes, type TextOf } from './render-fix.js'
import type { Snapshot } from './snapshot.js'

/** For each member that is to go the first place that uses it. `textOf` gives texts that count instead of those on disk. */
export type FindUses = (
  plan: Omit<UsedInput, 'workspace'>,
  textOf: TextOf,
) => Promise<readonly (StillUsed | undefined)[]>

/** A fix that takes a member out of a type, and the finding that it is for. */
interface RemovingFix {
  readonly finding: Finding
  readonly fix: Fix
}

/**
 * Whether a fix removes what may well be meant: that no column stands behind a member says little where code fills it or
 * reads it.
 */
export function isDoubtfulRemoval({ finding, fix }: RemovingFix): boolean {
  return !isLoud(finding.severity) && fix.intents.some(({ kind }) => kind === 'removeMember')
}

/**
 * The places that use what fixes would remove, by fix. What one type of a model needs the others keep, too: a response's
 * class for documentation alone says what the service returns.
 */
export async function usesOfRemovals<Each extends RemovingFix>(
  snapshot: Snapshot,
  removals: readonly Each[],
  findUses: FindUses,
): Promise<ReadonlyMap<Each, StillUsed>> {
  if (removals.length === 0) return new Map()
  const { edits: declarations } = renderFixes(
    removals.map(({ fix }) => fix),
    snapshot,
  )
  const gone = removals.flatMap((each) => membersOf(each.fix, snapshot).map((member) => ({ each, member })))
  const clients = snapshot.schemas().map(({ schema }) => ({ before: schema, after: schema }))
  const places = await findUses({ members: gone.map(({ member }) => member), declarations, clients }, snapshot.textOf)
  const used = new Map(gone.flatMap(({ each }, index) => (places[index] ? [[subjectOf(each), places[index]]] : [])))
  return new Map(
    removals.flatMap((each) => {
      const place = used.get(subjectOf(each))
      return place ? [[each, place] as const] : []
    }),
  )
}

function membersOf({ intents }: Fix, snapshot: Snapshot): readonly GoneMember[] {
  return intents.flatMap((intent) => {
    const span = intent.kind === 'removeMember' ? snapshot.spanOf(intent.at) : undefined
    if (!span) return []
    const written = snapshot.textOf(intent.at.file)?.slice(span.start, span.end) ?? ''
    return [{ file: intent.at.file, offset: span.start, name: written.replace(/^(["'])(.*)\1$/, '$2') }]
  })
}

/** The same for the members of a model's types that have one name. */
function subjectOf({ finding }: RemovingFix): string {
  return `${finding.model}.${finding.field?.split('.').at(-1)}`
}
