import type { Pair } from '../matching/pair.js'
import { spellingOf } from '../matching/spelling.js'
import type { Column } from '../model/schema.js'

/**
 * The names of the members behind which a column's new member belongs: those of the columns before it, the nearest
 * first. Columns that the type lacks are among them under their own names, as they may be added before.
 */
export function membersBefore({ model, fields }: Pair, column: Column): readonly string[] {
  const spelling = spellingOf({ fields })
  const earlier = model.columns.slice(0, model.columns.indexOf(column)).toReversed()
  const propertyOf = (each: Column) => fields.find((field) => field.column === each)?.property
  return earlier.map((each) => propertyOf(each)?.name ?? spelling.inType(each.name))
}
