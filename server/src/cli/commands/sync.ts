import { planSync, type SyncPlan } from '../../analysis/sync/plan-sync.js'
import { createUses } from '../../project/follow-uses.js'
import { createTextReader } from '../../project/read-files.js'
import { recoverFiles } from '../../project/recover-files.js'
import { tuneForOneRun } from '../../project/tune-for-one-run.js'
import { takeBack } from '../../project/undo-record.js'
import { openProject, type Project } from '../open-project.js'
import { complain, tellDuration, warn, write } from '../output.js'
import { nothingChanged, refuseSchemaErrors } from '../refusals.js'
import { patchOf } from '../reporters/patch.js'
import { type SyncOutcome, syncReport } from '../reporters/sync-report.js'
import { type CarryOutOptions, carryOut, leftAsTheyAre } from '../sync/carry-out.js'
import { staleClients } from '../sync/client-step.js'
import { type MigrationStepOptions, type Proposals, proposeMigrations, withMigrations } from '../sync/migration-step.js'
import { hasTurnedRed } from '../sync/run-checks.js'
import { watchAndSync } from '../sync/watch.js'
import { tellRecovery } from '../tell-recovery.js'

export interface SyncOptions extends CarryOutOptions, MigrationStepOptions {
  readonly cwd: string
  /** The git revision with the schema that the change is seen against. */
  readonly base: string
  /** Tests of services that have none are written. */
  readonly tests?: true
  readonly undo?: true
  readonly watch?: true
}

/**
 * Runs `sync`; the result is the exit status. The report, or with `dryRun` a diff, goes to stdout, the rest to stderr.
 * Files are replaced all or none.
 */
export async function sync(options: SyncOptions): Promise<number> {
  if (options.watch) return watchAndSync(options)
  tuneForOneRun()
  const started = performance.now()
  const prepare = (root: string) => (options.dryRun ? undefined : tellRecovery(root, recoverFiles(root)))
  const project = await openProject({ ...options, paths: [] }, prepare)
  if ('problem' in project) return complain(project.problem)
  const { root, workspace } = project
  if (options.undo) return undo(root)
  const errors = refuseSchemaErrors(workspace.world)
  if (errors !== undefined) return complain(errors)
  const planned = await planFor(project, options)
  const proposals = await proposeMigrations(project, planned, options)
  const plan = withMigrations(planned, proposals)
  const outcome = options.dryRun ? await dryRun(root, plan) : await carryOut({ root, workspace, plan, options })
  if (typeof outcome === 'string') return complain(outcome)
  const lost = await (options.dryRun ? writePatches(outcome, proposals) : write(syncReport(outcome, proposals)))
  if (lost !== undefined) return complain(lost)
  tellDuration(started)
  return isInOrder(outcome) ? 0 : 1
}

function planFor({ root, workspace }: Project, { tests }: SyncOptions): Promise<SyncPlan> {
  return planSync(workspace.world, {
    reach: 'whole',
    uses: createUses({ root, workspace }),
    files: { list: [...workspace.files], readText: createTextReader(root, {}) },
    tests: tests ? 'all' : 'as-before',
  })
}

function isInOrder({ plan, clients, checks }: SyncOutcome): boolean {
  return plan.left.length === 0 && !clients.some(({ state }) => state === 'failed') && !checks.some(hasTurnedRed)
}

async function dryRun(root: string, plan: SyncPlan): Promise<SyncOutcome> {
  return { plan, state: 'planned', clients: await staleClients(root), checks: [] }
}

function writePatches(outcome: SyncOutcome, proposals: Proposals): Promise<string | undefined> {
  process.stderr.write(syncReport(outcome, proposals))
  return write([...outcome.plan.texts].map(([file, text]) => patchOf(file, text)).join(''))
}

async function undo(root: string): Promise<number> {
  const undoing = takeBack(root)
  if (!undoing) return complain('there is nothing to take back')
  if (undoing.problems.length > 0) return complain(nothingChanged(undoing.problems))
  if (undoing.left.length > 0) warn(leftAsTheyAre(undoing))
  const lost = await write(undoing.restored.map((file) => `as before: ${file}\n`).join(''))
  return lost === undefined ? 0 : complain(lost)
}
