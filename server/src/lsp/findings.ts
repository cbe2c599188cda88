import { groupBy } from '../analysis/memo.js'
import type { Snapshot } from '../analysis/snapshot.js'
import type { Finding } from '../model/finding.js'
import type { FileId } from '../text/file-id.js'

/** The findings in one file, sorted by position. */
export function findingsOf(snapshot: Snapshot, file: FileId): readonly Finding[] {
  return byFile(snapshot).get(file) ?? []
}

/** The files with findings, sorted. */
export function filesWithFindings(snapshot: Snapshot): Iterable<FileId> {
  return byFile(snapshot).keys()
}

const known = new WeakMap<Snapshot, ReadonlyMap<FileId, Finding[]>>()

function byFile(snapshot: Snapshot): ReadonlyMap<FileId, readonly Finding[]> {
  const found = known.get(snapshot) ?? groupBy(snapshot.findings(), ({ at }) => at.file)
  known.set(snapshot, found)
  return found
}
