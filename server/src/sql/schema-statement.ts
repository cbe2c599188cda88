import { lastName, NAME, namesIn, PATH, pattern, unquote } from './names.js'
import { splitAt } from './split-statements.js'

/** A statement that changes which columns there are. */
export type SchemaStatement =
  | { readonly kind: 'create'; readonly table: string; readonly columns: readonly string[] }
  | { readonly kind: 'drop'; readonly table: string }
  | { readonly kind: 'rename'; readonly table: string; readonly to: string }
  | { readonly kind: 'alter'; readonly table: string; readonly actions: readonly AlterAction[] }

export type AlterAction =
  | { readonly kind: 'add' | 'drop'; readonly column: string }
  | { readonly kind: 'rename'; readonly column: string; readonly to: string }

/**
 * Reads one statement without comments, in the dialects of PostgreSQL, MySQL, SQLite and SQL Server; undefined for any
 * other. Names lose their quotes and their schema.
 */
export function readStatement(text: string): SchemaStatement | undefined {
  return readCreate(text) ?? readDrop(text) ?? readRename(text) ?? readAlter(text) ?? readProcedure(text)
}

const CREATE = pattern(`^CREATE\\s+(?:UNLOGGED\\s+)?TABLE\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?${PATH}\\s*\\(([\\s\\S]*)\\)`)
const DROP = pattern(`^DROP\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?${PATH}`)
const ALTER_TABLE = `^ALTER\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?(?:ONLY\\s+)?${PATH}\\s+`
const RENAME = pattern(`${ALTER_TABLE}RENAME\\s+(?:TO\\s+|AS\\s+)${PATH}$`)
const RENAME_MYSQL = pattern(`^RENAME\\s+TABLE\\s+${PATH}\\s+TO\\s+${PATH}$`)
const ALTER = pattern(`${ALTER_TABLE}([\\s\\S]+)$`)
const PROCEDURE = /^EXEC(?:UTE)?\s+(?:sys\s*\.\s*)?SP_RENAME\s+N?'([^']+)'\s*,\s*N?'([^']+)'(?:\s*,\s*N?'(\w+)')?/i

function readCreate(text: string): SchemaStatement | undefined {
  const [, table, body] = CREATE.exec(text) ?? []
  if (table === undefined || body === undefined) return undefined
  const columns = splitAt(body, ',').flatMap((part) => columnOf(part) ?? [])
  return { kind: 'create', table: lastName(table), columns }
}

function readDrop(text: string): SchemaStatement | undefined {
  const table = DROP.exec(text)?.[1]
  return table === undefined ? undefined : { kind: 'drop', table: lastName(table) }
}

function readRename(text: string): SchemaStatement | undefined {
  const [, table, to] = RENAME.exec(text) ?? RENAME_MYSQL.exec(text) ?? []
  return table === undefined || to === undefined
    ? undefined
    : { kind: 'rename', table: lastName(table), to: lastName(to) }
}

function readAlter(text: string): SchemaStatement | undefined {
  const [, table, body] = ALTER.exec(text) ?? []
  if (table === undefined || body === undefined) return undefined
  return { kind: 'alter', table: lastName(table), actions: readActions(body) }
}

/** SQL Server renames by a procedure: of a column with its table's name before it, or of a table. */
function readProcedure(text: string): SchemaStatement | undefined {
  const [, path = '', to, kind] = PROCEDURE.exec(text) ?? []
  if (to === undefined) return undefined
  const names = namesIn(path)
  const column = names.at(-1) ?? ''
  if (kind?.toUpperCase() !== 'COLUMN') {
    return kind === undefined || kind.toUpperCase() === 'OBJECT' ? { kind: 'rename', table: column, to } : undefined
  }
  return { kind: 'alter', table: names.at(-2) ?? '', actions: [{ kind: 'rename', column, to }] }
}

const DROP_COLUMN = pattern(`^DROP\\s+(COLUMN\\s+)?(?:IF\\s+EXISTS\\s+)?(${NAME})`)
const RENAME_COLUMN = pattern(`^RENAME\\s+(?:COLUMN\\s+)?(${NAME})\\s+TO\\s+(${NAME})`)
const CHANGE_COLUMN = pattern(`^CHANGE\\s+(?:COLUMN\\s+)?(${NAME})\\s+(${NAME})`)
const ADD_COLUMN = pattern(`^ADD\\s+(?:COLUMN\\s+)?(?:IF\\s+NOT\\s+EXISTS\\s+)?`)
const KEYWORD =
  /^(?:ADD|DROP|RENAME|CHANGE|ALTER|MODIFY|SET|OWNER|ENABLE|DISABLE|VALIDATE|WITH|REPLICA|CLUSTER|INHERIT|CONVERT)\s/i

/** SQL Server writes `ADD` once for several columns, and `DROP COLUMN` likewise: later parts go on as the one before. */
function readActions(body: string): readonly AlterAction[] {
  const actions: AlterAction[] = []
  let going: 'add' | 'drop' | undefined
  for (const part of splitAt(body, ',')) {
    if (KEYWORD.test(part)) {
      const action = readAction(part)
      going = action === undefined || action.kind === 'rename' ? undefined : action.kind
      if (action !== undefined) actions.push(action)
    } else {
      const column = columnOf(part)
      if (going !== undefined && column !== undefined) actions.push({ kind: going, column })
    }
  }
  return actions
}

function readAction(part: string): AlterAction | undefined {
  const [, from, to] = RENAME_COLUMN.exec(part) ?? CHANGE_COLUMN.exec(part) ?? []
  if (from !== undefined && to !== undefined) return { kind: 'rename', column: unquote(from), to: unquote(to) }
  const [, keyword, dropped] = DROP_COLUMN.exec(part) ?? []
  if (dropped !== undefined) {
    const isColumn = keyword !== undefined || !RESERVED.test(dropped)
    return isColumn ? { kind: 'drop', column: unquote(dropped) } : undefined
  }
  const column = ADD_COLUMN.test(part) ? columnOf(part.replace(ADD_COLUMN, '').replace(/^\(/, '')) : undefined
  return column === undefined ? undefined : { kind: 'add', column }
}

// What may stand where a column's name is expected.
const RESERVED =
  /^(?:CONSTRAINT|PRIMARY|FOREIGN|UNIQUE|CHECK|INDEX|KEY|FULLTEXT|SPATIAL|EXCLUDE|LIKE|PERIOD|PARTITION|DEFAULT)$/i
const FIRST_NAME = pattern(`^${NAME}`)

function columnOf(part: string): string | undefined {
  const name = FIRST_NAME.exec(part)?.[0]
  return name === undefined || RESERVED.test(name) ? undefined : unquote(name)
}
