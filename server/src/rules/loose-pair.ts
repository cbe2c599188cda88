import { isJoined } from '../matching/fields.js'
import type { FieldPair, Naming, Pair } from '../matching/pair.js'
import { wordsOf } from '../matching/words.js'
import { comparedBases, possibleBases } from './wire.js'

/** Namings that are more than a word in common. */
const FIRM: ReadonlySet<Naming> = new Set(['tag', 'exact', 'affix'])

/**
 * Paired by parts of its name and with little of the model: it may describe something around the record. With a key of
 * another type, or two fields and others, it may describe something else of the name.
 */
export function isLoose(pair: Pair): boolean {
  const { naming, coverage, fields, extras } = pair
  if (naming === 'tag') return false
  if (fields.length <= 5 && coverage < 0.65 && hasOtherKey(pair) && !hasOtherReferences(pair)) return true
  return FIRM.has(naming)
    ? fields.length <= 2 && extras.length > 0 && coverage < 0.35
    : coverage < (isComposed(pair) ? 0.5 : 0.35)
}

/** Named for the model, but with more names of its own than of the model's: another thing, or a record that has drifted far. */
export function isMostlyElse({ naming, model, fields, extras }: Pair): boolean {
  const own = extras.filter(({ name }) => !isJoined(name, model))
  return naming === 'exact' && own.length > fields.length
}

/** Several objects that are no relations: it gathers what belongs to the record from elsewhere. */
function isComposed({ extras }: Pair): boolean {
  return extras.filter(({ type }) => type.bases.size === 1 && type.bases.has('object')).length >= 2
}

function hasOtherKey({ fields }: Pair): boolean {
  return fields.some((field) => field.column.isId && isOfAnotherType(field))
}

/** What refers to other records is of the same other type: then it is the record, as it was when keys were numbers. */
function hasOtherReferences({ fields, model }: Pair): boolean {
  const keys = new Set(model.columns.flatMap(({ relation }) => relation?.fields ?? []))
  return fields.some((field) => keys.has(field.column.name) && isOfAnotherType(field))
}

function isOfAnotherType({ column, property }: FieldPair): boolean {
  const [possible, written] = [possibleBases(column), comparedBases(property.type)]
  return possible !== undefined && written !== undefined && !written.some((base) => possible.includes(base))
}

/** A type that only a component sees says how it shows records, not what arrives. */
export function isViewState({ shape }: Pair): boolean {
  return shape.declaration.exportedAs.length === 0 && /\.([jt]sx|vue|svelte)$/.test(shape.file)
}

const OF_A_FORM = new Set(['data', 'fields', 'inputs', 'state', 'value', 'values'])

/** `AddressFormValue`, `ProductFormData`: what a person types into fields, which is text whatever the column holds. */
export function isFormValues({ shape, model }: Pair): boolean {
  const words = wordsOf(shape.name)
  return words.at(-2) === 'form' && OF_A_FORM.has(words.at(-1) ?? '') && !wordsOf(model.name).includes('form')
}

const KEPT = new Set(['offline', 'cached', 'local', 'stored', 'persisted'])

/**
 * A type named for what a client keeps of records, with whatever it needs beside them: `OfflineDraft`, or `DraftPayload`
 * in a folder `offline`.
 */
export function isKeptByClient({ naming, shape }: Pair): boolean {
  if (naming === 'exact') return false
  return wordsOf(shape.name).some((word) => KEPT.has(word)) || /(^|\/)(offline|outbox)([/._-]|$)/i.test(shape.file)
}
