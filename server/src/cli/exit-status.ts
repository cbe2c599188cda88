import type { Snapshot } from '../analysis/snapshot.js'
import { type Finding, reaches, type Severity } from '../model/finding.js'
import type { Workspace } from '../project/load-workspace.js'

export interface Outcome {
  readonly findings: readonly Finding[]
  readonly snapshot: Snapshot
  readonly workspace: Workspace
  readonly failOn: Severity | 'never'
  /** So many warnings fail nothing. */
  readonly maxWarnings?: number
}

/** The status by which a program learns whether there is drift; see the contract in the documentation. */
export function exitStatus(outcome: Outcome): number {
  const { snapshot, workspace } = outcome
  const schemas = snapshot.schemas()
  const broken = schemas.filter((schema) => snapshot.schemaErrors(schema).length > 0)
  const unreadable = broken.filter(({ lowered }) => lowered.schema.models.size === 0)
  if (unreadable.length > 0 && unreadable.length === schemas.length) return 2
  const partly = broken.length > 0 || workspace.unreadSchemas.length > 0
  return isFailing(outcome) || partly || snapshot.failures().length > 0 ? 1 : 0
}

/** Whether there are findings that fail. */
export function isFailing({
  findings,
  failOn,
  maxWarnings,
}: Pick<Outcome, 'findings' | 'failOn' | 'maxWarnings'>): boolean {
  if (failOn === 'never') return false
  const warnings = findings.filter(({ severity }) => severity === 'warning').length
  if (maxWarnings !== undefined && warnings > maxWarnings) return true
  const counted = maxWarnings === undefined ? findings : findings.filter(({ severity }) => severity !== 'warning')
  return counted.some(({ severity }) => reaches(severity, failOn))
}
