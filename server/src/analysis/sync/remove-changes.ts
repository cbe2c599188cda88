import type { StillUsed } from '../../checker/gone-uses.js'
import type { RemovedUses, RemoveInput } from '../../checker/remove-uses.js'
import type { Finding } from '../../model/finding.js'
import type { FileId } from '../../text/file-id.js'
import { groupBy } from '../../text/group-by.js'
import type { AnalysisHost } from '../host.js'
import { type ChangedText, type MadeFix, preferredFix } from '../mend.js'
import { renderFixes, type TextOf } from '../render-fix.js'
import { clientChangeOf } from './rename-changes.js'

/** Takes out what uses members that are gone. `textOf` gives the texts that count instead of those on disk. */
export type RemoveUses = (
  plan: Pick<RemoveInput, 'names' | 'declarations' | 'clients'>,
  textOf: TextOf,
) => Promise<Pick<RemovedUses, 'left'> & { readonly texts: ReadonlyMap<FileId, ChangedText> }>

/** What following the columns that are gone came to. */
export interface FollowedRemovals {
  readonly texts: ReadonlyMap<FileId, ChangedText>
  readonly made: readonly MadeFix[]
  /** What uses columns that are gone and is left to a person, with all that belongs to it. */
  readonly left: readonly StillUsed[]
}

export const NO_REMOVALS: FollowedRemovals = { texts: new Map(), made: [], left: [] }

/**
 * Takes columns that are gone out of the types that describe their models and out of the code that selects them and
 * passes them on: each name as a whole, or not at all. The host has the changed texts afterwards.
 */
export async function followRemovals(host: AnalysisHost, removeUses: RemoveUses): Promise<FollowedRemovals> {
  const texts = new Map<FileId, ChangedText>()
  const made: MadeFix[] = []
  const left: StillUsed[] = []
  for (const [name, owners] of goneColumns(host)) {
    const snapshot = host.snapshot()
    const { textOf } = snapshot
    const members = membersNamed(name, owners, host)
    const { edits, problems } = renderFixes(
      members.map(({ fix }) => fix),
      snapshot,
    )
    if (problems.length > 0) continue
    const clients = host.snapshot().schemas().map(clientChangeOf)
    const removed = await removeUses({ names: [name], declarations: edits, clients }, textOf)
    left.push(...removed.left)
    if (removed.left.length > 0) continue
    made.push(...members)
    for (const [file, { before, after }] of removed.texts)
      texts.set(file, { before: texts.get(file)?.before ?? before, after })
    const known = [...removed.texts].filter(([file]) => textOf(file) !== undefined)
    host.apply({ texts: new Map(known.map(([file, { after }]) => [file, after])) })
  }
  return { texts, made, left }
}

/** The names of columns that are gone, with the models that had them. */
function goneColumns(host: AnalysisHost): ReadonlyMap<string, readonly string[]> {
  const models = host
    .snapshot()
    .schemas()
    .flatMap((facts) => facts.changes()?.models ?? [])
  const gone = models.flatMap(({ after, columns }) =>
    columns.flatMap((change) =>
      after && change.before && !change.after ? [{ model: after.name, name: change.before.name }] : [],
    ),
  )
  return new Map([...groupBy(gone, ({ name }) => name)].map(([name, list]) => [name, list.map(({ model }) => model)]))
}

/** The removals of the properties that stood for the columns. */
function membersNamed(name: string, models: readonly string[], host: AnalysisHost): readonly MadeFix[] {
  const snapshot = host.snapshot()
  const isMeant = ({ rule, model, field }: Finding) =>
    rule === 'field-extra' && model !== null && models.includes(model) && field?.split('.').at(-1) === name
  return snapshot
    .findings()
    .filter(isMeant)
    .flatMap((finding) => {
      const fix = preferredFix(finding, { fixes: 'all' })
      return fix ? [{ finding, fix, line: snapshot.rangeOf(finding.at).start.line + 1 }] : []
    })
}
