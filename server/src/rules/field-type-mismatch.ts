import type { Pair } from '../matching/pair.js'
import type { WantedType } from '../model/intent.js'
import { isInput, isRead } from '../model/role.js'
import type { Column, EnumType } from '../model/schema.js'
import type { Base, ShapeProperty } from '../model/shape.js'
import type { Corroboration } from './corroboration.js'
import { isFormValues, isLoose } from './loose-pair.js'
import { columnType, defineRule, nameOf, typeOf } from './rule.js'
import { comparedBases, possibleBases, wantedType } from './wire.js'

interface Fact {
  readonly at: ReturnType<typeof typeOf>
  readonly pair: Pair
  readonly column: Column
  readonly property: ShapeProperty
  readonly setTo: WantedType
  readonly made: boolean
  readonly justChanged: boolean
  readonly evidence: readonly string[]
}

/** A property whose base type can never hold the column's values, whatever happens on the way. */
export const fieldTypeMismatch = defineRule<Fact>({
  code: 'field-type-mismatch',
  summary: "property's base type cannot hold the column's values",

  *run({ pair, fields, ask }) {
    if (!isRead(pair.role) && !isInput(pair.role)) return
    for (const { column, property } of fields) {
      const possible = possibleBases(column)
      const written = comparedBases(property.type)
      if (!possible || !written || overlaps(possible, written) || isByteList(column, property)) continue
      if (spellsValues(property, pair.schema.enums.get(column.type))) continue
      const before = ask.changes(pair.schema)?.columnBefore(pair.model.name, column.name)
      const justChanged = before !== undefined && before.type !== column.type
      const made =
        !justChanged &&
        !isLoose(pair) &&
        (isFormValues(pair) ||
          ask.isOwnState(pair.shape.file) ||
          ask.isMade(pair, property) ||
          isTyped(pair, property, ask))
      yield {
        at: typeOf(property),
        pair,
        column,
        property,
        setTo: wantedType(column, pair, ask.wireOf(property.ref)),
        made,
        justChanged,
        evidence: justChanged ? [`was ${before.type} in ${ask.changes(pair.schema)?.base}`] : [],
      }
    }
  },

  // A value that is made on the way, by a mapper or for a form, need not be what the column holds.
  severity: ({ pair, made, justChanged }) => (made || (!justChanged && isLoose(pair)) ? 'hint' : 'error'),
  message: ({ column, property }) =>
    `'${property.name}' is typed ${property.type.text}, but column '${nameOf(column)}' is ${column.type}`,
  related: ({ column }) => [{ at: columnType(column), message: `The column is ${column.type} here` }],
  fixes: ({ property, setTo }) => [
    {
      title: `Change the type of '${property.name}' to ${setTo.type}`,
      safe: true,
      intents: [{ kind: 'setType', at: typeOf(property), ...setTo }],
    },
  ],
})

/** `number[]` is how `Array.from` and JSON show bytes. */
function isByteList({ type }: Column, property: ShapeProperty): boolean {
  return type === 'Bytes' && property.type.list === true
}

/** What a person types is text, and a number is made of it where it is sent or taken. */
function isTyped(pair: Pair, { name, type }: ShapeProperty, ask: Corroboration): boolean {
  return isInput(pair.role) && type.bases.has('string') && ask.isReckoned(pair, name)
}

function overlaps(possible: readonly Base[], written: readonly Base[]): boolean {
  return written.some((base) => possible.includes(base))
}

/** `0 | 20` for an enum of `VAT_0` and `VAT_20`: the same values in the vocabulary of those who reckon with them. */
function spellsValues({ type }: ShapeProperty, list: EnumType | undefined): boolean {
  const named = new Set(list?.values.flatMap(({ name }) => name.match(/\d+/g) ?? []))
  return type.values?.every((value) => typeof value === 'number' && named.has(String(value))) ?? false
}
