import type { Snapshot } from '../../analysis/snapshot.js'
import { breakingChanges } from '../../analysis/sync/breaking.js'
import { type Impact, impactOf } from '../../analysis/sync/impact.js'
import { type Finding, isLoud, SEVERITIES } from '../../model/finding.js'
import { isInput, isRead } from '../../model/role.js'
import type { Model } from '../../model/schema.js'
import type { Workspace } from '../../project/load-workspace.js'
import { maskAddresses } from '../../project/mask-secrets.js'
import { groupBy } from '../../text/group-by.js'
import type { AskedSchema } from '../commands/migration/ask-engine.js'
import { missingSql } from '../sync/migration-step.js'
import { stateOf } from './client-json.js'
import { type Block, code, listOf, section } from './document.js'
import { breakingBlocks, impactBlocks } from './impact-blocks.js'
import { count } from './report.js'
import { shownErrors } from './schema-errors.js'

export interface WorkspaceReport {
  readonly snapshot: Snapshot
  readonly workspace: Workspace
  /** What is known of the migrations of its schemas. */
  readonly migrations: readonly AskedSchema[]
}

type Pair = ReturnType<Snapshot['pairs']>[number]

/** The state of a workspace for a person who has to say whether it is in order: what was found, and what to look at. */
export function workspaceReport(report: WorkspaceReport): readonly Block[] {
  const { snapshot } = report
  const impact = impactOf(snapshot)
  return [
    { kind: 'heading', level: 1, text: 'Prisma Drift: report' },
    { kind: 'text', text: summaryOf(report) },
    ...section('Schemas', [schemaTable(snapshot), ...listOf(schemaErrors(snapshot))]),
    ...section(`Changes since ${impact.base}`, [
      ...impactBlocks(impact),
      ...breakingBlocks(breakingChanges(snapshot, impact)),
    ]),
    ...section('Generated clients', listOf(clientItems(snapshot))),
    ...section(
      'Migrations',
      report.migrations.flatMap((each) => migrationBlocks(each, impact)),
    ),
    ...section('Findings', findingBlocks(snapshot)),
    ...section('Models and their types', coverageBlocks(snapshot)),
    ...section('To verify by hand', listOf(toVerify(report))),
  ]
}

function summaryOf({ snapshot, workspace }: WorkspaceReport): string {
  const pairs = settledPairs(snapshot)
  const loud = snapshot.findings().filter(({ severity }) => isLoud(severity))
  const found = loud.length === 0 ? 'No type has drifted' : `${count(loud.length, 'finding')} to act on`
  const { base } = workspace
  const commit = base.kind === 'found' ? ` Compared with commit \`${base.commit.slice(0, 12)}\`.` : ''
  return `${found}: ${count(workspace.fileCount, 'file')} read, ${count(pairs.length, 'type')} that describe a model.${commit}`
}

function schemaTable(snapshot: Snapshot): Block {
  const rows = snapshot.schemas().map((facts) => {
    const { files, provider, models, enums } = facts.schema
    const errors = snapshot.schemaErrors(facts).length
    return [
      files.map(code).join(', '),
      maskAddresses(provider ?? ''),
      `${models.size}`,
      `${enums.size}`,
      errors === 0 ? '' : `${errors}`,
    ]
  })
  return { kind: 'table', columns: ['Files', 'Provider', 'Models', 'Enums', 'Errors'], rows }
}

function schemaErrors(snapshot: Snapshot): readonly string[] {
  const errors = snapshot.schemas().flatMap((facts) => shownErrors(snapshot, facts))
  return errors.map(
    ({ file, range, message }) => `${code(`${file}:${range.start.line + 1}`)} ${message.split('\n')[0]}`,
  )
}

function clientItems(snapshot: Snapshot): readonly string[] {
  return snapshot.schemas().flatMap((facts) =>
    snapshot.clientsOf(facts).map((client) => {
      const differing = client.differences.map(({ name }) => code(name)).join(', ')
      const state = { ...CLIENT_STATES, stale: `it does not know ${differing}` }[stateOf(client)]
      return `${code(facts.schema.files[0] ?? '')}, ${code(client.generator)}: ${state}`
    }),
  )
}

const CLIENT_STATES = {
  fresh: 'up to date',
  missing: 'not generated',
  unknown: 'it cannot be told what it was made from',
}

