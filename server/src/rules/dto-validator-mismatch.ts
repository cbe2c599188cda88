import type { Pair } from '../matching/pair.js'
import type { Decorator } from '../model/declaration.js'
import { isInput } from '../model/role.js'
import type { Column } from '../model/schema.js'
import type { ShapeProperty } from '../model/shape.js'
import { columnType, defineRule, nameOf } from './rule.js'

interface Fact {
  readonly at: ShapeProperty['ref']
  readonly pair: Pair
  readonly column: Column
  readonly property: ShapeProperty
  readonly problem: string
}

/** The scalars whose values pass a class-validator decorator as they are. */
const ACCEPTS: Record<string, readonly string[]> = {
  IsInt: ['Int', 'BigInt', 'Float', 'Decimal'],
  IsNumber: ['Int', 'Float', 'Decimal', 'BigInt'],
  IsPositive: ['Int', 'Float', 'Decimal', 'BigInt'],
  IsBoolean: ['Boolean'],
  IsEmail: ['String'],
  IsUUID: ['String'],
  IsUrl: ['String'],
  IsString: ['String', 'DateTime', 'Decimal', 'BigInt', 'Bytes', 'Json'],
  IsDate: ['DateTime'],
  IsDateString: ['DateTime', 'String'],
}

/** A class-validator decorator that refuses what the column holds, or lets through what it cannot hold. */
export const dtoValidatorMismatch = defineRule<Fact>({
  code: 'dto-validator-mismatch',
  summary: 'validator disagrees with the column',

  *run({ pair, fields, ask }) {
    if (!isInput(pair.role)) return
    for (const { column, property } of fields) {
      const length = firstOf(property, column, lengthProblemOf)
      const refusal = firstOf(property, column, refusalOf)
      // A value that the service converts may come in another type.
      const problem = length ?? (refusal && !ask.isMade(pair, property) ? refusal : undefined)
      if (problem) yield { at: property.ref, pair, column, property, problem }
    }
  },

  severity: () => 'warning',
  message: ({ property, problem }) => `'${property.name}': ${problem}`,
  related: ({ column }) => [{ at: columnType(column), message: `The column is ${column.type} here` }],
})

type ProblemOf = (decorator: Decorator, column: Column) => string | undefined

function firstOf({ decorators }: ShapeProperty, column: Column, problemOf: ProblemOf): string | undefined {
  return decorators.map((decorator) => problemOf(decorator, column)).find(Boolean)
}

function refusalOf({ name }: Decorator, column: Column): string | undefined {
  const accepted = ACCEPTS[name]
  if (!accepted || column.kind !== 'scalar' || column.list || column.type === 'Json') return undefined
  return accepted.includes(column.type) ? undefined : `@${name} refuses ${column.type} column '${nameOf(column)}'`
}

function lengthProblemOf({ name, args }: Decorator, column: Column): string | undefined {
  if (name !== 'MaxLength' && name !== 'Length') return undefined
  const limit = /^(Var)?Char$/i.test(column.nativeType?.name ?? '') ? Number(column.nativeType?.args[0]) : Number.NaN
  const allowed = Number(args[name === 'Length' ? 1 : 0]?.replaceAll('_', ''))
  if (!(allowed > limit)) return undefined
  return `@${name}(${args.join(', ')}) lets through more than the ${limit} characters of column '${nameOf(column)}'`
}
