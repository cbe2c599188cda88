import type { Role } from '../model/role.js'
import type { Column, Model } from '../model/schema.js'
import type { Shape, ShapeProperty } from '../model/shape.js'
import type { Alignment } from './fields.js'
import { isPaging } from './fields.js'
import type { FieldPair, Naming } from './pair.js'
import { foldCase, nameKey, singular, stemsOf, wordsOf } from './words.js'

/** What is known of a type besides its own declaration. */
export interface ShapeUse {
  /** It is the type of a controller's `@Body()` or `@Query()` parameter. */
  readonly receivedAs: 'body' | 'query' | undefined
  /** Its values are those of a form: `useForm<T>`, `SetStateAction<T>`. */
  readonly isForm: boolean
  /** The types that hold it under one of their properties. */
  readonly heldBy: readonly Shape[]
}

export interface RoleVerdict {
  readonly role: Role
  readonly reason: string
}

export interface RoleQuestion {
  readonly shape: Shape
  readonly model: Model
  readonly naming: Naming
  readonly alignment: Alignment
  readonly use: ShapeUse
}

/**
 * What the type is to its model. The role decides nearly everything: a column that a subset or an input lacks was
 * never a drift in 914 cases.
 */
export function roleOf(question: RoleQuestion): RoleVerdict {
  return roleByName(question) ?? roleByUse(question) ?? readRole(question)
}

const CREATE = new Set('create add new register insert upsert save open generate signup enroll import batch'.split(' '))
const UPDATE = new Set('update edit patch set change close pay modify rename toggle'.split(' '))
const COMMAND = new Set(
  `approve reject assign withdraw mark validate cancel complete confirm submit start stop skip refund verify invite
  join leave accept decline archive restore publish unpublish transfer adjust move delete remove ban unban lock unlock
  activate deactivate moderate enable disable resend send retry sync check apply`.split(/\s+/),
)
const QUERY = new Set('query params param filter filters args criteria where search by'.split(' '))
const OUTPUT = new Set('response result output res view vo entity record row model detail details summary'.split(' '))
const INPUT = new Set('dto data payload body input request req args'.split(' '))
const SCOPE = new Set('admin my own current public bulk i t z batch'.split(' '))

function roleByName({ shape, model, alignment }: RoleQuestion): RoleVerdict | undefined {
  const words = tellingWords(shape)
  if (nameKey(words) === nameKey(wordsOf(model.name))) return undefined
  const last = words.at(-1) ?? ''
  if (isOutput(shape, model)) return undefined
  const free = words.filter((word) => !isOwn(word, model))
  const verb = free.find((word) => !SCOPE.has(word)) ?? ''
  const writes = last === 'args' && (CREATE.has(verb) || UPDATE.has(verb))
  if (!writes && isQuery(words, shape, model)) return { role: 'query', reason: 'named as a query' }
  if (CREATE.has(verb)) return { role: 'create', reason: `named '${verb}'` }
  if (UPDATE.has(verb)) return { role: 'update', reason: `named '${verb}'` }
  const input = INPUT.has(last) && !isOwn(last, model) && !isMetadata(words)
  if (input && COMMAND.has(verb)) return { role: 'command', reason: `named '${verb}'` }
  if (input && verb === 'get') return { role: 'query', reason: "named 'get'" }
  if (input && free.some((word) => UPDATE.has(word))) return { role: 'update', reason: 'named an update' }
  if (input && free.some((word) => CREATE.has(word))) return { role: 'create', reason: 'named a creation' }
  if (!input || last === 'dto') return undefined
  if (!hasKey(shape, model)) return { role: inputRole(alignment), reason: `named '${last}', without an id` }
  const mayHaveKey = last === 'input' && keyOf(shape, model)?.optional
  return mayHaveKey ? { role: inputRole(alignment), reason: "named 'input', an id may be there" } : undefined
}

function isQuery(words: readonly string[], shape: Shape, model: Model): boolean {
  const last = words.filter((word) => !INPUT.has(word) || word === 'args').at(-1) ?? ''
  if ((QUERY.has(last) && !isOwn(last, model)) || words[0] === 'query') return true
  const listed = (words[0] === 'find' || words[0] === 'list') && shape.properties.some(({ name }) => isPaging(name))
  return listed
}

/** The words of a name without `schema`, which only says how the type is written. */
function tellingWords({ name }: Shape): readonly string[] {
  const words = wordsOf(name)
  return words.length > 1 && words.at(-1) === 'schema' ? words.slice(0, -1) : words
}

/** Named as what a server answers: one of the last two words says so, and is not the model's own. */
export function isOutput(shape: Shape, model: Model): boolean {
  return tellingWords(shape)
    .slice(-2)
    .some((word) => OUTPUT.has(word) && !isOwn(word, model))
}

/** `CreateProcessingRecordRequest` makes a `ProcessingRecord`: a word of the model's name says nothing of the type. */
function isOwn(word: string, model: Model): boolean {
  return stemsOf(model.name).includes(singular(word))
}

/** `ShareMetaData` is data about a share, not data for one. */
function isMetadata(words: readonly string[]): boolean {
  return words.at(-1) === 'data' && words.at(-2) === 'meta'
}

