import type { Model, Schema } from '../model/schema.js'
import type { Shape } from '../model/shape.js'
import { type Affixes, stripAll, strippings } from './affixes.js'
import { type Alignment, isStored } from './fields.js'
import type { FieldPair, Naming } from './pair.js'
import { isSecret } from './secrets.js'
import { containsRun, foldCase, isSubsequence, nameKey, singular, stemsOf, wordsOf } from './words.js'

/** A model that a type may describe, with the reason. */
export interface Candidate {
  readonly model: Model
  readonly naming: Naming
  readonly alignment: Alignment
}

/** The names of a schema's models, split once, and how types are held against them. */
export interface ModelNames {
  readonly schema: Schema
  /** The model that a key of words names. */
  named(key: string): Model | undefined
  /** Whether any model has a column of the name, case folded: a type without any of them describes no model. */
  hasColumn(folded: string): boolean
  /** The last word of each name. */
  readonly lastWords: ReadonlySet<string>
  readonly entries: readonly ModelEntry[]
  /** Other names of models, as the configuration has them. */
  readonly aliases: readonly ModelEntry[]
  /** Words of one's own that are put before or after a model's name. */
  readonly affixes: ReadonlySet<string>
  /** Those whose name has one of the stems, in their order. */
  entriesWith(stems: readonly string[]): readonly ModelEntry[]
  /** Those that have at least five columns of the names, case folded, in their order. */
  entriesWithColumns(folded: readonly string[]): readonly ModelEntry[]
  /** The properties of a type beside the columns of a model, those included that it had until the schema changed. */
  align(shape: Shape, model: Model): Alignment
}

/** A model's name; the model itself is looked at only where the name fits. */
export interface ModelEntry {
  readonly name: string
  readonly stems: readonly string[]
}

/**
 * The exact name, or the name with affixes stripped, where at least half of the fields agree. `refused`: the name is a
 * model's, but the fields are not; then weaker evidence of the name counts for nothing.
 */
export function namedCandidate(shape: Shape, names: ModelNames): Candidate | 'refused' | undefined {
  const named = [...modelsNamed(shape, names)].map((each) => ({
    ...each,
    alignment: names.align(shape, each.model),
  }))
  const [first] = named
  const fitting = named.find(
    ({ model, naming, alignment }) =>
      (isHalf(alignment) || (naming === 'exact' && (isWhole(alignment) || isSpelledOut(model, alignment)))) &&
      !(naming === 'affix' && isKeyAlone(alignment, shape)) &&
      !wrapsRecords(alignment),
  )
  return fitting ?? (first && 'refused')
}

/** Most of a model that has many columns: so much is the record, whatever more the type has. */
function isWhole({ coverage, fields }: Alignment): boolean {
  return coverage >= 0.75 && fields.filter(({ column }) => isStored(column)).length >= 8
}

/** A name of two words is no coincidence where the key and two columns more agree, whatever a page adds to them. */
function isSpelledOut({ name }: Model, { fields }: Alignment): boolean {
  const stored = fields.filter(({ column }) => isStored(column))
  return wordsOf(name).length > 1 && stored.length >= 3 && stored.some(({ column }) => column.isId)
}

/** Anything has a key; only a request such as `DeletePost { id, reason }` needs no more of the record. */
function isKeyAlone({ fields, extras, known }: Alignment, { name }: Shape): boolean {
  const isRequest = stripAll(wordsOf(name)).before.length > 0
  return !isRequest && known === fields.length && extras.length > 0 && fields.every(({ column }) => column.isId)
}

/** At least half of the fields; a single one beside counts is a figure about records: `ReactionSummary { emoji, count }`. */
function isHalf({ ownOverlap, known, extras }: Alignment): boolean {
  const counts = extras.filter(({ name }) => /^(count|total|sum|average|percent(age)?)$|(Count|Total)$/.test(name))
  return ownOverlap >= 0.5 && (known > 1 || extras.length === 0 || counts.length < extras.length)
}

function* modelsNamed(shape: Shape, names: ModelNames): Generator<Pick<Candidate, 'model' | 'naming'>> {
  const words = wordsOf(shape.name)
  const exact = names.named(nameKey(words))
  if (exact) yield { model: exact, naming: 'exact' }
  for (const { core } of strippings(words, names.affixes)) {
    const model = names.named(nameKey(core))
    if (model) yield { model, naming: 'affix' }
  }
}

/** Words that stand for the user model in names such as `RegisterDto` and `UpdateProfileRequest`. */
export const USER_WORDS: ReadonlySet<string> = new Set(['register', 'signup', 'profile', 'account', 'member', 'me'])

/**
 * Models that share words with the name and most of the fields, the best first. The best overlap wins, not the longest
 * name: `EventFormatDetail` with all fields of `ConcertFormat` is not an `Event`.
 */
export function wordCandidates(shape: Shape, names: ModelNames): readonly Candidate[] {
  const stripped = stripAll(wordsOf(shape.name), names.affixes)
  const stems = stemsOf(shape.name)
  const entries = entriesNear(stems, names)
  const whole = entries.filter((entry) => containsRun(stems, entry.stems)).flatMap((entry) => entry.stems)
  const candidates = [...entries, ...names.aliases].flatMap(({ name, stems: modelStems }) => {
    const naming = sharedWords(stems, stripped, modelStems)
    if (!naming || (naming === 'word' && !sharesTellingWord(stems, modelStems, whole))) return []
    const model = names.schema.models.get(name)
    if (!model) return []
    const alignment = names.align(shape, model)
    const strength = naming === 'words' && !containsRun(stems, modelStems) ? 'word' : naming
    return isEnough(strength, alignment, leftOver(stems, stripped, modelStems), model)
      ? [{ model, naming, alignment }]
      : []
  })
  return candidates.sort(
    (a, b) =>
      b.alignment.overlap - a.alignment.overlap ||
      rank(a.naming) - rank(b.naming) ||
      b.alignment.known - a.alignment.known ||
      wordsNamed(b) - wordsNamed(a),
  )
}

