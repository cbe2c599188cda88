import type { Answer } from '../../../generators/spec/tested-method.js'
import type { FieldPair } from '../../../matching/pair.js'
import { isSecret } from '../../../matching/secrets.js'
import type { Column, Model } from '../../../model/schema.js'
import type { ClientCall, ServiceMethod } from '../../../model/service.js'
import type { Base } from '../../../model/shape.js'
import { declarationOf } from './declarations.js'
import type { ReadingContext } from './tested-methods.js'

export interface AnsweredRecord {
  readonly call: ClientCall
  readonly model: Model
  readonly context: ReadingContext
}

/** What a method answers of a record, by the type that it says or by what it asks the client for. */
export function answerOf(method: ServiceMethod, { call, model, context }: AnsweredRecord): Answer | undefined {
  const declared = method.answer.replace(/^Promise<(.*)>$/s, '$1').trim()
  const nullable = /\|\s*null\b/.test(declared)
  const type = declared.replace(/\s*\|\s*null\b/, '') || method.made || ''
  const stored = model.columns.filter(isPlain)
  const secrets = stored.map(({ name }) => name).filter(isSecret)
  const fields = type === '' ? undefined : fieldsOf(type, { model, context })
  const answered = fields ? fields.filter(isSame).map(({ column }) => column) : asked(method, call, stored, type, model)
  if (!answered || answered.length === 0) return undefined
  const columns = stored.filter((column) => answered.includes(column))
  const names = new Set(fields ? fields.map(({ column }) => column.name) : columns.map(({ name }) => name))
  const answersNull = type === '' ? method.throws.length === 0 && /^find(Unique|First)$/.test(call.operation) : nullable
  return { columns, hidden: secrets.filter((name) => !names.has(name)), nullable: answersNull }
}

function isPlain({ kind, type, list }: Column): boolean {
  if (list && ['Decimal', 'BigInt', 'DateTime'].includes(type)) return false
  return kind === 'enum' || (kind === 'scalar' && type !== 'Json' && type !== 'Bytes')
}

/** The columns that the client answers, where it is its answer that is handed on. */
function asked(
  method: ServiceMethod,
  { selected, selectsUnread }: ClientCall,
  stored: readonly Column[],
  type: string,
  model: Model,
): readonly Column[] | undefined {
  if ((type !== '' && type !== model.name) || !method.answersCall || selectsUnread) return undefined
  return selected ? stored.filter(({ name }) => selected.includes(name)) : stored
}

function fieldsOf(type: string, { model, context }: Omit<AnsweredRecord, 'call'>): readonly FieldPair[] | undefined {
  const { service, project } = context
  const file = declarationOf(type, service.file, project)
  const pair = project.snapshot.pairs().find((each) => each.shape.file === file && each.shape.name === type)
  return pair?.model === model ? pair.fields : undefined
}

const BASES: Readonly<Record<string, Base>> = {
  String: 'string',
  Int: 'number',
  Float: 'number',
  BigInt: 'bigint',
  Boolean: 'boolean',
  DateTime: 'Date',
  Decimal: 'Decimal',
}

/** Whether the property holds what the client answers for the column, as that is. */
function isSame({ column, property: { optional, type } }: FieldPair): boolean {
  const base = column.kind === 'enum' ? 'string' : BASES[column.type]
  const isBase = type.known && type.bases.size === 1 && base !== undefined && type.bases.has(base)
  const isOwnEnum = type.valuesFrom !== undefined
  return (
    isBase && !optional && !isOwnEnum && (column.nullable || type.admitsNull === false) && type.list === column.list
  )
}