/** Whether a schema lacks a migration, and the SQL of that one. */
function migrationBlocks(asked: AskedSchema, impact: Impact): readonly Block[] {
  const { name, schema, missing } = asked
  if (missing.kind === 'no-migrations') return []
  const migrations = `${code(name)}: ${count(schema.migrations.length, 'migration')}`
  if (missing.kind === 'none') return listOf([`${migrations}, nothing is missing`])
  if (missing.kind === 'unknown') return listOf([`${migrations}, cannot be checked here: ${missing.reason}`])
  const sql: Block = { kind: 'code', language: 'sql', text: missingSql(asked, impact) ?? '' }
  return [...listOf([`${migrations}, one is missing; it would be:`]), sql]
}

function findingBlocks(snapshot: Snapshot): readonly Block[] {
  const findings = snapshot.findings()
  const loud = findings.filter(({ severity }) => isLoud(severity))
  const quiet = findings.filter(({ severity }) => !isLoud(severity))
  return [...(loud.length > 0 ? [findingTable(snapshot, loud)] : []), ...quietTable(quiet)]
}

function findingTable(snapshot: Snapshot, findings: readonly Finding[]): Block {
  const rows = findings
    .toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
    .map(({ at, rule, severity, message, fixes }) => [
      severity,
      code(`${at.file}:${snapshot.rangeOf(at).start.line + 1}`),
      message,
      code(rule),
      fixes.some(({ safe }) => safe) ? '`prisma-drift fix`' : 'by hand',
    ])
  return { kind: 'table', columns: ['Severity', 'Where', 'What', 'Rule', 'Repair'], rows }
}

function quietTable(findings: readonly Finding[]): readonly Block[] {
  if (findings.length === 0) return []
  const rows = [...groupBy(findings, ({ rule, severity }) => `${severity} ${rule}`)].map(([key, list]) => {
    const [severity = '', rule = ''] = key.split(' ')
    return [severity, code(rule), `${list.length}`]
  })
  return [
    { kind: 'text', text: 'Quiet ones, which need not be drifts:' },
    { kind: 'table', columns: ['Severity', 'Rule', 'Findings'], rows },
  ]
}

function coverageBlocks(snapshot: Snapshot): readonly Block[] {
  return snapshot.schemas().flatMap((facts): Block[] => {
    const pairs = settledPairs(snapshot).filter(({ schema }) => schema === facts.schema)
    const byModel = groupBy(pairs, ({ model }) => model)
    const rows = [...facts.schema.models.values()].map((model) => coverageRow(model, byModel.get(model) ?? []))
    const files: Block = { kind: 'text', text: facts.schema.files.map(code).join(', ') }
    const table: Block = { kind: 'table', columns: ['Model', 'Records', 'Inputs', 'Others', 'Columns'], rows }
    return snapshot.schemas().length > 1 ? [files, table] : [table]
  })
}

/** How much of the model its best mirror has says whether somebody keeps a whole copy of it. */
function coverageRow({ name }: Model, pairs: readonly Pair[]): readonly string[] {
  const named = (list: readonly Pair[]) => [...new Set(list.map(({ shape }) => code(shape.name)))].join(', ')
  const reads = pairs.filter(({ role }) => isRead(role))
  const inputs = pairs.filter(({ role }) => isInput(role))
  const others = pairs.filter(({ role }) => !isRead(role) && !isInput(role))
  const most = Math.max(0, ...reads.map(({ coverage }) => coverage))
  return [code(name), named(reads), named(inputs), named(others), reads.length > 0 ? `${Math.round(most * 100)} %` : '']
}

function toVerify({ snapshot, workspace }: WorkspaceReport): readonly string[] {
  const pairs = settledPairs(snapshot)
  const doubtful = pairs.filter(({ confidence }) => confidence === 'likely')
  const described = new Set(pairs.map(({ model }) => model))
  const models = snapshot.schemas().flatMap(({ schema }) => [...schema.models.values()])
  const bare = models.filter((model) => !described.has(model) && snapshot.filesCalling(model.name).length > 0)
  const open = pairs.filter(({ shape }) => shape.open)
  return [
    ...doubtful.map(({ shape, model, evidence }) => {
      return `${code(shape.name)} in ${code(shape.file)} is taken for a type of ${code(model.name)}: ${evidence[0] ?? ''}`
    }),
    ...open.map(
      ({ shape }) => `${code(shape.name)} in ${code(shape.file)} has members that are not known from its code`,
    ),
    ...bare.map(({ name }) => `${code(name)} is read or written, but no type describes it`),
    ...workspace.problems.map(({ file, message }) => `${code(file)} was not read: ${message}`),
    ...snapshot.failures().map(({ rule, error }) => `Rule ${code(rule)} failed: ${String(error)}`),
  ]
}

function settledPairs(snapshot: Snapshot): readonly Pair[] {
  return snapshot.pairs().filter(({ confidence, inline }) => confidence !== 'possible' && !inline)
}
