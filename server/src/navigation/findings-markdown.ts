import type { Snapshot } from '../analysis/snapshot.js'
import type { Finding } from '../model/finding.js'
import type { FileId } from '../text/file-id.js'
import { groupBy } from '../text/group-by.js'
import { plain } from './markdown.js'

/** Findings as markdown, a section for each file: where they stand, what they say, and why it is believed. */
export function findingsMarkdown(snapshot: Snapshot, findings: readonly Finding[]): readonly string[] {
  return [...groupBy(findings, ({ at }) => at.file)].map((entry) => fileSection(snapshot, entry))
}

function fileSection(snapshot: Snapshot, [file, findings]: [FileId, readonly Finding[]]): string {
  const lines = findings.map(({ rule, severity, message, evidence, at }) => {
    const { line } = snapshot.rangeOf(at).start
    const because = evidence.map((each) => `  - ${plain(each)}`)
    return [`- line ${line + 1}, ${severity}, \`${rule}\`: ${plain(message)}`, ...because].join('\n')
  })
  return `### ${plain(file)}\n\n${lines.join('\n')}`
}
