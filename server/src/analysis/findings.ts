import { createHash } from 'node:crypto'
import type { Settings } from '../configuration/settings.js'
import type { EnumPair, Pair } from '../matching/pair.js'
import { type Finding, SEVERITIES } from '../model/finding.js'
import type { Shape } from '../model/shape.js'
import type { Corroboration } from '../rules/corroboration.js'
import { ENUM_RULES, PAIR_RULES, WORKSPACE_RULES } from '../rules/index.js'
import type { Rule } from '../rules/rule.js'
import type { SchemaFacts } from './schemas.js'

export interface FindingsInput {
  readonly schemas: readonly SchemaFacts[]
  readonly shapes: readonly Shape[]
  readonly pairs: readonly Pair[]
  readonly enumPairs: readonly EnumPair[]
  readonly ask: Corroboration
  readonly settings: Settings
  /** Called with what a rule threw; the other rules go on. */
  readonly onError: (rule: string, error: unknown) => void
}

/** Runs every rule that is on. A finding that several pairs lead to, as inherited properties do, is kept once. */
export function collectFindings(input: FindingsInput): readonly Finding[] {
  const { ask, pairs, enumPairs } = input
  const reported = pairs.filter(({ confidence }) => confidence !== 'possible')
  const found = [
    ...reported.flatMap((pair) => run(PAIR_RULES, pairContext(pair, ask), input)),
    ...enumPairs.flatMap((pair) => run(ENUM_RULES, { pair, ask }, input)),
    ...run(WORKSPACE_RULES, workspaceContext(input, reported), input),
  ]
  return loudestOfEach(found)
}

function pairContext(pair: Pair, ask: Corroboration) {
  return { pair, fields: pair.fields, extras: pair.extras, missing: pair.missing, ask }
}

function workspaceContext({ schemas, shapes, ask }: FindingsInput, pairs: readonly Pair[]) {
  return {
    schemas: schemas.map(({ lowered }) => lowered.schema),
    twins: schemas.flatMap(({ lowered, twins }) =>
      twins.map((twin) => ({ schema: lowered.schema, twin: twin.schema })),
    ),
    pairs,
    shapes,
    ask,
  }
}

function run<Context>(
  rules: readonly Rule<Context>[],
  context: Context,
  { settings, onError }: FindingsInput,
): readonly Finding[] {
  return rules.flatMap((rule) => {
    const level = settings.rules.get(rule.code)
    if (level === 'off' || (rule.off && level === undefined)) return []
    try {
      const found = [...rule.check(context)]
      return level === undefined ? found : found.map((finding) => ({ ...finding, severity: level }))
    } catch (error) {
      onError(rule.code, error)
      return []
    }
  })
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
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}
