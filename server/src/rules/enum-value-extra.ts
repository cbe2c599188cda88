import type { EnumPair } from '../matching/pair.js'
import type { ElementRef } from '../model/element.js'
import type { Fix } from '../model/finding.js'
import type { Intent } from '../model/intent.js'
import { subject } from './enum-value-missing.js'
import {
  compareValues,
  crossings,
  isAddition,
  isNoChoice,
  isOwnVocabulary,
  isSurely,
  isWrittenAnywhere,
  listValues,
  pairingOf,
  usesOf,
  type ValueDifference,
} from './enum-values.js'
import { defineEnumRule } from './rule.js'

interface Fact {
  readonly at: ElementRef
  readonly type: string
  readonly field?: string
  readonly list: EnumPair
  readonly values: readonly string[]
  /** Those of the values that go by another name since the earlier schema. */
  readonly renamed: ValueDifference['renamed']
  readonly justLost: boolean
  readonly mapped: boolean
  /** In what is read, all of the values are added to a list that is declared elsewhere. */
  readonly added: boolean
  readonly evidence: readonly string[]
}

/** Values that the Prisma enum lacks. Real in every role, queries included (25 of 26). */
export const enumValueExtra = defineEnumRule<Fact>({
  code: 'enum-value-extra',
  summary: 'union or enum has values that the Prisma enum lacks',

  *run({ pair: list, ask }) {
    const changes = ask.changes(list.schema)
    const before = changes?.enumBefore(list.enum.name)?.values.map(({ name }) => name) ?? []
    const values = compareValues(list).extra.filter((value) => before.includes(value) || !isSentinel(value, list))
    if (values.length === 0 || !list.enum.intact) return
    const lost = values.filter((value) => before.includes(value))
    const removed = lost.length > 0 ? [`${listValues(lost)} removed since ${changes?.base}`] : []
    yield {
      at: list.at,
      ...subject(list),
      list,
      values,
      renamed: values.flatMap((from) => {
        const to = changes?.valueRenamedTo(list.enum.name, from)
        return to === undefined || list.values.includes(to) ? [] : [{ from, to }]
      }),
      justLost: lost.length > 0,
      mapped:
        ask.isOwnState(list.at.file) ||
        ask.mapsValues(list, crossings(compareValues(list))) ||
        values.every((value) => value !== '' && ask.foldsValues(list, [value])) ||
        (!isWrittenAnywhere(list) && values.every((value) => ask.makesValue(list, value))),
      added: !isWrittenAnywhere(list) && values.every((value) => isAddition(value, list)),
      evidence: [...removed, ...usesOf(list), pairingOf(list)],
    }
  },

  // A list that held what the enum has just lost was a copy of it.
  severity: ({ list, justLost, mapped, added }) =>
    !justLost && (mapped || added || isOwnVocabulary(list))
      ? 'hint'
      : !justLost && !isSurely(list)
        ? 'info'
        : isWrittenAnywhere(list)
          ? 'error'
          : 'warning',
  message: ({ list, values }) =>
    `'${list.name}' has ${listValues(values)}, which the Prisma enum '${list.enum.name}' lacks${
      isWrittenAnywhere(list) ? ': writing it fails' : ''
    }`,
  related: ({ list }) => [{ at: list.enum.ref, message: 'The Prisma enum' }],
  fixes: ({ list, values, renamed }) => [
    ...renaming(list, renamed),
    {
      title: `Remove ${listValues(values)} from '${list.name}'`,
      safe: true,
      intents: values.map((value) => ({ kind: 'removeValue', at: list.at, value })),
    },
  ],
})

function renaming({ name, at }: EnumPair, renamed: ValueDifference['renamed']): readonly Fix[] {
  if (renamed.length === 0) return []
  const names = renamed.map(({ from, to }) => `'${from}' to '${to}'`).join(', ')
  const intents = renamed.map(({ from, to }): Intent => ({ kind: 'renameValue', at, from, to }))
  return [{ title: `Rename ${names} in '${name}' and wherever it is used`, safe: false, intents, uses: true }]
}

/** A word for no choice, and `''` in what is read, which says that there is none. */
function isSentinel(value: string, list: EnumPair): boolean {
  return value === '' ? !isWrittenAnywhere(list) : isNoChoice(value, list)
}
