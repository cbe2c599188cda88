import type { SqlChange } from '../../model/sql-change.js'

/** What the process of the engine and the program that starts it say to each other. */

/** The databases that the engine works on without one. */
export type EmbeddedProvider = 'postgresql' | 'sqlite'

/** One file of a schema, by a name that messages may use. */
export interface EngineFile {
  readonly file: string
  readonly text: string
}

export interface EngineMigration {
  readonly name: string
  readonly sql: string
}

export interface SnapshotRequest {
  readonly provider: EmbeddedProvider
  /** The schema's `datasource` and `generator` blocks: they say which parts of a database are Prisma's. */
  readonly header: string
  /** In the order in which they are applied. */
  readonly migrations: readonly EngineMigration[]
}

/** The schema that migrations lead to, in Prisma's schema language, or why that is not known. */
export type SnapshotAnswer =
  | { readonly kind: 'read'; readonly schema: string }
  /** A migration does not apply to an empty database that had all those before it. */
  | { readonly kind: 'failed'; readonly migration: string; readonly message: string }
  /** An extension of PostgreSQL that is not shipped with this program. */
  | { readonly kind: 'lacks-extension'; readonly migration: string; readonly extension: string }

export interface DiffRequest {
  readonly provider: EmbeddedProvider
  readonly from: readonly EngineFile[]
  readonly to: readonly EngineFile[]
}

/** The SQL that leads from one schema to another; empty where they describe the same database. */
export type DiffAnswer =
  | { readonly kind: 'compared'; readonly sql: string }
  /** One of the schemas has errors. */
  | { readonly kind: 'refused'; readonly message: string }

/** What a script does, or why it could not be read. */
export type ReadAnswer =
  | { readonly kind: 'read'; readonly changes: readonly SqlChange[] }
  | { readonly kind: 'refused'; readonly message: string }

/** The methods of the engine's process. */
export interface EngineMethods {
  snapshot(request: SnapshotRequest): Promise<SnapshotAnswer>
  diff(request: DiffRequest): Promise<DiffAnswer>
  /** Answers for each migration. */
  readSql(request: readonly EngineMigration[]): Promise<readonly ReadAnswer[]>
}

export interface Call<Method extends keyof EngineMethods = keyof EngineMethods> {
  readonly id: number
  readonly method: Method
  readonly request: Parameters<EngineMethods[Method]>[0]
}

export type Reply =
  | { readonly id: number; readonly answer: unknown }
  /** The engine failed; the message is for a person. */
  | { readonly id: number; readonly failure: string }
