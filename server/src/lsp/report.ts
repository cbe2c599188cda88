import path from 'node:path'
import { RequestType } from 'vscode-languageserver'
import { REPORT, type ReportRequest } from '../../../shared/src/requests.js'
import type { Finding } from '../model/finding.js'
import { type AddressOf, findingsMarkdown } from '../navigation/findings-markdown.js'
import { plain } from '../navigation/markdown.js'
import { pathOf } from '../project/paths.js'
import type { Position } from '../text/span.js'
import { allFindings } from './findings.js'
import type { Folder } from './folders.js'
import { onRequest } from './handler.js'
import { countsOf } from './status.js'
import { pathOfUri } from './uri.js'

/** The findings as markdown, by folder and file. */
export const report = onRequest(new RequestType(REPORT) as ReportRequest, async ({ folders }, params) => {
  await folders.ready()
  const all = folders.all()
  const base = params?.linkedFrom === undefined ? undefined : pathOfUri(params.linkedFrom)
  const reports = all.map((folder) => reportOf(folder, { isOneOfMany: all.length > 1, base }))
  return ['# Prisma Drift', ...reports].join('\n\n').concat('\n')
})

interface ReportOptions {
  readonly isOneOfMany: boolean
  /** The absolute path that links start from; without it there are none. */
  readonly base: string | undefined
}

function reportOf(folder: Folder, { isOneOfMany, base }: ReportOptions): string {
  const snapshot = folder.live.snapshot()
  const findings = allFindings(snapshot)
  const title = isOneOfMany ? [`## ${plain(folder.root)}`] : []
  const addressOf: AddressOf | undefined =
    base === undefined ? undefined : (file, position) => address(base, pathOf(folder.root, file), position)
  return [...title, totals(findings), ...findingsMarkdown(snapshot, findings, addressOf)].join('\n\n')
}

/** From the root of a folder, as previews of markdown understand it: `/src/user.ts#L3,5`. */
function address(base: string, absolute: string, { line, character }: Position): string {
  const steps = path.relative(base, absolute).split(path.sep).map(encodeURIComponent)
  return `/${steps.join('/').replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'))}#L${line + 1},${character + 1}`
}

function totals(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'Nothing has drifted.'
  const counts = Object.entries(countsOf(findings)).filter(([, count]) => count > 0)
  return `${counts.map(([severity, count]) => `${count} ${severity}${count === 1 ? '' : 's'}`).join(', ')}.`
}
