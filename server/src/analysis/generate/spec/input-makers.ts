import { isManaged, mayBeLeftOut } from '../../../generators/members.js'
import type { InputField, InputMaker } from '../../../generators/spec/inputs.js'
import { type Owner, ownersOf } from '../../../generators/spec/records.js'
import { columnSample, enumSample, namedText, type SampleOptions } from '../../../generators/spec/sample.js'
import type { Pair } from '../../../matching/pair.js'
import type { Column, Model } from '../../../model/schema.js'
import type { Shape, ShapeProperty } from '../../../model/shape.js'
import type { FileId } from '../../../text/file-id.js'
import { clientModuleOf } from '../client-module.js'
import { moduleOf, type Project } from '../project.js'
import { declarationOf } from './declarations.js'

export interface InputRequest {
  /** The type's name as the service writes it. */
  readonly type: string
  /** The service's file, and that of the spec. */
  readonly from: FileId
  readonly spec: FileId
  /** The model that it is written to. */
  readonly model: Model
  /** `create` fills in what can be filled in; `update` what changes a record; `query` only what has to be there. */
  readonly purpose: 'create' | 'update' | 'query'
}

/** How an object of a type is made; undefined where some of what it needs is not known. */
export function inputMaker(request: InputRequest, project: Project): InputMaker | undefined {
  const fromClient = clientInput(request, project)
  if (fromClient) return fromClient
  const shape = shapeNamed(request, project)
  if (!shape || shape.open) return undefined
  const owners: Owner[] = []
  const context = { project, purpose: request.purpose, owners, type: request.type }
  const fields = fieldsOf(shape, request.model, context)
  const module = moduleOf(project, request.spec, shape.file)
  const imported = { name: request.type, module, kind: 'type' as const }
  return fields && { type: request.type, imported, owners, fields }
}

/** The input of the generated client, also where anything is taken. */
function clientInput({ type, spec, model, purpose }: InputRequest, project: Project): InputMaker | undefined {
  const named = /^Prisma\.(\w+?)(Unchecked)?(?:Create|Update)Input$/.exec(type)
  const isAny = type === 'any' && purpose !== 'query'
  if (!isAny && named?.[1] !== model.name) return undefined
  const owners = purpose === 'create' ? ownersOf(model, (column) => !mayBeLeftOut(column)) : []
  if (named && named[2] === undefined && owners.length > 0) return undefined
  const texts = new Map(
    owners.flatMap(({ name, keys }) => [...keys].map(([key, column]) => [key, `${name}.${column}`])),
  )
  const variant = purpose === 'update' ? 'other' : 'usual'
  const fields = model.columns.flatMap((column): InputField[] => {
    const { name } = column
    const isLeftOut = mayBeLeftOut(column) && (column.foreignKeyOf.length > 0 || isManaged(column) || column.isId)
    const isKept = purpose === 'update' && (isKey(column, project) || column.foreignKeyOf.length > 0)
    const text =
      isLeftOut || isKept ? undefined : (texts.get(name) ?? columnSample(column, { schema: project.schema, variant }))
    return text === undefined ? [] : [{ name, text, column, form: 'same', isRequired: !mayBeLeftOut(column) }]
  })
  const verb = purpose === 'update' ? 'Update' : 'Create'
  const module = clientModuleOf(project, spec)
  return {
    type: named ? type : `Prisma.${model.name}Unchecked${verb}Input`,
    imported: { name: 'Prisma', module, kind: 'type' },
    owners,
    fields,
  }
}

function shapeNamed({ type, from }: InputRequest, project: Project): Shape | undefined {
  const file = declarationOf(type, from, project)
  return file === undefined ? undefined : project.snapshot.shapesIn(file).find(({ name }) => name === type)
}

interface Context {
  readonly project: Project
  readonly purpose: InputRequest['purpose']
  readonly type: string
  /** Grows as fields refer to records. */
  readonly owners: Owner[]
}

function fieldsOf(shape: Shape, model: Model, context: Context): readonly InputField[] | undefined {
  const pair = context.project.snapshot
    .pairs()
    .find((each) => each.shape.ref.file === shape.file && each.shape.name === shape.name)
  const fields: InputField[] = []
  for (const property of shape.properties) {
    const column = columnOf(property, pair, model)
    if (!isWanted(property, column, context)) continue
    const text = column ? ownedText(column, context) : undefined
    const value = text ?? propertySample(property, column, context)
    if (value === undefined && !property.optional) return undefined
    if (value === undefined) continue
    const form = formOf(property, column)
    fields.push({ name: property.name, text: value, column, form, isRequired: !property.optional })
  }
  return fields
}

function columnOf({ name }: ShapeProperty, pair: Pair | undefined, model: Model): Column | undefined {
  const paired = pair?.fields.find(({ property }) => property.name === name)?.column
  const owner = pair?.model ?? model
  const column = paired ?? owner.columns.find((each) => each.name === name)
  return column && column.kind !== 'relation' ? column : undefined
}

/** A record that is there already is referred to only where it has to be. */
function isWanted({ optional }: ShapeProperty, column: Column | undefined, { purpose, project }: Context): boolean {
  if (!optional) return true
  return purpose !== 'query' && column !== undefined && column.foreignKeyOf.length === 0 && !isKey(column, project)
}

