import { createHiddenLookup } from '../configuration/hidden.js'
import type { Settings } from '../configuration/settings.js'
import { isStored } from '../matching/fields.js'
import { foldCase } from '../matching/words.js'
import type { Column, Model, Schema } from '../model/schema.js'
import { sameItems } from '../query/equality.js'
import { createFamily, createQuery, type Query } from '../query/query.js'
import type { Corroboration } from '../rules/corroboration.js'
import { changesOf } from './changes.js'
import { isLater } from './lateness.js'
import type { SchemaFacts } from './schemas.js'

export interface SchemaEvidenceInput {
  readonly schemas: Query<readonly SchemaFacts[]>
  readonly settings: Query<Settings>
}

/** What schemas, their earlier states and their migrations say. */
export type SchemaEvidence = Pick<
  Corroboration,
  'changes' | 'isLeftOut' | 'hasColumn' | 'isCommonColumn' | 'isLate' | 'droppedBy' | 'renamedFrom'
>

export function createSchemaEvidence({ schemas, settings }: SchemaEvidenceInput): SchemaEvidence {
  const factsOf = createFamily((schema: Schema) => schemas().find((facts) => facts.schema === schema))
  const countOf = (schema: Schema, name: string) => factsOf(schema)?.columnCount(name) ?? 0
  const hidden = createQuery(() => settings().hidden ?? [], sameItems)
  const hides = createQuery(() => createHiddenLookup(hidden()))
  return {
    changes: createFamily((schema: Schema) => changesOf(factsOf(schema))),
    isLeftOut: ({ owner, name }) => hides()(owner, name),
    hasColumn: (schema, name) => countOf(schema, name) > 0,
    isCommonColumn: (schema, name) => {
      const count = countOf(schema, name)
      return count >= 5 && count >= schema.models.size / 4
    },
    isLate: ({ schema, model, fields }, column) =>
      isLater(factsOf(schema), model, column, fields.map((field) => field.column).filter(isStored)),
    droppedBy: ({ schema, model }, name) => droppedBy(model, name, factsOf(schema)),
    renamedFrom: (column) =>
      renamedFrom(
        column,
        schemas().find(({ schema }) => schema.models.has(column.owner)),
      ),
  }
}

/** Names in the schema's spelling are compared: a table's column is `snake_case` where `@map` says so. */
function renamedFrom(column: Column, facts: SchemaFacts | undefined): readonly string[] {
  const table = facts?.schema.models.get(column.owner)?.databaseName
  const renames = table === undefined ? [] : (facts?.history().renames(table) ?? [])
  return renames.filter(({ to }) => to === column.databaseName).map(({ from }) => from)
}

/** Names are compared without regard to how they are spelled: what the column was called in the schema is not known. */
function droppedBy(model: Model, name: string, facts: SchemaFacts | undefined): string | undefined {
  const names = [foldCase(name), foldCase(`${name}Id`)]
  const drops = facts?.history().drops(model.databaseName) ?? []
  const drop = drops.findLast(({ column }) => names.includes(foldCase(column)))
  return drop && facts?.migrations().migrations[drop.migration]?.name
}
