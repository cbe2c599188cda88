import { createAnalysisHost } from '../../analysis/host.js'
import { mend } from '../../analysis/mend.js'
import { NO_BASELINE } from '../../configuration/baseline.js'
import { reaches, type Severity } from '../../model/finding.js'
import { createUses } from '../../project/follow-uses.js'
import { recoverFiles } from '../../project/recover-files.js'
import { tuneForOneRun } from '../../project/tune-for-one-run.js'
import { exitStatus } from '../exit-status.js'
import { openProject, type ProjectOptions } from '../open-project.js'
import { complain, tellDuration, tellOmissions, write } from '../output.js'
import { fixJson } from '../reporters/fix-json.js'
import { fixPretty, fixSummary } from '../reporters/fix-pretty.js'
import { tellRecovery } from '../tell-recovery.js'
import { writeTexts } from '../write-texts.js'

export interface FixOptions extends ProjectOptions {
  readonly format: 'pretty' | 'json'
  /** The least severity of what is fixed. */
  readonly severity: Severity
  readonly failOn: Severity | 'never'
  readonly unsafe?: true
  readonly dryRun?: true
  readonly force?: true
}

/**
 * Runs `fix`; the result is the exit status, that of a `check` afterwards. What was done, or with `dryRun` a diff, goes
 * to stdout, the rest to stderr. Files are replaced all or none.
 */
export async function fix(options: FixOptions): Promise<number> {
  tuneForOneRun()
  const started = performance.now()
  const prepare = (root: string) => (options.dryRun ? undefined : tellRecovery(root, recoverFiles(root)))
  const project = await openProject(options, prepare)
  if ('problem' in project) return complain(project.problem)
  const { root, workspace, isAsked } = project
  const { baseline } = workspace.world
  // What is known is not reported, but it can be repaired.
  const host = createAnalysisHost({ ...workspace.world, baseline: NO_BASELINE })
  const uses = createUses({ root, workspace })
  const mending = await mend(host, {
    isWanted: ({ at, severity }) => isAsked(at.file) && reaches(severity, options.severity),
    isOpenTo: isAsked,
    fixes: options.unsafe ? 'all' : 'safe',
    followUses: uses.follow,
    findUses: uses.find,
  })
  const refusal = options.dryRun ? undefined : await writeTexts(root, mending.texts, options)
  if (refusal !== undefined) return complain(refusal)
  host.apply({ baseline })
  const snapshot = host.snapshot()
  const report = { mending, isDryRun: options.dryRun === true }
  const lost = await write(options.format === 'json' ? fixJson(report) : fixPretty(report))
  if (lost !== undefined) return complain(lost)
  if (options.dryRun && options.format === 'pretty') process.stderr.write(fixSummary(report))
  tellOmissions(workspace, snapshot, options.base)
  tellDuration(started)
  const findings = snapshot.findings().filter(({ at }) => isAsked(at.file))
  return exitStatus({ findings, snapshot, workspace, failOn: options.failOn })
}
