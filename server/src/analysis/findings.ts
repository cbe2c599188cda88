import { createHash } from 'node:crypto'
import type { EnumPair, Pair } from '../matching/pair.js'
import type { GeneratedClient } from '../model/client.js'
import type { Finding } from '../model/finding.js'
import { SEVERITIES } from '../model/finding.js'
import type { Schema } from '../model/schema.js'
import type { Shape } from '../model/shape.js'
import { sameData, sameItems, sameRecords } from '../query/equality.js'
import { createFlatMap } from '../query/flat-map.js'
import { createGroups } from '../query/groups.js'
import { createFamily, createNamedFamily, createQuery, type Query } from '../query/query.js'
import type { Corroboration } from '../rules/corroboration.js'
import {
  CLIENT_RULES,
  ENUM_RULES,
  MIGRATION_RULES,
  PAIR_RULES,
  SQL_RULES,
  TYPE_RULES,
  WORKSPACE_RULES,
} from '../rules/index.js'
import type { Rule } from '../rules/rule.js'
import type { FileId } from '../text/file-id.js'
import type { ClientsOf } from './clients.js'
import type { Levels } from './levels.js'
import type { SchemaFacts } from './schemas.js'
import { suppressionIndex } from './unused-suppressions.js'

export interface FindingsInput {
  readonly schemas: Query<readonly SchemaFacts[]>
  readonly shapes: Query<readonly Shape[]>
  readonly shapesIn: (file: FileId) => readonly Shape[]
  readonly pairs: Query<readonly Pair[]>
  readonly enumPairs: Query<readonly EnumPair[]>
  readonly clientsOf: ClientsOf
  readonly ask: Corroboration
  readonly levels: Query<Levels>
}

/** What a rule threw; its findings are missing, the others are there. */
export interface Failure {
  readonly rule: string
  readonly error: unknown
}

/** What the rules say about one thing. */
export interface Verdict {
  readonly findings: readonly Finding[]
  readonly failures: readonly Failure[]
}

/** The rules' findings, before comments silence any. One that several pairs lead to is kept once. */
export interface FoundBy {
  /** Everything about all files. */
  all(): Verdict
  /** What stands in one file; looks at no pair that cannot have a finding there. */
  in(file: FileId): Verdict
}

/** Runs every rule that is on, each where its answer may have changed. */
export function createFindings(input: FindingsInput): FoundBy {
  const { ask, levels } = input
  const schemas = createQuery(() => input.schemas().map(({ schema }) => schema), sameItems)
  const reported = createQuery(() => input.pairs().filter(({ confidence }) => confidence !== 'possible'), sameItems)
  const ofPair = createFamily((pair: Pair) => {
    const { fields, extras, missing } = pair
    return run(PAIR_RULES, { pair, fields, extras, missing, ask }, levels())
  }, sameVerdict)
  const ofEnum = createFamily((pair: EnumPair) => run(ENUM_RULES, { pair, ask }, levels()), sameVerdict)
  const ofType = createFamily(
    (shape: Shape) => run(TYPE_RULES, { shape, schemas: schemas(), ask }, levels()),
    sameVerdict,
  )
  const ofMigrations = createFamily((facts: SchemaFacts) => {
    const migrations = facts.migrations()
    const ofSql = migrations.fresh.map((migration) => run(SQL_RULES, migration, levels()))
    return joined([run(MIGRATION_RULES, migrations, levels()), ...ofSql])
  }, sameVerdict)
  const byMigrations = createQuery(() => joined(input.schemas().map(ofMigrations)), sameVerdict)
  const ofWorkspace = createQuery(() => run(WORKSPACE_RULES, workspaceContext(input, schemas, reported), levels()))
  const ofClient = createFamily((client: GeneratedClient) => run(CLIENT_RULES, { client }, levels()), sameVerdict)
  const clients = createQuery(() => input.schemas().flatMap(input.clientsOf), sameItems)
  const placesOf = createFamily((pair: Pair) => filesOfPair(pair).map((file) => ({ file, pair })))
  const pairPlaces = createFlatMap(reported, placesOf)
  const pairsByFile = createGroups(pairPlaces, ({ file }) => file)
  const enumsIn = createGroups(input.enumPairs, ({ at }) => at.file)
  const byPairs = createFlatMap(reported, ofPair)
  const byEnums = createFlatMap(input.enumPairs, ofEnum)
  const byTypes = createFlatMap(input.shapes, ofType)
  return {
    all: createQuery(() =>
      joined([...byPairs(), ...byEnums(), ...byTypes(), byMigrations(), ofWorkspace(), ...clients().map(ofClient)]),
    ),
    in: createNamedFamily((file) => {
      const { findings, failures } = joined([
        ...pairsByFile(file).map(({ pair }) => ofPair(pair)),
        ...enumsIn(file).map((pair) => ofEnum(pair)),
        ...input.shapesIn(file).map((shape) => ofType(shape)),
        byMigrations(),
        ofWorkspace(),
        ...clients()
          .filter(({ at }) => at.file === file)
          .map(ofClient),
      ])
      return { findings: findings.filter(({ at }) => at.file === file), failures }
    }, sameVerdict),
  }
}

