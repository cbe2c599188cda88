import type { Snapshot } from '../analysis/snapshot.js'
import type { FileId } from '../text/file-id.js'
import { snapshotOf } from './check.js'
import { parseFixture } from './fixture.js'

/** A fixture and a place in it. */
export interface AtCursor {
  readonly snapshot: Snapshot
  readonly file: FileId
  readonly offset: number
}

const CURSOR = '▮'

/** Analyses a fixture in which `▮` stands once, at a place that something is asked about; it is no part of the text. */
export function atCursor(source: string): AtCursor {
  const fixture = parseFixture(source)
  const found = fixture.filter(({ text }) => text.includes(CURSOR))
  const [at] = found
  if (!at || found.length > 1 || at.text.split(CURSOR).length > 2) throw new Error(`a fixture has one '${CURSOR}'`)
  const without = fixture.map((each) => ({ ...each, text: each.text.replace(CURSOR, '') }))
  return { snapshot: snapshotOf(without), file: at.file, offset: at.text.indexOf(CURSOR) }
}
