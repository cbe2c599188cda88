import type { ClientChange, LeftPlace, NewName } from '../../checker/input.js'
import type { Finding, Fix } from '../../model/finding.js'
import type { Column, EnumType, EnumValue, Model, Schema } from '../../model/schema.js'
import type { Change, SchemaChanges } from '../../prisma/changes.js'
import type { FileId } from '../../text/file-id.js'
import { delegateOf } from '../delegates.js'
import type { AnalysisHost } from '../host.js'
import type { ChangedText, FollowUses, MadeFix } from '../mend.js'
import { planRenames } from '../rename-plan.js'
import type { SchemaFacts } from '../schemas.js'
import type { Snapshot } from '../snapshot.js'

/** What following the renames of a schema came to. */
export interface FollowedRenames {
  /** The files that change, tests and seeds among them. */
  readonly texts: ReadonlyMap<FileId, ChangedText>
  readonly made: readonly MadeFix[]
  /** How many places got a new name beside the declarations. */
  readonly uses: number
  readonly left: readonly LeftPlace[]
}

export const NO_RENAMES: FollowedRenames = { texts: new Map(), made: [], uses: 0, left: [] }

/**
 * Follows models, columns and values that the schema has renamed, to the types that describe them and to the code that
 * names them. The host has the changed texts afterwards.
 */
export async function followRenames(host: AnalysisHost, followUses: FollowUses): Promise<FollowedRenames> {
  const snapshot = host.snapshot()
  const names = snapshot.schemas().flatMap((facts) => namesIn(facts.changes()))
  if (names.length === 0) return NO_RENAMES
  const renaming = renamedSince(snapshot)
  const { problems, declarations, names: declared } = planRenames(snapshot, renaming)
  const clients = snapshot.schemas().map(clientChangeOf)
  const plan = { names: distinct([...names, ...declared]), declarations, clients }
  const { texts, uses, left } = await followUses(plan, snapshot.textOf)
  const failed = new Set(problems.map(({ fix }) => fix))
  const made = renaming.filter(({ fix }) => !failed.has(fix))
  const known = [...texts].filter(([file]) => snapshot.textOf(file) !== undefined)
  host.apply({ texts: new Map(known.map(([file, { after }]) => [file, after])) })
  return { texts, made, uses, left }
}

function namesIn(changes: SchemaChanges | undefined): readonly NewName[] {
  const models = (changes?.models ?? []).flatMap(({ before, after, columns }) => [
    ...newName(before && delegateOf(before.name), after && delegateOf(after.name)),
    ...columns.flatMap((change) => namesOf(change)),
  ])
  const values = (changes?.enums ?? []).flatMap((change) => [...namesOf(change), ...change.values.flatMap(namesOf)])
  return [...models, ...values]
}

function namesOf({ before, after }: Change<{ readonly name: string }>): readonly NewName[] {
  return newName(before?.name, after?.name)
}

function newName(from: string | undefined, to: string | undefined): readonly NewName[] {
  return from === undefined || to === undefined || from === to ? [] : [{ from, to }]
}

/** The properties and values whose columns and values are called otherwise from now on. */
function renamedSince(snapshot: Snapshot): readonly MadeFix[] {
  return snapshot.findings().flatMap((finding) => {
    const fix = finding.fixes.find(({ uses }) => uses)
    const isMeant = finding.rule === 'enum-value-extra' || isRenamedSince(finding, snapshot.schemas())
    return fix && isMeant ? [madeFix(snapshot, finding, fix)] : []
  })
}

/** Whether the finding's column bore the property's name in the earlier schema. */
function isRenamedSince({ model, column, field }: Finding, schemas: readonly SchemaFacts[]): boolean {
  const former = field?.split('.').at(-1)
  return schemas.some((facts) => {
    const change = model !== null && column !== null ? facts.columnChange(model, column) : undefined
    return change?.before?.name === former && change?.before?.name !== change?.after?.name
  })
}

function madeFix(snapshot: Snapshot, finding: Finding, fix: Fix): MadeFix {
  return { finding, fix, line: snapshot.rangeOf(finding.at).start.line + 1 }
}

/** The client that the code was written for has what the earlier schema had, beside what there is now. */
export function clientChangeOf(facts: SchemaFacts): ClientChange {
  const earlier = facts.before()
  return { before: earlier ? withFormer(facts.schema, earlier, facts.changes()) : facts.schema, after: facts.schema }
}

function withFormer(schema: Schema, earlier: Schema, changes: SchemaChanges | undefined): Schema {
  const models = [...schema.models.values()].map((model): Model => {
    const before = changes?.model(model.name)?.before
    return { ...model, columns: withMissing<Column>(model.columns, before?.columns ?? []) }
  })
  const enums = [...schema.enums.values()].map((type): EnumType => {
    const before = changes?.enumType(type.name)?.before
    return { ...type, values: withMissing<EnumValue>(type.values, before?.values ?? []) }
  })
  return {
    ...schema,
    models: new Map([...earlier.models, ...models.map((model) => [model.name, model] as const)]),
    enums: new Map([...earlier.enums, ...enums.map((type) => [type.name, type] as const)]),
  }
}

function withMissing<Member extends { readonly name: string }>(
  now: readonly Member[],
  before: readonly Member[],
): readonly Member[] {
  return [...now, ...before.filter(({ name }) => now.every((member) => member.name !== name))]
}

function distinct(names: readonly NewName[]): readonly NewName[] {
  return [...new Map(names.map((name) => [`${name.from}\n${name.to}`, name])).values()]
}
