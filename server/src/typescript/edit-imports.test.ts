import assert from 'node:assert/strict'
import { edited } from '../testing/edited.js'

const body = 'interface A { x: string }\n'
const set = (type: string) => ({ kind: 'setType', at: 'A.x:type', type }) as const

/** Asserts what a type becomes in a file with some imports. */
function writes(imports: string, type: string, after: { readonly imports: string; readonly type: string }): void {
  assert.equal(edited(imports + body, set(type)), after.imports + body.replace('string', after.type))
}

describe('names that a fix writes', () => {
  it('are imported where the file imports from the generated client', () => {
    const imports = "import { User } from '@prisma/client'\n"
    writes(imports, 'Role', { imports: imports.replace('User', 'User, Role'), type: 'Role' })
    writes(imports, 'User', { imports, type: 'User' })
    writes(imports, 'Date', { imports, type: 'Date' })
    const types = 'import type {\n  User,\n} from "@prisma/client"\n'
    writes(types, 'Role', { imports: types.replace('User,', 'User,\n  Role,'), type: 'Role' })
  })

  it('are imported from clients in folders, enums from their own module', () => {
    const client = "import { User } from '../generated/prisma/client'\n"
    writes(client, 'Role', { imports: client.replace('User', 'User, Role'), type: 'Role' })
    const both = `${client}import { Size } from '../generated/prisma/enums.js'\n`
    const role = { ...set('Role'), values: ['ADMIN'] }
    assert.equal(edited(both + body, role), both.replace('Size', 'Size, Role') + body.replace('string', 'Role'))
    writes(both, 'Decimal', { imports: both.replace('User', 'User, Prisma'), type: 'Prisma.Decimal' })
  })

  it("are the client's own for decimals", () => {
    const imports = "import { Prisma } from '@prisma/client'\n"
    writes(imports, 'Decimal', { imports, type: 'Prisma.Decimal' })
    const others = "import { User } from '@prisma/client'\n"
    writes(others, 'Decimal', { imports: others.replace('User', 'User, Prisma'), type: 'Prisma.Decimal' })
    const own = "import Decimal from 'decimal.js'\n"
    writes(own, 'Decimal', { imports: own, type: 'Decimal' })
  })

  it('are the values of an enum that nothing offers', () => {
    const role = { ...set('Role'), values: ['ADMIN', 'USER'] }
    assert.equal(edited(body, role), body.replace('string', "'ADMIN' | 'USER'"))
    assert.equal(edited(body.replace('string', 'string[]'), role), body.replace('string', "('ADMIN' | 'USER')[]"))
    const client = "import type { User } from '@prisma/client'\n"
    assert.equal(edited(client + body, role), client.replace('User', 'User, Role') + body.replace('string', 'Role'))
    const add = {
      kind: 'addMember',
      at: 'A',
      name: 'roles',
      optional: false,
      after: [],
      values: ['ADMIN', 'USER'],
    } as const
    const listed = 'interface A {\n  y: "x"\n}\n'
    const after = listed.replace('"x"\n', '"x"\n  roles: ("ADMIN" | "USER")[] | null\n')
    assert.equal(edited(listed, { ...add, type: 'Role[] | null' }), after)
    const schema = "import { z } from 'zod'\nconst A = z.object({ x: z.string() })\n"
    const roles = "{ x: z.string(), roles: z.array(z.enum(['ADMIN', 'USER'])) }"
    assert.equal(edited(schema, { ...add, type: 'Role[]' }), schema.replace('{ x: z.string() }', roles))
  })

  it('stand without an import where no module is known that offers them', () => {
    writes('', 'Role', { imports: '', type: 'Role' })
    const imports = "import { b } from './b'\n"
    writes(imports, 'Decimal', { imports, type: 'Decimal' })
  })
})
