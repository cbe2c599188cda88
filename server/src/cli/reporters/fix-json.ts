import { fingerprintOf } from '../../analysis/findings.js'
import type { Finding } from '../../model/finding.js'
import { VERSION } from '../version.js'
import { diffsOf, type FixReport } from './fix-report.js'

/** What `fix` did, for programs. Lines count from 1. */
export function fixJson({ mending, isDryRun }: FixReport): string {
  const { made, left, texts, uses, leftUses } = mending
  const report = {
    version: 1,
    tool: { name: 'prisma-drift', version: VERSION },
    written: !isDryRun,
    files: [...diffsOf(mending)].map(([file, diff]) => ({ file, diff })),
    fixed: made.map(({ finding, fix, line }) => ({ ...factsOf(finding, line), title: fix.title, safe: fix.safe })),
    left: left.map(({ finding, line, reason }) => ({ ...factsOf(finding, line), reason })),
    leftUses,
    summary: { files: texts.size, fixed: made.length, left: left.length, uses },
  }
  return `${JSON.stringify(report, null, 2)}\n`
}

function factsOf(finding: Finding, line: number) {
  const { rule, severity, message, at, type, field, model, column } = finding
  return {
    rule,
    severity,
    message,
    file: at.file,
    line,
    type,
    field,
    model,
    column,
    fingerprint: fingerprintOf(finding),
  }
}
