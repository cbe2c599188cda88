import type { EnumPair, Pair } from '../matching/pair.js'
import type { GeneratedClient } from '../model/client.js'
import { type ElementRef, typeIdOf } from '../model/element.js'
import type { Finding, Fix, PrismaRemedy, Related, Severity } from '../model/finding.js'
import type { MigrationHistory } from '../model/migration.js'
import type { Column, Model, Schema } from '../model/schema.js'
import type { Shape, ShapeProperty } from '../model/shape.js'
import type { NewMigration } from '../model/sql-change.js'
import type { Corroboration } from './corroboration.js'

/** What every fact says: where it stands and what it is about. A rule's own facts add what its message needs. */
export interface BaseFact {
  readonly at: ElementRef
  readonly pair?: Pair
  readonly property?: ShapeProperty
  readonly column?: Column
  readonly model?: Model
  /** The declared type, where there is no pair. */
  readonly type?: string
  readonly field?: string
  /** Why it is believed. */
  readonly evidence?: readonly string[]
}

/** What a rule about one pair sees. */
export interface PairContext {
  readonly pair: Pair
  readonly fields: Pair['fields']
  readonly extras: Pair['extras']
  readonly missing: Pair['missing']
  readonly ask: Corroboration
}

/** What a rule about one list of values sees. */
export interface EnumContext {
  readonly pair: EnumPair
  readonly ask: Corroboration
}

/** What a rule about one declared type sees, whether the type is paired or not. */
export interface TypeContext {
  readonly shape: Shape
  readonly schemas: readonly Schema[]
  readonly ask: Corroboration
}

/** What a rule about a schema's migrations sees. */
export type MigrationContext = MigrationHistory

/** What a rule about the SQL of one new migration sees. */
export type SqlContext = NewMigration

/** What a rule about the workspace as a whole sees. */
export interface WorkspaceContext {
  readonly schemas: readonly Schema[]
  readonly twins: readonly Twin[]
  readonly pairs: readonly Pair[]
}

/** What a rule about one generated client sees. */
export interface ClientContext {
  readonly client: GeneratedClient
}

/** What a rule about the comments of a file sees that silence findings. */
export interface SuppressionContext {
  readonly comments: readonly IdleComment[]
}

/** A comment that does not silence all that it says. */
export interface IdleComment {
  readonly at: ElementRef
  /** The rules that it names; none for a comment that silences all rules. */
  readonly rules: readonly string[]
  /** Those of which it silences nothing. */
  readonly unused: readonly string[]
  /** Those that do not exist. */
  readonly unknown: readonly string[]
}

/** An alternative to a schema, and the schema that Prisma uses by default. */
export interface Twin {
  readonly schema: Schema
  readonly twin: Schema
}

export interface Definition<Context, Fact extends BaseFact> {
  /** Kebab-case; names the problem and never changes meaning. */
  readonly code: string
  readonly summary: string
  /** Reported only where the configuration asks for it. */
  readonly off?: true
  run(context: Context): Iterable<Fact>
  severity(fact: Fact): Severity
  message(fact: Fact): string
  related?(fact: Fact): readonly Related[]
  fixes?(fact: Fact): readonly Fix[]
  /** Commands of Prisma that mend it. */
  readonly commands?: readonly PrismaRemedy[]
}

/** A rule with its facts already turned into findings. */
export interface Rule<Context> {
  readonly code: string
  readonly summary: string
  readonly off: boolean
  check(context: Context): Iterable<Finding>
}

/** A rule about one type and its model. */
export function defineRule<Fact extends BaseFact>(definition: Definition<PairContext, Fact>): Rule<PairContext> {
  return toRule(definition)
}

/** A rule about a list of values and its Prisma enum. */
export function defineEnumRule<Fact extends BaseFact>(definition: Definition<EnumContext, Fact>): Rule<EnumContext> {
  return toRule(definition)
}

/** A rule about one declared type. */
export function defineTypeRule<Fact extends BaseFact>(definition: Definition<TypeContext, Fact>): Rule<TypeContext> {
  return toRule(definition)
}

/** A rule about the migrations of one schema. */
export function defineMigrationRule<Fact extends BaseFact>(
  definition: Definition<MigrationContext, Fact>,
): Rule<MigrationContext> {
  return toRule(definition)
}

/** A rule about the SQL of one new migration. */
export function defineSqlRule<Fact extends BaseFact>(definition: Definition<SqlContext, Fact>): Rule<SqlContext> {
  return toRule(definition)
}

/** A rule that needs to see all schemas and pairs at once. */
export function defineWorkspaceRule<Fact extends BaseFact>(
  definition: Definition<WorkspaceContext, Fact>,
): Rule<WorkspaceContext> {
  return toRule(definition)
}

/** A rule about a generated client and the schema that it should have been made from. */
export function defineClientRule<Fact extends BaseFact>(
  definition: Definition<ClientContext, Fact>,
): Rule<ClientContext> {
  return toRule(definition)
}

/** A rule about the comments that silence findings. */
export function defineSuppressionRule<Fact extends BaseFact>(
  definition: Definition<SuppressionContext, Fact>,
): Rule<SuppressionContext> {
  return toRule(definition)
}

function toRule<Context, Fact extends BaseFact>(definition: Definition<Context, Fact>): Rule<Context> {
  return {
    code: definition.code,
    summary: definition.summary,
    off: definition.off ?? false,
    *check(context) {
      for (const fact of definition.run(context)) yield toFinding(definition, fact)
    },
  }
}

function toFinding<Context, Fact extends BaseFact>(definition: Definition<Context, Fact>, fact: Fact): Finding {
  const { pair, property, column, model } = fact
  return {
    rule: definition.code,
    severity: definition.severity(fact),
    message: definition.message(fact),
    evidence: [
      ...(fact.evidence ?? []),
      ...(pair ? [`${pair.shape.name} is ${pair.model.name}: ${pair.evidence.join(', ')}`] : []),
    ],
    at: fact.at,
    type: fact.type ?? (property && !pair?.inline ? property.declaredIn.name : pair ? typeName(pair) : null),
    field: fact.field ?? (property ? fieldName(property, pair) : null),
    model: model?.name ?? pair?.model.name ?? null,
    column: column?.name ?? null,
    related: definition.related?.(fact) ?? [],
    fixes: definition.fixes?.(fact) ?? [],
    ...(definition.commands && { commands: definition.commands }),
  }
}

function typeName(pair: Pair): string {
  return pair.inline?.type ?? pair.shape.name
}

function fieldName(property: ShapeProperty, pair: Pair | undefined): string {
  return pair?.inline ? `${pair.inline.path}.${property.name}` : property.name
}

/** Where a property's type is written. */
export function typeOf(property: ShapeProperty): ElementRef {
  return { file: property.ref.file, id: typeIdOf(property.ref.id) }
}

/** Where a column's type is written. */
export function columnType(column: Column): ElementRef {
  return { file: column.ref.file, id: typeIdOf(column.ref.id) }
}

/** `Model.column`, as messages name it. */
export function nameOf(column: Column): string {
  return `${column.owner}.${column.name}`
}
