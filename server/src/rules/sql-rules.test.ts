import { check } from '../testing/check.js'

const SCHEMA = `//- /prisma/schema.prisma
model User {
  id Int @id
}
//- /prisma/migrations/1_init/migration.sql applied
CREATE TABLE "User" (
    "id" SERIAL NOT NULL,
    "a" VARCHAR(20) NOT NULL,
    "b" DECIMAL(10,2),
    "c" TIMESTAMP(3),
    "d" INTEGER[],
    "e" TEXT
);
CREATE TYPE "Role" AS ENUM ('A', 'B');
`
const NEW = '//- /prisma/migrations/2_next/migration.sql\n'

describe('rules about the SQL of new migrations', () => {
  it('say nothing of migrations that are applied, nor of tables that any new migration makes', () => {
    check(`${SCHEMA}//- /prisma/migrations/2_old/migration.sql applied
DROP TABLE "User";
//- /prisma/migrations/3_a/migration.sql
CREATE TABLE "Post" ("id" INTEGER);
//- /prisma/migrations/4_b/migration.sql
ALTER TABLE "Post" ADD COLUMN "x" TEXT NOT NULL, DROP COLUMN "id";
DROP TABLE "Post";
`)
  })

  it('say nothing where it is not known which migrations are new', () => {
    check(`//- /prisma/schema.prisma
model User {
  id Int @id
}
${NEW}DROP TABLE "User";
`)
  })

  it('point at the statement, below comments and behind letters of several bytes', () => {
    check(`${SCHEMA}${NEW}-- Ünïcödé 😀
/* DROP TABLE "User"; */ INSERT INTO "User" ("e") VALUES ('😀; DROP TABLE "User";'); TRUNCATE "User";
                                                                                   //^^^^^^^^^^^^^^^ error[truncate] This deletes every row of table 'User'
-- Behind a comment.
DROP TABLE IF EXISTS public."User" CASCADE;
//@0-42 error[drop-table] This drops table 'User' with all its rows, and code that is still running may use it
`)
  })

  it('are silenced by comments', () => {
    check(`${SCHEMA}${NEW}-- prisma-drift-disable-next-line truncate -- rows are made anew
TRUNCATE "User";
-- prisma-drift-disable-next-line drop-column
DROP TABLE "User";
//@0-17 error[drop-table] This drops table 'User' with all its rows, and code that is still running may use it
`)
  })

  it('tell each column of a statement that changes several', () => {
    check(`${SCHEMA}${NEW}ALTER TABLE "User"
//@0-18 error[add-required-without-default] 'User.x' is required and has no default, so this fails where the table has rows; add it as optional, fill it, then require it
//@0-18 error[add-required-without-default] 'User.y' is required and has no default, so this fails where the table has rows; add it as optional, fill it, then require it
//@0-18 error[drop-column] This drops column 'User.b' with all its values, and code that is still running may use it
  ADD COLUMN "x" BOOLEAN NOT NULL,
  ADD COLUMN "y" BOOLEAN NOT NULL,
  DROP COLUMN "b";
`)
  })

  it('know types that only grow', () => {
    check(`${SCHEMA}${NEW}ALTER TABLE "User" ALTER COLUMN "a" TYPE VARCHAR(21), ALTER COLUMN "b" TYPE DECIMAL(12,2);
ALTER TABLE "User" ALTER COLUMN "c" SET DATA TYPE TIMESTAMP(6), ALTER COLUMN "e" TYPE VARCHAR, ALTER COLUMN "b" TYPE NUMERIC;
`)
    check(`${SCHEMA}${NEW}ALTER TABLE "User" ALTER COLUMN "a" TYPE VARCHAR(19);
//@0-52 warning[change-type] This changes 'User.a' from varchar(20) to varchar(19): it locks the table while it writes it anew, and fails on values that do not fit
ALTER TABLE "User" ALTER COLUMN "b" TYPE DECIMAL(12,3);
//@0-54 warning[change-type] This changes 'User.b' from numeric(10,2) to numeric(12,3): it locks the table while it writes it anew, and fails on values that do not fit
ALTER TABLE "User" ALTER COLUMN "d" TYPE BIGINT[];
//@0-49 warning[change-type] This changes 'User.d' from int4[] to int8[]: it locks the table while it writes it anew, and fails on values that do not fit
ALTER TABLE "Other" ALTER COLUMN "x" TYPE TEXT;
//@0-46 warning[change-type] This changes 'Other.x' to text: it locks the table while it writes it anew, and fails on values that do not fit
`)
  })

  it('know columns that are empty, filled or checked', () => {
    check(`${SCHEMA}${NEW}ALTER TABLE "User" ADD COLUMN "x" TEXT UNIQUE;
ALTER TABLE "User" ADD COLUMN "y" TEXT, ADD CONSTRAINT "u" UNIQUE ("y", "a");
CREATE UNIQUE INDEX ON "User" ("e") WHERE "b" IS NULL;
UPDATE "User" SET "y" = "e", "e" = '';
ALTER TABLE "User" ALTER COLUMN "e" SET NOT NULL, ALTER COLUMN "y" SET NOT NULL;
ALTER TABLE "User" ADD CONSTRAINT "v" CHECK ("b" IS NOT NULL);
ALTER TABLE "User" ALTER COLUMN "b" SET NOT NULL;
ALTER TABLE "User" ADD COLUMN "z" BIGINT GENERATED ALWAYS AS (1) STORED NOT NULL;
`)
    check(`${SCHEMA}${NEW}UPDATE "User" SET "b" = 1;
ALTER TABLE "User" ALTER COLUMN "e" SET NOT NULL;
//@0-48 warning[set-not-null] This fails where a row has no 'User.e', and nothing fills it before
ALTER TABLE "User" ADD COLUMN "n" INTEGER NOT NULL DEFAULT 1, ADD CONSTRAINT "u" UNIQUE ("n");
//@0-93 warning[add-unique] This fails where rows of 'User' have the same n
`)
  })

  it('pair what was dropped with what was added, if the types are the same', () => {
    check(`${SCHEMA}${NEW}ALTER TABLE "User" DROP COLUMN "a", DROP COLUMN "b";
//@0-51 error[drop-add-looks-like-rename] This drops 'User.b' and adds 'amount' of the same type, which loses all values; to rename it keeps them: ALTER TABLE "User" RENAME COLUMN "b" TO "amount";
//@0-51 error[drop-column] This drops column 'User.a' with all its values, and code that is still running may use it
ALTER TABLE "User" ADD COLUMN "amount" DECIMAL(10,2) NOT NULL, ADD COLUMN "title" TEXT;
`)
  })

  it('see through a type that is made anew', () => {
    check(`${SCHEMA}${NEW}BEGIN;
CREATE TYPE "Role_new" AS ENUM ('B', 'C');
//@0-41 warning[enum-value-removed] This takes A out of enum 'Role', and fails where rows still have it
ALTER TABLE "User" ALTER COLUMN "e" TYPE "Role_new" USING ("e"::text::"Role_new");
ALTER TYPE "Role" RENAME TO "Role_old";
ALTER TYPE "Role_new" RENAME TO "Role";
DROP TYPE "Role_old";
COMMIT;
`)
  })
})
