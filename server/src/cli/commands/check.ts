import { createAnalysisHost } from '../../analysis/host.js'
import type { Severity } from '../../model/finding.js'
import { tuneForOneRun } from '../../project/tune-for-one-run.js'
import { type Delivery, deliver } from '../deliver.js'
import { exitStatus } from '../exit-status.js'
import { openProject, type ProjectOptions } from '../open-project.js'
import { complain, tellDuration, tellOmissions } from '../output.js'
import { createProgress } from '../progress.js'
import { count, type Detail } from '../reporters/report.js'
import { type SelectionOptions, selectFindings } from '../select-findings.js'
import { type BaselineOptions, hasBaseline, settleBaseline } from '../settle-baseline.js'

export interface CheckOptions extends ProjectOptions, Delivery, BaselineOptions, SelectionOptions {
  readonly failOn: Severity | 'never'
  readonly maxWarnings?: number
  readonly verbose?: true
  readonly quiet?: true
}

/** Runs `check`; the result is the exit status. The report goes to stdout or a file, what went wrong to stderr. */
export async function check(options: CheckOptions): Promise<number> {
  tuneForOneRun()
  const started = performance.now()
  const progress = createProgress()
  progress.say('Looking for schemas and types…')
  const project = await openProject({
    ...options,
    onListed: (files) => progress.say(`Reading ${count(files, 'file')}…`),
  })
  progress.done()
  if ('problem' in project) return complain(project.problem)
  const { workspace, prefix } = project
  const changes = hasBaseline(workspace.world, options) ? undefined : 'none'
  const host = createAnalysisHost(workspace.world, { changes })
  const selection = await selectFindings(project, options)
  if ('problem' in selection) return complain(selection.problem)
  const settled = settleBaseline(host, project, options)
  if ('problem' in settled) return complain(settled.problem)
  const snapshot = host.snapshot()
  progress.say(`Comparing the types of ${count(workspace.fileCount, 'file')}…`)
  const findings = snapshot.findings().filter(selection.isWanted)
  progress.done()
  const report = {
    ...settled,
    snapshot,
    workspace,
    findings,
    detail: detailOf(options),
    failOn: options.failOn,
    prefix,
  }
  const problem = await deliver(report, options)
  if (problem !== undefined) return complain(problem)
  tellOmissions(workspace, snapshot, options.base)
  tellDuration(started)
  return exitStatus({ ...options, findings, snapshot, workspace })
}

/** How much a report for a person shows. */
export function detailOf({ verbose, quiet }: Pick<CheckOptions, 'verbose' | 'quiet'>): Detail {
  if (verbose) return 'all'
  return quiet ? 'loud' : 'usual'
}
