import type { Format } from './formats.js'
import { REPORTERS } from './index.js'
import { markdownSummary } from './markdown.js'
import { type CheckReport, totals } from './report.js'

/** A report in one form. */
export interface Rendered {
  readonly text: string
  /** What is said where the report itself goes to a file. */
  readonly totals: string
  /** What GitHub shows beside its job, where the report is for GitHub. */
  readonly jobSummary?: string
}

/** Gives a report its form; `own` are forms of it other than those of `check`. */
export function renderReport(report: CheckReport, format: Format, own: Partial<typeof REPORTERS> = {}): Rendered {
  const text = (own[format] ?? REPORTERS[format])(report)
  const summary = format === 'github' && { jobSummary: markdownSummary(report, SUMMARY_BYTES) }
  return { text, totals: totals(report.findings, report.known), ...summary }
}

/** What GitHub takes for each step. */
const SUMMARY_BYTES = 1024 * 1024
