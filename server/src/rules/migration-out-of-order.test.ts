import { check } from '../testing/check.js'

describe('migration-out-of-order', () => {
  it('compares with what the base revision has got meanwhile, too', () => {
    check(`
//- /prisma/schema.prisma
model User {
  id String @id
}
//- /prisma/migrations/3_theirs/migration.sql theirs
SELECT 1;
//- /prisma/migrations/2_ours/migration.sql
SELECT 2;
//@0-0 warning[migration-out-of-order] Migration '2_ours' is new but stands before '3_theirs' of main; databases that have that one get them in another order
`)
  })

  it('is silent where the base revision is not known', () => {
    check(`
//- /prisma/schema.prisma
model User {
  id String @id
}
//- /prisma/migrations/2_ours/migration.sql
SELECT 2;
`)
  })
})
