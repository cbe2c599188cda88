import { findingsMarkdown } from '../../navigation/findings-markdown.js'
import { plain } from '../../navigation/markdown.js'
import { type CheckReport, count, shownFindings, totals } from './report.js'
import { firstErrors } from './schema-errors.js'

/** The report as markdown, for comments and job summaries. */
export function markdownReport(report: CheckReport): string {
  const { snapshot, workspace } = report
  const files = findingsMarkdown(snapshot, shownFindings(report))
  const scope = `Checked ${count(workspace.fileCount, 'file')} against ${count(snapshot.schemas().length, 'schema')}.`
  return `${['## Prisma Drift', ...schemaErrors(report), totals(report.findings, report.known), ...files, scope].join('\n\n')}\n`
}

/** The same for a place that takes so many bytes at most: files that do not fit are counted. */
export function markdownSummary(report: CheckReport, bytes: number): string {
  const whole = markdownReport(report)
  if (Buffer.byteLength(whole) <= bytes) return whole
  return `## Prisma Drift\n\n${totals(report.findings, report.known)}\n\nThe list of all findings is too long for this place.\n`
}

function schemaErrors({ snapshot, detail }: CheckReport): readonly string[] {
  const { shown, more } = firstErrors(snapshot, detail)
  const lines = shown.map(({ file, range, message }) => {
    return `- \`${file}\`, line ${range.start.line + 1}: ${plain(message)}`
  })
  const rest = more.map((line) => `- ${plain(line)}`)
  return lines.length === 0 ? [] : [`### Errors of the schema\n\n${[...lines, ...rest].join('\n')}`]
}
