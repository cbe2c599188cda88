import { createAnalysisHost } from '../../analysis/host.js'
import type { Severity } from '../../model/finding.js'
import { tuneForOneRun } from '../../project/tune-for-one-run.js'
import { exitStatus } from '../exit-status.js'
import { openProject, type ProjectOptions } from '../open-project.js'
import { complain, tellDuration, tellOmissions, write } from '../output.js'
import { jsonReport } from '../reporters/json.js'
import { prettyReport } from '../reporters/pretty.js'

export interface CheckOptions extends ProjectOptions {
  readonly format: 'pretty' | 'json'
  readonly failOn: Severity | 'never'
  readonly verbose?: true
  readonly quiet?: true
}

/** Runs `check`; the result is the exit status. The report goes to stdout, what went wrong to stderr. */
export async function check(options: CheckOptions): Promise<number> {
  tuneForOneRun()
  const started = performance.now()
  const project = await openProject(options)
  if ('problem' in project) return complain(project.problem)
  const { workspace, isAsked } = project
  const snapshot = createAnalysisHost(workspace.world).snapshot()
  const findings = snapshot.findings().filter(({ at }) => isAsked(at.file))
  const print = options.format === 'json' ? jsonReport : prettyReport
  const detail = options.verbose ? 'all' : options.quiet ? 'loud' : 'usual'
  await write(print({ snapshot, workspace, findings, detail }))
  tellOmissions(workspace, snapshot, options.base)
  tellDuration(started)
  return exitStatus({ findings, snapshot, workspace, failOn: options.failOn })
}
