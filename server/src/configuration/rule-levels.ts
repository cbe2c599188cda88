import { SEVERITIES, type Severity } from '../model/finding.js'
import { isRecord } from './is-record.js'
import { type KeyPath, problemAt, type SettingsProblem } from './problem.js'

/** Severity per rule code, or `off`. */
export type RuleLevels = ReadonlyMap<string, Severity | 'off'>

/** What is read of a configuration, and where what is wrong with it goes. */
export interface Reading {
  /** The rules that exist. */
  readonly codes: ReadonlySet<string>
  readonly problems: SettingsProblem[]
}

/** Reads the levels of rules; none where they are not set. */
export function readRuleLevels(at: KeyPath, value: unknown, { codes, problems }: Reading): RuleLevels {
  const levels = new Map<string, Severity | 'off'>()
  if (value !== undefined && !isRecord(value)) problems.push(problemAt(at, 'must be an object'))
  for (const [code, level] of Object.entries(isRecord(value) ? value : {})) {
    const here = [...at, code]
    if (!codes.has(code)) problems.push({ ...problemAt(at, `no rule is called "${code}"`), at: here })
    else if (!isLevel(level)) problems.push(problemAt(here, `must be one of ${SEVERITIES.join(', ')}, off`))
    else levels.set(code, level)
  }
  return levels
}

function isLevel(value: unknown): value is Severity | 'off' {
  return value === 'off' || SEVERITIES.some((severity) => severity === value)
}
