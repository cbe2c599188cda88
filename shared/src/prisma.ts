import type { RequestType } from 'vscode-languageserver-protocol'

/** Prisma's commands as they are offered for a schema. Resetting a database is none of them. */
export type PrismaCommandName =
  | 'generate'
  /** Writes a migration and runs nothing of it. */
  | 'migrateCreate'
  | 'migrateDev'
  | 'migrateDeploy'
  | 'migrateStatus'
  | 'migrateDiff'
  | 'migrateResolve'
  | 'studio'
  | 'seed'
  | 'format'
  | 'validate'

/** The commands of our extension for them; each takes `{ uri }`, a file of the schema. */
export const PRISMA_COMMANDS: Readonly<Record<PrismaCommandName, string>> = {
  generate: 'prismaDrift.prismaGenerate',
  migrateCreate: 'prismaDrift.prismaMigrateCreate',
  migrateDev: 'prismaDrift.prismaMigrateDev',
  migrateDeploy: 'prismaDrift.prismaMigrateDeploy',
  migrateStatus: 'prismaDrift.prismaMigrateStatus',
  migrateDiff: 'prismaDrift.prismaMigrateDiff',
  migrateResolve: 'prismaDrift.prismaMigrateResolve',
  studio: 'prismaDrift.prismaStudio',
  seed: 'prismaDrift.prismaSeed',
  format: 'prismaDrift.prismaFormat',
  validate: 'prismaDrift.prismaValidate',
}

/** The schemas that Prisma can be run for; none where programs must not be started. No parameters. */
export type PrismaSchemasRequest = RequestType<undefined, readonly PrismaSchema[], void>
export const PRISMA_SCHEMAS = 'prismaDrift/prismaSchemas'

export interface PrismaSchema {
  /** The file that names it, and its path in the workspace folder. */
  readonly uri: string
  readonly path: string
  /** All of its files. */
  readonly files: readonly string[]
  /** Of the installed Prisma. */
  readonly version: string | null
  /** The names of its migrations, oldest first. */
  readonly migrations: readonly string[]
}

/** What to run in a terminal for a command; an error where nothing may be run or Prisma is not installed. */
export type PrismaRunRequest = RequestType<PrismaRunParams, PrismaRun, void>
export const PRISMA_RUN = 'prismaDrift/prismaRun'

export interface PrismaRunParams {
  /** Of the schema. */
  readonly uri: string
  readonly command: PrismaCommandName
  /** For a migration that is to be made, what it does; for one that is there, its name. */
  readonly name?: string
  /** What is to be said of a migration that failed. */
  readonly resolution?: 'applied' | 'rolled-back'
}

export interface PrismaRun {
  /** The absolute path of the folder to run it in. */
  readonly folder: string
  /** The program and its arguments, each to be quoted as the shell needs it. */
  readonly words: readonly string[]
  /** The database that it changes, without user and password: for a question beforehand. Null where it changes none. */
  readonly changes: string | null
}
