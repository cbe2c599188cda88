import { isStored } from '../matching/fields.js'
import type { Naming, Pair } from '../matching/pair.js'
import { isSecret } from '../matching/secrets.js'
import { spellingOf } from '../matching/spelling.js'
import type { ElementRef } from '../model/element.js'
import type { WantedType } from '../model/intent.js'
import type { Column } from '../model/schema.js'
import { baseName } from '../text/file-id.js'
import type { Corroboration } from './corroboration.js'
import { renamedColumns } from './extras.js'
import { isHidden } from './hidden-columns.js'
import { isViewState } from './loose-pair.js'
import { membersBefore } from './member-place.js'
import { defineRule, nameOf, type PairContext } from './rule.js'
import { wantedType } from './wire.js'

interface Fact {
  readonly at: ElementRef
  readonly pair: Pair
  readonly column: Column
  /** What the type would call it. */
  readonly name: string
  readonly corroborated: boolean
  readonly member: WantedType & { readonly optional: boolean }
  readonly evidence: readonly string[]
}

/** A column that the record's mirror should have. In any other type it was never a drift (0 of 914). */
export const fieldMissing = defineRule<Fact>({
  code: 'field-missing',
  summary: 'mirror lacks a column',

  *run(context) {
    const { pair, missing, ask } = context
    if (pair.role !== 'mirror' || pair.shape.open || !pair.model.intact || pair.inline) return
    const renamed = renamedColumns(context)
    for (const column of missing) {
      if (ask.basesOf(pair).some((base) => base.role === 'mirror' && base.missing.includes(column))) continue
      if (renamed.has(column) || isForeignKeyOfPresent(column, pair) || ask.isLeftOut(column)) continue
      const verdict = judge(context, column)
      if (verdict && (pair.roleAskedFor || !pair.extras.some((extra) => ask.isCarried(pair, extra, column))))
        yield {
          at: pair.shape.ref,
          pair,
          column,
          name: spellingOf(pair).inType(column.name),
          member: memberOf(column, pair, wantedType(column, pair, ask.wireOf(pair.shape))),
          ...verdict,
        }
    }
  },

  severity: ({ corroborated }) => (corroborated ? 'warning' : 'info'),
  message: ({ pair, column, evidence }) => `'${pair.shape.name}' lacks column '${nameOf(column)}': ${evidence[0]}`,
  related: ({ column }) => [{ at: column.ref, message: 'The column is declared here' }],
  fixes: ({ pair, column, name, member }) => [
    {
      title: `Add '${name}' to '${pair.shape.name}'`,
      safe: true,
      intents: [
        {
          kind: 'addMember',
          at: pair.shape.ref,
          name,
          ...member,
          after: membersBefore(pair, column),
        },
      ],
    },
    {
      title: `Mark '${pair.shape.name}' as a subset`,
      safe: false,
      intents: [{ kind: 'setTag', at: pair.shape.ref, tag: `@prisma ${pair.model.name} subset` }],
    },
  ],
})

type Verdict = Pick<Fact, 'corroborated' | 'evidence'>

function judge({ pair, ask }: PairContext, column: Column): Verdict | undefined {
  if (pair.roleAskedFor)
    return isSecret(column.name) ? undefined : { corroborated: true, evidence: ['it is declared a mirror'] }
  if (isHidden(column) || ask.isServer(pair.shape) || spellingOf(pair).isMapped) return undefined
  const late = ask.isLate(pair, column)
  if (isScope(column, pair, ask) || (column.foreignKeyOf.length > 0 && !late) || isFlagged(column, pair))
    return undefined
  const nearest = ask.closestServerShape(pair)
  const isAnothers = nearest?.has(column.name) === true && ask.isSentAsAnother(pair, nearest)
  // What is sent as another type says nothing of this one.
  const closest = isAnothers ? undefined : nearest
  if (closest?.has(column.name) && !WEAK.has(pair.naming) && pair.coverage > MOSTLY)
    return { corroborated: !isViewState(pair), evidence: [`${closest.name} has it`] }
  if (isAnothers) return column.foreignKeyOf.length === 0 ? toldByInput(pair, column, ask) : undefined
  // A late optional key is a link that few clients show.
  const isLink = column.foreignKeyOf.length > 0 && column.nullable
  const isNew = ask.changes(pair.schema)?.isAdded(column) === true
  const isExpected = isNew ? pair.coverage >= 0.75 : closest === undefined && wasWhole(pair)
  if (late && !isLink && isExpected) return lateness(pair, ask)
  return closest === undefined && column.foreignKeyOf.length === 0 ? toldBy(pair, column, ask) : undefined
}

