import assert from 'node:assert/strict'
import { createAnalysisHost } from '../analysis/host.js'
import type { Snapshot } from '../analysis/snapshot.js'
import type { Finding } from '../model/finding.js'
import { assertFound } from './compare.js'
import { type Fixture, parseFixture } from './fixture.js'
import { worldOf } from './memory-world.js'

/**
 * Asserts that what is found in a fixture is what its annotations announce: severity, code, range and whole message,
 * and `💡` where there are fixes. Without annotations it asserts silence.
 */
export function check(source: string): void {
  findingsAsAnnounced(source)
}

/** The findings of a fixture, once they are known to be those that its annotations announce. */
export function findingsAsAnnounced(source: string): readonly Finding[] {
  const fixture = parseFixture(source)
  const snapshot = snapshotOf(fixture)
  const findings = snapshot.findings()
  assert.deepEqual(snapshot.failures(), [], 'a rule failed')
  assertFound(
    fixture,
    findings.map((finding) => ({ at: finding.at, textBeside: () => announcementOf(finding) })),
    snapshot,
  )
  return findings
}

/** Analyses a fixture in memory. */
export function snapshotOf(fixture: Fixture): Snapshot {
  return createAnalysisHost(worldOf(fixture)).snapshot()
}

function announcementOf({ rule, severity, message, fixes }: Finding): string {
  return `${fixes.length > 0 ? '💡 ' : ''}${severity}[${rule}] ${message}`
}
