import assert from 'node:assert/strict'
import { removeUses } from '../../checker/remove-uses.js'
import { renameUses } from '../../checker/rename-uses.js'
import { retypeUses } from '../../checker/retype-uses.js'
import { parseFixture } from '../../testing/fixture.js'
import { worldOf } from '../../testing/memory-world.js'
import { NOTHING_INSTALLED } from '../../testing/nothing-installed.js'
import { applyEdits, type TextEdit } from '../../text/text-edit.js'
import type { FollowUses } from '../mend.js'
import type { TextOf } from '../render-fix.js'
import type { World } from '../world.js'
import { planSync, type SyncPlan, type SyncPlanOptions } from './plan-sync.js'
import type { RemoveUses } from './remove-changes.js'
import type { RetypeUses } from './retype-changes.js'

const BEFORE = `
//- /package.json
{ "name": "api", "dependencies": { "@nestjs/common": "11", "class-validator": "1", "@nestjs/mapped-types": "2" } }
//- /schema.prisma base
model User {
  id Int @id @default(autoincrement())
  email String
  phone String?
}
model Tag {
  id Int @id
  label String
  note String?
}
`

const SCHEMA = `${BEFORE}
//- /schema.prisma
model User {
  id Int @id @default(autoincrement())
  email String
  phone String
  nickname String?
}
model Tag {
  id Int @id
  label String
  note String?
}
`

const TYPES = `
//- /src/user.ts
export interface User {
  id: number
  email: string
  phone: string | null
}
//- /src/create-user.dto.ts
import { IsString } from 'class-validator'

export class CreateUserDto {
  @IsString()
  email!: string
}
//- /src/tag.ts
export interface Tag {
  id: number
  label: string
}
`

/** Finds uses in a world of texts alone. */
function followerIn(world: World): FollowUses {
  return async (plan, textOf) => {
    const input = checkedIn(world, textOf)
    const { edits, ...rest } = renameUses({ ...plan, ...input })
    return { ...rest, edits, texts: changedBy(edits, input.workspace.texts) }
  }
}

function checkedIn(world: World, textOf: TextOf) {
  const texts = new Map([...world.texts].map(([file, text]) => [file, textOf(file) ?? text]))
  const workspace = { root: '/w', texts, resolveModule: world.resolveModule, installed: NOTHING_INSTALLED }
  return { workspace, originals: world.texts, isOpen: () => true }
}

function changedBy(edits: ReadonlyMap<string, readonly TextEdit[]>, texts: ReadonlyMap<string, string>) {
  const changed = [...edits].map(([file, list]) => {
    const before = texts.get(file) ?? ''
    return [file, { before, after: applyEdits(before, list) }] as const
  })
  return new Map(changed)
}

function optionsIn(world: World): SyncPlanOptions {
  const files = { list: [...world.texts.keys()], readText: (file: string) => world.texts.get(file) }
  const removeUsesIn: RemoveUses = async (plan, textOf) => {
    const input = checkedIn(world, textOf)
    const { edits, left } = removeUses({ ...plan, ...input })
    return { texts: changedBy(edits, input.workspace.texts), left }
  }
  const retypeUsesIn: RetypeUses = async (plan, textOf) => {
    const input = checkedIn(world, textOf)
    const { texts, left } = retypeUses({ ...plan, ...input })
    const changed = [...texts].map(
      ([file, after]) => [file, { before: input.workspace.texts.get(file) ?? '', after }] as const,
    )
    return { texts: new Map(changed), left }
  }
  const uses = { follow: followerIn(world), remove: removeUsesIn, retype: retypeUsesIn }
  return { reach: 'whole', uses, files, tests: 'as-before' }
}

/** The plan for a fixture; that a second one has nothing to do is asserted. */
async function plan(source: string): Promise<SyncPlan> {
  const world = worldOf(parseFixture(source))
  const planned = await planSync(world, optionsIn(world))
  const texts = new Map([...world.texts, ...[...planned.texts].map(([file, { after }]) => [file, after] as const)])
  const after = { ...world, texts }
  assert.deepEqual([...(await planSync(after, optionsIn(after))).texts.keys()], [], 'planned again')
  return planned
}

