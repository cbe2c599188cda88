import type { SqlChange, SqlState } from '../model/sql-change.js'

/** What migrations have made, given what each does, in the order in which they are applied. */
export function stateAfter(migrations: Iterable<readonly SqlChange[]>): SqlState {
  const state: State = { tables: new Map(), enums: new Map() }
  for (const changes of migrations) for (const change of changes) apply(state, change)
  return state
}

interface State {
  readonly tables: Map<string, Map<string, string>>
  readonly enums: Map<string, string[]>
}

function apply({ tables, enums }: State, change: SqlChange): void {
  const { subject } = change
  const table = tables.get(subject)
  const values = enums.get(subject)
  switch (change.kind) {
    case 'create-table':
      tables.set(subject, new Map(change.columns.map(({ name, type }) => [name, type])))
      break
    case 'drop-table':
      tables.delete(subject)
      break
    case 'rename-table':
      move(tables, subject, change.to)
      break
    case 'add-column':
      table?.set(change.column.name, change.column.type)
      break
    case 'drop-column':
      table?.delete(change.column)
      break
    case 'rename-column':
      if (table) move(table, change.column, change.to)
      break
    case 'set-type':
      table?.set(change.column, change.type)
      break
    case 'create-enum':
      enums.set(subject, [...change.values])
      break
    case 'add-value':
      values?.push(change.value)
      break
    case 'rename-type':
      move(enums, subject, change.to)
      break
    case 'rename-value':
      if (values)
        enums.set(
          subject,
          values.map((value) => (value === change.value ? change.to : value)),
        )
      break
  }
}

function move<T>(map: Map<string, T>, from: string, to: string): void {
  const value = map.get(from)
  if (value === undefined) return
  map.delete(from)
  map.set(to, value)
}
