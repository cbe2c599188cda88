import assert from 'node:assert/strict'
import { snapshotOf } from '../testing/check.js'
import { type Fixture, parseFixture } from '../testing/fixture.js'
import { worldOf } from '../testing/memory-world.js'
import { applyEdits } from '../text/text-edit.js'
import { renderIntents } from '../typescript/render-intents.js'
import type { RenamedUses } from './input.js'
import { renameUses } from './rename-uses.js'

const NOTHING_INSTALLED = {
  fileExists: () => false,
  folderExists: () => false,
  read: () => undefined,
  realPath: (path: string) => path,
}

interface Wanted {
  /** `file#Type.member` or `Model.column` of the schema. */
  readonly what: string
  readonly to: string
}

async function rename(fixture: Fixture, { what, to }: Wanted): Promise<RenamedUses> {
  const world = worldOf(fixture)
  const [file, id = ''] = what.split('#')
  const from = what.split('.').at(-1) ?? ''
  const text = world.texts.get(file ?? '') ?? ''
  const { edits, problems } = renderIntents(file ?? '', text, [
    { kind: 'renameMember', at: { file: file ?? '', id }, to },
  ])
  assert.deepEqual(problems, [])
  return renameUses({
    workspace: { root: '/w', texts: world.texts, resolveModule: world.resolveModule, installed: NOTHING_INSTALLED },
    isOpen: () => true,
    names: [{ from, to }],
    declarations: new Map([[file ?? '', edits]]),
    clients: snapshotOf(fixture)
      .schemas()
      .map(({ schema }) => ({ before: schema, after: schema })),
    pause: () => undefined,
  })
}

async function check(source: string, wanted: Wanted, expected: Readonly<Record<string, string>>): Promise<RenamedUses> {
  const fixture = parseFixture(source)
  const renamed = await rename(fixture, wanted)
  const texts = [...renamed.edits].map(([name, edits]) => {
    return [name, applyEdits(fixture.find(({ file }) => file === name)?.text ?? '', edits).trim()]
  })
  assert.deepEqual(
    Object.fromEntries(texts),
    Object.fromEntries(Object.entries(expected).map(([file, text]) => [file, text.trim()])),
  )
  return renamed
}

const USER = `
//- /schema.prisma
model User {
  id Int @id
}
//- /user.ts
export interface User {
  id: number
  email: string
}
`
const RENAMED = `
export interface User {
  id: number
  mail: string
}
`

describe('the uses of a renamed property', () => {
  it('are found wherever it is named, and variables keep their names', () =>
    check(
      `${USER}
//- /use.tsx
import type { User } from './user'
export const read = (user: User, users: User[]) => [user.email, user?.email, user['email'], users[0]!.email, users.map(({ email }) => email)]
export function take({ id, email = 'x', ...rest }: User) { return { id, email, rest } }
export const made: User = { id: 1, email: 'a' }
export function make(email: string): User { return { id: 1, email } }
let email: string, other
export const apart = (user: User) => { ({ email } = user); ({ email: other } = user) }
export const Card = ({ email, id }: User) => <a title={email}>{id}</a>
export const page = <Card id={1} email="a" />
export type Small = Pick<User, 'email'> | Omit<User, 'email' | 'id'> | Partial<User>['email'] | User['email']
export const patch = (change: Partial<User>): User => ({ ...made, ...change, email: change.email ?? 'b' })
export const pick = <K extends keyof User>(user: User, key: K) => user[key]
export const picked = pick(made, 'email')
export const key: keyof User = 'email'
export const has = 'email' in made
export const not = { email: 1 }.email
`,
      { what: 'user.ts#User.email', to: 'mail' },
      {
        'user.ts': RENAMED,
        'use.tsx': `
import type { User } from './user'
export const read = (user: User, users: User[]) => [user.mail, user?.mail, user['mail'], users[0]!.mail, users.map(({ mail: email }) => email)]
export function take({ id, mail: email = 'x', ...rest }: User) { return { id, email, rest } }
export const made: User = { id: 1, mail: 'a' }
export function make(email: string): User { return { id: 1, mail: email } }
let email: string, other
export const apart = (user: User) => { ({ mail: email } = user); ({ mail: other } = user) }
export const Card = ({ mail: email, id }: User) => <a title={email}>{id}</a>
export const page = <Card id={1} mail="a" />
export type Small = Pick<User, 'mail'> | Omit<User, 'mail' | 'id'> | Partial<User>['mail'] | User['mail']
export const patch = (change: Partial<User>): User => ({ ...made, ...change, mail: change.mail ?? 'b' })
export const pick = <K extends keyof User>(user: User, key: K) => user[key]
export const picked = pick(made, 'mail')
export const key: keyof User = 'mail'
export const has = 'mail' in made
export const not = { email: 1 }.email
`,
      },
    ))
})
