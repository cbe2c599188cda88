import assert from 'node:assert/strict'
import { renderFix } from '../analysis/render-fix.js'
import type { Fix } from '../model/finding.js'
import type { Intent } from '../model/intent.js'
import { applyEdits } from '../text/text-edit.js'
import { findingsAsAnnounced, snapshotOf } from './check.js'
import { type Fixture, parseFixture } from './fixture.js'
import { assertMended } from './mended.js'

/** An intent whose place is written `file#element`, such as `user.ts#User.email:type`. */
export type WrittenIntent = Intent extends infer Each ? (Each extends Intent ? Written<Each> : never) : never
type Written<Each extends Intent> = Omit<Each, 'at'> & { readonly at: string }

export interface ExpectedFix extends Omit<Fix, 'intents'> {
  readonly intents: readonly WrittenIntent[]
  /** The whole text of the file that the fix changes as it is afterwards; leading and trailing line breaks aside. */
  readonly after: string
}

/**
 * Checks a fixture as `check` does, and that one fix with the given title is offered, with that safety and intents; that
 * it leaves one file changed, as given; and that then its finding is gone, no other has come to the declaration, and the
 * fix has nothing more to do.
 */
export function checkFix(source: string, { after, ...expected }: ExpectedFix): void {
  const findings = findingsAsAnnounced(source)
  const fixes = findings.flatMap((finding) => finding.fixes.map((fix) => ({ fix, finding })))
  const titled = fixes.filter(({ fix }) => fix.title === expected.title)
  const titles = fixes.map(({ fix }) => fix.title).join('; ')
  assert.equal(titled.length, 1, `one fix '${expected.title}' among: ${titles}`)
  assert.deepEqual(
    titled.map(({ fix }) => written(fix)),
    [expected],
  )
  for (const { fix, finding } of titled) {
    const mended = fixed(parseFixture(source), fix)
    assert.deepEqual(
      changed(parseFixture(source), mended).map(({ text }) => trimmed(text)),
      [trimmed(after)],
    )
    assertMended(findings, snapshotOf(mended).findings(), finding)
    assert.deepEqual(changed(mended, fixed(mended, fix)), [], 'the fix has more to do')
  }
}

function written(fix: Fix): unknown {
  return { ...fix, intents: fix.intents.map(({ at, ...rest }) => ({ ...rest, at: `${at.file}#${at.id}` })) }
}

/** The fixture after a fix. Elements that the fix itself has removed or renamed need not be found again. */
function fixed(fixture: Fixture, fix: Fix): Fixture {
  const { edits } = renderFix(fix, snapshotOf(fixture))
  return fixture.map((each) => {
    const own = each.flag ? undefined : edits.get(each.file)
    return own ? { ...each, text: applyEdits(each.text, own), annotations: [] } : each
  })
}

function changed(before: Fixture, after: Fixture): Fixture {
  return after.filter(({ text }, index) => text !== before[index]?.text)
}

function trimmed(text: string): string {
  return text.replace(/^\n+|\n+$/g, '')
}
