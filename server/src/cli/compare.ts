import { createAnalysisHost } from '../analysis/host.js'
import type { Snapshot } from '../analysis/snapshot.js'
import type { Finding } from '../model/finding.js'
import { withSchemaErrors } from '../project/load-workspace.js'
import type { CheckOptions, CheckResult } from './commands/check.js'
import { exitStatus } from './exit-status.js'
import type { Project } from './open-project.js'
import { omissionsOf, warning } from './output.js'
import type { Progress } from './progress.js'
import { renderReport } from './reporters/render.js'
import { count, type Detail } from './reporters/report.js'
import { selectFindings } from './select-findings.js'
import { goneMessage, hasBaseline, settleBaseline } from './settle-baseline.js'

/** Compares the types of a project with its schemas, or says why that cannot be. The project has no schema errors yet. */
export async function compare(
  opened: Project,
  options: CheckOptions,
  progress: Progress,
): Promise<CheckResult | { readonly problem: string }> {
  const workspace = await withSchemaErrors(opened.workspace)
  const project = { ...opened, workspace }
  const changes = hasBaseline(workspace.world, options) ? undefined : 'none'
  const host = createAnalysisHost(workspace.world, { changes })
  const selection = await selectFindings(project, options)
  if ('problem' in selection) return selection
  const settled = settleBaseline(host, project, options)
  if ('problem' in settled) return settled
  const { known, gone } = settled
  progress.say(`Comparing the types of ${count(workspace.fileCount, 'file')}…`)
  const result = resultOf(project, { snapshot: host.snapshot(), known, ...selection }, options)
  progress.done()
  return gone > 0 ? { ...result, remarks: [warning(goneMessage(gone)), ...result.remarks] } : result
}

export interface Compared {
  readonly snapshot: Snapshot
  /** Which findings are asked for. */
  readonly isWanted: (finding: Finding) => boolean
  /** How many findings the baseline keeps from being reported. */
  readonly known: number
}

/** What is to be said of a project. Waits for nothing, as a snapshot answers only until the next change. */
export function resultOf(
  { workspace, prefix }: Project,
  { snapshot, isWanted, known }: Compared,
  options: CheckOptions,
): CheckResult {
  const findings = snapshot.findings().filter(isWanted)
  const { failOn, format } = options
  const report = { known, snapshot, workspace, findings, detail: detailOf(options), failOn, prefix }
  return {
    ...renderReport(report, format),
    remarks: omissionsOf(workspace, snapshot, options.base),
    status: exitStatus({ ...options, findings, snapshot, workspace }),
    // A rule may have failed for a reason of this run.
    lasting: snapshot.failures().length === 0,
  }
}

/** How much a report for a person shows. */
function detailOf({ verbose, quiet }: Pick<CheckOptions, 'verbose' | 'quiet'>): Detail {
  if (verbose) return 'all'
  return quiet ? 'loud' : 'usual'
}
