import { compareText } from '../text/compare-text.js'
import { isRecord } from './is-record.js'

/** The file in a project's root with the findings that are known and not to be reported. */
export const BASELINE_FILE = 'prisma-drift-suppressions.json'

/** A finding that is known. Only fingerprint and message are compared, the rest is for those who read the file. */
export interface KnownFinding {
  readonly fingerprint: string
  readonly rule: string
  readonly file: string
  readonly type: string | null
  readonly field: string | null
  readonly message: string
}

/** The findings that are known, by their fingerprints. */
export type Baseline = ReadonlyMap<string, KnownFinding>

export const NO_BASELINE: Baseline = new Map()

/** A baseline, or what is wrong with it. */
export type BaselineResult =
  | { readonly baseline: Baseline; readonly problems: readonly [] }
  | { readonly baseline: undefined; readonly problems: readonly string[] }

/** Checks what the file of a baseline holds. */
export function readBaseline(value: unknown): BaselineResult {
  if (!isRecord(value) || !Array.isArray(value.suppressions)) return failed('must be an object with "suppressions"')
  if (value.version !== 1) return failed('version: must be 1')
  const entries: KnownFinding[] = []
  const problems: string[] = []
  for (const [index, entry] of value.suppressions.entries()) {
    const known = readEntry(entry)
    if (known) entries.push(known)
    else problems.push(`suppressions[${index}]: must have "fingerprint", "rule", "file" and "message"`)
  }
  if (problems.length > 0) return { baseline: undefined, problems }
  return { baseline: new Map(entries.map((entry) => [entry.fingerprint, entry])), problems: [] }
}

/** The text of the file: sorted, so that two branches that know the same have the same file. */
export function renderBaseline(known: Iterable<KnownFinding>): string {
  const suppressions = [...known].sort(
    (a, b) => compareText(a.file, b.file) || compareText(a.rule, b.rule) || compareText(a.fingerprint, b.fingerprint),
  )
  return `${JSON.stringify({ version: 1, suppressions }, null, 2)}\n`
}

function readEntry(value: unknown): KnownFinding | undefined {
  if (!isRecord(value)) return undefined
  const { fingerprint, rule, file, type = null, field = null, message } = value
  const texts = [fingerprint, rule, file, message]
  if (!texts.every((text) => typeof text === 'string') || !isName(type) || !isName(field)) return undefined
  return { fingerprint, rule, file, type, field, message } as KnownFinding
}

function isName(value: unknown): value is string | null {
  return value === null || typeof value === 'string'
}

function failed(problem: string): BaselineResult {
  return { baseline: undefined, problems: [problem] }
}
