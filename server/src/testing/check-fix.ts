import assert from 'node:assert/strict'
import type { Fix } from '../model/finding.js'
import type { Intent } from '../model/intent.js'
import { findingsAsAnnounced } from './check.js'

/** An intent whose place is written `file#element`, such as `user.ts#User.email:type`. */
export type WrittenIntent = Intent extends infer Each ? (Each extends Intent ? Written<Each> : never) : never
type Written<Each extends Intent> = Omit<Each, 'at'> & { readonly at: string }

export interface ExpectedFix extends Omit<Fix, 'intents'> {
  readonly intents: readonly WrittenIntent[]
}

/** Checks a fixture as `check` does, and that one fix with the given title is offered, with that safety and intents. */
export function checkFix(source: string, expected: ExpectedFix): void {
  const fixes = findingsAsAnnounced(source).flatMap((finding) => finding.fixes)
  const titled = fixes.filter(({ title }) => title === expected.title)
  assert.equal(titled.length, 1, `one fix '${expected.title}' among: ${fixes.map(({ title }) => title).join('; ')}`)
  assert.deepEqual(titled.map(written), [expected])
}

function written(fix: Fix): unknown {
  return { ...fix, intents: fix.intents.map(({ at, ...rest }) => ({ ...rest, at: `${at.file}#${at.id}` })) }
}
