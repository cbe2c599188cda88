import { compareSchemas, type SchemaChanges } from '../prisma/changes.js'

import { type LoweredSchema, lowerSchema } from '../prisma/lower.js'
import { scanSchema } from '../prisma/scan.js'
import { type ColumnHistory, readColumnHistory } from '../sql/column-history.js'
import type { FileId } from '../text/file-id.js'
import { lazy } from './memo.js'
import type { SchemaSource, SourceText } from './world.js'

/** A schema with its meaning, its past and its alternatives. */
export interface SchemaFacts {
  readonly source: SchemaSource
  readonly lowered: LoweredSchema
  readonly twins: readonly LoweredSchema[]
  /** What changed since the earlier schema; undefined where there is none. */
  readonly changes: () => SchemaChanges | undefined
  readonly history: () => ColumnHistory
}

/** Gives the texts of a schema their meaning. */
export function readSchema(source: SchemaSource): SchemaFacts {
  const lowered = lower(source.root, source.files)
  return {
    source,
    lowered,
    twins: source.twins.map((twin) => lower(source.root, [twin])),
    changes: lazy(() => source.base && compareSchemas(lower(source.root, source.base.files).schema, lowered.schema)),
    history: lazy(() => readColumnHistory(source.migrations)),
  }
}

function lower(root: FileId, files: readonly SourceText[]): LoweredSchema {
  return lowerSchema({ root, files: files.map(({ file, text }) => ({ file, syntax: scanSchema(text) })) })
}
