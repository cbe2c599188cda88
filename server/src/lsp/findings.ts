import type { Snapshot } from '../analysis/snapshot.js'
import type { Finding } from '../model/finding.js'
import type { FileId } from '../text/file-id.js'

/** All findings, sorted by file and position. Where there is no schema nothing is said, as `check` does. */
export function allFindings(snapshot: Snapshot): readonly Finding[] {
  const found = known.get(snapshot) ?? (snapshot.schemas().length === 0 ? [] : snapshot.findings())
  known.set(snapshot, found)
  return found
}

/** The findings in one file, sorted by position: much less work than all of them. */
export function findingsOf(snapshot: Snapshot, file: FileId): readonly Finding[] {
  return snapshot.schemas().length === 0 ? [] : snapshot.findingsOf(file)
}

const known = new WeakMap<Snapshot, readonly Finding[]>()
