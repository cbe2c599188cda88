import type { ClientDifference } from '../model/client.js'
import type { ElementRef } from '../model/element.js'
import { defineClientRule } from './rule.js'

interface Fact {
  readonly at: ElementRef
  readonly generator: string
  readonly differences: readonly ClientDifference[]
}

/** A generated client that was made from another state of the schema: what is new fails when it is called. */
export const clientStale = defineClientRule<Fact>({
  code: 'client-stale',
  summary: 'the generated Prisma Client is of another state of the schema',

  *run({ client: { at, generator, differences } }) {
    if (differences.length > 0) yield { at, generator, differences }
  },

  commands: ['generate'],
  severity: () => 'warning',
  message: ({ generator, differences }) =>
    `The client of generator '${generator}' is of another state of this schema: ${listed(differences)}; run 'prisma generate'`,
  related: ({ differences }) =>
    differences.flatMap(({ kind, at }) => (at ? [{ at, message: WORDS[kind] }] : [])).slice(0, MOST_PLACES),
})

const WORDS = { new: 'New since then', changed: 'Changed since then', gone: 'Gone since then' } as const

const MOST_NAMES = 5
const MOST_PLACES = 10

/** `'User.phone' is new, 'Post' is gone (and 3 more)`. */
function listed(differences: readonly ClientDifference[]): string {
  const rest = differences.length - MOST_NAMES
  const named = (['new', 'changed', 'gone'] as const).flatMap((kind) => {
    const names = differences.slice(0, MOST_NAMES).filter((each) => each.kind === kind)
    return names.length === 0 ? [] : [`${names.map(({ name }) => `'${name}'`).join(', ')} ${verb(kind, names.length)}`]
  })
  return `${named.join('; ')}${rest > 0 ? ` (and ${rest} more)` : ''}`
}

function verb(kind: ClientDifference['kind'], count: number): string {
  if (kind === 'changed') return count === 1 ? 'has changed' : 'have changed'
  return `${count === 1 ? 'is' : 'are'} ${kind}`
}
