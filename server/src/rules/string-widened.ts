import type { Pair } from '../matching/pair.js'
import type { Column } from '../model/schema.js'
import type { ShapeProperty } from '../model/shape.js'
import { columnType, defineRule, nameOf, typeOf } from './rule.js'
import { valuesOf } from './wire.js'

interface Fact {
  readonly at: ReturnType<typeof typeOf>
  readonly pair: Pair
  readonly column: Column
  readonly property: ShapeProperty
}

/** A plain `string` for an enum column: never a drift in 52 labelled cases, so off unless a team wants it. */
export const stringWidened = defineRule<Fact>({
  code: 'string-widened',
  summary: 'plain string for an enum column',
  off: true,

  *run({ pair, fields }) {
    for (const { column, property } of fields) {
      const isString = property.type.known && property.type.bases.has('string') && property.type.bases.size === 1
      if (column.kind === 'enum' && isString && !property.type.values)
        yield { at: typeOf(property), pair, column, property }
    }
  },

  severity: () => 'hint',
  message: ({ column, property }) =>
    `'${property.name}' is a plain string, but column '${nameOf(column)}' is the enum ${column.type}`,
  related: ({ column }) => [{ at: columnType(column), message: `The column is ${column.type} here` }],
  fixes: ({ pair, column, property }) => [
    {
      title: `Use ${column.type} for '${property.name}'`,
      safe: false,
      intents: [
        { kind: 'setType', at: typeOf(property), type: column.type, values: valuesOf(column, pair.schema) ?? [] },
      ],
    },
  ],
})
