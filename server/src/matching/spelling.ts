import { camelCase, snakeCase } from 'change-case'
import type { Alignment } from './fields.js'

/** How a type spells the columns of a model that is written in another case. */
export interface Spelling {
  /** What a column of the property's name would be called in the schema. */
  inSchema(property: string): string
  /** What a property for the column would be called in the type. */
  inType(column: string): string
  /**
   * The type is in camelCase and the schema in snake_case: somebody makes it of what Prisma returns, value by value or
   * with a library.
   */
  readonly isMapped: boolean
}

const SAME: Spelling = { inSchema: (name) => name, inType: (name) => name, isMapped: false }
const SNAKE: Spelling = { inSchema: (name) => camelCase(name), inType: (name) => snakeCase(name), isMapped: false }
const CAMEL: Spelling = { inSchema: (name) => snakeCase(name), inType: (name) => camelCase(name), isMapped: true }

/** That of a type whose properties have been lined up with a model's columns. */
export function spellingOf({ fields }: Pick<Alignment, 'fields'>): Spelling {
  const other = fields.find(({ column, property }) => column.name !== property.name)
  if (!other) return SAME
  return isSnakeCase([other.column.name]) ? CAMEL : SNAKE
}

/** At least one name with an underscore inside, and none with a capital. */
export function isSnakeCase(names: readonly string[]): boolean {
  return names.some((name) => /[a-z0-9]_[a-z]/.test(name)) && !names.some((name) => /[A-Z]/.test(name))
}

/** At least one name with a capital inside, and none with an underscore. */
export function isCamelCase(names: readonly string[]): boolean {
  return names.some((name) => /[a-z0-9][A-Z]/.test(name)) && !names.some((name) => name.includes('_'))
}
