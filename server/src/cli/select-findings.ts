import { findingKey } from '../analysis/baseline.js'
import { createAnalysisHost } from '../analysis/host.js'
import type { Finding } from '../model/finding.js'
import { changesSince } from '../project/changes-since.js'
import type { Workspace } from '../project/load-workspace.js'
import { schemaFolders, worldBefore } from '../project/world-before.js'
import { compareText } from '../text/compare-text.js'
import type { Project } from './open-project.js'

export interface SelectionOptions {
  /** A git revision. */
  readonly changedSince?: string
  readonly shard?: Shard
}

/** One of several parts of a report; counts from 1. */
export interface Shard {
  readonly index: number
  readonly total: number
}

/** Which findings a report is about, or why that cannot be said. */
export type Selection = { readonly isWanted: (finding: Finding) => boolean } | { readonly problem: string }

/** Findings in the asked paths, in the shard, and in or caused by what has changed. */
export async function selectFindings(project: Project, options: SelectionOptions): Promise<Selection> {
  const inShard = options.shard ? shardFilter(project.workspace, options.shard) : () => true
  const isAsked = ({ at }: Finding) => project.isAsked(at.file) && inShard(at.file)
  if (options.changedSince === undefined) return { isWanted: isAsked }
  const changes = await changesSince({
    root: project.root,
    ref: options.changedSince,
    folders: schemaFolders(project.workspace),
  })
  if (changes.kind === 'failed') return { problem: `--changed-since ${options.changedSince}: ${changes.message}` }
  const before = createAnalysisHost(worldBefore(project.workspace, changes)).snapshot().findings()
  const old = new Set(before.map(findingKey))
  return {
    isWanted: (finding) => isAsked(finding) && (changes.files.has(finding.at.file) || !old.has(findingKey(finding))),
  }
}

/**
 * Parts the files where they are cut in the order of their names, so that the parts' reports, one after the other, are
 * the report as a whole.
 */
function shardFilter({ world }: Workspace, { index, total }: Shard): (file: string) => boolean {
  const schemas = world.schemas.flatMap(({ files, twins }) => [...files, ...twins].map(({ file }) => file))
  const files = [...new Set([...world.texts.keys(), ...schemas])].sort(compareText)
  const cut = (part: number) => files[Math.ceil((files.length * part) / total)]
  const from = index === 1 ? undefined : cut(index - 1)
  const to = cut(index)
  const isFrom = (file: string) => index === 1 || (from !== undefined && compareText(file, from) >= 0)
  return (file) => isFrom(file) && (index === total || to === undefined || compareText(file, to) < 0)
}
