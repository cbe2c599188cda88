import { check } from '../testing/check.js'

const SCHEMA = `//- /prisma/schema.prisma
model User {
  id String @id
}
`

describe('migration-conflict', () => {
  it('sees types and indexes of tables', () => {
    check(`${SCHEMA}//- /prisma/migrations/2_a/migration.sql theirs
ALTER TYPE "Role" ADD VALUE 'A';
CREATE INDEX "User_name_idx" ON "User"("name");
//- /prisma/migrations/3_b/migration.sql
ALTER TYPE "public"."Role" ADD VALUE 'B';
//@0-0 warning[migration-conflict] Migration '3_b' changes type 'Role', as does '2_a', which main has got meanwhile; merge that first
//- /prisma/migrations/4_c/migration.sql
ALTER TABLE "User" DROP COLUMN "name";
//@0-0 warning[migration-conflict] Migration '4_c' changes table 'User', as does '2_a', which main has got meanwhile; merge that first
`)
  })

  it('is silent on statements of which it knows no subject, and on migrations that both have', () => {
    check(`${SCHEMA}//- /prisma/migrations/1_init/migration.sql base
ALTER TABLE "User" DROP COLUMN "name";
UPDATE "User" SET "x" = 1;
//- /prisma/migrations/1_init/migration.sql
ALTER TABLE "User" DROP COLUMN "name";
UPDATE "User" SET "x" = 1;
//- /prisma/migrations/2_theirs/migration.sql theirs
UPDATE "User" SET "x" = 1;
//- /prisma/migrations/3_ours/migration.sql
UPDATE "User" SET "x" = 1;
ALTER TABLE "User" DROP COLUMN "y";
`)
  })
})
