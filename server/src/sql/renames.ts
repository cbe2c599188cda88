import { readStatement } from './schema-statement.js'
import { splitStatements } from './split-statements.js'

/** The statements that take back the renamings of a script, the last one first. */
export function reversedRenames(sql: string): readonly string[] {
  return splitStatements(sql)
    .flatMap((text) => {
      const statement = readStatement(text)
      if (statement?.kind === 'rename' && !statement.table.startsWith('new_'))
        return [renameTable(statement.to, statement.table)]
      if (statement?.kind !== 'alter') return []
      const { table, actions } = statement
      return actions.flatMap((each) => (each.kind === 'rename' ? [renameColumn(table, each.to, each.column)] : []))
    })
    .reverse()
}

/** A statement for PostgreSQL and SQLite. */
export function renameColumn(table: string, from: string, to: string): string {
  return `ALTER TABLE "${table}" RENAME COLUMN "${from}" TO "${to}";`
}

function renameTable(from: string, to: string): string {
  return `ALTER TABLE "${from}" RENAME TO "${to}";`
}
