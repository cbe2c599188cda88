import { fingerprintOf } from '../../analysis/findings.js'
import type { Severity } from '../../model/finding.js'
import { digestOf } from '../../project/staged-file.js'
import type { FileId } from '../../text/file-id.js'
import type { Range } from '../../text/span.js'
import { type CheckReport, shownFindings } from './report.js'
import { shownErrors } from './schema-errors.js'

/** A finding or an error of a schema, for reporters that make no difference. */
export interface Problem {
  /** The code of the rule, or `schema-error`. */
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  /** What else is known: why it is believed, and what can be done. A line each. */
  readonly notes: readonly string[]
  readonly file: FileId
  readonly range: Range
  readonly fingerprint: string
}

/** All that a report shows: errors of schemas first, then the findings. */
export function problemsOf(report: CheckReport): readonly Problem[] {
  const { snapshot } = report
  const errors = snapshot.schemas().flatMap((schema) => shownErrors(snapshot, schema))
  return [
    ...errors.map(({ file, range, message }) => ({
      rule: 'schema-error',
      severity: 'error' as const,
      message: message.split('\n')[0] ?? '',
      notes: [],
      file,
      range,
      fingerprint: digestOf(Buffer.from(JSON.stringify(['schema-error', file, message]))).slice(0, 16),
    })),
    ...shownFindings(report).map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      message: finding.message,
      notes: [
        ...finding.evidence.map((reason) => `because ${reason}`),
        ...finding.fixes.slice(0, 1).map(({ title, safe }) => `fix: ${title}${safe ? '' : ' (needs review)'}`),
      ],
      file: finding.at.file,
      range: snapshot.rangeOf(finding.at),
      fingerprint: fingerprintOf(finding),
    })),
  ]
}
