import { colours as pc } from '../colours.js'
import { findingBlock } from './pretty.js'
import { type CheckReport, count, shownFindings, totals } from './report.js'

/** What is dangerous in new migrations, for people. */
export function migrationLintReport(report: CheckReport): string {
  const blocks = shownFindings(report).map((finding) => findingBlock(finding, report))
  const fresh = report.snapshot.schemas().flatMap(({ migrations }) => migrations().fresh)
  const scope =
    fresh.length === 0 ? 'There are no new migrations.' : `Looked at ${count(fresh.length, 'new migration')}.`
  const result = report.findings.length === 0 ? pc.green('Nothing dangerous found.') : totals(report.findings)
  return `${[...blocks, result].join('\n')}\n${pc.dim(scope)}\n`
}
