import assert from 'node:assert/strict'
import { snapshotOf } from '../testing/check.js'
import { parseFixture } from '../testing/fixture.js'
import { planRenames, withNewNames } from './rename-plan.js'

const SCHEMA = `
//- /schema.prisma
model User {
  id    String  @id
  phone String?
  role  Role
}
enum Role {
  OWNER
  MEMBER
}
//- /schema.prisma base
model User {
  id          String @id
  phoneNumber String?
  role        Role
}
enum Role {
  ADMIN
  MEMBER
}
`

const TYPES = `
//- /user.ts
export interface User {
  id: string
  phoneNumber: string | null
  role: 'ADMIN' | 'MEMBER'
}
`

const snapshot = (source: string) => snapshotOf(parseFixture(source))
const columnsIn = (schema: { models: ReadonlyMap<string, { columns: readonly { name: string }[] }> } | undefined) =>
  schema?.models.get('User')?.columns.map(({ name }) => name)

describe('plans of renames', () => {
  it('follow fixes to the client, which had the old name, too', () => {
    const now = snapshot(SCHEMA + TYPES)
    const fixes = now.findings().flatMap((finding) => {
      return finding.fixes.filter(({ uses }) => uses).map((fix) => ({ finding, fix }))
    })
    const { names, declarations, clients, problems } = planRenames(now, fixes)
    assert.deepEqual(names, [
      { from: 'phoneNumber', to: 'phone' },
      { from: 'ADMIN', to: 'OWNER' },
    ])
    assert.deepEqual([...declarations.keys()], ['user.ts'])
    assert.deepEqual(columnsIn(clients[0]?.before), ['id', 'phone', 'phoneNumber', 'role'])
    assert.deepEqual(columnsIn(clients[0]?.after), ['id', 'phone', 'role'])
    const values = clients[0]?.before.enums.get('Role')?.values.map(({ name }) => name)
    assert.deepEqual(values, ['OWNER', 'ADMIN', 'MEMBER'])
    assert.deepEqual(problems, [])
  })

  it('say which could not be rendered', () => {
    const now = snapshot(SCHEMA + TYPES.replace('  role', '  phone: string\n  role'))
    const finding = now.findings()[0]
    assert.ok(finding)
    const intents = [{ kind: 'renameMember', at: { file: 'user.ts', id: 'User.phoneNumber' }, to: 'phone' }] as const
    const { names, problems } = planRenames(now, [{ finding, fix: { title: '', safe: false, intents, uses: true } }])
    assert.deepEqual(names, [])
    assert.deepEqual(
      problems.map(({ reason }) => reason),
      ["there is a 'phone' already"],
    )
  })

  it('rename what a key of several columns is called', () => {
    const source = '//- /schema.prisma\nmodel Vote {\n  user Int\n  post Int\n  @@id([user, post])\n}\n'
    const schema = snapshot(source).schemas()[0]?.schema
    assert.ok(schema)
    const renamed = withNewNames(schema, [{ owner: 'Vote', from: 'user', to: 'voter' }]).models.get('Vote')
    assert.deepEqual([renamed?.primaryKey, renamed?.primaryKeyName], [['voter', 'post'], 'voter_post'])
  })
})
