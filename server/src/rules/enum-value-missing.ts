import type { EnumPair } from '../matching/pair.js'
import type { ElementRef } from '../model/element.js'
import {
  compareValues,
  crossings,
  isNoChoice,
  isOwnVocabulary,
  isReadAnywhere,
  isSurely,
  listValues,
  pairingOf,
  spellingIn,
  usesOf,
} from './enum-values.js'
import { defineEnumRule } from './rule.js'

interface Fact {
  readonly at: ElementRef
  readonly type: string
  readonly field?: string
  readonly list: EnumPair
  readonly values: readonly string[]
  readonly isNew: boolean
  readonly mapped: boolean
  readonly spelled: (value: string) => string
  readonly evidence: readonly string[]
}

/** Values of a Prisma enum that a copy of it lacks. In inputs people narrow on purpose; in what is read they arrive. */
export const enumValueMissing = defineEnumRule<Fact>({
  code: 'enum-value-missing',
  summary: 'union or enum lacks values of the Prisma enum',

  *run({ pair: list, ask }) {
    const { missing: values, renamed, extra } = compareValues(list)
    if (values.length === 0 || !list.enum.intact) return
    const before = ask
      .changes(list.schema)
      ?.enumBefore(list.enum.name)
      ?.values.map(({ name }) => name)
    const fresh = before ? values.filter((value) => !before.includes(value)) : []
    const isNew = before !== undefined && fresh.length > 0 && before.every((value) => list.values.includes(value))
    const added = isNew ? [`${listValues(fresh)} added since ${ask.changes(list.schema)?.base}`] : []
    yield {
      at: list.at,
      ...subject(list),
      list,
      values,
      isNew,
      // Of a list with a spelling of its own any value may stand for one that it lacks.
      mapped:
        ask.isOwnState(list.at.file) ||
        ask.mapsValues(list, crossings({ missing: values, extra: [...extra, ...renamed.map(({ from }) => from)] })) ||
        extra.some((value) => ask.makesValue(list, value)) ||
        ask.foldsValues(list, values) ||
        ask.isExtended(list, values),
      // A list whose own spelling nobody converts is to be spelled as Prisma does.
      spelled: renamed.length > 0 && ask.convertsValues(list, renamed) ? spellingIn(list) : (value) => value,
      evidence: [...added, ...usesOf(list), pairingOf(list)],
    }
  },

  // A copy that was complete until the enum gained a value has just fallen behind, whatever it is used for.
  severity: ({ list, isNew, mapped }) =>
    !isNew && (mapped || isOwnVocabulary(list) || isForRegistering(list))
      ? 'hint'
      : isNew || (isSurely(list) && (isReadAnywhere(list) || isWholeCopy(list)))
        ? 'warning'
        : 'info',
  message: ({ list, values }) => `'${list.name}' lacks ${listValues(values)} of the Prisma enum '${list.enum.name}'`,
  related: ({ list }) => [{ at: list.enum.ref, message: 'The Prisma enum' }],
  fixes: ({ list, values, spelled }) => [
    {
      title: `Add ${listValues(values.map(spelled))} to '${list.name}'`,
      safe: true,
      intents: values.map((value) => ({ kind: 'addValue', at: list.at, value: spelled(value) })),
    },
  ],
})

/**
 * A declared copy with the enum's own name, used by no type that is known: it stands for the enum itself, unless it
 * offers a choice.
 */
function isWholeCopy(list: EnumPair): boolean {
  const { confidence, inlineIn, usedBy } = list
  const offersChoice = compareValues(list).extra.some((value) => isNoChoice(value, list))
  return confidence === 'certain' && inlineIn === undefined && usedBy.length === 0 && !offersChoice
}

/** Whoever registers may choose among some roles or kinds, not all of them. */
function isForRegistering({ at, usedBy }: EnumPair): boolean {
  if (usedBy.length === 0) return /(^|\/)(sign[-_]?up|register|registration)[^/]*\//i.test(at.file)
  return usedBy.every(({ pair }) => /^(register|registration|sign_?up)/i.test(pair.shape.name))
}

/** What an enum finding is about: the declaration, or the property of an inline union. */
export function subject({ name, inlineIn }: EnumPair): { type: string; field?: string } {
  return inlineIn ?? { type: name }
}
