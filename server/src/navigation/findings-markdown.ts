import type { Snapshot } from '../analysis/snapshot.js'
import type { Finding } from '../model/finding.js'
import type { FileId } from '../text/file-id.js'
import { groupBy } from '../text/group-by.js'
import type { Position } from '../text/span.js'
import { plain } from './markdown.js'
import { plainEvidence } from './plain-evidence.js'

/** The address of a place in a file, for a link. */
export type AddressOf = (file: FileId, position: Position) => string

/** Findings as markdown, a section for each file: where they stand, what they say, and why it is believed. */
export function findingsMarkdown(
  snapshot: Snapshot,
  findings: readonly Finding[],
  addressOf?: AddressOf,
): readonly string[] {
  return [...groupBy(findings, ({ at }) => at.file)].map(([file, ofFile]) => {
    const lines = ofFile.map((finding) => findingItem(snapshot, finding, addressOf))
    return `### ${plain(file)}\n\n${lines.join('\n')}`
  })
}

function findingItem(snapshot: Snapshot, finding: Finding, addressOf: AddressOf | undefined): string {
  const { rule, severity, message, evidence, at } = finding
  const { start } = snapshot.rangeOf(at)
  const line = `line ${start.line + 1}`
  const place = addressOf ? `[${line}](${addressOf(at.file, start)})` : line
  const because = evidence.map((each) => `  - ${plain(plainEvidence(each))}`)
  return [`- ${place}, ${severity}, \`${rule}\`: ${plain(message)}`, ...because].join('\n')
}
