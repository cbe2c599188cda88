import type { Baseline, KnownFinding } from '../configuration/baseline.js'
import type { Finding } from '../model/finding.js'
import { ENUM_RULES } from '../rules/index.js'
import { fingerprintOf } from './findings.js'

/** What a baseline holds of a finding. */
export function knownFinding(finding: Finding): KnownFinding {
  const { rule, at, type, field, message } = finding
  return { fingerprint: fingerprintOf(finding), rule, file: at.file, type, field, message }
}

/**
 * Whether a finding is in a baseline. One about a list of values must name the same values: a value that a list came to
 * lack since then is news.
 */
export function isKnown(finding: Finding, baseline: Baseline): boolean {
  if (baseline.size === 0) return false
  const known = baseline.get(fingerprintOf(finding))
  return known !== undefined && (!ABOUT_VALUES.has(finding.rule) || known.message === finding.message)
}

/** Equal for findings that say the same of the same. */
export function findingKey(finding: Finding): string {
  return `${fingerprintOf(finding)} ${ABOUT_VALUES.has(finding.rule) ? finding.message : ''}`
}

const ABOUT_VALUES: ReadonlySet<string> = new Set(ENUM_RULES.map(({ code }) => code))
