import type { Pair } from '../matching/pair.js'
import type { Model, Schema } from '../model/schema.js'
import type { ShapeProperty } from '../model/shape.js'
import type { Query } from '../query/query.js'
import type { Corroboration } from '../rules/corroboration.js'
import type { FileId } from '../text/file-id.js'
import { createFilledNames } from './filled-names.js'
import type { SchemaFacts } from './schemas.js'
import type { ServerUsage } from './server-usage.js'
import type { Sources } from './sources.js'
import type { Surfaces } from './surfaces.js'
import type { Texts } from './texts.js'
import { createWrittenNames } from './written-names.js'

export interface WrittenEvidenceInput {
  readonly texts: Texts
  readonly sources: Sources
  readonly surfaces: Surfaces
  readonly schemas: Query<readonly SchemaFacts[]>
  readonly isInScope: (file: FileId, schema: Schema) => boolean
  readonly usageOf: (schema: Schema) => ServerUsage
  readonly hasColumn: (schema: Schema, name: string) => boolean
  readonly speaksOf: (file: FileId, model: string) => boolean
}

/** Who writes a name: into records that are stored, and into what is sent. */
export type WrittenEvidence = Pick<
  Corroboration,
  'isBuilt' | 'isCreated' | 'isFilled' | 'isNamed' | 'isWritten' | 'writes'
>

export function createWrittenEvidence(input: WrittenEvidenceInput): WrittenEvidence {
  const { texts, sources, surfaces, schemas, isInScope, usageOf, hasColumn, speaksOf } = input
  const writtenNames = createWrittenNames(texts, surfaces, speaksOf)
  const schemaOf = (model: Model) => schemas().find(({ schema }) => schema.models.get(model.name) === model)?.schema
  /** The other files that speak of the model and write the name, where that is no column of any. */
  const speaking = ({ schema, shape, model }: Pair, { name, declaredIn }: ShapeProperty) =>
    hasColumn(schema, name)
      ? []
      : writtenNames(name, model.name).filter(
          (file) => file !== shape.file && file !== declaredIn.file && isInScope(file, schema),
        )
  const holdsKey = (file: FileId, name: string) =>
    sources.usageOf(file)?.literals.some(({ keys }) => keys.includes(name)) === true
  return {
    isCreated: ({ schema, model }) => usageOf(schema).creates(model),
    writes: (model, name) => {
      const schema = schemaOf(model)
      return schema && usageOf(schema).writes(model, name)
    },
    isBuilt: ({ schema, model }, name) =>
      writtenNames(name, model.name).some(
        (file) => surfaces.of(file) === 'server' && isInScope(file, schema) && holdsKey(file, name),
      ),
    isWritten: (pair, property, into) => {
      const { sends, sendsIn } = usageOf(pair.schema)
      const { name } = property
      const speaks = speaking(pair, property).some((file) => sendsIn(file, pair.model, name, into))
      return speaks || sends(pair.model, name, into)
    },
    isNamed: (pair, property) =>
      speaking(pair, property).length > 0 || usageOf(pair.schema).writes(pair.model, property.name) === true,
    isFilled: createFilledNames({ texts, sources, surfaces, isInScope }),
  }
}