function roleByUse({ shape, model, alignment, use, naming }: RoleQuestion): RoleVerdict | undefined {
  // A form may hold the record itself, to edit it.
  if (use.isForm && !(naming === 'exact' && hasKey(shape, model)))
    return { role: 'create', reason: 'the values of a form' }
  if (use.receivedAs === 'query') return { role: 'query', reason: 'received as @Query()' }
  const mayHaveKey = shape.declaration.kind === 'zod' && keyOf(shape, model)?.optional && !isOutput(shape, model)
  if (mayHaveKey && !isRecorded(alignment, use))
    return { role: inputRole(alignment), reason: 'a schema to validate with, an id may be there' }
  if (hasKey(shape, model)) return undefined
  if (use.receivedAs === 'body') return { role: inputRole(alignment), reason: 'received as @Body()' }
  if (shape.declaration.kind === 'zod' && !isRecorded(alignment, use))
    return wordsOf(shape.name)[0] === 'get'
      ? { role: 'query', reason: "a schema named 'get', without an id" }
      : { role: inputRole(alignment), reason: 'a schema to validate with, without an id' }
  if (isValidated(shape) && !isPartialView(shape, model))
    return { role: inputRole(alignment), reason: 'validated, without an id' }
  const holders = use.heldBy.map(({ name }) => wordsOf(name))
  const sentIn =
    holders.length > 0 && holders.every((words) => words.some((word) => CREATE.has(word) || UPDATE.has(word)))
  if (sentIn && naming !== 'fields') return { role: 'create', reason: 'part of an input' }
  return undefined
}

/** It tells when the record was made or changed, or is held by nothing but records: a schema of what is read. */
function isRecorded({ fields }: Alignment, { heldBy }: ShapeUse): boolean {
  const isStamp = ({ column, property }: FieldPair) =>
    !property.optional && (column.isUpdatedAt || /^createdat$/.test(foldCase(column.name)))
  const isRecord = ({ properties }: Shape) => properties.some(({ name, optional }) => name === 'id' && !optional)
  return fields.some(isStamp) || (heldBy.length > 0 && heldBy.every(isRecord))
}

const VALIDATORS = /^(Is[A-Z]|Min|Max|Length|Matches|Validate|Allow|ArrayM|Equals|Contains|NotContains)/

/** Its properties carry decorators of class-validator. */
function isValidated(shape: Shape): boolean {
  return shape.properties.some(({ decorators }) => decorators.some(({ name }) => VALIDATORS.test(name)))
}

function hasKey(shape: Shape, model: Model): boolean {
  return keyOf(shape, model) !== undefined
}

function keyOf(shape: Shape, model: Model): ShapeProperty | undefined {
  return shape.properties.find(
    ({ name }) => name === 'id' || name === '_id' || (model.primaryKey.length === 1 && name === model.primaryKey[0]),
  )
}

/** In update types 93 % of the fields are optional; what a record cannot be without is required to make one. */
function inputRole({ fields }: Alignment): Role {
  const optional = fields.filter(({ property }) => property.optional).length
  const needed = fields.filter(({ column }) => isNeeded(column))
  const givesAll = needed.length > 0 && needed.every(({ property }) => !property.optional)
  return fields.length > 1 && optional / fields.length >= 0.9 && !givesAll ? 'update' : 'create'
}

/** Without a value the database refuses the record. */
function isNeeded({ nullable, list, defaultValue, isUpdatedAt, isId, kind }: Column): boolean {
  const filled = nullable || list || defaultValue !== undefined || isUpdatedAt || isId
  return !filled && kind !== 'relation'
}

const PARTIAL = new Set(
  'summary item public my list option preview basic basics minimal simple short brief compact card lite safe row ref reference partial'.split(
    ' ',
  ),
)

/**
 * Mirror or subset, by how much of the model the type covers. Shares of types that turned out to mirror the record,
 * over 33 projects: exact name, at least 60 %: 65 of 67, below: 1 of 11; other names, at least 75 %: 16 of 16, below: 0
 * of 8; partial names below 90 %: 0 of 30.
 */
function readRole({ shape, model, naming, alignment, use }: RoleQuestion): RoleVerdict {
  const { coverage } = alignment
  if (refersToRecord(shape, model, alignment)) return { role: 'derived', reason: 'names the record by its id' }
  if (lacksKey(shape, model)) return { role: 'subset', reason: `lacks the key '${model.primaryKey[0]}'` }
  const covers = `covers ${Math.round(coverage * 100)} % of the columns`
  const isPartial = naming !== 'exact' && isPartialView(shape, model)
  const needed = naming === 'exact' ? 0.6 : isPartial ? 0.9 : 0.72
  if (naming !== 'exact' && use.heldBy.length > 0 && coverage < 0.9)
    return { role: 'subset', reason: `${covers}, held by another type` }
  return { role: coverage >= needed ? 'mirror' : 'subset', reason: covers }
}

function isPartialView(shape: Shape, model: Model): boolean {
  return wordsOf(shape.name).some((word) => PARTIAL.has(word) && !isOwn(word, model))
}

/** `RefundResult { refundId, status }` is about a record, and not the record. */
function refersToRecord(shape: Shape, model: Model, { extras }: Alignment): boolean {
  if (hasKey(shape, model)) return false
  const words = wordsOf(model.name)
  const ids = [words, words.slice(-1)].map((each) => `${each.join('')}id`)
  return extras.some(({ name }) => ids.includes(foldCase(name)))
}

function lacksKey(shape: Shape, model: Model): boolean {
  return model.primaryKey.length === 1 && !shape.open && !hasKey(shape, model)
}
