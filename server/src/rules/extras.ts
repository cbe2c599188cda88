import { distance } from 'fastest-levenshtein'
import { isJoined, isStored } from '../matching/fields.js'
import type { Pair } from '../matching/pair.js'
import { isSecret } from '../matching/secrets.js'
import { isCamelCase, isSnakeCase, spellingOf } from '../matching/spelling.js'
import { foldCase, wordsOf } from '../matching/words.js'
import type { Related } from '../model/finding.js'
import { isInput, isRead } from '../model/role.js'
import type { Column } from '../model/schema.js'
import type { ShapeProperty } from '../model/shape.js'
import type { Changes, Corroboration } from './corroboration.js'
import { isKeptByClient, isLoose, isMostlyElse, isViewState } from './loose-pair.js'
import { type Refusal, refusalOf } from './refused.js'
import type { PairContext } from './rule.js'
import { comparedBases, possibleBases } from './wire.js'

/** A property that is no column, judged. */
export interface Extra {
  readonly pair: Pair
  readonly property: ShapeProperty
  /**
   * `refused`: Prisma is handed it. `strong`: evidence beyond the difference itself says that nothing fills it. `weak`:
   * only that the server's own shapes lack it, or that Prisma may be handed it. `none`: the difference is all there is.
   */
  readonly weight: 'refused' | 'strong' | 'weak' | 'none'
  readonly evidence: readonly string[]
  /** The column that it most likely means. */
  readonly renamedTo: Column | undefined
  /** Where Prisma gets it. */
  readonly related?: readonly Related[]
}

/**
 * Judges the properties of a pair that are no columns; those that are computed or never real are left out. A model that
 * could not be read in full may have them all.
 */
export function judgeExtras(context: PairContext): readonly Extra[] {
  const known = judged.get(context) ?? judgeAll(context)
  judged.set(context, known)
  return known
}

/** Three rules ask about the same pair. */
const judged = new WeakMap<PairContext, readonly Extra[]>()

/** Whether more than the difference itself says that it is none. */
export function isFirm({ weight }: Extra): boolean {
  return weight === 'refused' || weight === 'strong'
}

/** The columns that stand in a type under another name. */
export function renamedColumns(context: PairContext): ReadonlySet<Column> {
  const renamed = judgeExtras(context).filter(isFirm)
  return new Set(renamed.flatMap(({ renamedTo }) => renamedTo ?? []))
}

function judgeAll(context: PairContext): readonly Extra[] {
  const { pair, extras, ask } = context
  if (!pair.model.intact) return []
  const changes = ask.changes(pair.schema)
  return extras.flatMap((property) => {
    if (property.computed) return []
    const changed = changedColumn(pair, property, changes)
    if (changed) return [changed]
    if (isRead(pair.role)) return judgeRead(context, property)
    const refusal = refusalOf(context, property)
    if (refusal) return [refused(context, property, refusal)]
    return isInput(pair.role) ? judgeInput(context, property) : []
  })
}

/** The column existed in the earlier schema under this name: what just changed is certain. */
function changedColumn(pair: Pair, property: ShapeProperty, changes: Changes | undefined): Extra | undefined {
  const former = spellingOf(pair).inSchema(property.name)
  const before = changes?.columnBefore(pair.model.name, former)
  if (!changes || before?.name !== former || (!isRead(pair.role) && !isInput(pair.role))) return undefined
  const name = changes.renamedTo(pair.model.name, former)
  const renamedTo = pair.model.columns.find((column) => column.name === name)
  const what = renamedTo ? `renamed to '${renamedTo.name}'` : 'removed'
  return { pair, property, weight: 'strong', evidence: [`column ${what} since ${changes.base}`], renamedTo }
}

function refused(context: PairContext, property: ShapeProperty, { certain, evidence, related }: Refusal): Extra {
  // What keeps a password is made of it.
  const renamedTo = isSecret(property.name) ? undefined : nearColumn(context, property)
  return { pair: context.pair, property, weight: certain ? 'refused' : 'weak', evidence, related, renamedTo }
}

function judgeRead(context: PairContext, property: ShapeProperty): readonly Extra[] {
  const { pair, ask } = context
  const near = isOfRelated(pair, property) ? undefined : nearColumn(context, property)
  const renamedTo =
    near && (isHashOf(near, property) || (isStored(near) && isOwnAddition(context, property))) ? undefined : near
  const isComputed = isComputedName(property.name) && !renamedTo
  const joins = !isComputed && isJoined(property.name, pair.model)
  const isDerived = isComputed || joins
  if (isDerived && (isOwnNote(property.name) || ask.isServer(pair.shape))) return []
  if (isDerived && ask.isFilled(pair, property) && !(joins && isUnjoined(context, property))) return []
  return [{ pair, property, renamedTo, ...readEvidence(context, property, renamedTo) }]
}

