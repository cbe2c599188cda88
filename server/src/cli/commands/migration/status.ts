import { createAnalysisHost } from '../../../analysis/host.js'
import type { Severity } from '../../../model/finding.js'
import { withBaseMigrations } from '../../../project/base-migrations.js'
import { tuneForOneRun } from '../../../project/tune-for-one-run.js'
import { MIGRATION_RULES } from '../../../rules/index.js'
import { type Delivery, deliver } from '../../deliver.js'
import { isFailing } from '../../exit-status.js'
import { openProject, type ProjectOptions } from '../../open-project.js'
import { complain, tellDuration, tellOmissions } from '../../output.js'
import { migrationStatusReport } from '../../reporters/migration-status.js'
import { renderReport } from '../../reporters/render.js'
import type { CheckReport } from '../../reporters/report.js'
import { askEngine, NO_SCHEMA_ASKED, withAnswer } from './ask-engine.js'

export interface MigrationStatusOptions extends ProjectOptions, Delivery {
  readonly failOn: Severity | 'never'
  /** The database is looked at, too. It is only read. */
  readonly database?: true
}

const CODES = new Set(MIGRATION_RULES.map(({ code }) => code))

/** Runs `migration status`; the result is the exit status: 2 where it cannot be known of a schema. */
export async function migrationStatus(options: MigrationStatusOptions): Promise<number> {
  tuneForOneRun()
  const started = performance.now()
  const project = await openProject(options)
  if ('problem' in project) return complain(project.problem)
  const { workspace } = project
  const asked = await askEngine(project, options)
  if (asked.length === 0) return complain(NO_SCHEMA_ASKED)
  const schemas = await withBaseMigrations(asked.map(withAnswer), { root: project.root, base: options.base })
  const snapshot = createAnalysisHost({ ...workspace.world, schemas }).snapshot()
  const findings = snapshot.findings().filter(({ rule }) => CODES.has(rule))
  const { failOn } = options
  const report: CheckReport = { snapshot, workspace, findings, detail: 'all', failOn, prefix: project.prefix }
  const problem = await deliver(
    renderReport(report, options.format, { pretty: (each) => migrationStatusReport(each, asked) }),
    options,
  )
  if (problem !== undefined) return complain(problem)
  tellOmissions(workspace, snapshot, options.base)
  tellDuration(started)
  if (asked.some(({ missing, database }) => missing.kind === 'unknown' || (database && 'kind' in database))) return 2
  return isFailing({ findings, failOn }) ? 1 : 0
}
