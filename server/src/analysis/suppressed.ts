import type { ElementRef } from '../model/element.js'
import type { Finding } from '../model/finding.js'
import type { Suppression } from '../model/suppression.js'
import type { FileId } from '../text/file-id.js'
import type { Range } from '../text/span.js'

/** Whether a comment silences a finding where it stands. */
export function isSuppressed(
  { rule, at }: Finding,
  rangeOf: (ref: ElementRef) => Range,
  suppressionsOf: (file: FileId) => readonly Suppression[],
): boolean {
  const suppressions = suppressionsOf(at.file)
  if (suppressions.length === 0) return false
  const { line } = rangeOf(at).start
  return suppressions.some(
    ({ rules, scope }) => (rules.length === 0 || rules.includes(rule)) && (scope === 'file' || scope === line),
  )
}