/** `phone` beside `name` and `email`, all columns of the one user that the model points at: no other name of its own. */
function isOfRelated({ schema, model, extras }: Pair, { name }: ShapeProperty): boolean {
  return model.columns.some((column) => {
    const other = column.relation && !column.list ? schema.models.get(column.type) : undefined
    const names = new Set(other?.columns.map((each) => each.name))
    return names.has(name) && extras.filter((extra) => names.has(extra.name)).length >= SEVERAL
  })
}

/** So many columns of a record in a type that describes another one are no coincidence. */
const SEVERAL = 3

/** `token` beside a column `tokenHash`: what is hashed is sent once, its hash never. */
function isHashOf(column: Column, { name }: ShapeProperty): boolean {
  return foldCase(column.name) === `${foldCase(name)}hash`
}

/** What a type adds to another one of the model: that one would have a column, had it been renamed. */
function isOwnAddition({ pair, ask }: PairContext, property: ShapeProperty): boolean {
  return !property.inherited && ask.basesOf(pair).length > 0
}

/** Of a name that others write, too: whether nobody joins it into the records that the type describes. */
function isUnjoined(context: PairContext, property: ShapeProperty): boolean {
  const { pair, ask } = context
  if (pair.role !== 'mirror' || isOwnAddition(context, property) || ask.isReshaped(pair, property)) return false
  return readEvidence(context, property, undefined).weight === 'strong'
}

type Verdict = Pick<Extra, 'weight' | 'evidence'>

const NOTHING: Verdict = { weight: 'none', evidence: [] }

/**
 * Evidence that nothing fills the property. That something may write its name outweighs any look-alike that lacks it:
 * on ten projects look-alikes alone were right 3 times in 59. A property of a mirror near a column that the type lacks
 * is the exception: there the name is likely the old one, while a view may well go by names that the server gives. Where
 * another model has a column of the name, whoever writes it may mean that one, and look-alikes count for something.
 */
function readEvidence({ pair, ask }: PairContext, property: ShapeProperty, near: Column | undefined): Verdict {
  const { name } = property
  if (isAlternative(pair) || isKeptByClient(pair) || ask.isOwnState(pair.shape.file)) return NOTHING
  if (spellingOf(pair).isMapped || ask.isForOthers(pair, property) || isOfOtherBuilds(pair, property)) return NOTHING
  const dropped = near ? undefined : ask.droppedBy(pair, name)
  if (dropped !== undefined && !mayBeFilled(pair, property, ask))
    return { weight: 'strong', evidence: [`migration ${dropped} dropped its column`] }
  if (ask.isServer(pair.shape)) return NOTHING
  if (!near && isViewState(pair) && !ask.asksForData(pair.shape)) return NOTHING
  if (isMostlyElse(pair) && !ask.isAskedFor(pair)) return NOTHING
  if (holdsFile(property) || (isLoose(pair) && (pair.extras.length >= 2 || (!near && ask.isNamed(pair, property)))))
    return NOTHING
  if (!near && ask.mappedTo(pair, property).some((column) => fits(column, property))) return NOTHING
  if (near && ask.isCarried(pair, property, near)) return NOTHING
  if (TIMESTAMPS.has(name) && !pair.inline && !ask.isComposed(pair, property) && !ask.builtByClient(pair, property))
    return { weight: 'strong', evidence: ['its records keep no such time'] }
  if (!near && ask.isMerged(pair, property)) return NOTHING
  const written = isWritten(pair, property, ask)
  const isStrong =
    !written || (near !== undefined && isStored(near) && pair.role === 'mirror' && pair.naming !== 'word')
  if (!isStrong && !ask.hasColumn(pair.schema, name)) return NOTHING
  const unwritten =
    written === false
      ? [`no server file that works with ${pair.model.name} writes '${name}'`]
      : written === undefined && near && isStored(near) && pair.role === 'mirror'
        ? [`'${near.name}' is near, and nothing of the server works with ${pair.model.name}`]
        : []
  const evidence = [...unwritten, ...lookAlikes(pair, ask, name)]
  if (evidence.length === 0) return NOTHING
  const isMade =
    ask.builtByClient(pair, property) ||
    (!near && isFlag(property) && ask.isNoted(pair, property)) ||
    (!near && (ask.isComposed(pair, property) || (isStrong && ask.isAdded(pair, property))))
  return isMade ? NOTHING : { weight: isStrong ? 'strong' : 'weak', evidence }
}

/**
 * Whether the name is written into records. In a type that is the record, an object that has little else of the model
 * tells nothing, unless a client makes such records of what it is sent.
 */
