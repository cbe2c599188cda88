import { isStored } from '../matching/fields.js'
import type { Pair } from '../matching/pair.js'
import { isRead } from '../model/role.js'
import type { Column } from '../model/schema.js'
import type { ShapeProperty } from '../model/shape.js'
import { columnType, defineRule, nameOf, typeOf } from './rule.js'

interface Fact {
  readonly at: ReturnType<typeof typeOf>
  readonly pair: Pair
  readonly column: Column
  readonly property: ShapeProperty
}

/** A required column whose property says `| null`. An optional `x?:` is deliberate everywhere (0 of 8) and not reported. */
export const nullabilityTooLoose = defineRule<Fact>({
  code: 'nullability-too-loose',
  summary: 'property includes null, but its column is required',

  *run({ pair, fields }) {
    if (!isRead(pair.role)) return
    for (const { column, property } of fields) {
      const writesNull =
        property.type.known &&
        property.type.list === column.list &&
        property.type.admitsNull === true &&
        !property.optional
      if (isStored(column) && !column.nullable && column.type !== 'Json' && writesNull) {
        yield { at: typeOf(property), pair, column, property }
      }
    }
  },

  severity: () => 'hint',
  message: ({ column, property }) => `'${property.name}' includes null, but column '${nameOf(column)}' is required`,
  related: ({ column }) => [{ at: columnType(column), message: 'The column is required here' }],
  fixes: ({ property }) => [
    {
      title: `Exclude null from '${property.name}'`,
      safe: false,
      intents: [{ kind: 'removeNull', at: typeOf(property) }],
    },
  ],
})
