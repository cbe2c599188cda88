import {
  type ColumnType,
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlQueryable,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils'

/** A connection to a PostgreSQL, whether embedded or a server. Values come as text, as they went over the wire. */
export interface PostgresConnection {
  /** Runs one statement. */
  query(sql: string, args: readonly unknown[]): Promise<PostgresResult>
  /** Runs a script in one go, as one implicit transaction. */
  run(script: string): Promise<void>
  close(): Promise<void>
}

export interface PostgresResult {
  readonly columns: readonly { readonly name: string; readonly type: number }[]
  readonly rows: readonly (readonly unknown[])[]
  readonly affected: number
}

/** Lets the schema engine work on a connection. `schema` is the one that unqualified names mean. */
export function postgresAdapter(connection: PostgresConnection, schema = 'public'): SqlDriverAdapter {
  const queryable = queryableOf(connection)
  const inTransaction = (statement: string) => guarded(() => connection.run(statement))
  return {
    ...queryable,
    executeScript: (script) => guarded(() => connection.run(script)),
    getConnectionInfo: () => ({ schemaName: schema, supportsRelationJoins: true }),
    async startTransaction() {
      await inTransaction('BEGIN')
      return {
        ...queryable,
        options: { usePhantomQuery: true },
        commit: () => inTransaction('COMMIT'),
        rollback: () => inTransaction('ROLLBACK'),
      }
    },
    dispose: () => connection.close(),
  }
}

function queryableOf(connection: PostgresConnection): SqlQueryable {
  return {
    adapterName: 'prisma-drift',
    provider: 'postgres',
    async queryRaw({ sql, args }) {
      return resultSet(await guarded(() => connection.query(sql, args)))
    },
    async executeRaw({ sql, args }) {
      // The engine hands over whole scripts here, too.
      if (args.length > 0) return (await guarded(() => connection.query(sql, args))).affected
      await guarded(() => connection.run(sql))
      return 0
    },
  }
}

function resultSet({ columns, rows }: PostgresResult): SqlResultSet {
  return {
    columnNames: columns.map(({ name }) => name),
    columnTypes: columns.map(({ type }) => COLUMN_TYPES.get(type) ?? ColumnTypeEnum.Text),
    rows: rows.map((row) => [...row]),
  }
}

/** How the engine reads values, by PostgreSQL's numbers of types; the others as text. */
const COLUMN_TYPES: ReadonlyMap<number, ColumnType> = new Map(
  Object.entries({
    Boolean: [16],
    Bytes: [17],
    Character: [18],
    Int64: [20, 26],
    Int32: [21, 23],
    Float: [700],
    Double: [701],
    Numeric: [1700],
    Json: [114, 3802],
    Uuid: [2950],
    Date: [1082],
    Time: [1083],
    DateTime: [1114, 1184],
    BooleanArray: [1000],
    CharacterArray: [1002],
    Int32Array: [1005, 1007],
    Int64Array: [1016, 1028],
    TextArray: [1003, 1009, 1015],
  } satisfies Partial<Record<keyof typeof ColumnTypeEnum, readonly number[]>>).flatMap(([name, types]) =>
    types.map((type): [number, ColumnType] => [type, ColumnTypeEnum[name as keyof typeof ColumnTypeEnum]]),
  ),
)

/** The errors of a server go to the engine in its own form, all others through. */
async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw isServerError(error) ? driverError(error) : error
  }
}

/** What PostgreSQL answers instead of a result. */
export interface ServerError extends Error {
  readonly code: string
  readonly severity: string
  readonly detail?: string
  readonly column?: string
  readonly hint?: string
}

export function isServerError(error: unknown): error is ServerError {
  return error instanceof Error && 'code' in error && 'severity' in error
}

function driverError({ code, severity, message, detail, column, hint }: ServerError): DriverAdapterError {
  return new DriverAdapterError({
    kind: 'postgres',
    originalCode: code,
    originalMessage: message,
    code,
    severity,
    message,
    detail,
    column,
    hint,
  })
}
