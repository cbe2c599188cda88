import assert from 'node:assert/strict'
import { createRenameCheck } from '../testing/renamed.js'
import { renameUses } from './rename-uses.js'

const check = createRenameCheck(renameUses)

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
export const rows: readonly User[] = [1].map((id) => ({ id, email: 'c' }))
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
export const rows: readonly User[] = [1].map((id) => ({ id, mail: 'c' }))
`,
      },
    ))
})

describe('the uses of a renamed key of a zod schema', () => {
  it('are found without zod being installed', () =>
    check(
      `
//- /schema.prisma
model User {
  id Int @id
}
//- /user.ts
import { z } from 'zod'
export const User = z.object({
  id: z.number(),
  email: z.string().email(),
  meta: z.record(z.string(), z.string()).optional(),
})
export type User = z.infer<typeof User>
export const Short = User.pick({ id: true, email: true })
export const More = User.extend({ age: z.number() }).omit({ id: true })
//- /use.ts
import type { z } from 'zod'
import { More, Short, User } from './user'
export const a = (user: User, short: z.infer<typeof Short>, more: z.infer<typeof More>) => [user.email, short.email, more.email]
export const b = (body: unknown) => User.parse(body).email
export const c = (body: unknown) => { const { email } = Short.parse(body); return email }
export const d: User = { id: 1, email: 'x' }
`,
      { what: 'user.ts#User.email', to: 'mail' },
      {
        'user.ts': `
import { z } from 'zod'
export const User = z.object({
  id: z.number(),
  mail: z.string().email(),
  meta: z.record(z.string(), z.string()).optional(),
})
export type User = z.infer<typeof User>
export const Short = User.pick({ id: true, mail: true })
export const More = User.extend({ age: z.number() }).omit({ id: true })
`,
        'use.ts': `
import type { z } from 'zod'
import { More, Short, User } from './user'
export const a = (user: User, short: z.infer<typeof Short>, more: z.infer<typeof More>) => [user.mail, short.mail, more.mail]
export const b = (body: unknown) => User.parse(body).mail
export const c = (body: unknown) => { const { mail: email } = Short.parse(body); return email }
export const d: User = { id: 1, mail: 'x' }
`,
      },
    ))
})

describe('the uses of a renamed value', () => {
  it('are the texts that are expected to be one of the values, and the keys made of them', () =>
    check(
      `
//- /schema.prisma
model User {
  id Int @id
}
//- /role.ts
export type Role = 'admin' | 'member'
export interface User { role: Role; roles: Role[] }
//- /use.ts
import type { Role, User } from './role'
export const labels: Record<Role, string> = { admin: 'admin', member: 'Member' }
export const label = (user: User) => [labels[user.role], labels.admin, labels['admin']]
export function kind(user: User, other: string) {
  if (user.role === 'admin' || other === 'admin') return 'admin'
  switch (user.role) { case 'member': return 1 }
  return user.roles.includes('admin')
}
export const all: Role[] = ['admin', 'member']
export const made: User = { role: 'admin', roles: ['admin'] }
export type Rest = Exclude<Role, 'admin'>
export const fallback = (role?: Role): Role => role ?? 'admin'
export const isOther = (role: Role) => 'admin' !== role
`,
      { what: 'role.ts#Role = admin', to: 'ADMIN' },
      {
        'role.ts': `
export type Role = 'ADMIN' | 'member'
export interface User { role: Role; roles: Role[] }
`,
        'use.ts': `
import type { Role, User } from './role'
export const labels: Record<Role, string> = { ADMIN: 'admin', member: 'Member' }
export const label = (user: User) => [labels[user.role], labels.ADMIN, labels['ADMIN']]
export function kind(user: User, other: string) {
  if (user.role === 'ADMIN' || other === 'admin') return 'admin'
  switch (user.role) { case 'member': return 1 }
  return user.roles.includes('ADMIN')
}
export const all: Role[] = ['ADMIN', 'member']
export const made: User = { role: 'ADMIN', roles: ['ADMIN'] }
export type Rest = Exclude<Role, 'ADMIN'>
export const fallback = (role?: Role): Role => role ?? 'ADMIN'
export const isOther = (role: Role) => 'ADMIN' !== role
`,
      },
    ))
})

describe('what has no name of its own', () => {
  it('is renamed where the checker misses the new name in it', () =>
    assert.deepEqual(
      check(
        `${USER}
