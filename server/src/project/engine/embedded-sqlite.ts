import { type ColumnType, ColumnTypeEnum, type SqlDriverAdapter, type SqlQueryable } from '@prisma/driver-adapter-utils'
import initialize, { type BindParams, type Database, type SqlValue } from 'sql.js'
import { readShipped } from './shipped.js'

/** An empty SQLite in this process. */
export async function startSqlite(): Promise<SqlDriverAdapter> {
  const { Database } = await initialize({ wasmBinary: (await readShipped('sql-wasm.wasm')).buffer })
  return sqliteAdapter(new Database())
}

/** Lets the schema engine work on a database of SQLite. */
export function sqliteAdapter(database: Database): SqlDriverAdapter {
  const queryable = queryableOf(database)
  const run = async (script: string) => void database.exec(script)
  return {
    ...queryable,
    executeScript: run,
    getConnectionInfo: () => ({ maxBindValues: 999, supportsRelationJoins: false }),
    async startTransaction() {
      await run('BEGIN')
      return {
        ...queryable,
        options: { usePhantomQuery: true },
        commit: () => run('COMMIT'),
        rollback: () => run('ROLLBACK'),
      }
    },
    dispose: async () => database.close(),
  }
}

function queryableOf(database: Database): SqlQueryable {
  return {
    adapterName: 'prisma-drift',
    provider: 'sqlite',
    async queryRaw({ sql, args }) {
      const statement = database.prepare(sql)
      try {
        statement.bind(args as BindParams)
        const rows: SqlValue[][] = []
        while (statement.step()) rows.push(statement.get())
        const columnNames = statement.getColumnNames()
        return { columnNames, columnTypes: columnNames.map((_, index) => typeOfColumn(rows, index)), rows }
      } finally {
        statement.free()
      }
    },
    async executeRaw({ sql, args }) {
      // Whole scripts arrive here, too.
      if (args.length > 0) database.run(sql, args as BindParams)
      else database.exec(sql)
      return database.getRowsModified()
    },
  }
}

/** SQLite types values, not columns. */
function typeOfColumn(rows: readonly SqlValue[][], index: number): ColumnType {
  const value = rows.find((row) => row[index] !== null)?.[index]
  if (typeof value === 'number') return Number.isInteger(value) ? ColumnTypeEnum.Int32 : ColumnTypeEnum.Double
  return value instanceof Uint8Array ? ColumnTypeEnum.Bytes : ColumnTypeEnum.Text
}
