import pg from 'pg'
import type { PostgresConnection } from './postgres-adapter.js'

/** A connection to a server; closing it ends it. Throws what the server or the network says. */
export async function connectPostgres(options: pg.ClientConfig): Promise<PostgresConnection> {
  const client = new pg.Client(options)
  // What goes wrong between two questions is told by the next one.
  client.on('error', () => undefined)
  await client.connect()
  return {
    async query(text, values) {
      const query = { text, values: [...values], rowMode: 'array' as const, types: { getTypeParser } }
      const { fields, rows, rowCount } = await client.query<unknown[]>(query)
      return {
        columns: fields.map(({ name, dataTypeID }) => ({ name, type: dataTypeID })),
        rows,
        affected: rowCount ?? 0,
      }
    },
    run: async (script) => void (await client.query(script)),
    close: () => client.end(),
  }
}

/** Booleans, small numbers and lists become values; all the rest the engine reads from text. */
const getTypeParser: typeof pg.types.getTypeParser = (type: number) => {
  const isValue = [16, 21, 23, 700, 701].includes(type) || (type >= 1000 && type < 1020)
  return isValue ? pg.types.getTypeParser(type) : (value: string) => value
}
