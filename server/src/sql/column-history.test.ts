import assert from 'node:assert/strict'
import { readColumnHistory } from './column-history.js'

describe('readColumnHistory', () => {
  it('reads PostgreSQL', () => {
    const history = readColumnHistory([
      `-- CreateTable; "A" ( "no"
       CREATE TABLE "public"."A" (
         "id" SERIAL NOT NULL, -- the, id
         "price" DECIMAL(10,2) DEFAULT 1, "tags" TEXT[] DEFAULT ARRAY[';'], "note" TEXT DEFAULT 'a;b'',c',
         CONSTRAINT "A_pkey" PRIMARY KEY ("id", "price")
       );
       /* ALTER TABLE "A" ADD COLUMN "commented" INT; */
       DO $$ BEGIN ALTER TABLE "A" ADD COLUMN "hidden" INT; END $$;
       CREATE UNIQUE INDEX "i" ON "A"("id");`,
      'ALTER TABLE "A" ADD COLUMN     "a" INT,\r\nADD COLUMN IF NOT EXISTS "b" TEXT DEFAULT \'x, y\',\nDROP COLUMN "note",\nALTER COLUMN "price" DROP NOT NULL;',
      'ALTER TABLE ONLY "A" RENAME COLUMN "a" TO "c"; ALTER TABLE "A" ADD CONSTRAINT "k" FOREIGN KEY ("b") REFERENCES "B"("id") ON DELETE SET NULL ON UPDATE CASCADE, DROP CONSTRAINT "z"',
      'alter table A2 add column x int; ALTER TABLE "A" RENAME TO "Renamed"; ALTER TABLE "Renamed" RENAME CONSTRAINT "a" TO "b"',
    ])
    const columns = ['id', 'price', 'tags', 'note', 'a', 'b', 'c', 'hidden', 'commented', 'CONSTRAINT', 'DROP']
    const added = columns.map((column) => history.addedIn('Renamed', column))
    const none = undefined
    assert.deepEqual(added, [0, 0, 0, none, none, 1, 2, none, none, none, none])
    assert.deepEqual(history.renames('Renamed'), [{ from: 'a', to: 'c', migration: 2 }])
    assert.deepEqual(history.drops('Renamed'), [{ column: 'note', migration: 1 }])
    assert.equal(history.addedIn('A2', 'x'), 3)
    assert.deepEqual([history.addedIn('A', 'id'), history.renames('A')], [undefined, []])
  })

  it('reads MySQL', () => {
    const history = readColumnHistory([
      'CREATE TABLE `a` (\n `id` INTEGER AUTO_INCREMENT,\n `old` TEXT, `key` INT,\n INDEX `i`(`id`), UNIQUE INDEX `u`(`old`), PRIMARY KEY (`id`)\n) DEFAULT CHARACTER SET utf8mb4',
      'ALTER TABLE `a` DROP FOREIGN KEY `f`, ADD COLUMN `x` INT AFTER `id`, MODIFY `key` BIGINT, CHANGE `old` `new` TEXT, ADD INDEX `j`(`x`);',
      'ALTER TABLE `a` CHANGE COLUMN `new` `new` VARCHAR(9); RENAME TABLE `a` TO `b`',
    ])
    assert.deepEqual(
      ['id', 'x', 'key', 'new', 'old', 'j', 'i'].map((column) => history.addedIn('b', column)),
      [0, 1, 0, 1, undefined, undefined, undefined],
    )
    assert.deepEqual(history.renames('b'), [{ from: 'old', to: 'new', migration: 1 }])
  })

  it('reads SQL Server', () => {
    const history = readColumnHistory([
      'BEGIN TRY\n\nBEGIN TRAN;\n\nCREATE TABLE [dbo].[A] (\n [id] INT, [o n] NVARCHAR(1000),\n CONSTRAINT [p] PRIMARY KEY CLUSTERED ([id])\n);\nCOMMIT TRAN;',
      'ALTER TABLE [dbo].[A] ADD [x] INT NOT NULL CONSTRAINT [d] DEFAULT 0,\n[y] DATETIME2;\nALTER TABLE [dbo].[A] DROP COLUMN [o n], [x];\nALTER TABLE [dbo].[A] ALTER COLUMN [y] INT;',
      "EXEC sp_rename 'dbo.A.y', 'z', 'COLUMN'; EXEC SP_RENAME N'dbo.p', N'p2', N'INDEX'",
    ])
    assert.deepEqual(
      ['id', 'o n', 'x', 'y', 'z'].map((column) => history.addedIn('A', column)),
      [0, undefined, undefined, undefined, 2],
    )
    assert.deepEqual(
      history.drops('A').map(({ column }) => column),
      ['o n', 'x'],
    )
    assert.deepEqual(history.renames('A'), [{ from: 'y', to: 'z', migration: 2 }])
  })

  it("sees through SQLite's way of changing a table", () => {
    const history = readColumnHistory([
      'CREATE TABLE "A" ("id" INTEGER NOT NULL PRIMARY KEY, "gone" TEXT);',
      'PRAGMA foreign_keys=OFF;\nCREATE TABLE "new_A" ("id" INTEGER NOT NULL, "fresh" TEXT);\nINSERT INTO "new_A" ("id") SELECT "id" FROM "A";\nDROP TABLE "A";\nALTER TABLE "new_A" RENAME TO "A";',
    ])
    assert.deepEqual(
      ['id', 'fresh', 'gone'].map((column) => history.addedIn('A', column)),
      [0, 1, undefined],
    )
    assert.deepEqual(history.drops('A'), [{ column: 'gone', migration: 1 }])
  })

  it('forgets a table that was dropped, and bears any text', () => {
    const history = readColumnHistory([
      'CREATE TABLE "A" ("id" INT)',
      'DROP TABLE "A"',
      'CREATE TABLE "A" ("id" INT)',
      'ALTER TABLE "A" ADD COLUMN \'x',
      '((( ;;; $$ " ` [',
      '\uFEFFCREATE TABLE "B" ("id" INT)',
    ])
    assert.equal(history.addedIn('A', 'id'), 2)
    assert.equal(history.addedIn('B', 'id'), 5)
  })

  it('reads long migrations in little time', () => {
    const table = `CREATE TABLE "T" (${Array.from({ length: 200 }, (_, index) => `"c${index}" TEXT DEFAULT 'x'`).join(',')});\n`
    const start = performance.now()
    readColumnHistory([
      table.repeat(500),
      '('.repeat(200_000),
      `'${'x'.repeat(500_000)}`,
      'ALTER TABLE a '.repeat(20_000),
      '/*'.repeat(100_000),
    ])
    assert.ok(performance.now() - start < 2000)
  })
})
