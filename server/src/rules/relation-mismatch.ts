import type { FieldPair, Pair } from '../matching/pair.js'
import type { ElementRef } from '../model/element.js'
import type { Fix } from '../model/finding.js'
import { isRead } from '../model/role.js'
import type { Column, Model } from '../model/schema.js'
import type { ShapeProperty } from '../model/shape.js'
import type { Corroboration } from './corroboration.js'
import { isViewState } from './loose-pair.js'
import { columnType, defineRule, nameOf, typeOf } from './rule.js'

interface Fact {
  readonly at: ElementRef
  readonly pair: Pair
  readonly column: Column
  readonly property: ShapeProperty
  readonly problem: 'target' | 'one' | 'many' | 'value'
  readonly found: string
  /** Whether the server is seen to send what the relation is, and not what the property says. */
  readonly sent: boolean
}

/** A relation whose property names another model's type, one record against many, or holds a plain value. */
export const relationMismatch = defineRule<Fact>({
  code: 'relation-mismatch',
  summary: "property disagrees with the relation's target or cardinality",

  *run({ pair, fields, ask }) {
    if (!isRead(pair.role)) return
    for (const { column, property } of fields) {
      const problem = column.relation && problemOf(pair, { column, property }, ask)
      if (!problem) continue
      const sent = problem.problem !== 'value' || ask.isSentWhole(pair)
      yield { at: typeOf(property), pair, column, property, ...problem, sent }
    }
  },

  severity: ({ sent }) => (sent ? 'warning' : 'info'),
  message: ({ column, property, problem, found }) => `'${property.name}' is ${TOLD[problem](column, found)}`,
  related: ({ column }) => [
    { at: columnType(column), message: `The relation leads to ${column.type}${column.list ? '[]' : ''}` },
  ],
  fixes: ({ column, property, problem }) => FIXES[problem](property, column),
})

const TOLD: Record<Fact['problem'], (column: Column, found: string) => string> = {
  target: (column, found) => `${found}, but relation '${nameOf(column)}' leads to ${column.type}`,
  one: (column) => `a single record, but relation '${nameOf(column)}' has many`,
  many: (column) => `a list, but relation '${nameOf(column)}' has one`,
  value: (column, found) => `${found}, but '${nameOf(column)}' is a relation, whose key is '${keyOf(column)}'`,
}

const FIXES: Record<Fact['problem'], (property: ShapeProperty, column: Column) => readonly Fix[]> = {
  target: (property, column) => [
    {
      title: `Change the type of '${property.name}' to ${column.type}`,
      safe: false,
      intents: [{ kind: 'setType', at: typeOf(property), type: column.type }],
    },
  ],
  one: (property, column) => [
    {
      title: `Make '${property.name}' a list`,
      safe: true,
      intents: [{ kind: 'setList', at: typeOf(property), list: column.list }],
    },
  ],
  many: (property, column) => [
    {
      title: `Make '${property.name}' a single value`,
      safe: true,
      intents: [{ kind: 'setList', at: typeOf(property), list: column.list }],
    },
  ],
  value: (property, column) => (mayBeKey(property) ? [renameToKey(property, keyOf(column))] : []),
}

function renameToKey(property: ShapeProperty, key: string): Fix {
  return {
    title: `Rename '${property.name}' to '${key}'`,
    safe: false,
    intents: [{ kind: 'renameMember', at: property.ref, to: key }],
  }
}

/** No key is a yes or no. */
function mayBeKey({ type }: ShapeProperty): boolean {
  return [...type.bases].every((base) => base === 'string' || base === 'number')
}

function keyOf({ relation, name }: Column): string {
  return relation?.fields[0] ?? name
}

function problemOf(
  pair: Pair,
  { column, property }: FieldPair,
  ask: Corroboration,
): Pick<Fact, 'problem' | 'found'> | undefined {
  const { type } = property
  if (isPlainValue(pair, { column, property }, ask)) return { problem: 'value', found: type.text }
  const shape = type.known && type.bases.size === 1 ? type.shape() : undefined
  // A map, such as `Record<string, Price>`, is neither one record nor a list.
  if (!shape || shape.open || shape.properties.length === 0) return undefined
  if (type.list !== undefined && type.list !== column.list)
    return ask.isAssembled(pair, property) ? undefined : { problem: column.list ? 'one' : 'many', found: type.text }
  const target = type.target && ask.pairAt(type.target)
  if (target?.confidence !== 'certain' || target.model.name === column.type) return undefined
  // What lies behind a join table is often listed without it.
  const joined =
    column.list && target.schema.models.get(column.type)?.columns.some(({ type: next }) => next === target.model.name)
  // `type Role = Omit<ResourceRole, 'id'>` is about ResourceRole, although there is a model Role.
  const isMadeOfIt = shape.properties.some(({ declaredIn }) => declaredIn.name === column.type)
  if (joined || isMadeOfIt || fits(target, column) || hasOtherRelation(pair, column, target.model)) return undefined
  return {
    problem: 'target',
    found: type.name === target.model.name ? target.model.name : `${type.name} (${target.model.name})`,
  }
}

/**
 * `roleName: { name }` shares a word with another model, and is as much of the one that the relation leads to. A type
 * that has another model's name serves both only with more than what most records have.
 */
function fits({ naming, shape, schema }: Pair, column: Column): boolean {
  const columns = schema.models.get(column.type)?.columns ?? []
  const isTelling = naming !== 'exact' || shape.properties.length > 4
  return isTelling && shape.properties.every(({ name }) => columns.some((each) => each.name === name))
}

/** A plain value under the name of a relation whose key the mirror lacks, and that no shape of the server has. */
function isPlainValue(pair: Pair, { column, property }: FieldPair, ask: Corroboration): boolean {
  const { bases, known } = property.type
  const keys = column.relation?.fields ?? []
  return (
    known &&
    keys.length === 1 &&
    pair.role === 'mirror' &&
    !isViewState(pair) &&
    bases.size > 0 &&
    [...bases].every((base) => base !== 'object') &&
    !pair.fields.some((field) => keys.includes(field.column.name)) &&
    !ask.isServer(pair.shape) &&
    !ask.isMade(pair, property) &&
    !ask.similarShapes(pair).some((shape) => shape.has(property.name))
  )
}

/** The model leads to the record by another relation, which the type lacks: the server sends that one under this name. */
function hasOtherRelation({ model, fields }: Pair, { list }: Column, target: Model): boolean {
  const present = new Set(fields.map(({ column }) => column))
  const absent = model.columns.filter((column) => column.relation && !present.has(column))
  return absent.some((column) => column.type === target.name && column.list === list)
}
