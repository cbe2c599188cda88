import type { Snapshot } from '../../analysis/snapshot.js'
import type { ElementRef } from '../../model/element.js'
import { type Finding, SEVERITIES, type Severity } from '../../model/finding.js'
import type { FileId } from '../../text/file-id.js'
import type { Range } from '../../text/span.js'
import { colours as pc } from '../colours.js'
import { codeFrame } from './code-frame.js'
import { type CheckReport, count, nothingFound, shownFindings } from './report.js'
import { firstErrors } from './schema-errors.js'

const COLOUR: Record<Severity, (text: string) => string> = {
  error: pc.red,
  warning: pc.yellow,
  info: pc.blue,
  hint: pc.dim,
}

/**
 * The report for people: both sides of each drift, why it is believed, and what can be done. Each begins with a line
 * `file:line:column  severity  message  rule`, which terminals link and the problem matcher of the extension reads.
 */
export function prettyReport(report: CheckReport): string {
  const blocks = shownFindings(report).map((finding) => findingBlock(finding, report))
  return [...schemaErrors(report), ...blocks, ...pairList(report), summary(report)].join('\n')
}

/** One finding with its code, its reasons and its fix. */
export function findingBlock(finding: Finding, { snapshot, detail }: CheckReport): string {
  const place = placeOf(finding.at.file, snapshot.rangeOf(finding.at))
  const head = `${place}  ${COLOUR[finding.severity](finding.severity)}  ${finding.message}  ${pc.dim(finding.rule)}`
  const frames = [frame(finding.at, snapshot, COLOUR[finding.severity])]
  for (const { at, message } of finding.related.slice(0, 1))
    frames.push(relatedFrame(at, message, snapshot, finding.at))
  return [head, ...frames.filter(Boolean), ...reasons(finding, detail), ...fixLine(finding), ''].join('\n')
}

function placeOf(file: FileId, { start }: Range): string {
  return `${pc.bold(file)}${pc.dim(`:${start.line + 1}:${start.character + 1}`)}`
}

function frame(at: ElementRef, snapshot: Snapshot, colour: (text: string) => string): string {
  // The line beside a model can be one of a datasource, which holds a password.
  const around = at.file.endsWith('.prisma') ? 0 : 1
  return codeFrame(snapshot.lineIndexOf(at.file), snapshot.rangeOf(at), { colour, indent: '    ', around })
}

function relatedFrame(at: ElementRef, message: string, snapshot: Snapshot, from: ElementRef): string {
  const range = snapshot.rangeOf(at)
  const where = at.file === from.file ? `line ${range.start.line + 1}` : `${at.file}:${range.start.line + 1}`
  const code = codeFrame(snapshot.lineIndexOf(at.file), range, {
    colour: pc.cyan,
    indent: '    ',
    around: 0,
    note: message,
  })
  return `${pc.dim(`    ${where}`)}\n${code}`
}

function reasons({ evidence, message }: Finding, detail: CheckReport['detail']): readonly string[] {
  const told = detail === 'all' ? evidence : evidence.slice(0, -1).filter((reason) => !message.includes(reason))
  return told.map((reason) => pc.dim(`    because ${reason}`))
}

function fixLine({ fixes }: Finding): readonly string[] {
  const [fix] = fixes
  return fix ? [`    ${pc.green('fix')} ${fix.title}${fix.safe ? '' : pc.dim(' (needs review)')}`] : []
}

function schemaErrors({ snapshot, detail }: CheckReport): readonly string[] {
  const { shown, more } = firstErrors(snapshot, detail)
  const blocks = shown.map(({ file, range, message, quotable }) => {
    const head = `${placeOf(file, range)}  ${pc.red('schema error')}  ${message.split('\n')[0]}\n`
    if (!quotable) return head
    return `${head}${codeFrame(snapshot.lineIndexOf(file), range, { colour: pc.red, indent: '    ', around: 0 })}\n`
  })
  return [...blocks, ...more.map((line) => `${line} ${pc.dim('(--verbose shows them)')}\n`)]
}

function pairList({ snapshot, detail }: CheckReport): readonly string[] {
  if (detail !== 'all') return []
  const rows = snapshot
    .pairs()
    .filter(({ inline }) => !inline)
    .map(({ shape, model, role, confidence, evidence }) => {
      const { line } = snapshot.rangeOf(shape.ref).start
      const what = `${pc.bold(shape.name)} is ${pc.bold(model.name)} (${role}, ${confidence})`
      return `  ${what}  ${pc.dim(`${evidence.join(', ')}  ${shape.file}:${line + 1}`)}`
    })
  const lists = snapshot
    .enumPairs()
    .map(
      ({ name, enum: prismaEnum, evidence, at }) =>
        `  ${pc.bold(name)} lists ${pc.bold(prismaEnum.name)}  ${pc.dim(`${evidence.join(', ')}  ${at.file}`)}`,
    )
  return [pc.underline('Types and the models they describe'), '', ...rows, ...lists, '']
}

function summary(report: CheckReport): string {
  const { snapshot, workspace, findings } = report
  const names = schemaNames(report)
  const pairs = snapshot.pairs().filter(({ confidence, inline }) => confidence !== 'possible' && !inline).length
  const scope = pc.dim(
    `Checked ${count(workspace.fileCount, 'file')} against ${names}; ${count(pairs, 'type')} describe a model.`,
  )
  const counts = SEVERITIES.map(
    (severity) => [severity, findings.filter((finding) => finding.severity === severity).length] as const,
  )
  const told = counts
    .filter(([, number]) => number > 0)
    .map(([severity, number]) => COLOUR[severity](count(number, severity)))
  const hidden = findings.length - shownFindings(report).length
  const more = hidden > 0 ? pc.dim(` (${hidden} not shown; --verbose shows them)`) : ''
  return `${told.length === 0 ? pc.green(nothingFound(report.known)) : `${told.join(', ')}${more}`}\n${scope}\n`
}

/** The schemas, the first few where there are many. */
function schemaNames({ snapshot, detail }: CheckReport): string {
  const all = snapshot.schemas().map(({ lowered: { schema } }) => {
    return `${schema.files[0]} (${count(schema.models.size, 'model')}, ${count(schema.enums.size, 'enum')})`
  })
  const shown = detail === 'all' || all.length <= MOST_SCHEMAS ? all : all.slice(0, MOST_SCHEMAS - 1)
  const rest = all.length - shown.length
  return rest === 0 ? shown.join(', ') : `${shown.join(', ')} and ${count(rest, 'other schema')}`
}

const MOST_SCHEMAS = 5
