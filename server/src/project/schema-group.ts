import type { FileId } from '../text/file-id.js'
import type { SchemaFacts } from './schema-facts.js'

/** How a schema was found, in Prisma's own order; `component` and `found` are what Prisma would need to be told. */
export type FoundVia = 'config' | 'package.json' | 'default' | 'folder' | 'component' | 'found'

/** A schema before its details are looked up. */
export interface SchemaGroup {
  readonly via: FoundVia
  /** The folder in which Prisma finds it by itself. */
  readonly project: FileId | undefined
  /** The file or folder that Prisma is to be told. */
  readonly place: FileId
  readonly files: readonly SchemaFacts[]
  /** Those of the files that Prisma does not read unless a build joins them to the others. */
  readonly joined: readonly SchemaFacts[]
  readonly twins: readonly SchemaFacts[]
  /** What a configuration says of the migrations. */
  readonly migrations: FileId | undefined
}
