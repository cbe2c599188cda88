import type { EnumType, Model } from '../../model/schema.js'
import type { Change, ColumnChange, EnumChange, ModelChange } from '../../prisma/changes.js'
import { compareText } from '../../text/compare-text.js'
import type { FileId } from '../../text/file-id.js'
import type { SchemaFacts } from '../schemas.js'
import type { Snapshot } from '../snapshot.js'

/** What a change of the schema touches, before anything is done about it. */
export interface Impact {
  /** What the change is seen against, such as `git HEAD`; undefined where no earlier schema is known. */
  readonly base: string | undefined
  readonly models: readonly ModelImpact[]
  readonly enums: readonly EnumImpact[]
}

export interface ModelImpact extends Users {
  /** Today's name, or the former one of a model that is gone. */
  readonly name: string
  readonly facts: SchemaFacts
  readonly change: ModelChange
}

export interface EnumImpact extends Users {
  readonly name: string
  readonly facts: SchemaFacts
  readonly change: EnumChange
}

/** The files that a change concerns, sorted. */
export interface Users {
  /** Those that declare types of it. */
  readonly types: readonly FileId[]
  /** Those that read or write its records. */
  readonly code: readonly FileId[]
}

/** What changed in the schemas of a snapshot, and who uses it. */
export function impactOf(snapshot: Snapshot): Impact {
  const schemas = snapshot.schemas()
  return {
    base: schemas.map((facts) => facts.baseLabel()).find((label) => label !== undefined),
    models: schemas.flatMap((facts) =>
      (facts.changes()?.models ?? []).map((change) => modelImpact(snapshot, facts, change)),
    ),
    enums: schemas.flatMap((facts) =>
      (facts.changes()?.enums ?? []).map((change) => enumImpact(snapshot, facts, change)),
    ),
  }
}

/** The names that models of today have and that differ from the earlier schema, or whose enums do. */
export function touchedModels({ models, enums }: Impact): readonly string[] {
  const own = models.flatMap(({ change }) => change.after?.name ?? [])
  const changedEnums = new Set(enums.map(({ name }) => name))
  const users = enums.flatMap(({ facts }) =>
    [...facts.schema.models.values()]
      .filter(({ columns }) => columns.some(({ kind, type }) => kind === 'enum' && changedEnums.has(type)))
      .map(({ name }) => name),
  )
  return [...new Set([...own, ...users])]
}

function modelImpact(snapshot: Snapshot, facts: SchemaFacts, change: ModelChange): ModelImpact {
  const pairs = snapshot.pairs().filter(({ model, schema }) => schema === facts.schema && model === change.after)
  const names = [change.before, change.after].flatMap((model) => model?.name ?? [])
  return {
    name: nameOf(change),
    facts,
    change,
    types: sorted(pairs.filter(({ confidence }) => confidence !== 'possible').map(({ shape }) => shape.file)),
    code: sorted(names.flatMap((name) => snapshot.filesCalling(name))),
  }
}

function enumImpact(snapshot: Snapshot, facts: SchemaFacts, change: EnumChange): EnumImpact {
  const pairs = snapshot.enumPairs().filter((pair) => pair.schema === facts.schema && pair.enum === change.after)
  const types = pairs.flatMap(({ at, usedBy }) => [at.file, ...usedBy.map(({ pair }) => pair.shape.file)])
  return { name: nameOf(change), facts, change, types: sorted(types), code: [] }
}

function sorted(files: readonly FileId[]): readonly FileId[] {
  return [...new Set(files)].sort(compareText)
}

function nameOf({ before, after }: Change<Model | EnumType>): string {
  return (after ?? before)?.name ?? ''
}

/** The changes of an impact as phrases for a person, such as `'User.mail' is now 'User.email'`. */
export function phrasesOf({
  models,
  enums,
}: Impact): readonly { readonly name: string; readonly phrases: readonly string[] }[] {
  return [
    ...models.map(({ name, change }) => ({ name, phrases: modelPhrases(change) })),
    ...enums.map(({ name, change }) => ({ name, phrases: enumPhrases(change) })),
  ]
}

function modelPhrases(change: ModelChange): readonly string[] {
  return [...existence('model', change), ...change.columns.map(columnPhrase)]
}

function enumPhrases(change: EnumChange): readonly string[] {
  const values = change.values.map(({ before, after }) => {
    if (!before) return `value '${after?.name}' is new`
    return after ? `value '${before.name}' is now '${after.name}'` : `value '${before.name}' is gone`
  })
  return [...existence('enum', change), ...values]
}

function existence(kind: string, { before, after }: Change<{ readonly name: string }>): readonly string[] {
  if (!before) return [`the ${kind} is new`]
  if (!after) return [`the ${kind} is gone`]
  return before.name === after.name ? [] : [`it was called '${before.name}'`]
}

function columnPhrase({ before, after, aspects }: ColumnChange): string {
  if (!before) return `'${after?.name}' is new`
  if (!after) return `'${before.name}' is gone`
  const said = [...aspects].map((aspect) => {
    if (aspect === 'renamed') return `was called '${before.name}'`
    if (aspect === 'retyped') return `was ${before.type}, now ${after.type}`
    return `is now ${aspect === 'scalar' ? 'a single value' : aspect === 'list' ? 'a list' : aspect}`
  })
  return `'${after.name}' ${said.join(', ')}`
}
