import { fingerprintOf } from '../../analysis/findings.js'
import type { ElementRef } from '../../model/element.js'
import type { Finding, Severity } from '../../model/finding.js'
import { RULES } from '../../rules/index.js'
import type { FileId } from '../../text/file-id.js'
import type { Range } from '../../text/span.js'
import { VERSION } from '../version.js'
import { type CheckReport, repositoryUri, shownFindings } from './report.js'
import { ruleDescriptors } from './sarif-rules.js'
import { shownErrors } from './schema-errors.js'

const LEVELS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' }

/** The report in the Static Analysis Results Interchange Format, 2.1.0. Paths are those of the repository. */
export function sarifReport(report: CheckReport): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'prisma-drift', version: VERSION, semanticVersion: VERSION, rules: ruleDescriptors() },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [invocation(report)],
        results: shownFindings(report).map((finding) => result(finding, report)),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

/** How the run went. Errors of a schema are no drift: they stand here. */
function invocation(report: CheckReport) {
  const { snapshot } = report
  const notifications = snapshot.schemas().flatMap((schema) =>
    shownErrors(snapshot, schema).map(({ file, range, message }) => ({
      level: 'error',
      message: { text: message },
      locations: [{ physicalLocation: physicalLocation(report, file, range) }],
    })),
  )
  return { executionSuccessful: true, toolExecutionNotifications: notifications }
}

function result(finding: Finding, report: CheckReport) {
  const { rule, severity, message, evidence, related, fixes, type, field, model, column } = finding
  return {
    ruleId: rule,
    ruleIndex: RULES.findIndex(({ code }) => code === rule),
    level: LEVELS[severity],
    message: { text: message },
    locations: [location(report, finding.at)],
    relatedLocations: related.map(({ at, message: text }, id) => ({ id, message: { text }, ...location(report, at) })),
    partialFingerprints: { 'prismaDrift/v1': fingerprintOf(finding) },
    properties: {
      severity,
      evidence,
      type,
      field,
      model,
      column,
      fixes: fixes.map(({ title, safe }) => ({ title, safe })),
    },
  }
}

function location(report: CheckReport, at: ElementRef) {
  return { physicalLocation: physicalLocation(report, at.file, report.snapshot.rangeOf(at)) }
}

function physicalLocation(report: CheckReport, file: FileId, { start, end }: Range) {
  return {
    artifactLocation: { uri: repositoryUri(report, file), uriBaseId: '%SRCROOT%' },
    region: {
      startLine: start.line + 1,
      startColumn: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    },
  }
}
