import { RequestType } from 'vscode-languageserver'
import { REPORT, type ReportRequest } from '../../../shared/src/requests.js'
import type { Finding } from '../model/finding.js'
import { findingsMarkdown } from '../navigation/findings-markdown.js'
import { plain } from '../navigation/markdown.js'
import { allFindings } from './findings.js'
import type { Folder } from './folders.js'
import { onRequest } from './handler.js'
import { countsOf } from './status.js'

/** The findings as markdown, by folder and file. */
export const report = onRequest(new RequestType(REPORT) as ReportRequest, async ({ folders }) => {
  await folders.ready()
  const all = folders.all()
  return ['# Prisma Drift', ...all.map((folder) => reportOf(folder, all.length > 1))].join('\n\n').concat('\n')
})

function reportOf(folder: Folder, isOneOfMany: boolean): string {
  const snapshot = folder.live.snapshot()
  const findings = allFindings(snapshot)
  const title = isOneOfMany ? [`## ${plain(folder.root)}`] : []
  return [...title, totals(findings), ...findingsMarkdown(snapshot, findings)].join('\n\n')
}

function totals(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'Nothing has drifted.'
  const counts = Object.entries(countsOf(findings)).filter(([, count]) => count > 0)
  return `${counts.map(([severity, count]) => `${count} ${severity}${count === 1 ? '' : 's'}`).join(', ')}.`
}