function isWritten(pair: Pair, property: ShapeProperty, ask: Corroboration): boolean | undefined {
  const written = ask.isWritten(pair, property, 'anything')
  if (!written || pair.role !== 'mirror') return written
  return ask.isWritten(pair, property, 'record') !== false || ask.isReshaped(pair, property)
}

/** Whether something may fill the property: what is sent, or an object that has its name. */
function mayBeFilled(pair: Pair, property: ShapeProperty, ask: Corroboration): boolean {
  return (
    isWritten(pair, property, ask) === true ||
    ask.builtByClient(pair, property) ||
    ask.isComposed(pair, property) ||
    ask.isAdded(pair, property)
  )
}

/** `distance_km?` and others like it beside `shopName`: what another build or service sends is read as well. */
function isOfOtherBuilds({ fields, extras }: Pair, property: ShapeProperty): boolean {
  const isOther = ({ name, optional }: ShapeProperty) => optional && isSnakeCase([name])
  return (
    isOther(property) &&
    extras.filter(isOther).length >= SEVERAL &&
    isCamelCase(fields.map(({ column }) => column.name))
  )
}

/** A file that somebody chose: no answer holds one, only what a form collects, and requests have it beside their body. */
function holdsFile({ type }: ShapeProperty): boolean {
  return /\b(File|FileList|Blob)\b/.test(type.text)
}

/** A mark that need not be there: what a client notes of records that are its own, such as of those not yet sent. */
function isFlag({ optional, type }: ShapeProperty): boolean {
  return optional && type.bases.size === 1 && type.bases.has('boolean') && !type.list
}

/** The server's own shapes of the record that lack the name. */
function lookAlikes(pair: Pair, ask: Corroboration, name: string): readonly string[] {
  const evidence: string[] = []
  const similar = ask.similarShapes(pair)
  if (similar.length > 0 && !similar.some((shape) => shape.has(name))) {
    evidence.push(`not in ${similar[0]?.name}, which looks the same`)
  }
  const types = pair.role === 'mirror' ? ask.serverReadTypes(pair) : []
  if (types.length > 0 && !types.some((type) => hasName(type, name))) {
    const names = types.map(({ shape }) => shape.name)
    evidence.push(`not in the server's ${names.slice(0, 3).join(', ')}`)
  }
  return evidence
}

function judgeInput({ pair, ask }: PairContext, property: ShapeProperty): readonly Extra[] {
  const twin = ask.operationTwin(pair)
  if (
    !twin ||
    twin.shape.open ||
    isViewState(pair) ||
    isKeptByClient(pair) ||
    holdsFile(property) ||
    namesRecord(property.name, pair) ||
    wrapsRecord(property, pair) ||
    isInterfaceOnly(property.name) ||
    hasName(twin, property.name) ||
    ask.isTaken(pair, property.name) ||
    ask.isHandedOnAs(pair, property, namesBeside(pair, twin))
  )
    return []
  const evidence = [`the server's ${twin.shape.name} for the same operation lacks it`]
  return [{ pair, property, weight: 'strong', evidence, renamedTo: undefined }]
}

/** The names that the server's type for the same operation has and the type lacks. */
function namesBeside(pair: Pair, { shape }: Pair): readonly string[] {
  return shape.properties.flatMap(({ name }) => (hasName(pair, name) ? [] : name))
}

function hasName({ shape }: Pair, name: string): boolean {
  return shape.open || shape.properties.some((property) => foldCase(property.name) === foldCase(name))
}

/** One of several shapes: a property of a single alternative is told by the others. */
function isAlternative({ shape }: Pair): boolean {
  const { type } = shape.declaration
  return type.kind === 'union' && type.members.filter(({ kind }) => kind !== 'primitive').length > 1
}

const TIMESTAMPS = new Set(['createdAt', 'updatedAt', 'created_at', 'updated_at'])

/** A flag is made from what a record is to somebody, and often meant for later; `_synced` and `_count` add themselves. */
function isOwnNote(name: string): boolean {
  return /^(_|(is|has|can|should)(?=[A-Z]))/.test(name)
}

/** Names of values that servers compute: real in 2 of 58 cases where somebody may do so. */
export function isComputedName(name: string): boolean {
  return (
    name.startsWith('_') ||
    /^(is|has|can|should|total|num|number[A-Z]|count|avg|average|sum|display|formatted)(?=[A-Z]|$|Of)/.test(name) ||
    /(Count|Counts|Url|URL|Total|Label|Formatted|Percent|Percentage|Ago)$/.test(name)
  )
}

/** Fields that live in forms alone. */
function isInterfaceOnly(name: string): boolean {
  // `rePassword` is one, `reason` and `region` are not.
  return (
    /^re[A-Z]/.test(name) || /^(confirm|repeat|accept|agree)|(confirmation|confirm)$|captcha|rememberMe/i.test(name)
  )
}

