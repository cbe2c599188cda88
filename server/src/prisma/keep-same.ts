import type { Column, EnumType, EnumValue, Model } from '../model/schema.js'
import { sameData, sameItems } from '../query/equality.js'

/** The new model, with the old objects for whatever says the same as before. */
export function keepModel(before: Model | undefined, after: Model): Model {
  if (!before || before === after) return after
  const columns = keepMembers<Column>(before.columns, after.columns)
  return columns === before.columns && sameData(before, after) ? before : { ...after, columns }
}

/** The new enum in the same way. */
export function keepEnum(before: EnumType | undefined, after: EnumType): EnumType {
  if (!before || before === after) return after
  const values = keepMembers<EnumValue>(before.values, after.values)
  return values === before.values && sameData(before, after) ? before : { ...after, values }
}

function keepMembers<Member extends { readonly name: string }>(
  before: readonly Member[],
  after: readonly Member[],
): readonly Member[] {
  const known = new Map(before.map((member) => [member.name, member]))
  const members = after.map((member) => {
    const same = known.get(member.name)
    return same && sameData(same, member) ? same : member
  })
  return sameItems(before, members) ? before : members
}
