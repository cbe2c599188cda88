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
  readonly defaultLeftOut: string | undefined
  readonly arrives: boolean
  readonly evidence: readonly string[]
}

/** A union of literals for a `String` column: the database may hold other values. */
export const stringNarrowed = defineRule<Fact>({
  code: 'string-narrowed',
  summary: 'union of literals for a String column',

  *run({ pair, fields, ask }) {
    if (!isRead(pair.role)) return
    for (const { column, property } of fields) {
      if (
        column.type !== 'String' ||
        column.list ||
        property.type.list ||
        !property.type.values?.every((value) => typeof value === 'string')
      )
        continue
      const left = defaultOf(column)
      const defaultLeftOut = left !== undefined && !property.type.values.includes(left) ? left : undefined
      const evidence = defaultLeftOut ? [`the column's default is "${defaultLeftOut}"`] : []
      const arrives = defaultLeftOut !== undefined && isRecord(pair) && !ask.isMade(pair, property)
      yield { at: typeOf(property), pair, column, property, defaultLeftOut, arrives, evidence }
    }
  },

  // A default that the union cannot hold is in the database already.
  severity: ({ defaultLeftOut, arrives }) => (arrives ? 'warning' : defaultLeftOut === undefined ? 'hint' : 'info'),
  message: ({ column, property, defaultLeftOut }) =>
    defaultLeftOut === undefined
      ? `'${property.name}' allows only ${property.type.text}, but column '${nameOf(column)}' is any String`
      : `'${property.name}' excludes "${defaultLeftOut}", the default of column '${nameOf(column)}'`,
  related: ({ column }) => [{ at: columnType(column), message: 'The column is a String here' }],
})

/** The record itself, under its own name: a view may select the rows that the union allows. */
function isRecord({ role, naming }: Pair): boolean {
  return role === 'mirror' && (naming === 'exact' || naming === 'affix' || naming === 'tag')
}

/** The string in `@default("...")`. */
function defaultOf(column: Column): string | undefined {
  return /^"((?:[^"\\]|\\.)*)"$/.exec(column.defaultValue?.trim() ?? '')?.[1]
}
