import { delegateOf } from '../../../generators/server-key.js'
import type { InputMaker } from '../../../generators/spec/inputs.js'
import { ownersOf } from '../../../generators/spec/records.js'
import { columnSample } from '../../../generators/spec/sample.js'
import type { Argument, MethodKind, TestedMethod } from '../../../generators/spec/tested-method.js'
import type { Column, Model } from '../../../model/schema.js'
import type { ClientCall, Given, GivenValue, ServiceClass, ServiceMethod } from '../../../model/service.js'
import type { FileId } from '../../../text/file-id.js'
import type { Project } from '../project.js'
import { answerOf } from './answer.js'
import { inputMaker } from './input-makers.js'
import { refusalsOf, usedBy } from './refusals.js'
import { storedBy } from './stored.js'

export interface ServiceFile extends ServiceClass {
  readonly file: FileId
}

/** A method that tests are written for, or why none are. */
export type Reading = { readonly tested: TestedMethod } | { readonly method: string; readonly reason: string }

export interface ReadingContext {
  readonly service: ServiceFile
  readonly spec: FileId
  readonly project: Project
  /** The types of what is stood in for: it gives no answers to go on with. */
  readonly standIns: readonly string[]
}

/** What can be tested of a service. */
export function readMethods(context: ReadingContext): readonly Reading[] {
  return context.service.methods.map((method) => readMethod(method, context))
}

function readMethod(method: ServiceMethod, context: ReadingContext): Reading {
  const call = mainCall(method)
  const model = call && modelOf(call, context)
  const kind = call && model && kindOf(call, method)
  if (!call || !model || !kind) return { method: method.name, reason: 'what it does with a record is not seen' }
  const asked = askedStandIn(method, context)
  if (asked !== undefined) return { method: method.name, reason: `what ${asked} answers it is not known` }
  const args = argumentsOf(method, { call, model, kind, context })
  if ('reason' in args) return { method: method.name, reason: args.reason }
  const stored = kind === 'create' || kind === 'update' || kind === 'hide' ? storedBy(call.data, model, args.list) : []
  return {
    tested: {
      kind,
      name: method.name,
      model,
      arguments: args.list,
      overrides: overridesOf(call.where, model),
      stored,
      ...refusalsOf(method, call, context),
      answer: kind === 'find' ? answerOf(method, { call, model, context }) : undefined,
      answersList: method.answersCall,
      hiddenBy: kind === 'hide' ? hidingColumn(call.data, model) : undefined,
    },
  }
}

function askedStandIn(method: ServiceMethod, context: ReadingContext): string | undefined {
  const asks = [method, ...usedBy(method, context.service)].flatMap((each) => each.asks)
  const need = context.service.needs.find(
    ({ name, type }) => asks.includes(name ?? '') && context.standIns.includes(type),
  )
  return need?.type
}

const WRITES = ['create', 'update', 'delete']
const READS = ['findUnique', 'findUniqueOrThrow', 'findFirst', 'findFirstOrThrow', 'findMany']

/** What it writes first, else what it reads first. */
function mainCall({ calls }: ServiceMethod): ClientCall | undefined {
  const written = calls.find(({ operation }) => WRITES.includes(operation))
  const isOther = calls.some(
    ({ operation }) => /Many(AndReturn)?$|^upsert$/.test(operation) && operation !== 'findMany',
  )
  return written ?? (isOther ? undefined : calls.find(({ operation }) => READS.includes(operation)))
}

function modelOf({ delegate }: ClientCall, { project }: ReadingContext): Model | undefined {
  const model = [...project.schema.models.values()].find(({ name }) => delegateOf(name) === delegate)
  return model?.primaryKey.length ? model : undefined
}

function kindOf({ operation, data }: ClientCall, { parameters, name }: ServiceMethod): MethodKind | undefined {
  if (operation === 'create') return 'create'
  if (operation === 'delete') return parameters.length > 0 ? 'remove' : undefined
  if (operation === 'findMany') return 'list'
  if (operation !== 'update') return parameters.length > 0 ? 'find' : undefined
  const names = [...data.properties.keys()]
  const hides = data.spreads.length === 0 && names.length === 1 && /^(remove|delete|softDelete|archive)/.test(name)
  return hides ? 'hide' : 'update'
}

