import type { SyncPlan } from '../../analysis/sync/plan-sync.js'
import type { Workspace } from '../../project/load-workspace.js'
import { replaceTexts } from '../../project/replace-texts.js'
import { findUncommitted } from '../../project/uncommitted.js'
import { keepUndo, type Undoing, writtenBefore } from '../../project/undo-record.js'
import { warn } from '../output.js'
import { nothingChanged, refuseUncommitted } from '../refusals.js'
import type { SyncOutcome } from '../reporters/sync-report.js'
import { regenerateClients } from './client-step.js'
import { hasTurnedRed, isInterrupted, runChecks, runChecksAgain } from './run-checks.js'

export interface Syncing {
  readonly root: string
  readonly workspace: Workspace
  readonly plan: SyncPlan
  readonly options: CarryOutOptions
}

export interface CarryOutOptions {
  readonly force?: true
  /** False where the project's own checks are left out. */
  readonly checks: boolean
  /** Changes stay even where a check turns red. */
  readonly keep?: true
}

/** Makes the changes that are planned, or says why nothing was changed. */
export async function carryOut(syncing: Syncing): Promise<SyncOutcome | string> {
  const { root, workspace, plan, options } = syncing
  const files = [...plan.texts.keys()]
  const ours = writtenBefore(root)
  const others = files.filter((file) => !ours.has(file))
  const refusal = await refuseUncommitted(root, others, options)
  if (refusal !== undefined) return refusal
  const before = options.checks ? await runChecks(root, workspace, files) : []
  if (before.some(isInterrupted)) return 'interrupted; nothing was changed'
  const takeBack = files.length > 0 ? await writeAll(root, plan) : undefined
  if (typeof takeBack === 'string') return takeBack
  const clients = await regenerateClients(root)
  const checks = await runChecksAgain(root, before)
  const done: SyncOutcome = { plan, state: 'written', clients, checks }
  if (!takeBack || options.keep || !checks.some(hasTurnedRed)) return done
  const undoing = takeBack()
  if (undoing.problems.length > 0) return nothingChanged(undoing.problems)
  if (undoing.left.length > 0) warn(leftAsTheyAre(undoing))
  return { ...done, state: 'rolled-back' }
}

/** Says which files could not be given back what they held. */
export function leftAsTheyAre({ left }: Undoing): string {
  return `these have been changed since, and were left as they are:\n${left.map((file) => `  ${file}`).join('\n')}`
}

/** Writes what is planned. The result takes it back, or says why nothing was written. */
async function writeAll(root: string, { texts }: SyncPlan): Promise<(() => Undoing) | string> {
  const uncommitted = await findUncommitted(root, [...writtenBefore(root)])
  const isUncommitted = (file: string) => uncommitted.kind === 'known' && uncommitted.files.includes(file)
  let takeBack: (() => Undoing) | undefined
  const problems = replaceTexts(root, texts, (replacements) => {
    takeBack = keepUndo(root, replacements, isUncommitted)
  })
  if (takeBack && problems.length === 0) return takeBack
  // Nothing was written, but what earlier runs wrote is still to be known.
  takeBack?.()
  return nothingChanged(problems)
}
