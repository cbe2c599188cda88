import { type AlterAction, readStatement } from './schema-statement.js'
import { splitStatements } from './split-statements.js'

/** When columns came and went, as migrations tell it. Tables and columns go by their names in the database. */
export interface ColumnHistory {
  /** The number of the migration since which the column has its name; undefined for one that is not there. */
  addedIn(table: string, column: string): number | undefined
  /** The columns of a table that were renamed, in order. A table that was renamed keeps its past. */
  renames(table: string): readonly ColumnRename[]
  /** The columns of a table that were dropped and are gone, in order. */
  drops(table: string): readonly ColumnDrop[]
}

export interface ColumnRename {
  readonly from: string
  readonly to: string
  readonly migration: number
}

export interface ColumnDrop {
  readonly column: string
  readonly migration: number
}

/**
 * Follows `CREATE TABLE` and `ALTER TABLE` through migrations, given in the order in which they are applied; numbers
 * are positions in that list. Reads by light patterns, for all of Prisma's databases: what it does not know it skips.
 */
export function readColumnHistory(sqls: readonly string[]): ColumnHistory {
  const world: World = { tables: new Map(), dropped: new Map() }
  sqls.forEach((sql, migration) => {
    for (const statement of splitStatements(sql)) apply(world, statement, migration)
    world.dropped.clear()
  })
  return {
    addedIn: (table, column) => world.tables.get(table)?.columns.get(column),
    renames: (table) => world.tables.get(table)?.renames ?? [],
    drops: (table) => world.tables.get(table)?.drops ?? [],
  }
}

interface Table {
  /** Each column with the number of its migration. */
  readonly columns: Map<string, number>
  readonly renames: ColumnRename[]
  drops: ColumnDrop[]
}

interface World {
  readonly tables: Map<string, Table>
  /** Tables dropped by the migration at hand: SQLite changes a table by making it anew under its old name. */
  readonly dropped: Map<string, Table>
}

function apply(world: World, text: string, migration: number): void {
  const statement = readStatement(text)
  if (statement?.kind === 'create') {
    const columns = new Map(statement.columns.map((column) => [column, migration]))
    world.tables.set(statement.table, { columns, renames: [], drops: [] })
  } else if (statement?.kind === 'drop') dropTable(world, statement.table)
  else if (statement?.kind === 'rename') renameTable(world, statement.table, statement.to, migration)
  else if (statement?.kind === 'alter') {
    const table = world.tables.get(statement.table) ?? { columns: new Map(), renames: [], drops: [] }
    world.tables.set(statement.table, table)
    for (const action of statement.actions) alter(table, action, migration)
  }
}

function alter(table: Table, action: AlterAction, migration: number): void {
  if (action.kind === 'drop') {
    if (table.columns.delete(action.column)) table.drops.push({ column: action.column, migration })
    return
  }
  if (action.kind === 'rename') {
    if (action.column === action.to) return
    table.columns.delete(action.column)
    table.renames.push({ from: action.column, to: action.to, migration })
  }
  const added = action.kind === 'rename' ? action.to : action.column
  table.columns.set(added, migration)
  table.drops = table.drops.filter(({ column }) => column !== added)
}

function dropTable({ tables, dropped }: World, name: string): void {
  const table = tables.get(name)
  if (table !== undefined) dropped.set(name, table)
  tables.delete(name)
}

function renameTable({ tables, dropped }: World, from: string, to: string, migration: number): void {
  const table = tables.get(from)
  if (table === undefined) return
  const before = dropped.get(to) ?? tables.get(to)
  tables.delete(from)
  tables.set(to, before === undefined ? table : remade(before, table, migration))
}

/** A column of the old table keeps its number in the new one. */
function remade(before: Table, table: Table, migration: number): Table {
  const columns = new Map([...table.columns].map(([name, added]) => [name, before.columns.get(name) ?? added]))
  const gone = [...before.columns.keys()].filter((name) => !columns.has(name)).map((column) => ({ column, migration }))
  return {
    columns,
    renames: before.renames,
    drops: [...before.drops.filter(({ column }) => !columns.has(column)), ...gone],
  }
}
