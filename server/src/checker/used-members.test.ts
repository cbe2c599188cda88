import assert from 'node:assert/strict'
import { snapshotOf } from '../testing/check.js'
import { parseFixture } from '../testing/fixture.js'
import { worldOf } from '../testing/memory-world.js'
import { NOTHING_INSTALLED } from '../testing/nothing-installed.js'
import { renderIntents } from '../typescript/render-intents.js'
import { usesOfMembers } from './used-members.js'

/** Asserts where members of `types.ts` are used, each `Type.member` with `file:line`, or null. */
function check(source: string, expected: Readonly<Record<string, string | null>>): void {
  const fixture = parseFixture(`//- /schema.prisma\nmodel User {\n  id Int @id\n}\n${source.trim()}\n`)
  const { texts, resolveModule } = worldOf(fixture)
  const snapshot = snapshotOf(fixture)
  const text = texts.get('types.ts') ?? ''
  const ids = Object.keys(expected)
  const { edits, problems } = renderIntents(
    'types.ts',
    text,
    ids.map((id) => ({ kind: 'removeMember', at: { file: 'types.ts', id } })),
  )
  assert.deepEqual(problems, [])
  const places = usesOfMembers({
    workspace: { root: '/w', texts, resolveModule, installed: NOTHING_INSTALLED },
    declarations: new Map([['types.ts', edits]]),
    clients: snapshot.schemas().map(({ schema }) => ({ before: schema, after: schema })),
    members: ids.map((id) => ({
      file: 'types.ts',
      offset: snapshot.spanOf({ file: 'types.ts', id })?.start ?? -1,
      name: id.split('.').at(-1) ?? '',
    })),
  })
  const found = places.map((place) => (place ? `${place.file}:${place.line}` : null))
  assert.deepEqual(Object.fromEntries(ids.map((id, index) => [id, found[index]])), expected)
}

const TYPES = `
//- /types.ts
export interface User {
  id: number
  total: number
  label: string
}
export interface Order {
  id: number
  total: number
}
`

describe('the uses of members that are to go', () => {
  it('are told of the type that code means, wherever it names the member', () =>
    check(
      `${TYPES}
//- /use.ts
import type { Order, User } from './types'
export const label = (user: User) => user.label
export const order: Order = {
  id: 1,
  total: 2,
}
`,
      { 'User.total': null, 'User.label': 'use.ts:2', 'Order.total': 'use.ts:5' },
    ))

  it('are found in lists of keys, and through types that are made of others', () =>
    check(
      `${TYPES}
//- /use.ts
import type { Order, User } from './types'
export type Small = Pick<User, 'label'>
export const total = ({ total }: Partial<Order>) => total
`,
      { 'User.total': null, 'User.label': 'use.ts:2', 'Order.total': 'use.ts:3' },
    ))

  it('are found of a zod schema', () =>
    check(
      `
//- /types.ts
import { z } from 'zod'
export const UserSchema = z.object({
  id: z.number(),
  total: z.number(),
  label: z.string(),
})
//- /use.ts
import type { z } from 'zod'
import type { UserSchema } from './types'
export const label = (user: z.infer<typeof UserSchema>) => user.label
`,
      { 'UserSchema.total': null, 'UserSchema.label': 'use.ts:3' },
    ))
})
