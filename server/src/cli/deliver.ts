import { appendFileSync } from 'node:fs'
import { reasonOf } from '../project/write-reason.js'
import { errorColours as pc } from './colours.js'
import { put, tell, warn } from './output.js'
import type { Format } from './reporters/formats.js'
import type { Rendered } from './reporters/render.js'

export interface Delivery {
  readonly format: Format
  /** The file to write, relative to `cwd`; else the report goes to stdout. */
  readonly output?: string
  readonly cwd: string
}

/** Puts a report where it is wanted. The result says why that failed. */
export async function deliver({ text, totals, jobSummary }: Rendered, delivery: Delivery): Promise<string | undefined> {
  if (jobSummary !== undefined) writeJobSummary(jobSummary)
  const problem = await put(text, delivery)
  const { output } = delivery
  if (problem === undefined && output !== undefined) tell(`${totals} ${pc.dim(`The report is in ${output}.`)}`)
  return problem
}

/** GitHub shows the markdown that a step appends to this file beside its job. */
function writeJobSummary(summary: string): void {
  const file = process.env.GITHUB_STEP_SUMMARY
  if (!file) return
  try {
    appendFileSync(file, `${summary}\n`)
  } catch (error) {
    warn(`the job's summary could not be written: ${reasonOf(error)}`)
  }
}
