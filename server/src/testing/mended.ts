import assert from 'node:assert/strict'
import type { Finding } from '../model/finding.js'

/**
 * Asserts that a finding is gone and that none has come to the declaration that it is about. What is found at a property
 * that goes by its column's name at last was there before: only then are the two compared. A hint may be left of what was
 * more: a union of texts that lacks nothing which is known remains one.
 */
export function assertMended(before: readonly Finding[], after: readonly Finding[], mended: Finding): void {
  const known = new Set(before.map(subjectOf))
  const isRenamed = ({ field, column }: Finding) =>
    mended.field !== null && field !== mended.field && column !== null && column === mended.column
  const declared = after.filter(({ at, type }) => at.file === mended.at.file && type === mended.type)
  const here = declared.filter((finding) => !isRenamed(finding))
  const remains = (finding: Finding) => finding.severity !== 'hint' || mended.severity === 'hint'
  const unwanted = here.filter((finding) =>
    subjectOf(finding) === subjectOf(mended) ? remains(finding) : !known.has(subjectOf(finding)),
  )
  assert.deepEqual(
    unwanted.map(({ rule, message }) => `${rule}: ${message}`),
    [],
    'found after the fix',
  )
}

/** What a finding is about. */
function subjectOf({ rule, at, type, field, model, column }: Finding): string {
  return [rule, at.file, type, field, model, column].join('\n')
}
