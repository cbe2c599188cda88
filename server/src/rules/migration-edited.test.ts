import { check } from '../testing/check.js'

const SCHEMA = `//- /prisma/schema.prisma
model User {
  id String @id
}
`
const BASE = `//- /prisma/migrations/1_init/migration.sql base
CREATE TABLE "User" ("id" TEXT NOT NULL);
`

describe('migration-edited', () => {
  it('reports one that is gone at the schema', () => {
    check(`
//- /prisma/schema.prisma
model User {
//@0-0 warning[migration-edited] Migration '1_init' of main is gone; databases that it was applied to still know it
  id String @id
}
${BASE}`)
  })

  it('takes line ends for nothing', () => {
    const now = BASE.replace(' base\n', '\n').replace(';\n', ';\r\n')
    check(`${SCHEMA}${BASE}${now}`)
  })

  it('is silent on those that only the base revision has got meanwhile, or that are new here', () => {
    check(`${SCHEMA}//- /prisma/migrations/2_theirs/migration.sql theirs
SELECT 1;
//- /prisma/migrations/3_ours/migration.sql
SELECT 2;
`)
  })
})

describe('migration-edited, beside a database', () => {
  it('reports one that has another text than the one that was applied', () => {
    check(`${SCHEMA}//- /prisma/migrations/1_init/migration.sql
SELECT 1;
//@0-0 warning[migration-edited] Migration '1_init' differs from what shop on localhost:5432 had; databases that it was applied to will not get the change
//- /found database
{ "edited": ["1_init"] }
`)
  })
})