/**
 * The column that a property may stand for: one that the type lacks, that could hold its values and whose name holds
 * the property's words, is held by them, or differs by a letter or two.
 */
function nearColumn({ pair, missing, ask }: PairContext, property: ShapeProperty): Column | undefined {
  const absent = [...missing, ...absentRelations(pair)]
  const near = absent.filter(
    (column) => fits(column, property) && isNear(property.name, column, ask.renamedFrom(column)),
  )
  return near.length === 1 ? near[0] : undefined
}

function absentRelations({ model, fields }: Pair): readonly Column[] {
  return model.columns.filter((column) => !isStored(column) && !fields.some((field) => field.column === column))
}

function fits(column: Column, { type }: ShapeProperty): boolean {
  const possible = possibleBases(column)
  const written = comparedBases(type)
  if (column.kind === 'relation') return type.bases.has('object') && type.list === column.list
  return (
    possible !== undefined &&
    written !== undefined &&
    type.list === column.list &&
    written.every((base) => possible.includes(base))
  )
}

function isNear(name: string, column: Column, formerNames: readonly string[]): boolean {
  if (formerNames.some((former) => foldCase(former) === foldCase(name))) return true
  const [a, b] = [foldCase(name), foldCase(column.name)]
  if (a === b || (Math.min(a.length, b.length) >= 5 && isMisspelt(name, column.name))) return true
  if (column.type === 'DateTime' && isSameMoment(name, column.name)) return true
  const [few, many] = [wholeWords(name), wholeWords(column.name)].sort((x, y) => x.length - y.length) as [
    readonly string[],
    readonly string[],
  ]
  const held = few.every((word) => many.includes(word))
  return held && many.length - few.length <= 1 && few.join('').length >= 4
}

/**
 * By a letter, or by two in what is more than a short word: `customerName` and `customerNote` are two things, as are
 * `realizedGain` and `unrealizedGain`.
 */
function isMisspelt(name: string, other: string): boolean {
  const [words, others] = [wordsOf(name), wordsOf(other)]
  const apart = words.flatMap((word, index) => (word === others[index] ? [] : [[word, others[index] ?? ''] as const]))
  const [only] = words.length === others.length && apart.length === 1 ? apart : []
  if (only && (isOpposite(only[0], only[1]) || isOpposite(only[1], only[0]))) return false
  return distance(foldCase(name), foldCase(other)) <= (only && only[0].length < 5 ? 1 : 2)
}

function isOpposite(word: string, other: string): boolean {
  return word.endsWith(other) && /^(un|in|im|ir|de|re)$/.test(word.slice(0, -other.length))
}

/** `createTime` and `createdAt`. */
function isSameMoment(name: string, other: string): boolean {
  const [moment, otherMoment] = [momentOf(name), momentOf(other)]
  return moment !== '' && moment === otherMoment
}

/** What happens at the time that a name is for, without its tense; empty where it is for none. */
function momentOf(name: string): string {
  const words = wordsOf(name)
  if (!/^(at|on|time|date|timestamp)$/.test(words.at(-1) ?? '')) return ''
  return words
    .slice(0, -1)
    .map((word) => word.replace(/(?:ed|es|e|s)$/, ''))
    .join(' ')
}

const SHORT = new Map(
  Object.entries({
    addr: 'address',
    amt: 'amount',
    desc: 'description',
    img: 'image',
    msg: 'message',
    no: 'number',
    num: 'number',
    org: 'organization',
    pct: 'percent',
    percentage: 'percent',
    qty: 'quantity',
    ref: 'reference',
    tel: 'telephone',
  }),
)

/** The words of a name, those that are often shortened in full. */
function wholeWords(name: string): readonly string[] {
  return wordsOf(name).map((word) => SHORT.get(word) ?? word)
}

/**
 * `configId` in an input for `ScoreConfig` says which record is meant, as does `scoreId` in one that calls the record no
 * more than that: `UpdateScoreInput`.
 */
function namesRecord(name: string, { model, shape }: Pair): boolean {
  const words = wordsOf(model.name)
  const said = wordsOf(shape.name).filter((word) => words.includes(word))
  return [words, words.slice(-1), said].some((each) => foldCase(name) === `${each.join('')}id`)
}

/** `{ id, updates: Partial<User> }`: the record itself is inside. */
function wrapsRecord({ type }: ShapeProperty, { fields, model }: Pair): boolean {
  const isObject = type.known ? type.bases.has('object') : type.list !== true
  return isObject && fields.every(({ column }) => column.isId || model.primaryKey.includes(column.name))
}
