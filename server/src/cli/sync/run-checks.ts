import type { Workspace } from '../../project/load-workspace.js'
import { createOutsideFiles } from '../../project/outside-files.js'
import { packageManagerOf } from '../../project/prisma-command.js'
import { findChecks, type ProjectCheck } from '../../project/project-checks.js'
import { type CheckRun, runCheck } from '../../project/run-check.js'
import type { FileId } from '../../text/file-id.js'
import { tell } from '../output.js'

/** A check of the project before and after the changes; undefined where it was not run. */
export interface CheckOutcome {
  readonly check: ProjectCheck
  readonly before: CheckRun | undefined
  readonly after: CheckRun | undefined
}

/** Runs the checks of the packages that some files belong to, as the project is. */
export async function runChecks(
  root: string,
  { packages }: Workspace,
  files: readonly FileId[],
): Promise<readonly CheckOutcome[]> {
  const outcomes: CheckOutcome[] = []
  for (const check of findChecks(packages, files)) {
    const before = check.refusal === undefined ? await run(root, check) : undefined
    outcomes.push({ check, before, after: undefined })
    if (before?.result === 'interrupted') break
  }
  return outcomes
}

/** Runs those that were green again; what was red says nothing about the changes. */
export async function runChecksAgain(
  root: string,
  outcomes: readonly CheckOutcome[],
): Promise<readonly CheckOutcome[]> {
  const again: CheckOutcome[] = []
  for (const outcome of outcomes) {
    const isOver = again.some(({ after }) => after?.result === 'interrupted')
    const isRun = outcome.before?.result === 'green' && !isOver
    again.push({ ...outcome, after: isRun ? await run(root, outcome.check) : undefined })
  }
  return again
}

export function isInterrupted({ before, after }: CheckOutcome): boolean {
  return before?.result === 'interrupted' || after?.result === 'interrupted'
}

/** Whether a check is red now that was green before. */
export function hasTurnedRed({ before, after }: CheckOutcome): boolean {
  return before?.result === 'green' && after !== undefined && after.result !== 'green'
}

function run(root: string, check: ProjectCheck): Promise<CheckRun> {
  const manager = packageManagerOf(createOutsideFiles(root, undefined), check.folder)
  tell(`> ${manager} run ${check.script}${check.folder === '' ? '' : ` (in ${check.folder})`}`)
  return runCheck(root, check, manager)
}
