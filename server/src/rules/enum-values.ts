import { camelCase, kebabCase, pascalCase } from 'change-case'
import { stripAll } from '../matching/affixes.js'
import type { EnumPair, Naming, Pair } from '../matching/pair.js'
import { foldValue, singular, stemsOf, wordsOf } from '../matching/words.js'
import { isInput, isRead } from '../model/role.js'
import type { EnumType } from '../model/schema.js'
import { isKeptByClient } from './loose-pair.js'

/** How a list of values differs from its Prisma enum. */
export interface ValueDifference {
  /** Values of the enum that the list lacks. */
  readonly missing: readonly string[]
  /** Values of the list that the enum lacks. */
  readonly extra: readonly string[]
  /** Values that are the same but for their case, or that are the `@map` name. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[]
}

/** Compares a list of values with the enum it copies. */
export function compareValues({ values, enum: prismaEnum }: Pick<EnumPair, 'values' | 'enum'>): ValueDifference {
  const names = prismaEnum.values.map(({ name }) => name)
  const unknown = values.filter((value) => !names.includes(value))
  const renamed = unknown.flatMap((from) => {
    const to = otherSpelling(from, prismaEnum)
    return to && !values.includes(to) ? [{ from, to }] : []
  })
  return {
    renamed,
    extra: unknown.filter((value) => !renamed.some(({ from }) => from === value)),
    missing: names.filter((name) => !values.includes(name) && !renamed.some(({ to }) => to === name)),
  }
}

function otherSpelling(value: string, { values }: EnumType): string | undefined {
  const byMap = values.find(({ databaseName, name }) => databaseName === value && name !== value)
  const byCase = values.find(({ name }) => foldValue(name) === foldValue(value))
  return (byMap ?? byCase)?.name
}

/** How a list spells the enum's values: as Prisma does, unless all that it has stand in one case of its own. */
export function spellingIn(list: Pick<EnumPair, 'values' | 'enum'>): (value: string) => string {
  const { renamed } = compareValues(list)
  const same = list.enum.values.map(({ name }) => name).filter((name) => list.values.includes(name))
  const known = [...renamed, ...same.map((name) => ({ from: name, to: name }))]
  return CASES.find((spelled) => known.every(({ from, to }) => spelled(to) === from)) ?? AS_IT_IS
}

const AS_IT_IS = (value: string): string => value

const CASES: readonly ((value: string) => string)[] = [
  AS_IT_IS,
  (value) => value.toLowerCase(),
  (value) => value.toUpperCase(),
  (value) => camelCase(value),
  (value) => kebabCase(value),
  (value) => pascalCase(value),
]

/** Whether some type that is read uses the list; then a value it lacks may arrive. */
export function isReadAnywhere({ usedBy }: EnumPair): boolean {
  return usedBy.some(({ pair }) => isRead(pair.role))
}

/** Whether some input uses the list; then a value that the enum lacks is refused. */
export function isWrittenAnywhere({ usedBy }: EnumPair): boolean {
  return usedBy.some(({ pair }) => isInput(pair.role))
}

/** `'A', 'B' and 'C'`, at most five of them. */
export function listValues(values: readonly string[]): string {
  const shown = values.slice(0, 5).map((value) => `'${value}'`)
  const rest = values.length - shown.length
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

/** `User.role, CreateUser.role`: where the list is used, at most three. */
export function usesOf({ usedBy }: EnumPair): readonly string[] {
  const uses = usedBy.slice(0, 3).map(({ pair, field }) => `${pair.shape.name}.${field.property.name}`)
  return uses.length === 0
    ? []
    : [`used by ${uses.join(', ')}${usedBy.length > 3 ? ` and ${usedBy.length - 3} more` : ''}`]
}

/** Why the list is taken for a copy of the enum, as one phrase. */
export function pairingOf({ name, enum: prismaEnum, evidence }: EnumPair): string {
  return `${name} is ${prismaEnum.name}: ${evidence.join(', ')}`
}

/**
 * Whether the list surely means the enum: it has the enum's name, or a type uses it that is named for the model or has
 * nearly all of its columns. Other lists may be a vocabulary of their own.
 */
export function isSurely(list: EnumPair): boolean {
  const { confidence, inlineIn, usedBy } = list
  if (inlineIn === undefined && confidence === 'certain') return true
  if (hasNameOfItsOwn(list)) return false
  return usedBy.some(({ pair }) => FIRM.has(pair.naming) || (PARTLY.has(pair.naming) && isNearlyWhole(pair)))
}

const FIRM: ReadonlySet<Naming> = new Set(['exact', 'affix', 'tag'])

/** Named with several of the model's words, or all of them and others. */
const PARTLY: ReadonlySet<Naming> = new Set(['words', 'tail'])

/** So much of a model is of no other: `Listing` with all that a `SellerListing` has. */
function isNearlyWhole({ role, coverage }: Pair): boolean {
  return role === 'mirror' && coverage >= 0.9
}

/** `'all'` beside the values that a query or something of the user interface offers says that nothing is asked. */
export function isNoChoice(value: string, { usedBy }: EnumPair): boolean {
  return /^(all|any|none|both)$/i.test(value) && usedBy.every(({ pair }) => pair.role === 'query')
}

/** `Role | 'NONE'`: whoever adds values to a list that is declared elsewhere knows that it lacks them. */
export function isAddition(value: string, { inlineIn, usedBy }: EnumPair): boolean {
  return inlineIn !== undefined && usedBy.every(({ field }) => field.property.type.added.includes(value))
}

/** A vocabulary of its own: named for something else, or of what a client keeps of records. */
export function isOwnVocabulary(list: EnumPair): boolean {
  return hasNameOfItsOwn(list) || (list.usedBy.length > 0 && list.usedBy.every(({ pair }) => isKeptByClient(pair)))
}

/** `PaymentProviderStatus` beside `PaymentStatus`: named for something else, and each has values that the other lacks. */
function hasNameOfItsOwn(list: EnumPair): boolean {
  const { extra, missing } = compareValues(list)
  if (list.inlineIn !== undefined || extra.length === 0 || missing.length === 0) return false
  const uses = list.usedBy.flatMap(({ pair, field }) => [pair.model.name, field.property.name])
  const known = new Set([list.enum.name, ...uses].flatMap(stemsOf))
  return stripAll(wordsOf(list.name)).core.some((word) => !known.has(singular(word)))
}

/**
 * Values that the list lacks beside values that only it has, as if one stood for the other: what a file would hold both
 * of if it converts between two vocabularies.
 */
export function crossings({
  missing,
  extra,
}: Pick<ValueDifference, 'missing' | 'extra'>): readonly { readonly from: string; readonly to: string }[] {
  return extra.flatMap((from) => missing.map((to) => ({ from, to })))
}