describe('the plan of sync', () => {
  it('brings the types that are there up to what changed, and leaves others as they are', async () => {
    const { texts, touched, left } = await plan(`${SCHEMA}${TYPES}`)
    assert.deepEqual(touched, ['User'])
    assert.deepEqual(left, [])
    assert.deepEqual(Object.fromEntries([...texts].map(([file, { after }]) => [file, after.trim()])), {
      'src/user.ts':
        'export interface User {\n  id: number\n  email: string\n  phone: string\n  nickname: string | null\n}',
      'src/create-user.dto.ts': `import { IsString, IsOptional } from 'class-validator'

export class CreateUserDto {
  @IsString()
  email!: string
  @IsOptional()
  @IsString()
  nickname?: string
}`,
    })
  })

  it('follows what was renamed to types, to the code that uses them, and to calls of Prisma', async () => {
    const { texts, made, uses, left } = await plan(`
//- /schema.prisma base
enum Role {
  ADMIN
  GUEST
}
model User {
  id Int @id
  phoneNumber String?
  role Role
}
//- /schema.prisma
enum Role {
  ADMIN
  VISITOR
}
model User {
  id Int @id
  phone String?
  role Role
}
//- /src/user.ts
export type Role = 'ADMIN' | 'GUEST'
export interface User {
  id: number
  phoneNumber: string | null
  role: Role
}
//- /src/users.service.ts
import { PrismaClient } from '@prisma/client'
import type { User } from './user'
const prisma = new PrismaClient()
export async function find(id: number): Promise<User | null> {
  const found = await prisma.user.findUnique({ where: { id }, select: { id: true, phoneNumber: true, role: true } })
  return found && { id: found.id, phoneNumber: found.phoneNumber, role: found.role }
}
export const guests = () => prisma.user.findMany({ where: { role: 'GUEST' } })
export const isGuest = ({ role, phoneNumber }: User) => role === 'GUEST' && phoneNumber !== null
`)
    assert.deepEqual(left, [])
    assert.deepEqual(
      made.map(({ fix }) => fix.title),
      [
        "Rename 'GUEST' to 'VISITOR' in 'Role' and wherever it is used",
        "Rename 'phoneNumber' to 'phone' wherever it is used",
      ],
    )
    assert.equal(uses, 6)
    assert.match(texts.get('src/user.ts')?.after ?? '', /'ADMIN' \| 'VISITOR'[\s\S]* phone: string \| null/)
    const service = texts.get('src/users.service.ts')?.after ?? ''
    assert.match(service, /select: \{ id: true, phone: true, role: true \}/)
    assert.match(service, /phone: found\.phone,/)
    assert.match(service, /where: \{ role: 'VISITOR' \}/)
    assert.match(service, /\(\{ role, phone: phoneNumber \}: User\) => role === 'VISITOR' && phoneNumber !== null/)
  })

  const GONE = `
//- /schema.prisma base
model User {
  id Int @id
  phone String?
  email String
}
//- /schema.prisma
model User {
  id Int @id
  email String
}
//- /src/user.ts
export interface User {
  id: number
  phone: string | null
  email: string
}
//- /src/users.service.ts
import { PrismaClient } from '@prisma/client'
import type { User } from './user'
const prisma = new PrismaClient()
export async function find(id: number): Promise<User | null> {
  const found = await prisma.user.findUnique({
    where: { id },
    select: {
      id: true,
      phone: true,
      email: true,
    },
  })
  return found && { id: found.id, phone: found.phone ?? null, email: found.email }
}
export type Contact = Pick<User, 'phone' | 'email'>
`

  it('takes a column that is gone out of types, selects and mappings', async () => {
    const { texts, made, stillUsed, left } = await plan(GONE)
    assert.deepEqual([stillUsed, left], [[], []])
    assert.deepEqual(
      made.map(({ fix }) => fix.title),
      ["Remove 'phone'"],
    )
    assert.equal(texts.get('src/user.ts')?.after, 'export interface User {\n  id: number\n  email: string\n}\n')
    const service = texts.get('src/users.service.ts')?.after ?? ''
    assert.match(service, /select: \{\n {6}id: true,\n {6}email: true,\n {4}\},/)
    assert.match(service, /return found && \{ id: found\.id, email: found\.email \}/)
    assert.match(service, /Pick<User, 'email'>/)
  })

  const users = {
    'code that needs it': "export const call = (user: User) => user.phone?.replace('+', '00')",
    'a condition of a query':
      "export const wipe = (phone: string) => prisma.user.deleteMany({ where: { phone, email: '' } })",
    'a type of the code': 'export const phones = (users: User[]) => users.map(({ phone }) => phone)',
  }
  for (const [what, code] of Object.entries(users)) {
    it(`leaves a column that is gone where ${what} uses it`, async () => {
      const { texts, stillUsed, left } = await plan(`${GONE}${code}\n`)
      assert.deepEqual([...texts.keys()], [])
      assert.deepEqual(
        stillUsed.map(({ file, line, name }) => `${file}:${line} ${name}`),
        ['src/users.service.ts:16 phone'],
      )
      assert.equal(left[0]?.finding.rule, 'field-extra')
    })
  }

  it('follows a column to its new type: the types, the parameters on the way to it, and requests that are addressed by it', async () => {
    const { texts, leftTypes, left } = await plan(`
//- /package.json
{ "name": "api", "dependencies": { "@nestjs/common": "11" } }
//- /schema.prisma base
model User {
  id    String @id
  email String
}
//- /schema.prisma
model User {
  id    Int    @id
  email String
}
//- /src/users.service.ts
import { PrismaService } from './prisma.service'
export class UsersService {
  constructor(private readonly prisma: PrismaService) {}
  findOne(id: string) {
    return this.prisma.user.findUnique({ where: { id } })
  }
  byEmail(email: string, id: string) {
    return this.prisma.user.findFirst({ where: { email, id: { not: id } } })
  }
  find(ids: string[]) {
    return this.prisma.user.findMany({ where: { id: ids[0] } })
  }
}
//- /src/prisma.service.ts
import { PrismaClient } from '@prisma/client'
export class PrismaService extends PrismaClient {}
//- /src/users.controller.ts
import { Controller, Get, Param } from '@nestjs/common'
import { UsersService } from './users.service'
@Controller('users')
export class UsersController {
  constructor(private readonly users: UsersService) {}
  @Get(':id')
  findOne(@Param('id') id: string) {
    return this.users.findOne(id)
  }
}
//- /web/package.json
{ "name": "web", "dependencies": { "react": "19" } }
//- /web/user.ts
export interface User {
  id: string
  email: string
}
//- /web/api.ts
import type { User } from './user'
export class ApiClient {
  private request<T>(path: string): Promise<T> { return fetch(path) as never }
  user(id: string) {
    return this.request<User>(\`/users/\${encodeURIComponent(id)}\`)
  }
  tag(id: string) {
    return this.request<{ name: string }>(\`/tags/\${id}\`)
  }
}
export const again = (api: ApiClient, user: User) => rename(api, user.id)
export const rename = (api: ApiClient, userId: string) => api.user(userId)
export const page = (api: ApiClient, params: { id: string }) => api.user(params.id)
`)
    const textOf = (file: string) => texts.get(file)?.after ?? ''
    assert.match(textOf('web/user.ts'), /id: number/)
    assert.match(textOf('web/api.ts'), /user\(id: number\)[\s\S]*tag\(id: string\)[\s\S]*userId: number\)/)
    assert.match(textOf('src/users.service.ts'), /findOne\(id: number\)/)
    assert.match(textOf('src/users.controller.ts'), /import \{ Controller, Get, Param, ParseIntPipe \} from/)
    assert.match(textOf('src/users.controller.ts'), /findOne\(@Param\('id', ParseIntPipe\) id: number\)/)
    assert.deepEqual(left, [])
    assert.deepEqual(
      leftTypes.map(({ file, line }) => `${file}:${line}`),
      ['src/users.service.ts:11', 'web/api.ts:13'],
    )
  })

  it('makes no type that is not there', async () => {
    const { texts } = await plan(`${SCHEMA}
//- /src/other.ts
export interface Other {
  id: number
}
`)
    assert.deepEqual([...texts.keys()], [])
  })

  it('makes safe fixes of what had drifted before, and tells what only a person can decide', async () => {
    const { texts, left } = await plan(`${SCHEMA}
//- /src/tag.ts
export interface Tag {
  id: string
  label: string
}
//- /src/account.ts
/** @prisma Account */
export interface Account {
  id: number
}
`)
    assert.match(texts.get('src/tag.ts')?.after ?? '', /id: number\n {2}label: string\n}/)
    assert.deepEqual(
      left.map(({ finding, reason }) => `${finding.rule}: ${reason}`),
      ['type-without-model: no fix is known'],
    )
  })
})