function hidingColumn({ properties }: Given, { columns }: Model): Column | undefined {
  const [name] = properties.keys()
  return columns.find((each) => each.name === name)
}

/** What a record must hold so that the method sees it. */
function overridesOf({ properties }: Given, { columns }: Model): TestedMethod['overrides'] {
  return [...properties].flatMap(([name, value]) => {
    const column = columns.find((each) => each.name === name)
    if (!column || value.kind !== 'literal' || value.text === 'null') return []
    return [{ name, text: value.text.replaceAll('"', "'") }]
  })
}

interface ArgumentContext {
  readonly call: ClientCall
  readonly model: Model
  readonly kind: MethodKind
  readonly context: ReadingContext
}

function argumentsOf(
  method: ServiceMethod,
  given: ArgumentContext,
): { readonly list: readonly Argument[] } | { readonly reason: string } {
  const list: Argument[] = []
  for (const [index, parameter] of method.parameters.entries()) {
    const argument = argumentOf(method, index, given)
    if (!argument && parameter.optional) break
    if (!argument) return { reason: `what its parameter '${parameter.name ?? parameter.type}' is to hold is not seen` }
    list.push(argument)
  }
  return { list }
}

function argumentOf(method: ServiceMethod, index: number, given: ArgumentContext): Argument | undefined {
  const { call, model, kind } = given
  const parameter = method.parameters[index]
  if (kind === 'create') {
    const column = columnGiven(call.data, index, model)
    if (column) return madeArgument(column, model, given)
  } else {
    const column = columnGiven(call.where, index, model) ?? keyNamed(parameter?.name, model)
    if (column) return { kind: 'key', column }
    const written = kind === 'update' ? columnGiven(call.data, index, model) : undefined
    if (written) return madeArgument(written, model, given)
  }
  const maker = parameter && makerFor(parameter.type, given)
  return maker && { kind: 'input', maker }
}

/** A parameter that is called like the key: it says which record is meant, wherever it is looked up. */
function keyNamed(name: string | undefined, { name: model, primaryKey, columns }: Model): Column | undefined {
  const [key, ...others] = primaryKey
  const isKey = name !== undefined && (name === key || name.toLowerCase() === `${model}id`.toLowerCase())
  return isKey && others.length === 0 ? columns.find((column) => column.name === key) : undefined
}

/** The column that takes a whole parameter, in whatever depth of a compound key or a connected record. */
function columnGiven({ properties }: Given, index: number, model: Model): Column | undefined {
  for (const [name, value] of properties) {
    const column = model.columns.find((each) => each.name === name)
    if (isWhole(value, index)) return column?.kind === 'relation' ? undefined : column
    if (value.kind !== 'object') continue
    if (!column) {
      const inner = columnGiven(value.given, index, model)
      if (inner) return inner
    }
    const connected = column?.relation && value.given.properties.get('connect')
    if (column?.relation && connected?.kind === 'object' && holds(connected.given, index)) {
      return model.columns.find((each) => each.name === column.relation?.fields[0])
    }
  }
  return undefined
}

function isWhole(value: GivenValue, index: number): boolean {
  return value.kind === 'parameter' && value.index === index && value.property === undefined
}

function holds({ properties }: Given, index: number): boolean {
  return [...properties.values()].some((value) => isWhole(value, index))
}

function madeArgument(column: Column, model: Model, { kind, context }: ArgumentContext): Argument | undefined {
  const owner = ownersOf(model, () => true).find(({ keys }) => keys.has(column.name))
  if (owner) return { kind: 'owner', column, owner }
  const variant = kind === 'update' ? 'other' : 'usual'
  const text = columnSample(column, { schema: context.project.schema, variant })
  return text === undefined ? undefined : { kind: 'value', column, text }
}

function makerFor(type: string, { kind, model, context }: ArgumentContext): InputMaker | undefined {
  if (!/^[\w.]+$/.test(type)) return undefined
  const purpose = kind === 'create' || kind === 'update' ? kind : 'query'
  const { service, spec, project } = context
  return inputMaker({ type, from: service.file, spec, model, purpose }, project)
}
