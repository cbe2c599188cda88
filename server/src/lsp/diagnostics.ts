import { createHash } from 'node:crypto'
import { type Diagnostic, type DiagnosticRelatedInformation, DiagnosticSeverity } from 'vscode-languageserver'
import { fingerprintOf } from '../analysis/findings.js'
import type { Snapshot } from '../analysis/snapshot.js'
import type { Finding, Related } from '../model/finding.js'
import { plainEvidence } from '../navigation/plain-evidence.js'
import { rulePage } from '../project/rule-pages.js'
import type { FileId } from '../text/file-id.js'
import { allFindings, findingsOf } from './findings.js'
import type { Folder } from './folders.js'
import { locationOf } from './locations.js'
import { filesWithMirrors, type Mirror, mirrorsOf } from './mirrors.js'
import type { Server } from './server.js'

/** What a client shows of one file. */
export interface FileDiagnostics {
  /** Equal for equal items. */
  readonly resultId: string
  readonly items: readonly Diagnostic[]
}

/** What is shown of a file that belongs to no folder. */
export const NOTHING: FileDiagnostics = { resultId: '', items: [] }

/** What a diagnostic carries along: the finding it is, or the findings that it mirrors in a schema. */
export type DiagnosticData = { readonly fingerprint: string } | { readonly mirrors: readonly string[] }

export const SOURCE = 'prisma-drift'

/** The diagnostics of a file, kept for as long as the snapshot is current. */
export function diagnosticsOf(server: Server, folder: Folder, file: FileId): FileDiagnostics {
  const snapshot = folder.live.snapshot()
  const answers = known.get(snapshot) ?? new Map<FileId, FileDiagnostics>()
  known.set(snapshot, answers)
  const answer = answers.get(file) ?? compute(server, folder, file)
  answers.set(file, answer)
  return answer
}

/** The files of a folder that have diagnostics. */
export function filesWithDiagnostics({ live }: Folder): ReadonlySet<FileId> {
  const snapshot = live.snapshot()
  return new Set([...allFindings(snapshot).map(({ at }) => at.file), ...filesWithMirrors(snapshot)])
}

const known = new WeakMap<Snapshot, Map<FileId, FileDiagnostics>>()

function compute(server: Server, folder: Folder, file: FileId): FileDiagnostics {
  const snapshot = folder.live.snapshot()
  const items = [
    ...findingsOf(snapshot, file).map((finding) => diagnosticOf(server, folder, finding)),
    ...mirrorsOf(snapshot, file).map((mirror) => mirrorDiagnostic(server, folder, mirror)),
  ]
  return { resultId: createHash('sha1').update(JSON.stringify(items)).digest('base64url'), items }
}

const SEVERITY = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const

function diagnosticOf(server: Server, folder: Folder, finding: Finding): Diagnostic {
  const related = [...finding.related, ...reasonsOf(finding)].map(({ at, message }) => ({
    location: locationOf(server, folder, at),
    message,
  }))
  return {
    range: folder.live.snapshot().rangeOf(finding.at),
    severity: SEVERITY[finding.severity],
    message: finding.message,
    ...named(server, finding.rule, related),
    data: { fingerprint: fingerprintOf(finding) } satisfies DiagnosticData,
  }
}

/** Why it is believed, beside the other side: what opens to explain a finding shows both. */
function reasonsOf({ at, related: [first], message, evidence }: Finding): readonly Related[] {
  const reasons = evidence.filter((reason) => !message.includes(reason)).map(plainEvidence)
  return reasons.map((reason) => ({
    at: first?.at ?? at,
    message: `${reason.charAt(0).toUpperCase()}${reason.slice(1)}`,
  }))
}

/** `3 types have drifted from this column: User, UserDto, Member`, with the way to each. */
function mirrorDiagnostic(server: Server, folder: Folder, { at, kind, findings }: Mirror): Diagnostic {
  const types = [...new Set(findings.map(({ type, at }) => type ?? at.file))]
  const count = types.length === 1 ? '1 type has' : `${types.length} types have`
  const related = findings.map((finding) => ({
    location: locationOf(server, folder, finding.at),
    message: finding.message,
  }))
  return {
    range: folder.live.snapshot().rangeOf(at),
    severity: DiagnosticSeverity.Information,
    message: `${count} drifted from this ${kind}: ${types.join(', ')}`,
    ...named(server, findings[0]?.rule ?? '', related),
    data: { mirrors: findings.map(fingerprintOf) } satisfies DiagnosticData,
  }
}

function named({ client }: Server, rule: string, related: DiagnosticRelatedInformation[]): Partial<Diagnostic> {
  return {
    source: SOURCE,
    code: rule,
    ...(client.describesCodes && { codeDescription: { href: rulePage(rule).href } }),
    ...(client.relates && related.length > 0 && { relatedInformation: related }),
  }
}
