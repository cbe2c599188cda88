import type { Pair } from '../matching/pair.js'
import { isInput } from '../model/role.js'
import type { Column } from '../model/schema.js'
import type { ShapeProperty } from '../model/shape.js'
import { columnType, defineRule, nameOf } from './rule.js'

interface Fact {
  readonly at: ShapeProperty['ref']
  readonly pair: Pair
  readonly column: Column
  readonly property: ShapeProperty
}

/** A column that the database or Prisma fills, in an input. */
export const dtoServerManagedField = defineRule<Fact>({
  code: 'dto-server-managed-field',
  summary: 'input sets a column that the server manages',

  *run({ pair, fields }) {
    if (!isInput(pair.role)) return
    for (const { column, property } of fields) {
      if (isManaged(column, pair)) yield { at: property.ref, pair, column, property }
    }
  },

  severity: () => 'hint',
  message: ({ column, property, pair }) =>
    `'${property.name}' in '${pair.shape.name}' sets '${nameOf(column)}', which the server manages`,
  related: ({ column }) => [
    { at: columnType(column), message: column.isUpdatedAt ? 'Prisma sets it here' : 'The column has a default here' },
  ],
  fixes: ({ property }) => [
    { title: `Remove '${property.name}'`, safe: false, intents: [{ kind: 'removeMember', at: property.ref }] },
  ],
})

/** An update may name its record; otherwise keys and timestamps with a default are the server's. */
function isManaged(column: Column, { role }: Pair): boolean {
  if (column.isUpdatedAt) return true
  const generated =
    column.defaultValue !== undefined &&
    /^(autoincrement|cuid|uuid|ulid|nanoid|dbgenerated|now)\(/.test(column.defaultValue)
  return (
    generated && ((column.isId && role === 'create') || column.name === 'createdAt' || column.name === 'created_at')
  )
}
