import assert from 'node:assert/strict'
import { createAnalysisHost } from '../server/src/analysis/host.js'
import { renderFix, renderFixes } from '../server/src/analysis/render-fix.js'
import type { Snapshot } from '../server/src/analysis/snapshot.js'
import type { World } from '../server/src/analysis/world.js'
import type { Finding, Fix } from '../server/src/model/finding.js'
import { loadSettings } from '../server/src/project/load-settings.js'
import { loadWorkspace } from '../server/src/project/load-workspace.js'
import { assertMended } from '../server/src/testing/mended.js'
import { applyEdits } from '../server/src/text/text-edit.js'
import { parse } from '../server/src/typescript/parse.js'

describe('the fixes of the example', () => {
  let world: World
  let snapshot: Snapshot

  before(async () => {
    const root = `${process.cwd()}/examples/storefront`
    const loaded = await loadSettings({ root, trust: 'trusted' })
    assert.ok(loaded.kind === 'loaded')
    ;({ world } = await loadWorkspace({ root, base: 'HEAD', settings: loaded.settings, trust: 'trusted' }))
    snapshot = createAnalysisHost(world).snapshot()
  })

  it('mend their finding, bring no other, and leave files that parse and need no second time', () => {
    const fixes = snapshot.findings().flatMap((finding) => finding.fixes.map((fix) => ({ finding, fix })))
    assert.ok(fixes.length > 30, `only ${fixes.length} fixes`)
    for (const { finding, fix } of fixes) assertFixed(finding, fix)
  })

  it('mend all their findings together', () => {
    const safe = snapshot.findings().filter(({ fixes }) => fixes[0]?.safe)
    const { edits, problems } = renderFixes(
      safe.flatMap(({ fixes }) => fixes.slice(0, 1)),
      snapshot,
    )
    assert.deepEqual(problems, [])
    const after = snapshotAfter(edits).findings()
    for (const finding of safe) assertMended(snapshot.findings(), after, finding)
  })

  function assertFixed(finding: Finding, fix: Fix): void {
    const { edits, problems } = renderFix(fix, snapshot)
    assert.deepEqual(problems, [], fix.title)
    assert.ok(edits.size > 0, fix.title)
    const after = snapshotAfter(edits)
    assertMended(snapshot.findings(), after.findings(), finding)
    for (const file of edits.keys()) assert.deepEqual(parse(file, after.textOf(file) ?? '')?.errors, [], fix.title)
    assert.equal(renderFix(fix, after).edits.size, 0, `'${fix.title}' has more to do`)
  }

  function snapshotAfter(edits: ReturnType<typeof renderFix>['edits']): Snapshot {
    const changed = [...edits].map(([file, list]) => [file, applyEdits(snapshot.textOf(file) ?? '', list)] as const)
    return createAnalysisHost({ ...world, texts: new Map([...world.texts, ...changed]) }).snapshot()
  }
})
