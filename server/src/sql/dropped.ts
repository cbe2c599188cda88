import { readStatement } from './schema-statement.js'
import { splitStatements } from './split-statements.js'

/** The columns that a script drops, as `table.column`, those included that it makes anew under the same name. */
export function droppedColumns(sql: string): ReadonlySet<string> {
  const dropped = splitStatements(sql).flatMap((text) => {
    const statement = readStatement(text)
    if (statement?.kind !== 'alter') return []
    const { table, actions } = statement
    return actions.flatMap((action) => (action.kind === 'drop' ? [`${table}.${action.column}`] : []))
  })
  return new Set(dropped)
}
