import path from 'node:path'
import { createAnalysisHost } from '../../analysis/host.js'
import { DEFAULT_SETTINGS } from '../../configuration/settings.js'
import { type Finding, SEVERITIES, type Severity } from '../../model/finding.js'
import { loadWorkspace } from '../../project/load-workspace.js'
import { jsonReport } from '../reporters/json.js'

export interface CheckOptions {
  readonly cwd: string
  readonly base: string
  readonly format: 'pretty' | 'json'
  readonly failOn: Severity | 'never'
  readonly verbose: boolean
}

/** Runs `check`; the result is the exit status. */
export async function check(options: CheckOptions): Promise<number> {
  const root = path.resolve(options.cwd)
  const workspace = await loadWorkspace({ root, base: options.base, settings: DEFAULT_SETTINGS, trust: 'trusted' })
  const snapshot = createAnalysisHost(workspace.world).snapshot()
  const findings = snapshot.findings()
  for (const { rule, error } of snapshot.failures()) console.error(rule, error)
  process.stdout.write(jsonReport({ snapshot, workspace, findings, verbose: options.verbose }))
  return findings.some((finding) => fails(finding, options.failOn)) ? 1 : 0
}

function fails({ severity }: Finding, failOn: Severity | 'never'): boolean {
  return failOn !== 'never' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn)
}
