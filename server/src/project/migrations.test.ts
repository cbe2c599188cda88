import assert from 'node:assert/strict'
import { readColumnHistory } from '../sql/column-history.js'
import { listMigrations } from './migrations.js'

describe('listMigrations', () => {
  it('orders migrations by name and reads their history', () => {
    const texts: Record<string, string> = {
      'p/migrations/2024_b/migration.sql': 'ALTER TABLE "A" ADD COLUMN "y" INT;',
      'p/migrations/2023_a/migration.sql': 'CREATE TABLE "A" ("x" INT);',
    }
    const others = [
      'p/migrations/migration.sql',
      'p/migrations/x/y/migration.sql',
      'p/migrations/2022/down.sql',
      'q/migrations/1/migration.sql',
    ]
    const migrations = listMigrations([...Object.keys(texts), ...others], 'p/migrations')
    assert.deepEqual(
      migrations.map(({ name }) => name),
      ['2023_a', '2024_b'],
    )
    const history = readColumnHistory(migrations.map(({ file }) => texts[file] ?? ''))
    assert.deepEqual([history.addedIn('A', 'x'), history.addedIn('A', 'y')], [0, 1])
  })
})
