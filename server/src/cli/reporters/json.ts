import { fingerprintOf } from '../../analysis/findings.js'
import type { Snapshot } from '../../analysis/snapshot.js'
import type { Finding } from '../../model/finding.js'
import { maskAddresses } from '../../project/mask-secrets.js'
import { compareText } from '../../text/compare-text.js'
import { VERSION } from '../version.js'
import type { CheckReport } from './report.js'
import { shownErrors } from './schema-errors.js'

/** The report that other programs read. Its form is fixed; see the contract in the documentation. */
export function jsonReport({ snapshot, workspace, findings }: CheckReport): string {
  const pairs = pairsOf(snapshot)
  const report = {
    version: 1,
    tool: { name: 'prisma-drift', version: VERSION },
    schemas: snapshot.schemas().map((facts) => ({
      root: facts.source.root,
      files: facts.source.files.map(({ file }) => file),
      provider: maskAddresses(facts.lowered.schema.provider ?? '') || null,
      models: facts.lowered.schema.models.size,
      enums: facts.lowered.schema.enums.size,
      errors: shownErrors(snapshot, facts).map(({ file, range, message }) => ({ file, range, message })),
    })),
    pairs,
    findings: findings.map((finding) => findingOf(finding, snapshot)),
    summary: { files: workspace.fileCount, pairs: pairs.length, ...countsOf(findings) },
  }
  return `${JSON.stringify(report, null, 2)}\n`
}

function findingOf(finding: Finding, snapshot: Snapshot) {
  const { rule, severity, message, evidence, at, type, field, model, column, related, fixes } = finding
  return {
    rule,
    severity,
    message,
    evidence,
    file: at.file,
    range: snapshot.rangeOf(at),
    type,
    field,
    model,
    column,
    related: related.map((each) => ({ file: each.at.file, range: snapshot.rangeOf(each.at), message: each.message })),
    fixes: fixes.map(({ title, safe }) => ({ title, safe })),
    fingerprint: fingerprintOf(finding),
  }
}

/** All pairs, types and enums alike, sorted by file and position. Inline objects belong to the type that holds them. */
function pairsOf(snapshot: Snapshot) {
  const types = snapshot.pairs().filter(({ inline }) => !inline)
  const rows = [
    ...types.map(({ shape, schema, model, role, confidence, evidence }) => ({
      at: shape.ref,
      type: shape.name,
      kind: shape.declaration.kind as string,
      schema: schema.files[0] ?? null,
      model: model.name,
      role: role as string | null,
      confidence,
      evidence,
    })),
    ...snapshot.enumPairs().map(({ at, name, schema, enum: prismaEnum, confidence, evidence }) => ({
      at,
      type: name,
      kind: 'enum',
      schema: schema.files[0] ?? null,
      model: prismaEnum.name,
      role: null,
      confidence,
      evidence,
    })),
  ]
  const placed = rows.map(({ at, ...row }) => ({ file: at.file, start: snapshot.rangeOf(at).start, row }))
  placed.sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      a.start.line - b.start.line ||
      a.start.character - b.start.character ||
      compareText(a.row.model, b.row.model),
  )
  return placed.map(({ file, start, row }) => ({ file, line: start.line + 1, ...row }))
}

function countsOf(findings: readonly Finding[]) {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length
  return { errors: count('error'), warnings: count('warning'), infos: count('info'), hints: count('hint') }
}
