import type { FieldPair, Pair } from '../matching/pair.js'
import type { ElementRef } from '../model/element.js'
import { isRead } from '../model/role.js'
import type { Column, Model } from '../model/schema.js'
import type { ShapeProperty } from '../model/shape.js'
import type { Corroboration } from './corroboration.js'
import { columnType, defineRule, nameOf, typeOf } from './rule.js'

interface Fact {
  readonly at: ElementRef
  readonly pair: Pair
  readonly column: Column
  readonly property: ShapeProperty
  readonly problem: 'target' | 'one' | 'many'
  readonly found: string
}

/** A relation whose property names another model's type, or one record against many. */
export const relationMismatch = defineRule<Fact>({
  code: 'relation-mismatch',
  summary: "property disagrees with the relation's target or cardinality",

  *run({ pair, fields, ask }) {
    if (!isRead(pair.role)) return
    for (const { column, property } of fields) {
      const problem = column.relation && problemOf(pair, { column, property }, ask)
      if (problem) yield { at: typeOf(property), pair, column, property, ...problem }
    }
  },

  severity: () => 'warning',
  message: ({ column, property, problem, found }) =>
    problem === 'target'
      ? `'${property.name}' is ${found}, but relation '${nameOf(column)}' leads to ${column.type}`
      : problem === 'one'
        ? `'${property.name}' is a single record, but relation '${nameOf(column)}' has many`
        : `'${property.name}' is a list, but relation '${nameOf(column)}' has one`,
  related: ({ column }) => [
    { at: columnType(column), message: `The relation leads to ${column.type}${column.list ? '[]' : ''}` },
  ],
  fixes: ({ column, property, problem }) => [
    problem === 'target'
      ? {
          title: `Change the type of '${property.name}' to ${column.type}`,
          safe: false,
          intents: [{ kind: 'setType', at: typeOf(property), type: column.type }],
        }
      : {
          title: problem === 'one' ? `Make '${property.name}' a list` : `Make '${property.name}' a single value`,
          safe: true,
          intents: [{ kind: 'setList', at: typeOf(property), list: column.list }],
        },
  ],
})

function problemOf(
  pair: Pair,
  { column, property: { type } }: FieldPair,
  ask: Corroboration,
): Pick<Fact, 'problem' | 'found'> | undefined {
  const shape = type.known && type.bases.size === 1 ? type.shape() : undefined
  // A map, such as `Record<string, Price>`, is neither one record nor a list.
  if (!shape || shape.open || shape.properties.length === 0) return undefined
  if (type.list !== undefined && type.list !== column.list)
    return { problem: column.list ? 'one' : 'many', found: type.text }
  const target = type.target && ask.pairAt(type.target)
  if (target?.confidence !== 'certain' || target.model.name === column.type) return undefined
  // What lies behind a join table is often listed without it.
  const joined =
    column.list && target.schema.models.get(column.type)?.columns.some(({ type: next }) => next === target.model.name)
  // `type Role = Omit<ResourceRole, 'id'>` is about ResourceRole, although there is a model Role.
  const isMadeOfIt = shape.properties.some(({ declaredIn }) => declaredIn.name === column.type)
  if (joined || isMadeOfIt || hasOtherRelation(pair, column, target.model)) return undefined
  return {
    problem: 'target',
    found: type.name === target.model.name ? target.model.name : `${type.name} (${target.model.name})`,
  }
}

/** The model leads to the record by another relation, which the type lacks: the server sends that one under this name. */
function hasOtherRelation({ model, fields }: Pair, { list }: Column, target: Model): boolean {
  const present = new Set(fields.map(({ column }) => column))
  const absent = model.columns.filter((column) => column.relation && !present.has(column))
  return absent.some((column) => column.type === target.name && column.list === list)
}
