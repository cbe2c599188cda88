import type { Snapshot } from '../../analysis/snapshot.js'
import { type Finding, isLoud } from '../../model/finding.js'
import type { Workspace } from '../../project/load-workspace.js'

/** What a reporter shows. */
export interface CheckReport {
  readonly snapshot: Snapshot
  readonly workspace: Workspace
  readonly findings: readonly Finding[]
  readonly detail: Detail
}

/** `loud`: errors and warnings; `usual`: infos too; `all`: hints, all evidence and the pairs. */
export type Detail = 'loud' | 'usual' | 'all'

/** The findings that a report for a person shows. */
export function shownFindings({ findings, detail }: CheckReport): readonly Finding[] {
  if (detail === 'all') return findings
  return findings.filter(({ severity }) => (detail === 'loud' ? isLoud(severity) : severity !== 'hint'))
}

/** `1 error`, `2 errors`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
