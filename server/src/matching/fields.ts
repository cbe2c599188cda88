import { snakeCase } from 'change-case'
import type { Column, Model } from '../model/schema.js'
import type { Shape, ShapeProperty } from '../model/shape.js'
import type { FieldPair } from './pair.js'
import { isCamelCase, isSnakeCase, spellingOf } from './spelling.js'
import { foldCase } from './words.js'

/** The properties of a type beside the columns of a model. */
export interface Alignment {
  readonly fields: readonly FieldPair[]
  readonly extras: readonly ShapeProperty[]
  readonly missing: readonly Column[]
  readonly coverage: number
  /** How many of the type's properties are columns, or were until the schema changed. */
  readonly known: number
  /** The share of these in the type's properties, paging words aside: 0 to 1; 0 for a type without any. */
  readonly overlap: number
  /** The same share, values that are joined in from related records aside as well. */
  readonly ownOverlap: number
}

/** Words of list requests, which say nothing about the record that is listed. */
const PAGING = new Set(
  `page limit sort search order include skip take offset cursor perpage pagesize sortby sortorder orderby q direction
  order_by sort_by per_page page_size orderdir sortdir`.split(/\s+/),
)

/**
 * Lines up a type's properties with a model's columns by Prisma's field names (never by `@map`). Types in snake_case
 * are compared with the case folded, those in camelCase word by word with a model that is in snake_case throughout.
 * `former` are names that the model's columns had until the schema changed: they still tell what the type describes.
 */
export function align(shape: Shape, model: Model, former: ReadonlySet<string> = NONE): Alignment {
  const columnOf = columnLookup(shape, model)
  const fields: FieldPair[] = []
  const extras: ShapeProperty[] = []
  for (const property of shape.properties) {
    const column = columnOf(property.name)
    if (column) fields.push({ column, property })
    else extras.push(property)
  }
  const present = new Set(fields.map(({ column }) => column))
  const stored = model.columns.filter(isStored)
  const missing = stored.filter((column) => !present.has(column))
  const coverage = stored.length === 0 ? 0 : (stored.length - missing.length) / stored.length
  const { inSchema } = spellingOf({ fields })
  const wasColumn = ({ name }: ShapeProperty) => former.has(inSchema(name))
  const known = fields.length + extras.filter(wasColumn).length
  const counted = fields.length + extras.filter(({ name }) => !isPaging(name)).length
  const joined = extras.filter((extra) => !wasColumn(extra) && isJoined(extra.name, model)).length
  return {
    fields,
    extras,
    missing,
    coverage,
    known,
    overlap: known === 0 ? 0 : known / counted,
    ownOverlap: known === 0 ? 0 : known / (counted - joined),
  }
}

/** Whether a column holds a value of its own: not a relation to another model. */
export function isStored(column: Column): boolean {
  return column.kind !== 'relation'
}

/** Whether a property belongs to a list request: paging, sorting, free text search. */
export function isPaging(name: string): boolean {
  return PAGING.has(name.toLowerCase())
}

/** `employeeName` on a model with the relation `employee`: joined in by the server. */
export function isJoined(name: string, { columns }: Model): boolean {
  return columns.some(
    (column) =>
      column.relation && !column.list && name.startsWith(column.name) && /^[A-Z]/.test(name.slice(column.name.length)),
  )
}

const NONE: ReadonlySet<string> = new Set()

function columnLookup(shape: Shape, model: Model): (name: string) => Column | undefined {
  const { exact, folded, isSnake } = columnsOf(model)
  const names = shape.properties.map(({ name }) => name)
  if (isSnakeCase(names)) return (name) => exact.get(name) ?? folded.get(foldCase(name))
  if (isSnake && isCamelCase(names)) return (name) => exact.get(name) ?? exact.get(snakeCase(name))
  return (name) => exact.get(name)
}

interface ColumnNames {
  readonly exact: ReadonlyMap<string, Column>
  readonly folded: ReadonlyMap<string, Column>
  readonly isSnake: boolean
}

/** Every type of a workspace is held against many models; the names of each are looked up by the same tables. */
const tables = new WeakMap<Model, ColumnNames>()

function columnsOf(model: Model): ColumnNames {
  const known = tables.get(model) ?? {
    exact: new Map(model.columns.map((column) => [column.name, column])),
    folded: new Map(model.columns.map((column) => [foldCase(column.name), column])),
    isSnake: isSnakeCase(model.columns.map(({ name }) => name)),
  }
  tables.set(model, known)
  return known
}
