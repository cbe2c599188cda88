import assert from 'node:assert/strict'
import { usesOfMembers } from '../checker/used-members.js'
import { parseFixture } from '../testing/fixture.js'
import { worldOf } from '../testing/memory-world.js'
import { NOTHING_INSTALLED } from '../testing/nothing-installed.js'
import { createAnalysisHost } from './host.js'
import { type Mending, type MendOptions, mend } from './mend.js'

const schema = `
//- /schema.prisma
model User {
  id    String  @id
  phone String?
  email String
}
//- /schema.prisma base
model User {
  id          String @id
  phoneNumber String
  email       String
}
`

const types = `
//- /user.ts
export interface User {
  id: string
  phoneNumber: string
  email: number
  fax: string
}
//- /contact.ts
import type { User } from './user'
export type UserContact = Pick<User, 'phoneNumber' | 'email'>
`

/** What becomes of the types, by file, and how. */
function mended(options: Partial<MendOptions> = {}): Promise<Mending> {
  const host = createAnalysisHost(worldOf(parseFixture(`${schema}${types}`)))
  return mend(host, { isWanted: () => true, isOpenTo: () => true, fixes: 'safe', ...options })
}

function textsOf({ texts }: Mending): Readonly<Record<string, string>> {
  return Object.fromEntries([...texts].map(([file, { after }]) => [file, after]))
}

function titlesOf({ made }: Mending): readonly string[] {
  return made.map(({ fix, line }) => `${line} ${fix.title}`)
}

describe('mending', async () => {
  it('makes safe fixes alone, and says what stands in the way of others', async () => {
    const mending = await mended()
    assert.deepEqual(titlesOf(mending), ["4 Change the type of 'email' to string"])
    assert.deepEqual(
      mending.left.map(({ finding, line, reason }) => [finding.rule, line, reason]),
      [
        ['field-renamed', 3, "needs review: Rename 'phoneNumber' to 'phone'"],
        ['field-extra', 5, "needs review: Remove 'fax'"],
      ],
    )
  })

  it('goes on with what fixes reveal; lists of keys follow a renamed member', async () => {
    const mending = await mended({ fixes: 'all', isWanted: ({ rule }) => rule !== 'field-extra' })
    assert.deepEqual(titlesOf(mending), [
      "3 Rename 'phoneNumber' to 'phone'",
      "4 Change the type of 'email' to string",
      "2 Rename 'phoneNumber' to 'phone'",
      "3 Allow null in 'phone'",
    ])
    assert.deepEqual(mending.left, [])
    assert.deepEqual(textsOf(mending), {
      'contact.ts': "import type { User } from './user'\nexport type UserContact = Pick<User, 'phone' | 'email'>\n",
      'user.ts': 'export interface User {\n  id: string\n  phone: string | null\n  email: string\n  fax: string\n}\n',
    })
  })

  it('repairs rather than silences', async () => {
    const mending = await mended({ fixes: 'all', isWanted: ({ rule }) => rule === 'field-extra' })
    assert.deepEqual(titlesOf(mending), ["5 Remove 'fax'"])
  })

  it('spells values that another fix has added as the others, at once', async () => {
    const list = `
//- /schema.prisma
enum Role {
  ADMIN
  EDITOR
}
model User {
  id   String @id
  role Role
}
//- /user.ts
export type Role = 'admin'
export interface User {
  id: string
  role: Role
}
//- /map.ts
export const toRole = (role) => role.toLowerCase() as Role
`
    const host = createAnalysisHost(worldOf(parseFixture(list)))
    const mending = await mend(host, { isWanted: () => true, isOpenTo: () => true, fixes: 'safe' })
    assert.match(textsOf(mending)['user.ts'] ?? '', /^export type Role = 'ADMIN' \| 'EDITOR'$/m)
    assert.deepEqual(mending.left, [])
  })

  it('changes no file that is closed to it', async () => {
    const mending = await mended({ isOpenTo: (file) => file !== 'user.ts' })
    assert.equal(mending.texts.size, 0)
    assert.ok(mending.left.some(({ reason }) => reason === 'its fix would change user.ts'))
  })

  it('leaves what nothing but a column lacks where code uses it, in every type of the model', async () => {
    const fixture = parseFixture(`
//- /schema.prisma
model User {
  id    String @id
  email String
}
//- /user.ts
export interface User {
  id: string
  email: string
  initials: string
  unread: number
}
export class UserResponse {
  id: string
  email: string
  unread: number
}
//- /badge.ts
import type { User } from './user'
export const badge = ({ unread }: User) => unread
`)
    const world = worldOf(fixture)
    const workspace = {
      root: '/w',
      texts: world.texts,
      resolveModule: world.resolveModule,
      installed: NOTHING_INSTALLED,
    }
    const mending = await mend(createAnalysisHost(world), {
      isWanted: ({ rule }) => rule === 'field-extra',
      isOpenTo: () => true,
      fixes: 'all',
      findUses: async (plan) => usesOfMembers({ ...plan, workspace }),
    })
    assert.deepEqual(titlesOf(mending), ["4 Remove 'initials'"])
    assert.deepEqual(
      mending.left.map(({ line, reason }) => [line, reason]),
      [
        [4, 'needs review: badge.ts:2 uses it'],
        [9, 'needs review: badge.ts:2 uses it'],
      ],
    )
  })
})
