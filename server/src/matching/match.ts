import type { Confidence } from '../model/role.js'
import type { Column, Model } from '../model/schema.js'
import type { Shape } from '../model/shape.js'
import { stripAll } from './affixes.js'
import {
  type Candidate,
  fieldCandidate,
  type ModelNames,
  namedCandidate,
  wordCandidates,
  wordsNamed,
} from './candidates.js'
import { exclusionOf, isLikenessOf } from './exclusions.js'
import { type Alignment, isStored } from './fields.js'
import type { Naming, Pair } from './pair.js'
import { isOutput, type RoleVerdict, roleOf, type ShapeUse } from './role.js'
import { isSecret } from './secrets.js'
import { isSubsequence, nameKey, singular, stemsOf, wordsOf } from './words.js'

/** What the workspace knows around a type. Asked only for types that could be paired. */
export interface ShapeContext {
  useOf(shape: Shape): ShapeUse
  /** The models that the server code beside the type works with; empty where that is unknown. */
  modelsNearby(shape: Shape): readonly string[]
  /** Whether a later migration than those of all the given columns added the column. */
  isLate(model: Model, column: Column, than: readonly Column[]): boolean
}

/** Pairs one type with the model of the schema that it describes; undefined where it describes none. */
export function matchShape(shape: Shape, names: ModelNames, context: ShapeContext): Pair | undefined {
  const { tag } = shape.declaration
  if (tag) return taggedPair(shape, names, context)
  if (shape.fromClient || shape.values || shape.properties.length === 0) return undefined
  if (exclusionOf(shape, names)) return undefined
  const candidate = findCandidate(shape, names, context)
  if (!candidate || isLikenessOf(candidate.model.name, shape)) return undefined
  return saysWhich(candidate) || isKeptInside(shape, candidate) ? undefined : toPair(shape, names, candidate, context)
}

/** `FileMetadata` without a key, of a `File` that has its `metadata` as Json, is what that column holds. */
function isKeptInside({ name }: Shape, { model, naming, alignment }: Candidate): boolean {
  if (naming === 'exact' || alignment.fields.some(({ column }) => column.isId)) return false
  return model.columns.some(
    (column) =>
      column.type === 'Json' &&
      !ANYTHING.has(column.name) &&
      nameKey(wordsOf(name)) === nameKey([...wordsOf(model.name), ...wordsOf(column.name)]),
  )
}

/** Columns named as types are that are the record itself, such as `OrderData`. */
const ANYTHING = new Set(['data', 'payload', 'details', 'items', 'content', 'body', 'info', 'params'])

/** `{ id: boolean; name: boolean; email: boolean }` says which columns are selected, shown or touched. */
function saysWhich({ alignment: { fields } }: Candidate): boolean {
  const flags = fields.filter(
    ({ column, property: { type } }) => column.type !== 'Boolean' && type.bases.size === 1 && type.bases.has('boolean'),
  )
  return flags.length >= 3 && flags.length * 2 >= fields.length
}

function taggedPair(shape: Shape, names: ModelNames, context: ShapeContext): Pair | undefined {
  const model = names.schema.models.get(shape.declaration.tag?.model ?? '')
  return model && toPair(shape, names, { model, naming: 'tag', alignment: names.align(shape, model) }, context)
}

function findCandidate(shape: Shape, names: ModelNames, context: ShapeContext): Candidate | undefined {
  const named = namedCandidate(shape, names)
  if (named === 'refused') return namesakeOf(shape, names)
  if (named?.naming === 'affix') {
    const other = fullerName(shape, names, named) ?? otherKeyed(shape, names, named)
    if (other) return other
  }
  if (named) return ofAnotherModel(shape, names, named) ?? nameInFile(shape, names, named)
  const [best, second] = wordCandidates(shape, names)
  if (best && !(second && isTie(best, second))) return otherOfKind(shape, names, best) ?? best
  return usageCandidate(shape, names, context) ?? fieldCandidate(shape, names)
}

/** `Address` is the `UserAddress` with nearly all of its fields, where a model of its own name has others. */
function namesakeOf(shape: Shape, names: ModelNames): Candidate | undefined {
  const words = stripAll(wordsOf(shape.name), names.affixes).core.map(singular)
  const [best, second] = wordCandidates(shape, names).filter(
    ({ model, alignment }) =>
      alignment.known >= 5 && alignment.overlap >= 0.8 && isSubsequence(words, stemsOf(model.name)),
  )
  return best && !(second && isTie(best, second)) ? { ...best, naming: 'tail' } : undefined
}

