import type { Pair } from '../matching/pair.js'
import { isInput, isRead } from '../model/role.js'
import type { Column } from '../model/schema.js'
import type { ShapeProperty } from '../model/shape.js'
import { isFormValues, isLoose } from './loose-pair.js'
import { columnType, defineRule, nameOf, typeOf } from './rule.js'

interface Fact {
  readonly at: ReturnType<typeof typeOf>
  readonly pair: Pair
  readonly column: Column
  readonly property: ShapeProperty
  readonly doubtful: boolean
  readonly evidence: readonly string[]
}

/** Databases without scalar lists; there people keep lists as text and convert them. */
const WITHOUT_LISTS = new Set(['sqlite', 'mysql', 'sqlserver'])

/** A list column whose property is a single value, or the other way round. */
export const listMismatch = defineRule<Fact>({
  code: 'list-mismatch',
  summary: 'list against single value',

  *run({ pair, fields, ask }) {
    if (!isRead(pair.role) && !isInput(pair.role)) return
    for (const { column, property } of fields) {
      if (!isListable(column) || property.type.list === undefined || property.type.list === column.list) continue
      if (column.list && !isPlain(property)) continue
      const isKept = column.type === 'String' && !column.list && WITHOUT_LISTS.has(pair.schema.provider ?? '')
      const mayBeText = column.type === 'String' && (!column.list || property.type.bases.has('string'))
      const encoded = isKept || (mayBeText && ask.encodesList(pair, property.name))
      const before = ask.changes(pair.schema)?.columnBefore(pair.model.name, column.name)
      const changed = before !== undefined && before.list !== column.list
      const evidence = changed
        ? [`was ${before.list ? 'a list' : 'a single value'} in ${ask.changes(pair.schema)?.base}`]
        : []
      const doubtful = !changed && (encoded || isLoose(pair) || isFormValues(pair))
      yield { at: typeOf(property), pair, column, property, doubtful, evidence }
    }
  },

  severity: ({ doubtful }) => (doubtful ? 'hint' : 'error'),
  message: ({ column, property }) =>
    column.list
      ? `'${property.name}' is a single value, but column '${nameOf(column)}' is a list`
      : `'${property.name}' is a list, but column '${nameOf(column)}' is a single ${column.type}`,
  related: ({ column }) => [
    { at: columnType(column), message: `The column is ${column.list ? 'a list' : 'single'} here` },
  ],
  fixes: ({ column, property }) => [
    {
      title: column.list ? `Make '${property.name}' a list` : `Make '${property.name}' a single value`,
      safe: true,
      intents: [{ kind: 'setList', at: typeOf(property), list: column.list }],
    },
  ],
})

/** Json and bytes may hold lists; relations are `relation-mismatch`'s. */
function isListable(column: Column): boolean {
  return (column.kind === 'scalar' || column.kind === 'enum') && column.type !== 'Json' && column.type !== 'Bytes'
}

/** A type whose values are known to be plain: objects such as `{ set: string[] }` may hold the list. */
function isPlain({ type }: ShapeProperty): boolean {
  return type.known && type.bases.size > 0 && !type.bases.has('object')
}