function workspaceContext(input: FindingsInput, schemas: Query<readonly Schema[]>, pairs: Query<readonly Pair[]>) {
  return {
    get schemas() {
      return schemas()
    },
    get twins() {
      return input.schemas().flatMap(({ schema, twins }) => twins.map((twin) => ({ schema, twin: twin.schema })))
    },
    get pairs() {
      return pairs()
    },
  }
}

/** The files in which a pair's findings can stand: the type's, and those that its properties are declared in. */
function filesOfPair({ shape, fields, extras }: Pair): readonly FileId[] {
  const properties = [...fields.map(({ property }) => property), ...extras]
  return [...new Set([shape.file, ...properties.map(({ ref }) => ref.file)])]
}

function run<Context>(rules: readonly Rule<Context>[], context: Context, levels: Levels): Verdict {
  const findings: Finding[] = []
  const failures: Failure[] = []
  for (const rule of rules) {
    if (!levels.mayBeOn(rule.code)) continue
    try {
      findings.push(...[...rule.check(context)].flatMap((finding) => atLevel(finding, levels)))
    } catch (error) {
      failures.push({ rule: rule.code, error })
    }
  }
  return { findings, failures }
}

/** A finding as loud as it is configured to be; none where its rule is off. */
export function atLevel(finding: Finding, levels: Levels): readonly Finding[] {
  const { rule, at } = finding
  const level = levels.of(rule, at.file)
  if (level === undefined) return levels.isOn(rule, at.file) ? [finding] : []
  return level === 'off' ? [] : [{ ...finding, severity: level }]
}

function sameVerdict(a: Verdict, b: Verdict): boolean {
  return sameData(a.findings, b.findings) && sameRecords(a.failures, b.failures)
}

function joined(verdicts: readonly Verdict[]): Verdict {
  return {
    findings: loudestOfEach(verdicts.flatMap(({ findings }) => findings)),
    failures: verdicts.flatMap(({ failures }) => failures),
  }
}

function loudestOfEach(findings: readonly Finding[]): readonly Finding[] {
  const kept = new Map<string, Finding>()
  for (const finding of findings) {
    const key = [finding.rule, finding.at.file, finding.at.id, finding.model, finding.column].join('\n')
    const known = kept.get(key)
    if (!known || rank(finding) < rank(known)) kept.set(key, finding)
  }
  return [...kept.values()]
}

function rank({ severity }: Finding): number {
  return SEVERITIES.indexOf(severity)
}

/** A finding's key for baselines: it holds no position, so moved lines do not change it. */
export function fingerprintOf({ rule, at, type, field, model, column, message }: Finding): string {
  const parts = [rule, at.file, type, field, model, column, type === null ? message : '']
  // Comments say the same often; they are told apart by their order.
  if (suppressionIndex(at.id) !== undefined) parts.push(at.id)
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}
