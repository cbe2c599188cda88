import assert from 'node:assert/strict'
import wasm from '@prisma/prisma-schema-wasm'
import { createPrismaEngine } from '../prisma/engine.js'
import { snapshotOf } from '../testing/check.js'
import { parseFixture } from '../testing/fixture.js'
import { applyEdits } from '../text/text-edit.js'
import { renameMember, renameTargetAt } from './rename.js'

const engine = createPrismaEngine(wasm)

const POSTGRESQL = `
datasource db {
  provider = "postgresql"
}
generator client {
  provider        = "prisma-client"
  output          = "../generated"
  previewFeatures = ["views"]
}
enum Role {
  ADMIN
  MEMBER @map("member")
}
model User {
  id       Int      @default(autoincrement())
  tenant   String   @map("tenant_id") @db.VarChar(20)
  email    String   @unique(map: "email_key")
  role     Role     @default(ADMIN)
  roles    Role[]   @default([ADMIN, MEMBER])
  place    Unsupported("point")?
  bossId   Int?
  bossIn   String?
  boss     User?    @relation("Boss", fields: [bossId, bossIn], references: [id, tenant], onDelete: NoAction, onUpdate: NoAction)
  team     User[]   @relation("Boss")
  changed  DateTime @updatedAt

  @@id([id, tenant], name: "key")
  @@unique(fields: [email, role])
  @@index([email(ops: raw("text_pattern_ops")), bossId(sort: Desc)], map: "by_email")
  @@map("users")
}
view Summary {
  id    Int @unique
  total Int
}
`

const MONGODB = `
datasource db {
  provider = "mongodb"
  url      = "mongodb://localhost/shop"
}
type Address {
  city String
  geo  Geo
}
type Geo {
  code String
}
model Shop {
  id      String  @id @default(auto()) @map("_id") @db.ObjectId
  address Address
  others  Address[]
  @@index([address.geo.code, address.city(sort: Desc)])
  @@unique([others.city])
}
`

/** What the members of a schema are called in the database, by owner; none where Prisma finds an error. */
function databaseNames(text: string): ReadonlyMap<string, readonly string[]> {
  assert.deepEqual(engine.lint([{ file: 'schema.prisma', text }]), [], text)
  const schema = snapshotOf(parseFixture(`//- /schema.prisma\n${text}`)).schemas()[0]?.schema
  assert.ok(schema)
  const columns = [...schema.models.values()].map(({ name, columns }): [string, string[]] => {
    const stored = columns.filter(({ kind }) => kind !== 'relation')
    return [name, stored.map(({ databaseName }) => databaseName)]
  })
  const values = [...schema.enums.values()].map(({ name, values }): [string, string[]] => {
    return [name, values.map(({ databaseName }) => databaseName)]
  })
  return new Map([...columns, ...values])
}

describe('a rename of any column or value', () => {
  for (const [provider, text] of Object.entries({ POSTGRESQL, MONGODB })) {
    it(`leaves a schema of ${provider} that Prisma accepts and the database's names`, () => {
      const before = databaseNames(text.trimStart())
      const snapshot = snapshotOf(parseFixture(`//- /schema.prisma\n${text.trimStart()}`))
      const spans = [...snapshot.spansIn('schema.prisma')].filter(([id]) => /^\w+\.\w+$/.test(id))
      for (const [id, { start }] of spans) {
        const target = renameTargetAt(snapshot, 'schema.prisma', start)
        assert.equal(target?.ref.id, id)
        const outcome = target && renameMember(snapshot, target, 'renamed')
        assert.ok(outcome && 'renaming' in outcome, id)
        const edits = outcome.renaming.schema.get('schema.prisma') ?? []
        const renamed = applyEdits(snapshot.textOf('schema.prisma') ?? '', edits)
        assert.deepEqual(databaseNames(renamed), before, id)
      }
      assert.ok(spans.length > 5)
    })
  }
})
