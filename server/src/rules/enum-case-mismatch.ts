import type { EnumPair } from '../matching/pair.js'
import type { ElementRef } from '../model/element.js'
import type { Intent } from '../model/intent.js'
import { subject } from './enum-value-missing.js'
import { compareValues, listValues, pairingOf, usesOf, type ValueDifference } from './enum-values.js'
import { defineEnumRule } from './rule.js'

interface Fact {
  readonly at: ElementRef
  readonly type: string
  readonly field?: string
  readonly list: EnumPair
  readonly renamed: ValueDifference['renamed']
  readonly converted: boolean
  readonly evidence: readonly string[]
}

/** The enum's values in another case, or its `@map` names, which only the database knows. */
export const enumCaseMismatch = defineEnumRule<Fact>({
  code: 'enum-case-mismatch',
  summary: "union or enum spells the Prisma enum's values otherwise",

  *run({ pair: list, ask }) {
    const { renamed } = compareValues(list)
    if (renamed.length === 0) return
    const isOwn = ask.isOwnState(list.at.file)
    const converted = isOwn || ask.convertsValues(list, renamed)
    yield {
      at: list.at,
      ...subject(list),
      list,
      renamed,
      converted,
      evidence: [
        ...(isOwn
          ? ['the client keeps it to itself']
          : converted
            ? ['converted between the two spellings elsewhere']
            : []),
        ...usesOf(list),
        pairingOf(list),
      ],
    }
  },

  // Where some file holds both spellings, the list is the API's own vocabulary.
  severity: ({ converted }) => (converted ? 'hint' : 'error'),
  message: ({ list, renamed }) =>
    `'${list.name}' spells ${listValues(renamed.map(({ from }) => from))}, but Prisma's '${list.enum.name}' has ${listValues(renamed.map(({ to }) => to))}`,
  related: ({ list }) => [{ at: list.enum.ref, message: 'The Prisma enum' }],
  fixes: ({ list, renamed }) => {
    const title = `Spell the values of '${list.name}' as Prisma does`
    const intents = renamed.map(({ from, to }): Intent => ({ kind: 'renameValue', at: list.at, from, to }))
    return [
      { title, safe: true, intents },
      { title: `${title} wherever they are used`, safe: false, intents, uses: true },
    ]
  },
})
