import type { Severity } from '../../model/finding.js'
import { tuneForOneRun } from '../../project/tune-for-one-run.js'
import { createCheckMemory, startNoting } from '../check-memory.js'
import { compare } from '../compare.js'
import type { Delivery } from '../deliver.js'
import { openProject, type ProjectOptions } from '../open-project.js'
import { complain } from '../output.js'
import { createProgress } from '../progress.js'
import type { Rendered } from '../reporters/render.js'
import { count } from '../reporters/report.js'
import { sayResult } from '../say-result.js'
import type { SelectionOptions } from '../select-findings.js'
import type { BaselineOptions } from '../settle-baseline.js'

export interface CheckOptions extends ProjectOptions, Delivery, BaselineOptions, SelectionOptions {
  readonly failOn: Severity | 'never'
  readonly maxWarnings?: number
  readonly verbose?: true
  readonly quiet?: true
  /** Whether the result may be that of an earlier check of the same, and may be kept for a later one. */
  readonly cache: boolean
}

/** What a check says. */
export interface CheckResult extends Rendered {
  /** Lines for stderr. */
  readonly remarks: readonly string[]
  /** The exit status. */
  readonly status: number
  /** Whether another check of the same would say it again. */
  readonly lasting: boolean
}

/** Runs `check`; the result is the exit status. The report goes to stdout or a file, what went wrong to stderr. */
export async function check(options: CheckOptions): Promise<number> {
  tuneForOneRun()
  const started = performance.now()
  const progress = createProgress()
  progress.say('Looking for schemas and types…')
  const looked = startNoting(options)
  const project = await openProject({
    ...options,
    ...(looked && { looked }),
    schemaErrors: 'later',
    onListed: (files) => progress.say(`Reading ${count(files, 'file')}…`),
  })
  progress.done()
  if ('problem' in project) return complain(project.problem)
  const memory = looked && createCheckMemory(project, options, looked)
  const known = memory?.recall()
  const result = known ?? (await compare(project, options, progress))
  if ('problem' in result) return complain(result.problem)
  if (!known) memory?.keep(result)
  return sayResult(result, { ...options, started, ...(known && { remark: ', as nothing has changed' }) })
}
