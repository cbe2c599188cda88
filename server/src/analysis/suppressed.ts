import type { Finding } from '../model/finding.js'
import type { Suppression } from '../model/suppression.js'
import type { FileId } from '../text/file-id.js'
import type { Position } from '../text/span.js'

/** Whether a comment silences a finding that stands there. */
export function isSuppressed(
  finding: Finding,
  start: Position,
  suppressionsOf: (file: FileId) => readonly Suppression[],
): boolean {
  return suppressionsOf(finding.at.file).some((suppression) => isSilencedBy(suppression, finding, start))
}

/** Whether this very comment does. */
export function isSilencedBy({ rules, scope }: Suppression, { rule }: Finding, { line }: Position): boolean {
  return (rules.length === 0 || rules.includes(rule)) && (scope === 'file' || scope === line)
}
