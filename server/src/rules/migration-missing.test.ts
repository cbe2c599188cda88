import { check } from '../testing/check.js'

describe('migration-missing', () => {
  it('names what changes and leads to the other places', () => {
    check(`
//- /prisma/schema.prisma
enum Role {
   //^^^^ warning[migration-missing] The schema has changes that no migration holds: it changes type 'Role', it changes table 'users', it drops table 'Old' and 1 more
  ADMIN
}
model User {
  id Int @id
  @@map("users")
}
//- /prisma/migrations/1/migration.sql
SELECT 1;
//- /prisma/missing.sql missing
-- AlterEnum
ALTER TYPE "public"."Role" ADD VALUE 'ADMIN';
-- AlterTable
ALTER TABLE "users" ADD COLUMN "a;b" TEXT;
-- CreateIndex
CREATE UNIQUE INDEX "users_a" ON "users"("a;b");
-- DropTable
DROP TABLE "Old";
-- CreateTable
CREATE TABLE "New" ("id" INTEGER);
`)
  })

  it('stands at the top where nothing of what changes is in the schema', () => {
    check(`
//- /prisma/schema.prisma
model User {
//@0-0 warning[migration-missing] The schema has changes that no migration holds: it drops table 'Old'
  id Int @id
}
//- /prisma/missing.sql missing
DROP TABLE "Old";
`)
  })

  it('sees through the tables that SQLite makes anew', () => {
    check(`
//- /prisma/schema.prisma
model User {
    //^^^^ warning[migration-missing] The schema has changes that no migration holds: it changes table 'User'
  id Int @id
}
//- /prisma/missing.sql missing
-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_User" ("id" INTEGER NOT NULL PRIMARY KEY);
INSERT INTO "new_User" ("id") SELECT "id" FROM "User";
DROP TABLE "User";
ALTER TABLE "new_User" RENAME TO "User";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
`)
  })

  it('is silent where nothing is missing', () => {
    check(`
//- /prisma/schema.prisma
model User {
  id Int @id
}
//- /prisma/migrations/1/migration.sql
SELECT 1;
`)
  })
})
