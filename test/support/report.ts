import assert from 'node:assert/strict'

export interface Position {
  readonly line: number
  readonly character: number
}

export interface Range {
  readonly start: Position
  readonly end: Position
}

/** The report of `check --format json`, as the contract has it. */
export interface Report {
  readonly schemas: readonly {
    readonly root: string
    readonly files: readonly string[]
    readonly models: number
    readonly errors: readonly { readonly file: string; readonly range: Range; readonly message: string }[]
  }[]
  readonly pairs: readonly {
    readonly file: string
    readonly line: number
    readonly type: string
    readonly kind: string
    readonly schema: string
    readonly model: string
    readonly role: string | null
    readonly confidence: string
  }[]
  readonly findings: readonly {
    readonly rule: string
    readonly severity: string
    readonly message: string
    readonly file: string
    readonly range: Range
    readonly type: string | null
    readonly field: string | null
    readonly model: string | null
    readonly column: string | null
    readonly fingerprint: string
  }[]
  readonly summary: Readonly<Record<'files' | 'pairs' | 'errors' | 'warnings' | 'infos' | 'hints', number>>
}

/** Reads a report and proves that it has the form of the contract. */
export function parseReport(text: string): Report {
  const value: unknown = JSON.parse(text)
  assert.deepEqual(report(value, '$'), [])
  const parsed = value as Report
  assertSorted(parsed.pairs.map(({ file, line }) => ({ file, line, character: 0 })))
  assertSorted(parsed.findings.map(({ file, range: { start } }) => ({ file, ...start })))
  assertSummary(parsed)
  const fingerprints = parsed.findings.map(({ fingerprint }) => fingerprint)
  assert.deepEqual(
    fingerprints.filter((each, index) => fingerprints.indexOf(each) !== index),
    [],
    'fingerprints that occur twice',
  )
  return parsed
}

function assertSorted(places: readonly (Position & { readonly file: string })[]): void {
  places.forEach((place, index) => {
    const before = places[index - 1]
    if (!before || before.file < place.file) return
    const ordered =
      before.file === place.file &&
      (before.line < place.line || (before.line === place.line && before.character <= place.character))
    assert.ok(ordered, `${JSON.stringify(before)} stands before ${JSON.stringify(place)}`)
  })
}

function assertSummary({ summary, pairs, findings }: Report): void {
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length
  assert.equal(summary.pairs, pairs.length)
  assert.deepEqual(
    [summary.errors, summary.warnings, summary.infos, summary.hints],
    ['error', 'warning', 'info', 'hint'].map(count),
  )
}

/** What is wrong with a value, a line each; `at` says where it stands. */
type Check = (value: unknown, at: string) => readonly string[]

const text = when('a text that is not empty', (value) => typeof value === 'string' && value !== '')
const truth = when('a boolean', (value) => typeof value === 'boolean')
const count = when('a count', (value) => Number.isInteger(value) && Number(value) >= 0)
const line = when('a line that counts from 1', (value) => Number.isInteger(value) && Number(value) >= 1)
const folder = when('a relative path', isRelative)
const file = when('a relative path of a file', (value) => isRelative(value) && value !== '')
const orNull =
  (check: Check): Check =>
  (value, at) =>
    value === null ? [] : check(value, at)

const position = record({ line: count, character: count })
const range: Check = (value, at) => {
  const wrong = record({ start: position, end: position })(value, at)
  if (wrong.length > 0) return wrong
  const { start, end } = value as Range
  const ordered = start.line < end.line || (start.line === end.line && start.character <= end.character)
  return ordered ? [] : [`${at} ends before it starts`]
}

const schema = record({
  root: folder,
  files: listOf(file),
  provider: orNull(text),
  models: count,
  enums: count,
  errors: listOf(record({ file, range, message: text })),
})

const pair = record({
  file,
  line,
  type: text,
  kind: oneOf('interface', 'alias', 'class', 'enum', 'zod', 'ddl'),
  schema: file,
  model: text,
  role: orNull(oneOf('mirror', 'subset', 'create', 'update', 'query', 'command', 'derived')),
  confidence: oneOf('certain', 'likely', 'possible'),
  evidence: listOf(text),
})

const finding = record({
  rule: when('a rule code', (value) => typeof value === 'string' && /^[a-z]+(-[a-z]+)*$/.test(value)),
  severity: oneOf('error', 'warning', 'info', 'hint'),
  message: text,
  evidence: listOf(text),
  file,
  range,
  type: orNull(text),
  field: orNull(text),
  model: orNull(text),
  column: orNull(text),
  related: listOf(record({ file, range, message: text })),
  fixes: listOf(record({ title: text, safe: truth })),
  fingerprint: when('a fingerprint', (value) => typeof value === 'string' && /^[0-9a-f]{16}$/.test(value)),
})

const report = record({
  version: oneOf(1),
  tool: record({ name: oneOf('prisma-drift'), version: text }),
  schemas: listOf(schema),
  pairs: listOf(pair),
  findings: listOf(finding),
  summary: record({ files: count, pairs: count, errors: count, warnings: count, infos: count, hints: count }),
})

function isRelative(value: unknown): boolean {
  return typeof value === 'string' && !/^\/|^\.\.?(\/|$)|\\/.test(value)
}

function when(wanted: string, holds: (value: unknown) => boolean): Check {
  return (value, at) => (holds(value) ? [] : [`${at} is ${JSON.stringify(value)}, not ${wanted}`])
}

function oneOf(...values: readonly (string | number)[]): Check {
  return when(`one of ${values.join(', ')}`, (value) => values.some((each) => each === value))
}

function listOf(item: Check): Check {
  return (value, at) =>
    Array.isArray(value) ? value.flatMap((each, index) => item(each, `${at}[${index}]`)) : [`${at} is no list`]
}

/** Exactly these keys. */
function record(fields: Readonly<Record<string, Check>>): Check {
  return (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at} is no record`]
    const unknown = Object.keys(value).filter((key) => !(key in fields))
    const entries = new Map(Object.entries(value))
    return [
      ...unknown.map((key) => `${at}.${key} is not in the contract`),
      ...Object.entries(fields).flatMap(([key, check]) => check(entries.get(key), `${at}.${key}`)),
    ]
  }
}
