import type { Location, Range, RequestType } from 'vscode-languageserver-protocol'

/** What the status item shows. Sent when it changes. */
export interface Status {
  /** `loading` until the first findings; `idle` where the workspace has no schema. */
  readonly state: 'loading' | 'ready' | 'idle'
  readonly schemas: number
  readonly types: number
  readonly counts: Counts
  /** What keeps part of the workspace from being checked, a sentence each: a broken configuration, an unread file. */
  readonly problems: readonly string[]
  /** Whether programs may be started: git is one. */
  readonly trust: 'trusted' | 'untrusted'
}

/** Findings by severity. */
export interface Counts {
  readonly error: number
  readonly warning: number
  readonly info: number
  readonly hint: number
}

/** A notification with a {@link Status}. */
export const STATUS = 'prismaDrift/status'

/** The findings changed: views that show them should ask again. No parameters. */
export const CHANGED = 'prismaDrift/changed'

/** Schema, model, type: what the tree view shows. No parameters. */
export type TreeRequest = RequestType<undefined, readonly TreeSchema[], void>
export const TREE = 'prismaDrift/tree'

export interface TreeSchema {
  /** Relative to its workspace folder. */
  readonly path: string
  readonly uri: string
  readonly counts: Counts
  readonly models: readonly TreeModel[]
}

export interface TreeModel {
  readonly name: string
  readonly kind: 'model' | 'view' | 'type' | 'enum'
  readonly location: Location
  readonly counts: Counts
  readonly types: readonly TreeType[]
}

export interface TreeType {
  readonly name: string
  readonly path: string
  readonly location: Location
  /** `mirror`, `subset`, `create`, …; undefined for a list of values. */
  readonly role: string | undefined
  readonly confidence: 'certain' | 'likely' | 'possible'
  readonly findings: readonly TreeFinding[]
}

export interface TreeFinding {
  readonly code: string
  readonly severity: keyof Counts
  readonly message: string
  readonly location: Location
}

/** The findings of the workspace as markdown, for people to read or send. */
export type ReportRequest = RequestType<ReportParams | undefined, string, void>

export interface ReportParams {
  /** The URI of the folder from which links lead to the places; without it there are no links. */
  readonly linkedFrom?: string
}

export const REPORT = 'prismaDrift/report'

/** The SQL of the migrations that are missing, as far as that is known. No parameters. */
export type MissingMigrationRequest = RequestType<undefined, string, void>
export const MISSING_MIGRATION = 'prismaDrift/missingMigration'

/** A rule's page as markdown; null for an unknown code. */
export type ExplainRequest = RequestType<{ readonly code: string }, string | null, void>
export const EXPLAIN = 'prismaDrift/explain'

/** The codes and summaries of all rules. No parameters. */
export type RulesRequest = RequestType<undefined, readonly { readonly code: string; readonly summary: string }[], void>
export const RULES = 'prismaDrift/rules'

/** The types declared at a place or, without one, in a document, and the models that they could be linked to. */
export type LinkTargetsRequest = RequestType<LinkTargetsParams, LinkTargets, void>
export const LINK_TARGETS = 'prismaDrift/linkTargets'

export interface LinkTargetsParams {
  readonly uri: string
  readonly range: Range | undefined
}

export interface LinkTargets {
  readonly types: readonly { readonly name: string; readonly id: string }[]
  /** Best first. */
  readonly models: readonly { readonly name: string; readonly schema: string }[]
}

/** What code can be generated for: the model at a place, those of its schema or, without a place, of all schemas. */
export type GenerateTargetsRequest = RequestType<GenerateTargetsParams, GenerateTargets, void>
export const GENERATE_TARGETS = 'prismaDrift/generateTargets'

export interface GenerateTargetsParams {
  readonly uri: string | undefined
  readonly range: Range | undefined
}

export interface GenerateTargets {
  /** The name of the model that the place is in. */
  readonly at: string | undefined
  readonly models: readonly { readonly name: string; readonly schema: string; readonly uri: string }[]
  readonly outputs: readonly { readonly name: string; readonly label: string }[]
}

/** Reads everything anew from disk and answers with the counts. No parameters. */
export type CheckWorkspaceRequest = RequestType<undefined, Counts, void>
export const CHECK_WORKSPACE = 'prismaDrift/checkWorkspace'

/** Commands that the server runs (`workspace/executeCommand`); each applies its edits through the client. */
export const SERVER_COMMANDS = {
  /** One argument, a document's uri, or none for the whole workspace: applies all safe fixes. */
  fixAll: 'prismaDrift.server.fixAll',
  /** `{ uri, id, model }`: writes `@prisma MODEL` above the type. */
  linkType: 'prismaDrift.server.linkType',
  /** `{ uri, model, output }`: generates code for a model of the schema with that uri. */
  generate: 'prismaDrift.server.generate',
} as const

/** Commands that code actions and lenses of the server name and the client runs. */
export const CLIENT_COMMANDS = {
  /** `{ uri, range }`: asks for the model and links the type there. */
  linkType: 'prismaDrift.linkType',
  /** `{ uri, model }`: asks what to generate for the model of the schema with that uri. */
  generate: 'prismaDrift.generate',
  /** `(uri, position, locations)`: shows places in the peek view. */
  showReferences: 'prismaDrift.showReferences',
  /** A rule's code. */
  explainRule: 'prismaDrift.explainRule',
  /** Shows the SQL of the migration that is missing. */
  showMissingMigration: 'prismaDrift.showMissingMigration',
} as const