const LATER = 'it was added by a later migration than the columns the type has'

/**
 * What had all columns when it was written, under the model's own name and for more than one component, means to have
 * them still. Of types that lacked others before, 1 late column in 22 was missed by anybody.
 */
function wasWhole(pair: Pair): boolean {
  return pair.naming === 'exact' && pair.coverage === 1 && !isViewState(pair)
}

/** Certain if the server sends its records whole. */
function lateness(pair: Pair, ask: Corroboration): Verdict {
  return wasWhole(pair) && ask.isSentWhole(pair)
    ? { corroborated: true, evidence: [`${LATER}, which are all others, and records are read whole`] }
    : { corroborated: false, evidence: [LATER] }
}

/**
 * Where nothing of the server looks like the type: another type of the same name, or what the server takes. What a
 * component reads by a type of its own arrives, and the type for all lacks it.
 */
function toldBy(pair: Pair, column: Column, ask: Corroboration): Verdict | undefined {
  if (WEAK.has(pair.naming) || pair.coverage <= MOSTLY || isViewState(pair)) return undefined
  const has = ({ fields }: Pair) => fields.some((field) => field.column === column)
  const namesakes = ask.namesakes(pair).filter(has)
  const namesake = namesakes.find(isViewState) ?? namesakes[0]
  if (namesake) {
    const { name, file } = namesake.shape
    return { corroborated: isViewState(namesake), evidence: [`the ${name} in ${baseName(file)} has it`] }
  }
  return toldByInput(pair, column, ask)
}

function toldByInput(pair: Pair, column: Column, ask: Corroboration): Verdict | undefined {
  if (pair.naming !== 'exact' || pair.coverage <= MOSTLY || isViewState(pair)) return undefined
  const input = ask.serverInputs(pair).find(({ fields }) => fields.some((field) => field.column === column))
  return input && { corroborated: false, evidence: [`the server's ${input.shape.name} has it`] }
}

/** Up to this share of the columns a type may well be meant as a view. */
const MOSTLY = 0.6

/** Named for something beside the model, such as `OfflineProduct`: what it leaves out may be deliberate. */
const WEAK: ReadonlySet<Naming> = new Set(['tail', 'words', 'word', 'usage', 'counterpart'])

/** `isActive` in the type stands for the model's `status`. */
function isFlagged({ name, kind }: Column, { extras }: Pair): boolean {
  return (
    name === 'status' &&
    kind === 'enum' &&
    extras.some((extra) => /^(is|has)?(active|enabled|disabled)$/i.test(extra.name))
  )
}

/** The object of the relation is there, so nobody misses its key (0 of 29). */
function isForeignKeyOfPresent(column: Column, { fields }: Pair): boolean {
  return fields.some((field) => column.foreignKeyOf.includes(field.column.name))
}

/** As the type has its other columns: one that may be `null` is optional where all are that can be absent at all. */
function memberOf(column: Column, { fields }: Pair, wanted: WantedType): Fact['member'] {
  const { type: base } = wanted
  if (base === 'unknown' && !column.list) return { ...wanted, optional: false }
  const alike = fields.filter((field) => field.column.nullable && !field.column.list && isStored(field.column))
  const absent = alike.map(({ property }) => property).filter(({ optional, type }) => optional || type.admitsNull)
  const isLeftOut = absent.length > 0 && absent.every(({ type }) => !type.admitsNull)
  const optional = column.nullable && isLeftOut
  const type = `${base}${column.list ? '[]' : ''}${column.nullable && !optional ? ' | null' : ''}`
  return { ...wanted, type, optional }
}

/** A key that many models have: everything is inside of it, so nothing names it. */
function isScope({ name }: Column, { schema }: Pair, ask: Corroboration): boolean {
  return /Id$|_id$/.test(name) && ask.isCommonColumn(schema, name)
}
