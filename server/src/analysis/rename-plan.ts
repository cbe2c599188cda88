import type { ClientChange, NewName, RenameInput } from '../checker/input.js'
import type { Finding, Fix } from '../model/finding.js'
import type { Intent } from '../model/intent.js'
import type { Column, EnumType, EnumValue, Model, Schema } from '../model/schema.js'
import { type FixProblem, renderFixes } from './render-fix.js'
import type { Snapshot } from './snapshot.js'

/** What is to be renamed together with its uses. */
export type RenamePlan = Pick<RenameInput, 'names' | 'declarations' | 'clients'>

/** A fix that renames, and the finding that it is for. */
export interface RenamingFix {
  readonly finding: Finding
  readonly fix: Fix
}

/** A member of the schema that had, or will have, another name: `owner` is its model or enum. */
export interface SchemaRename extends NewName {
  readonly owner: string
}

/**
 * Plans to follow what fixes rename to where it is used. The schema has the new names already; code that calls the
 * client of Prisma may still say the old ones.
 */
export function planRenames(
  snapshot: Snapshot,
  fixes: readonly RenamingFix[],
): RenamePlan & { readonly problems: readonly FixProblem[] } {
  const { edits, problems } = renderFixes(
    fixes.map(({ fix }) => fix),
    snapshot,
  )
  const failed = new Set(problems.map(({ fix }) => fix))
  const made = fixes.filter(({ fix }) => !failed.has(fix))
  const clients = snapshot.schemas().map(({ schema }): ClientChange => {
    const renames = made.flatMap((each) => schemaRenames(each, schema, snapshot))
    return { before: withFormerNames(schema, renames), after: schema }
  })
  return {
    names: distinct(made.flatMap((each) => namesOf(each.fix, snapshot))),
    declarations: edits,
    clients,
    problems,
  }
}

/** The schema in which members go by other names. */
export function withNewNames(schema: Schema, renames: readonly SchemaRename[]): Schema {
  const nameOf = (owner: string, name: string) =>
    renames.find((each) => each.owner === owner && each.from === name)?.to ?? name
  return mapMembers(
    schema,
    (model) => {
      const columns = model.columns.map((column) => ({ ...column, name: nameOf(model.name, column.name) }))
      const primaryKey = model.primaryKey.map((name) => nameOf(model.name, name))
      const isNamedAfter = model.primaryKeyName === model.primaryKey.join('_')
      return { ...model, columns, primaryKey, ...(isNamedAfter && { primaryKeyName: primaryKey.join('_') }) }
    },
    (owner) => owner.values.map((value) => ({ ...value, name: nameOf(owner.name, value.name) })),
  )
}

/** The schema in which members go by former names as well. */
function withFormerNames(schema: Schema, renames: readonly SchemaRename[]): Schema {
  if (renames.length === 0) return schema
  const former = <Member extends Column | EnumValue>(owner: string, members: readonly Member[]) =>
    members.flatMap((member) => {
      const others = renames.filter((each) => each.owner === owner && each.to === member.name)
      return [member, ...others.map(({ from }) => ({ ...member, name: from }))]
    })
  return mapMembers(
    schema,
    (model) => ({ ...model, columns: former(model.name, model.columns) }),
    ({ name, values }) => former(name, values),
  )
}

function mapMembers(
  schema: Schema,
  ofModel: (model: Model) => Model,
  ofEnum: (owner: EnumType) => readonly EnumValue[],
): Schema {
  return {
    ...schema,
    models: new Map([...schema.models].map(([name, model]) => [name, ofModel(model)])),
    enums: new Map([...schema.enums].map(([name, owner]) => [name, { ...owner, values: ofEnum(owner) }])),
  }
}

/** What the fix says of the schema: which of its members the code calls by another name. */
function schemaRenames({ finding, fix }: RenamingFix, schema: Schema, snapshot: Snapshot): readonly SchemaRename[] {
  if (!finding.related.some(({ at }) => schema.files.includes(at.file))) return []
  const owner = finding.model ?? enumOf(finding, schema)
  return owner === undefined ? [] : namesOf(fix, snapshot).map((name) => ({ owner, ...name }))
}

/** Findings about values lead to the enum. */
function enumOf({ related }: Finding, { enums }: Schema): string | undefined {
  return related.map(({ at }) => at.id).find((id) => enums.has(id))
}

function namesOf({ intents }: Fix, snapshot: Snapshot): readonly NewName[] {
  return intents.flatMap((intent) => nameOf(intent, snapshot) ?? [])
}

function nameOf(intent: Intent, snapshot: Snapshot): NewName | undefined {
  if (intent.kind === 'renameValue') return { from: intent.from, to: intent.to }
  if (intent.kind !== 'renameMember') return undefined
  const span = snapshot.spanOf(intent.at)
  const written = span && snapshot.textOf(intent.at.file)?.slice(span.start, span.end)
  return written ? { from: written.replace(/^(["'])(.*)\1$/, '$2'), to: intent.to } : undefined
}

function distinct(names: readonly NewName[]): readonly NewName[] {
  return [...new Map(names.map((name) => [`${name.from}\n${name.to}`, name])).values()]
}
