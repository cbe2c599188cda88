import { reaches } from '../../model/finding.js'
import { groupBy } from '../../text/group-by.js'
import { type Problem, problemsOf } from './problems.js'
import type { CheckReport } from './report.js'

/**
 * The report as JUnit's XML: a suite for each file, a case for each finding. What fails the run is a failure, the rest
 * passes and is told in the output of its case. Without findings there is one case, which passes.
 */
export function junitReport(report: CheckReport): string {
  const problems = problemsOf(report)
  const isFailure = ({ rule, severity }: Problem) =>
    rule === 'schema-error' || (report.failOn !== 'never' && reaches(severity, report.failOn))
  const suites = [...groupBy(problems, ({ file }) => file)].map(([file, inFile]) =>
    suite(
      file,
      inFile.length,
      inFile.filter(isFailure).length,
      inFile.map((each) => testCase(each, isFailure(each))),
    ),
  )
  const clean = suite('prisma-drift', 1, 0, ['    <testcase classname="prisma-drift" name="no drift"/>'])
  const failures = problems.filter(isFailure).length
  const head = `<testsuites name="prisma-drift" tests="${Math.max(problems.length, 1)}" failures="${failures}" errors="0">`
  return `${['<?xml version="1.0" encoding="UTF-8"?>', head, ...(suites.length > 0 ? suites : [clean]), '</testsuites>'].join('\n')}\n`
}

function suite(name: string, tests: number, failures: number, cases: readonly string[]): string {
  const head = `  <testsuite name="${escapeXml(name)}" tests="${tests}" failures="${failures}" errors="0" skipped="0">`
  return [head, ...cases, '  </testsuite>'].join('\n')
}

function testCase({ rule, severity, message, notes, file, range }: Problem, fails: boolean): string {
  const line = range.start.line + 1
  const head = `    <testcase classname="${escapeXml(file)}" name="${escapeXml(`${rule}: ${message}`)}" file="${escapeXml(file)}" line="${line}">`
  const text = escapeXml([`${file}:${line}:${range.start.character + 1} ${severity} ${message}`, ...notes].join('\n'))
  const body = fails
    ? `      <failure type="${rule}" message="${escapeXml(message)}">${text}</failure>`
    : `      <system-out>${text}</system-out>`
  return [head, body, '    </testcase>'].join('\n')
}

/** XML has no way to write most control characters. */
function escapeXml(text: string): string {
  const written = [...text].filter((character) => character >= ' ' || /[\t\n\r]/.test(character)).join('')
  return written.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
