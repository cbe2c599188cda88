import type { Finding } from '../model/finding.js'
import type { Suppression } from '../model/suppression.js'
import type { FileId } from '../text/file-id.js'
import type { Position } from '../text/span.js'

/** Whether a comment silences a finding that stands there. */
export function isSuppressed(
  { rule, at }: Finding,
  { line }: Position,
  suppressionsOf: (file: FileId) => readonly Suppression[],
): boolean {
  const suppressions = suppressionsOf(at.file)
  if (suppressions.length === 0) return false
  return suppressions.some(
    ({ rules, scope }) => (rules.length === 0 || rules.includes(rule)) && (scope === 'file' || scope === line),
  )
}