/** How many words of the model are known to stand in the type's name. */
export function wordsNamed({ naming, model }: Candidate): number {
  return naming === 'words' ? stemsOf(model.name).length : 0
}

/** The models that may share a word with the name. */
function entriesNear(stems: readonly string[], names: ModelNames): readonly ModelEntry[] {
  if (stems.length === 0) return names.entries
  return names.entriesWith(stems.some((stem) => USER_WORDS.has(stem)) ? [...stems, 'user'] : stems)
}

/** The model with nearly all of the type's fields, whatever the names, where it is the only one. */
export function fieldCandidate(shape: Shape, names: ModelNames): Candidate | undefined {
  const folded = shape.properties.map(({ name }) => foldCase(name))
  const known = folded.filter(names.hasColumn).length
  if (known < 5 || known < shape.properties.length / 2) return undefined
  const found = names.entriesWithColumns(folded).flatMap((entry) => {
    const model = names.schema.models.get(entry.name)
    if (!model) return []
    const alignment = names.align(shape, model)
    return alignment.known >= 5 && alignment.overlap >= 0.9 ? [{ model, alignment }] : []
  })
  const [best, second] = found.sort((a, b) => b.alignment.known - a.alignment.known)
  if (!best || second?.alignment.known === best.alignment.known) return undefined
  return { ...best, naming: 'fields' }
}

function sharedWords(stems: readonly string[], stripped: Affixes, model: readonly string[]): Naming | undefined {
  if (containsRun(stems, model) || holdsAll(stems, model)) return 'words'
  const core = stripped.core.map(singular)
  if (isSubsequence(core, model) || isSubsequence(stems, model)) return 'tail'
  if (model.length === 1 && model[0] === 'user' && stems.some((word) => USER_WORDS.has(word))) return 'word'
  return stems.some((word) => model.includes(word)) ? 'word' : undefined
}

/** `GroupChatType` has the words of `ChatGroup`, `GroupChatUserType` those of `GroupUser`: more than a word in common. */
function holdsAll(stems: readonly string[], model: readonly string[]): boolean {
  return model.length > 1 && model.every((word) => stems.includes(word))
}

/** Nouns that say what kind of record a model is, not which. */
const GENERIC = new Set(
  'item line entry row detail record status type config setting log history data info list option order'.split(' '),
)

/** A word that tells the model apart: not a generic noun, nor one that names another model as a whole. */
function sharesTellingWord(stems: readonly string[], model: readonly string[], whole: readonly string[]): boolean {
  const shared = stems.filter((word) => model.includes(word))
  return shared.length === 0 || shared.some((word) => !GENERIC.has(word) && !whole.includes(word))
}

/** The words of a type's name that are neither affixes nor the model's. */
function leftOver(stems: readonly string[], stripped: Affixes, model: readonly string[]): readonly string[] {
  const affixes = new Set([...stripped.before, ...stripped.after].map(singular))
  return stems.filter((word) => !affixes.has(word) && !model.includes(word))
}

function isEnough(naming: Naming, alignment: Alignment, rest: readonly string[], model: Model): boolean {
  const given = passwordsFor(model, alignment)
  const renamed = alignment.known - alignment.fields.length
  const common = alignment.fields.filter(isTelling).length + renamed + given
  const overlap = alignment.ownOverlap * (1 + given / Math.max(alignment.fields.length, 1))
  if (isForeign(alignment) || !alignment.fields.some(({ column }) => isStored(column))) return false
  if (naming === 'word') return common >= 3 && overlap >= 0.8
  if (naming === 'tail') return (common >= 2 && overlap >= 0.6) || (common >= 1 && overlap === 1)
  return (common >= 3 && overlap >= 0.6) || (common >= 1 && overlap >= 0.8 && namesColumns(rest, model))
}

/** A password, where the model keeps its hash, is as good as a column: `RegisterDto { name, email, password }`. */
function passwordsFor(model: Model, { extras }: Alignment): number {
  const asks = extras.some(({ name }) => foldCase(name) === 'password')
  return asks && model.columns.some(({ name }) => isSecret(name)) ? 1 : 0
}

/** `CategoriesResponse` with `categories: Category[]`, where categories have categories. */
export function wrapsRecords({ fields }: Alignment): boolean {
  return fields.every(({ column }) => column.relation?.target === column.owner)
}

/** A number or text under a relation's name is something else of that name. */
function isTelling({ column, property }: FieldPair): boolean {
  return isStored(column) || property.type.shape() !== undefined || !property.type.known
}

/** `UpdateTaskStatus` holds the model's name and a column's. */
function namesColumns(rest: readonly string[], model: Model): boolean {
  const columns = new Set(model.columns.flatMap(({ name }) => stemsOf(name)))
  return rest.length > 0 && rest.every((word) => columns.has(word))
}

/** Payloads of other services write names in another case than the schema. */
function isForeign({ fields, extras, missing }: Alignment): boolean {
  if (!extras.some(({ name }) => SNAKE.test(name)) || fields.some(({ column }) => SNAKE.test(column.name))) return false
  const names = [...fields.map(({ column }) => column).filter(isStored), ...missing].map(({ name }) => name)
  return !names.some((name) => SNAKE.test(name)) || names.some((name) => /[A-Z]/.test(name))
}

const SNAKE = /[a-z]_[a-z]/

function rank(naming: Naming): number {
  return naming === 'words' ? 0 : naming === 'tail' ? 1 : 2
}