/** `AdminNotification` with all fields of `SystemAdminNotification` is that, although `Notification` fits as well. */
function fullerName(shape: Shape, names: ModelNames, named: Candidate): Candidate | undefined {
  const words = stemsOf(shape.name)
  return wordCandidates(shape, names).find(
    ({ model, naming, alignment }) =>
      naming === 'tail' && alignment.overlap > named.alignment.overlap && isSubsequence(words, stemsOf(model.name)),
  )
}

/**
 * An `Invoice` that a page keeps to itself, with the number, amount and due date of a `Payment` and little of the model
 * of its name, is what the page calls so: the name was chosen for that one file.
 */
function ofAnotherModel(shape: Shape, names: ModelNames, { model, alignment }: Candidate): Candidate | undefined {
  if (shape.declaration.exportedAs.length > 0 || alignment.extras.length < 2 || alignment.overlap > 0.6)
    return undefined
  const other = fieldCandidate(shape, names)
  return other && other.model !== model && other.alignment.overlap === 1 ? other : undefined
}

/** `KnowledgeDocument` with all of a `SystemDocument` is that one, where it has half of the `Document` in its name. */
function otherOfKind(shape: Shape, names: ModelNames, { model, naming, alignment }: Candidate): Candidate | undefined {
  const last = stemsOf(model.name).at(-1)
  if (naming !== 'words' || alignment.overlap >= 0.75 || alignment.extras.length < 2 || last === undefined)
    return undefined
  const fitting = names.entriesWith([last]).flatMap(({ name, stems }): readonly Candidate[] => {
    const other = stems.at(-1) === last && name !== model.name ? names.schema.models.get(name) : undefined
    const aligned = other && names.align(shape, other)
    return aligned && aligned.overlap >= 0.85 && aligned.known >= 5
      ? [{ model: other, naming: 'word', alignment: aligned }]
      : []
  })
  return fitting.length === 1 ? fitting[0] : undefined
}

/** `AdminUser { id: string }` beside a `User` that is counted and an `AuthUser` with all of its fields is the latter. */
function otherKeyed(shape: Shape, names: ModelNames, named: Candidate): Candidate | undefined {
  if (fitsKey(named.alignment)) return undefined
  const last = stemsOf(named.model.name).at(-1)
  const fitting = names
    .entriesWith(last === undefined ? [] : [last])
    .flatMap(({ name, stems }): readonly Candidate[] => {
      const model = stems.at(-1) === last ? names.schema.models.get(name) : undefined
      const alignment = model && names.align(shape, model)
      const fits = alignment && alignment.overlap === 1 && alignment.fields.length > 2 && fitsKey(alignment)
      return fits ? [{ model, naming: 'tail', alignment }] : []
    })
  return fitting.length === 1 ? fitting[0] : undefined
}

/** Whether the key, if it has one, is a text or a number as the model's. */
function fitsKey({ fields }: Alignment): boolean {
  return fields.every(({ column, property: { type } }) => {
    if (!column.isId || type.bases.size !== 1 || (column.type !== 'String' && column.type !== 'Int')) return true
    return type.bases.has('string') ? column.type === 'String' : !type.bases.has('number') || column.type === 'Int'
  })
}

/** `Payment` in `SupplierPaymentsPage` is the `SupplierPayment`, where that fits the fields better. */
function nameInFile(shape: Shape, names: ModelNames, named: Candidate): Candidate {
  const words = new Set([...stemsOf(shape.name), ...stemsOf(shape.file.split('/').at(-1) ?? '')])
  const fuller = wordCandidates(shape, names).find(
    ({ model, naming, alignment }) =>
      naming === 'tail' &&
      fitsBetter(alignment, named.alignment) &&
      stemsOf(model.name).every((word) => words.has(word)),
  )
  return fuller ? { ...fuller, naming: 'words' } : named
}

function fitsBetter(a: Alignment, b: Alignment): boolean {
  return a.overlap > b.overlap || (a.overlap === b.overlap && a.missing.length < b.missing.length)
}

function isTie(a: Candidate, b: Candidate): boolean {
  return (
    a.naming === b.naming &&
    a.alignment.overlap === b.alignment.overlap &&
    a.alignment.known === b.alignment.known &&
    wordsNamed(a) === wordsNamed(b)
  )
}

/** A type beside server code that works with one model, where most of the fields are that model's. */
function usageCandidate(shape: Shape, names: ModelNames, context: ShapeContext): Candidate | undefined {
  const models = context.modelsNearby(shape).flatMap((name) => names.schema.models.get(name) ?? [])
  const fitting = models
    .map((model): Candidate => ({ model, naming: 'usage', alignment: names.align(shape, model) }))
    .filter(({ model, alignment }) => {
      const needed = isOutput(shape, model) ? 3 : standsWith(shape, model) ? 1 : 2
      return alignment.overlap >= 0.8 && alignment.known >= needed
    })
  return fitting.length === 1 ? fitting[0] : undefined
}

