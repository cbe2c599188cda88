import { planSync, type SyncPlan } from '../../analysis/sync/plan-sync.js'
import { createUseFollower } from '../../project/follow-uses.js'
import type { Workspace } from '../../project/load-workspace.js'
import { findChecks, type ProjectCheck } from '../../project/project-checks.js'
import { recoverFiles } from '../../project/recover-files.js'
import { replaceTexts } from '../../project/replace-texts.js'
import { runCheck } from '../../project/run-check.js'
import { tuneForOneRun } from '../../project/tune-for-one-run.js'
import { findUncommitted } from '../../project/uncommitted.js'
import { keepUndo, takeBack, type Undoing, writtenBefore } from '../../project/undo-record.js'
import { openProject } from '../open-project.js'
import { complain, tellDuration, warn, write } from '../output.js'
import { nothingChanged, refuseSchemaErrors, refuseUncommitted } from '../refusals.js'
import { patchOf } from '../reporters/patch.js'
import { type CheckOutcome, hasTurnedRed, type SyncOutcome, syncReport } from '../reporters/sync-report.js'
import { tellRecovery } from '../tell-recovery.js'

export interface SyncOptions {
  readonly cwd: string
  /** The git revision with the schema that the change is seen against. */
  readonly base: string
  readonly dryRun?: true
  readonly force?: true
  /** False where the project's own checks are left out. */
  readonly checks: boolean
  /** Changes stay even where a check turns red. */
  readonly keep?: true
  readonly undo?: true
}

/**
 * Runs `sync`; the result is the exit status. The report, or with `dryRun` a diff, goes to stdout, the rest to stderr.
 * Files are replaced all or none.
 */
export async function sync(options: SyncOptions): Promise<number> {
  tuneForOneRun()
  const started = performance.now()
  const prepare = (root: string) => (options.dryRun ? undefined : tellRecovery(root, recoverFiles(root)))
  const project = await openProject({ ...options, paths: [] }, prepare)
  if ('problem' in project) return complain(project.problem)
  const { root, workspace } = project
  if (options.undo) return undo(root)
  const errors = refuseSchemaErrors(workspace.world)
  if (errors !== undefined) return complain(errors)
  const plan = await planSync(workspace.world, createUseFollower({ root, workspace }))
  const outcome = options.dryRun ? planned(plan) : await carryOut({ root, workspace, plan, options })
  if (typeof outcome === 'string') return complain(outcome)
  const lost = await (options.dryRun ? writePatches(outcome) : write(syncReport(outcome)))
  if (lost !== undefined) return complain(lost)
  tellDuration(started)
  return plan.left.length > 0 || outcome.checks.some(hasTurnedRed) ? 1 : 0
}

function planned(plan: SyncPlan): SyncOutcome {
  return { plan, state: 'planned', checks: [] }
}

function writePatches(outcome: SyncOutcome): Promise<string | undefined> {
  process.stderr.write(syncReport(outcome))
  return write([...outcome.plan.texts].map(([file, text]) => patchOf(file, text)).join(''))
}

interface Syncing {
  readonly root: string
  readonly workspace: Workspace
  readonly plan: SyncPlan
  readonly options: SyncOptions
}

/** Makes the changes, or says why nothing was changed. */
async function carryOut(syncing: Syncing): Promise<SyncOutcome | string> {
  const { root, workspace, plan, options } = syncing
  const files = [...plan.texts.keys()]
  if (files.length === 0) return { plan, state: 'written', checks: [] }
  const ours = writtenBefore(root)
  const refusal = await refuseUncommitted(
    root,
    files.filter((file) => !ours.has(file)),
    options,
  )
  if (refusal !== undefined) return refusal
  const checks = options.checks ? findChecks(workspace.packages, files) : []
  const before = await runAll(root, checks)
  if (before.some(({ before: run }) => run?.result === 'interrupted')) return 'interrupted; nothing was changed'
  const takeBackAll = await writeAll(root, plan)
  if (typeof takeBackAll === 'string') return takeBackAll
  const after = await runAgain(root, before)
  if (!after.some(hasTurnedRed) || options.keep) return { plan, state: 'written', checks: after }
  const undoing = takeBackAll()
  if (undoing.problems.length > 0) return nothingChanged(undoing.problems)
  if (undoing.left.length > 0) warn(leftAsTheyAre(undoing))
  return { plan, state: 'rolled-back', checks: after }
}

/** Writes what is planned. The result takes it back, or says why nothing was written. */
async function writeAll(root: string, { texts }: SyncPlan): Promise<(() => Undoing) | string> {
  const uncommitted = await findUncommitted(root, [...writtenBefore(root)])
  const isUncommitted = (file: string) => uncommitted.kind === 'known' && uncommitted.files.includes(file)
  let takeBackAll: (() => Undoing) | undefined
  const problems = replaceTexts(root, texts, (replacements) => {
    takeBackAll = keepUndo(root, replacements, isUncommitted)
  })
  return problems.length > 0 || !takeBackAll ? nothingChanged(problems) : takeBackAll
}

async function runAll(root: string, checks: readonly ProjectCheck[]): Promise<readonly CheckOutcome[]> {
  const outcomes: CheckOutcome[] = []
  for (const check of checks) {
    const before = check.refusal ? undefined : await runCheck(root, check, 'npm')
    outcomes.push({ check, before, after: undefined })
    if (before?.result === 'interrupted') break
  }
  return outcomes
}

/** Runs what was green again; what was red says nothing about the changes. */
async function runAgain(root: string, outcomes: readonly CheckOutcome[]): Promise<readonly CheckOutcome[]> {
  const again: CheckOutcome[] = []
  for (const outcome of outcomes) {
    const isInterrupted = again.some(({ after }) => after?.result === 'interrupted')
    const isGreen = outcome.before?.result === 'green' && !isInterrupted
    again.push({ ...outcome, after: isGreen ? await runCheck(root, outcome.check, 'npm') : undefined })
  }
  return again
}

async function undo(root: string): Promise<number> {
  const undoing = takeBack(root)
  if (!undoing) return complain('there is nothing to take back')
  if (undoing.problems.length > 0) return complain(nothingChanged(undoing.problems))
  if (undoing.left.length > 0) warn(leftAsTheyAre(undoing))
  const lost = await write(undoing.restored.map((file) => `as before: ${file}\n`).join(''))
  return lost === undefined ? 0 : complain(lost)
}

function leftAsTheyAre({ left }: Undoing): string {
  return `these have been changed since, and were left as they are:\n${left.map((file) => `  ${file}`).join('\n')}`
}
