import type { Severity } from '../../model/finding.js'
import { type Problem, problemsOf } from './problems.js'
import { type CheckReport, repositoryPath, totals } from './report.js'

const COMMANDS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' }

/** The report as workflow commands, which GitHub shows as annotations of the lines. Ends with the totals, for the log. */
export function githubReport(report: CheckReport): string {
  const lines = problemsOf(report).map((problem) => annotation(problem, report))
  return [...lines, totals(report.findings, report.known), ''].join('\n')
}

function annotation({ rule, severity, message, notes, file, range }: Problem, report: CheckReport): string {
  const { start, end } = range
  const properties = {
    file: repositoryPath(report, file),
    line: start.line + 1,
    endLine: end.line + 1,
    // Columns are understood only within one line.
    ...(start.line === end.line && { col: start.character + 1, endColumn: end.character + 1 }),
    title: `prisma-drift: ${rule}`,
  }
  const told = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
  return `::${COMMANDS[severity]} ${told.join(',')}::${escapeMessage([message, ...notes].join('\n'))}`
}

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