/** The type's file or a folder around it is named for the model: one property in common then says enough. */
function standsWith({ file }: Shape, model: Model): boolean {
  const path = stemsOf(file)
  return stemsOf(model.name).some((word) => path.includes(word))
}

const CONFIDENCE: Record<Naming, Confidence> = {
  tag: 'certain',
  exact: 'certain',
  affix: 'certain',
  words: 'certain',
  counterpart: 'likely',
  tail: 'likely',
  usage: 'likely',
  word: 'likely',
  fields: 'possible',
}

/** Builds the pair of a type with a model once it is known how they belong together. */
export function toPair(shape: Shape, names: ModelNames, candidate: Candidate, context: ShapeContext): Pair {
  const { model, naming } = candidate
  const alignment = { ...candidate.alignment, coverage: coverageWhenWritten(candidate, context) }
  const asked = shape.declaration.tag?.role
  const verdict: RoleVerdict = asked
    ? { role: asked, reason: 'role given by @prisma' }
    : roleOf({ shape, model, naming, alignment, use: context.useOf(shape) })
  return {
    shape,
    schema: names.schema,
    model,
    naming,
    role: verdict.role,
    roleAskedFor: asked !== undefined,
    confidence: confidenceOf(candidate, shape),
    evidence: [
      namingEvidence(naming, model),
      `fields ${alignment.fields.length}/${shape.properties.length}`,
      verdict.reason,
    ],
    fields: alignment.fields,
    extras: alignment.extras,
    missing: alignment.missing,
    coverage: alignment.coverage,
    inline: undefined,
  }
}

/**
 * What is not exported is named for the one file it stands in: a name that only resembles the model's then says too
 * little, unless the folders and the file say the rest of it, or five columns and nothing else stand below it, or eight
 * and little else.
 */
function confidenceOf({ model, naming, alignment }: Candidate, shape: Shape): Confidence {
  const { declaration } = shape
  const confidence = CONFIDENCE[naming]
  if (confidence !== 'likely' || naming === 'usage' || declaration.exportedAs.length > 0) return confidence
  if (checksRequests(shape)) return confidence
  if (naming === 'tail' && isNamedByPath(shape, model)) return confidence
  const relations = alignment.fields.filter(({ column }) => !isStored(column))
  const stored = alignment.known - relations.length
  const isFull = alignment.overlap === 1 && stored >= 5
  const isNearly = naming === 'tail' && alignment.overlap >= 0.8 && stored >= 8 && fitsKey(alignment)
  return isFull || isNearly ? 'likely' : 'possible'
}

/** `Order` in `views/sales/orders.vue` is the `SalesOrder`: a page calls things by what its folders do not say yet. */
function isNamedByPath({ name, file }: Shape, model: Model): boolean {
  const words = new Set([...stemsOf(name), ...file.split('/').flatMap(stemsOf)])
  return stemsOf(model.name).every((word) => words.has(word))
}

/** A zod schema beside the handlers of requests: that is where it is used, and all of its use. */
function checksRequests({ declaration, file }: Shape): boolean {
  return declaration.kind === 'zod' && HANDLERS.test(file)
}

const HANDLERS = /[./](controllers?|handlers?|routes?|routers?)[./](.*\.)?[cm]?[jt]s$/i

/**
 * The share of the columns that were there when the type was last brought up to date: a type that lacks only what came
 * later was a mirror once, and still means to be. One that is named for the
 * model and lacks only secrets is the record as it is sent.
 */
function coverageWhenWritten({ model, naming, alignment }: Candidate, context: ShapeContext): number {
  const { fields, missing } = alignment
  const present = fields.map(({ column }) => column).filter(isStored)
  const absent = missing.filter((column) => !context.isLate(model, column, present))
  const isNamed = naming === 'exact' || naming === 'affix'
  if (isNamed && present.length > 0 && absent.every(({ name }) => isSecret(name))) return 1
  return present.length === 0 ? 0 : present.length / (present.length + absent.length)
}

function namingEvidence(naming: Naming, model: Model): string {
  const reasons: Record<Naming, string> = {
    tag: `@prisma ${model.name}`,
    exact: 'name-exact',
    affix: 'name-affix',
    words: 'name-words',
    counterpart: 'name-counterpart',
    tail: 'name-tail',
    usage: 'used-with-model',
    word: 'name-word',
    fields: 'fields-alone',
  }
  return reasons[naming]
}
