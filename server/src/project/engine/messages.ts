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
  /** `all`: also those that a schema tells only in part, for a comparison with another database. */
  readonly indexes?: 'all' | undefined
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

/** A server of PostgreSQL and who asks. It holds a password: no message may. */
export interface ServerAddress {
  readonly host: string
  readonly port: number
  readonly database: string
  /** The schema that unqualified names mean. */
  readonly schema: string
  readonly user: string
  readonly password: string
  readonly encryption: 'none' | 'preferred' | 'required' | 'verified'
}

/** What is wrong with a database, in words for a person. */
export interface DatabaseProblem {
  readonly message: string
}

export interface ReadDatabaseRequest {
  readonly server: ServerAddress
  readonly header: string
}

/** A migration as the database knows it. */
export interface AppliedMigration {
  readonly name: string
  /** The SHA-256 of its SQL. */
  readonly checksum: string
  readonly state: 'applied' | 'failed' | 'rolled back'
  /** Why it failed, as the server said. */
  readonly reason: string
}

export type DatabaseAnswer =
  | { readonly kind: 'read'; readonly schema: string; readonly applied: readonly AppliedMigration[] }
  | { readonly kind: 'failed'; readonly problem: DatabaseProblem }

export type ExamineAnswer =
  | ({ readonly kind: 'examined' } & ServerFacts)
  | { readonly kind: 'failed'; readonly problem: DatabaseProblem }

export interface ServerFacts {
  readonly version: string
  readonly connectMs: number
  /** Of the simplest query, in the median. */
  readonly queryMs: number
  readonly maxConnections: number
  readonly connections: number
  readonly hasSchema: boolean
  readonly mayCreateTables: boolean
  readonly mayCreateDatabases: boolean
  /** Tables that the user cannot read from and write to. */
  readonly forbidden: readonly string[]
}

/** The methods of the engine's process. */
export interface EngineMethods {
  snapshot(request: SnapshotRequest): Promise<SnapshotAnswer>
  diff(request: DiffRequest): Promise<DiffAnswer>
  readDatabase(request: ReadDatabaseRequest): Promise<DatabaseAnswer>
  examine(request: ServerAddress): Promise<ExamineAnswer>
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
