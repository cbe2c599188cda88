import type { Severity } from '../../model/finding.js'
import { problemsOf } from './problems.js'
import { type CheckReport, repositoryPath } from './report.js'

const SEVERITY: Record<Severity, string> = { error: 'critical', warning: 'major', info: 'minor', hint: 'info' }

/** The report as GitLab's merge requests read it (`artifacts:reports:codequality`). */
export function gitlabReport(report: CheckReport): string {
  const issues = problemsOf(report).map(({ rule, severity, message, file, range, fingerprint }) => ({
    description: message,
    check_name: rule,
    fingerprint,
    severity: SEVERITY[severity],
    location: {
      path: repositoryPath(report, file),
      lines: { begin: range.start.line + 1, end: range.end.line + 1 },
    },
  }))
  return `${JSON.stringify(issues, null, 2)}\n`
}