//- /use.ts
import type { User } from './user'
declare function save(user: User): void
declare function mail(to: { id: number; email: string }): void
declare function send(users: User[]): void
interface Named { email: string }
declare function keep(named: Named): void
declare function change(user: Partial<User>): void
export function make(user: User) {
  const patch = () => ({ id: 1, email: 'x' })
  change(patch())
  const draft = { id: 1, email: 'x' }
  draft.email = 'y'
  save(draft)
  mail(user)
  send([draft, { id: 2, email: 'z' }])
  keep(user)
  return user
}
`,
        { what: 'user.ts#User.email', to: 'mail' },
        {
          'user.ts': RENAMED,
          'use.ts': `
import type { User } from './user'
declare function save(user: User): void
declare function mail(to: { id: number; mail: string }): void
declare function send(users: User[]): void
interface Named { email: string }
declare function keep(named: Named): void
declare function change(user: Partial<User>): void
export function make(user: User) {
  const patch = () => ({ id: 1, mail: 'x' })
  change(patch())
  const draft = { id: 1, mail: 'x' }
  draft.mail = 'y'
  save(draft)
  mail(user)
  send([draft, { id: 2, mail: 'z' }])
  keep(user)
  return user
}
`,
        },
      ).left,
      [
        {
          file: 'use.ts',
          line: 16,
          reason: 'error',
          message: "Argument of type 'User' is not assignable to parameter of type 'Named'.",
        },
      ],
    ))
})

describe('what the checker cannot prove', () => {
  it('is left and told: values of unknown type, what other types share, files that are not to be changed', () => {
    const { left, uses } = check(
      `${USER}
//- /use.ts
import type { User } from './user'
interface Pet { email: string }
export const any = (value: any) => value.email
export const shared = (value: User | Pet) => value.email
export const text = 'email'
export const post = (api: any) => api.post({ email: 1 })
//- /generated/use.ts
import type { User } from '../user'
export const read = (user: User) => user.email
`,
      { what: 'user.ts#User.email', to: 'mail' },
      { 'user.ts': RENAMED },
    )
    assert.equal(uses, 0)
    assert.deepEqual(
      left.map(({ file, line, reason }) => `${file}:${line} ${reason}`),
      ['generated/use.ts:2 error', 'use.ts:3 unknown', 'use.ts:4 error', 'use.ts:6 unknown'],
    )
  })
})

describe('types that build on a renamed one', () => {
  it('are renamed with it, and components in their scripts', () =>
    assert.deepEqual(
      check(
        `${USER}
//- /types.ts
import type { User } from './user'
export interface Admin extends User { email: \`\${string}@us\` }
export class Account implements User { constructor(readonly id: number, readonly email: string) { console.log(email) } }
export const domain = (admin: Admin, account: Account) => [admin.email, account.email]
//- /Card.vue
<script setup lang="ts">
import type { User } from './user'
const props = defineProps<{ user: User }>()
const show = (user: User) => user.email
</script>
<template>{{ user.email }}</template>
`,
        { what: 'user.ts#User.email', to: 'mail' },
        {
          'user.ts': RENAMED,
          'types.ts': `
import type { User } from './user'
export interface Admin extends User { mail: \`\${string}@us\` }
export class Account implements User { constructor(readonly id: number, readonly mail: string) { console.log(mail) } }
export const domain = (admin: Admin, account: Account) => [admin.mail, account.mail]
`,
          'Card.vue': `
<script setup lang="ts">
import type { User } from './user'
const props = defineProps<{ user: User }>()
const show = (user: User) => user.mail
</script>
<template>{{ user.email }}</template>
`,
        },
      ).left,
      [{ file: 'Card.vue', line: 6, reason: 'unknown', message: "'email' outside of a script" }],
    ))
})
