import { appendFileSync } from 'node:fs'
import path from 'node:path'
import { writeFile } from '../project/write-file.js'
import { reasonOf } from '../project/write-reason.js'
import { errorColours as pc } from './colours.js'
import { warn, write } from './output.js'
import type { Format } from './reporters/formats.js'
import { REPORTERS } from './reporters/index.js'
import { markdownSummary } from './reporters/markdown.js'
import { type CheckReport, totals } from './reporters/report.js'

export interface Delivery {
  readonly format: Format
  /** The file to write, relative to `cwd`; else the report goes to stdout. */
  readonly output?: string
  readonly cwd: string
}

/** Puts a report where it is wanted; `own` are forms of it other than those of `check`. The result says why that failed. */
export async function deliver(
  report: CheckReport,
  { format, output, cwd }: Delivery,
  own: Partial<typeof REPORTERS> = {},
): Promise<string | undefined> {
  const text = (own[format] ?? REPORTERS[format])(report)
  if (format === 'github') writeJobSummary(report)
  if (output === undefined) return write(text)
  const problem = writeFile(path.resolve(cwd, output), text)
  if (problem !== undefined) return `'${output}' could not be written: ${problem}`
  process.stderr.write(`${totals(report.findings, report.known)} ${pc.dim(`The report is in ${output}.`)}\n`)
  return undefined
}

/** What GitHub takes for each step. */
const SUMMARY_BYTES = 1024 * 1024

/** GitHub shows the markdown that a step appends to this file beside its job. */
function writeJobSummary(report: CheckReport): void {
  const file = process.env.GITHUB_STEP_SUMMARY
  if (!file) return
  try {
    appendFileSync(file, `${markdownSummary(report, SUMMARY_BYTES)}\n`)
  } catch (error) {
    warn(`the job's summary could not be written: ${reasonOf(error)}`)
  }
}
