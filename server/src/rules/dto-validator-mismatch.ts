import type { Pair } from '../matching/pair.js'
import type { Decorator } from '../model/declaration.js'
import { isInput } from '../model/role.js'
import type { Column } from '../model/schema.js'
import type { Base, ShapeProperty } from '../model/shape.js'
import { columnType, defineRule, nameOf } from './rule.js'

interface Fact {
  readonly at: ShapeProperty['ref']
  readonly pair: Pair
  readonly column: Column
  readonly property: ShapeProperty
  readonly problem: string
  /** What mends it; undefined where no validator is the one to write. */
  readonly fix: ValidatorFix | undefined
}

type ValidatorFix =
  | { readonly kind: 'setValidator'; readonly from: string; readonly to: string }
  | {
      readonly kind: 'setValidatorLimit'
      readonly validator: string
      readonly argument: number
      readonly limit: number
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
      if (problem) yield { at: property.ref, pair, column, property, ...problem }
    }
  },

  severity: () => 'warning',
  message: ({ property, problem }) => `'${property.name}': ${problem}`,
  related: ({ column }) => [{ at: columnType(column), message: `The column is ${column.type} here` }],
  fixes: ({ property, fix }) =>
    fix ? [{ title: titleOf(fix), safe: true, intents: [{ at: property.ref, ...fix }] }] : [],
})

function titleOf(fix: ValidatorFix): string {
  if (fix.kind === 'setValidator') return `Put @${fix.to} in place of @${fix.from}`
  return `Lower the limit of @${fix.validator} to ${fix.limit}`
}

type Problem = Pick<Fact, 'problem' | 'fix'>
type ProblemOf = (decorator: Decorator, column: Column, property: ShapeProperty) => Problem | undefined

function firstOf(property: ShapeProperty, column: Column, problemOf: ProblemOf): Problem | undefined {
  return property.decorators.map((decorator) => problemOf(decorator, column, property)).find(Boolean)
}

function refusalOf({ name }: Decorator, column: Column, property: ShapeProperty): Problem | undefined {
  const accepted = ACCEPTS[name]
  if (!accepted || column.kind !== 'scalar' || column.list || column.type === 'Json') return undefined
  if (accepted.includes(column.type)) return undefined
  const to = validatorFor(column, property)
  return {
    problem: `@${name} refuses ${column.type} column '${nameOf(column)}'`,
    fix: to === undefined ? undefined : { kind: 'setValidator', from: name, to },
  }
}

/** The validators to write for properties of the type that fits the column; others are mended with their type. */
const VALIDATORS: Record<string, Partial<Record<Base, string>>> = {
  String: { string: 'IsString' },
  Int: { number: 'IsInt' },
  Float: { number: 'IsNumber' },
  Decimal: { number: 'IsNumber', string: 'IsNumberString' },
  Boolean: { boolean: 'IsBoolean' },
  DateTime: { Date: 'IsDate', string: 'IsDateString' },
}

function validatorFor(column: Column, { type }: ShapeProperty): string | undefined {
  const [base, ...others] = type.known ? type.bases : []
  return base && others.length === 0 ? VALIDATORS[column.type]?.[base] : undefined
}

function lengthProblemOf({ name, args }: Decorator, column: Column): Problem | undefined {
  if (name !== 'MaxLength' && name !== 'Length') return undefined
  const limit = /^(Var)?Char$/i.test(column.nativeType?.name ?? '') ? Number(column.nativeType?.args[0]) : Number.NaN
  const argument = name === 'Length' ? 1 : 0
  const allowed = Number(args[argument]?.replaceAll('_', ''))
  if (!(allowed > limit)) return undefined
  return {
    problem: `@${name}(${args.join(', ')}) lets through more than the ${limit} characters of column '${nameOf(column)}'`,
    fix: { kind: 'setValidatorLimit', validator: name, argument, limit },
  }
}