function isKey({ owner, name }: Column, { schema }: Project): boolean {
  return schema.models.get(owner)?.primaryKey.includes(name) ?? false
}

/** What a foreign key holds: the key of a record that is made for it. */
function ownedText(column: Column, { project, owners }: Context): string | undefined {
  const model = project.schema.models.get(column.owner)
  if (!model || column.foreignKeyOf.length === 0) return undefined
  const owner = ownersOf(model, () => true).find(({ keys }) => keys.has(column.name))
  if (!owner) return undefined
  const known = owners.find(({ name }) => name === owner.name)
  if (!known) owners.push(owner)
  return `${owner.name}.${owner.keys.get(column.name)}`
}

function formOf({ type }: ShapeProperty, column: Column | undefined): InputField['form'] {
  if (column?.kind !== 'scalar' || column.type === 'String') return 'same'
  if (type.bases.has('string')) return 'text'
  const isExact = column.type === 'Decimal' || column.type === 'BigInt'
  return isExact && type.bases.has('number') ? 'number' : 'same'
}

function propertySample(property: ShapeProperty, column: Column | undefined, context: Context): string | undefined {
  const single = singleSample(property, column, context)
  return single !== undefined && property.type.list ? `[${single}]` : single
}

function singleSample(property: ShapeProperty, column: Column | undefined, context: Context): string | undefined {
  const { type } = property
  const variant: SampleOptions['variant'] = context.purpose === 'update' ? 'other' : 'usual'
  const options = { schema: context.project.schema, variant }
  const single = column && { ...column, list: false }
  if (type.values) return valueSample(property, variant, context)
  if (single?.kind === 'enum') return columnSample(single, options)
  if (type.bases.has('string')) return textOf(property, single, options)
  if (type.bases.has('number')) return numberOf(property, single)
  if (type.bases.has('boolean')) return variant === 'usual' ? 'true' : 'false'
  if (type.bases.has('Date')) return 'new Date(Date.UTC(2025, 0, n))'
  if (type.bases.has('bigint')) return 'BigInt(n)'
  if (type.bases.has('bytes')) return 'Uint8Array.of(n)'
  return type.bases.has('object') && !property.optional ? nestedOf(property, context) : undefined
}

/** Members of a TypeScript enum are no strings: the value is said to be one of them. */
function valueSample(property: ShapeProperty, variant: SampleOptions['variant'], context: Context): string | undefined {
  const { values, valuesFrom } = property.type
  if (!values?.every((value) => typeof value === 'string')) return values && String(values[0])
  const sample = enumSample(values, variant)
  const text = valuesFrom && context.project.texts.get(valuesFrom.ref.file)
  const isEnum = text !== undefined && valuesFrom && new RegExp(`\\benum ${valuesFrom.name}\\b`).test(text)
  const isList = property.type.list ? '[number]' : ''
  return isEnum ? `${sample} as ${context.type}['${property.name}']${isList}` : sample
}

function decorated({ decorators }: ShapeProperty, name: string): readonly string[] | undefined {
  return decorators.find((each) => each.name === name)?.args
}

function textOf(property: ShapeProperty, column: Column | undefined, options: SampleOptions): string | undefined {
  const has = (name: string) => decorated(property, name) !== undefined
  if (has('IsUUID')) return 'randomUUID()'
  if (has('IsEmail')) return namedText('email', column?.owner ?? 'user')
  if (has('IsUrl') || has('IsURL')) return namedText('url', '')
  if (has('IsISO31661Alpha2')) return "'DE'"
  if (has('IsDateString') || has('IsISO8601') || column?.type === 'DateTime')
    return 'new Date(Date.UTC(2025, 0, n)).toISOString()'
  if (column?.type === 'BigInt') return 'String(n)'
  if (column?.type === 'Decimal' || has('IsDecimal')) return 'String(n + 0.5)'
  return column?.type === 'String' ? columnSample(column, options) : namedText(property.name, '')
}

function numberOf(property: ShapeProperty, column: Column | undefined): string {
  const least = Number(decorated(property, 'Min')?.[0] ?? Number.NaN)
  const most = Number(decorated(property, 'Max')?.[0] ?? Number.NaN)
  const isPage = /^(limit|take|size|pageSize|perPage|per_page)$/.test(property.name)
  if (isPage) return '10'
  if (/^(skip|offset)$/.test(property.name)) return '0'
  if (/^page$/i.test(property.name)) return '1'
  if (Number.isFinite(most)) return String(Number.isFinite(least) ? Math.floor((least + most) / 2) : most)
  if (Number.isFinite(least) && least > 1) return `${least} + n`
  return column?.type === 'Float' || column?.type === 'Decimal' ? 'n + 0.5' : 'n'
}

function nestedOf({ type, name }: ShapeProperty, context: Context): string | undefined {
  const shape = type.shape()
  if (!shape || shape.open) return undefined
  const [model] = context.project.schema.models.values()
  const fields =
    model && fieldsOf(shape, modelOf(shape, context) ?? model, { ...context, type: `${context.type}['${name}']` })
  return (
    fields &&
    `{ ${fields.map((each) => (each.name === each.text ? each.name : `${each.name}: ${each.text}`)).join(', ')} }`
  )
}

function modelOf(shape: Shape, { project }: Context): Model | undefined {
  const { file, name } = shape
  return project.snapshot.pairs().find((each) => each.shape.file === file && each.shape.name === name)?.model
}
