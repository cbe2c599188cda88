import { createAnalysisHost } from '../../analysis/host.js'
import type { Severity } from '../../model/finding.js'
import { tuneForOneRun } from '../../project/tune-for-one-run.js'
import { type Delivery, deliver } from '../deliver.js'
import { exitStatus } from '../exit-status.js'
import { openProject, type ProjectOptions } from '../open-project.js'
import { complain, tellDuration, tellOmissions } from '../output.js'
import { type BaselineOptions, hasBaseline, settleBaseline } from '../settle-baseline.js'

export interface CheckOptions extends ProjectOptions, Delivery, BaselineOptions {
  readonly failOn: Severity | 'never'
  readonly maxWarnings?: number
  readonly verbose?: true
  readonly quiet?: true
}

/** Runs `check`; the result is the exit status. The report goes to stdout or a file, what went wrong to stderr. */
export async function check(options: CheckOptions): Promise<number> {
  tuneForOneRun()
  const started = performance.now()
  const project = await openProject(options)
  if ('problem' in project) return complain(project.problem)
  const { workspace, isAsked, prefix } = project
  const changes = hasBaseline(workspace.world, options) ? undefined : 'none'
  const host = createAnalysisHost(workspace.world, { changes })
  const unsaved = settleBaseline(host, project, options)
  if (unsaved !== undefined) return complain(unsaved)
  const snapshot = host.snapshot()
  const findings = snapshot.findings().filter(({ at }) => isAsked(at.file))
  const detail = options.verbose ? 'all' : options.quiet ? 'loud' : 'usual'
  const problem = await deliver({ snapshot, workspace, findings, detail, failOn: options.failOn, prefix }, options)
  if (problem !== undefined) return complain(problem)
  tellOmissions(workspace, snapshot, options.base)
  tellDuration(started)
  return exitStatus({ ...options, findings, snapshot, workspace })
}
