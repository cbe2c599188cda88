import type { Snapshot } from '../../analysis/snapshot.js'
import { type Finding, isLoud, type Severity } from '../../model/finding.js'
import type { Workspace } from '../../project/load-workspace.js'
import type { FileId } from '../../text/file-id.js'

/** What a reporter shows. */
export interface CheckReport {
  readonly snapshot: Snapshot
  readonly workspace: Workspace
  readonly findings: readonly Finding[]
  readonly detail: Detail
  /** How many findings are not reported because the baseline has them. */
  readonly known?: number
  /** The least severity that fails. */
  readonly failOn: Severity | 'never'
  /** The way from the root of the repository to the project: empty, or `apps/api/`. */
  readonly prefix: string
}

/** `loud`: errors and warnings; `usual`: infos too; `all`: hints, all evidence and the pairs. */
export type Detail = 'loud' | 'usual' | 'all'

/** The findings that a report for a person shows. */
export function shownFindings({ findings, detail }: Pick<CheckReport, 'findings' | 'detail'>): readonly Finding[] {
  if (detail === 'all') return findings
  return findings.filter(({ severity }) => (detail === 'loud' ? isLoud(severity) : severity !== 'hint'))
}

/** The path of a file as the host of the repository knows it. */
export function repositoryPath({ prefix }: Pick<CheckReport, 'prefix'>, file: FileId): string {
  return `${prefix}${file}`
}

/** The same as the reference of a URI. */
export function repositoryUri(report: Pick<CheckReport, 'prefix'>, file: FileId): string {
  return repositoryPath(report, file).split('/').map(encodeURIComponent).join('/')
}

/** `1 error`, `2 errors`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** `1 error, 2 warnings.`; `No drift found.` where there is none. */
export function totals(findings: readonly Finding[], known = 0): string {
  const told = COUNTED.map(
    (severity) => [severity, findings.filter((each) => each.severity === severity).length] as const,
  )
  const parts = told.filter(([, number]) => number > 0).map(([severity, number]) => count(number, severity))
  return parts.length === 0 ? nothingFound(known) : `${parts.join(', ')}.`
}

/** What is said where nothing is to be reported. */
export function nothingFound(known = 0): string {
  return known === 0 ? 'No drift found.' : `No new drift found (${known} known).`
}

const COUNTED: readonly Severity[] = ['error', 'warning', 'info', 'hint']
