import type { Pair } from '../matching/pair.js'
import type { Column } from '../model/schema.js'

/** Where a column's new member belongs in a type: behind the nearest earlier column that the type itself declares. */
export function placeOf({ model, fields }: Pair, column: Column): { readonly after?: string } {
  const earlier = model.columns.slice(0, model.columns.indexOf(column)).toReversed()
  const declared = fields.filter(({ property }) => !property.inherited)
  const neighbour = earlier.flatMap((each) => declared.find((field) => field.column === each) ?? [])[0]
  return neighbour ? { after: neighbour.property.name } : {}
}
