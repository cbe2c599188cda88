import type { AlterTableCmd, ColumnDef, Constraint, Node, ParseResult, RangeVar, TypeName } from 'libpg-query'
import type { SqlAction, SqlChange, SqlColumn } from '../model/sql-change.js'
import type { Span } from '../text/span.js'
import { createByteOffsets } from './byte-offsets.js'

/** What a script does, from the tree that PostgreSQL's own grammar makes of it. Everything else is left out. */
export function readTree(sql: string, { stmts = [] }: ParseResult): readonly SqlChange[] {
  const offsetOf = createByteOffsets(sql)
  const changes: SqlChange[] = []
  const taken = new Map<string, number>()
  for (const { stmt, stmt_location: start = 0, stmt_len: length } of stmts) {
    const end = length === undefined ? sql.length : offsetOf(start + length)
    const span = firstLine(sql, { start: offsetOf(start), end })
    for (const { subject, ...action } of stmt ? actionsOf(stmt) : []) {
      const name = [subject, memberOf(action)].filter(Boolean).join('.')
      const count = (taken.get(`${name} ${action.kind}`) ?? 0) + 1
      taken.set(`${name} ${action.kind}`, count)
      const id = `${name} ${action.kind}${count > 1 ? ` #${count}` : ''}`
      changes.push({ ...action, subject, id, ...span })
    }
  }
  return changes
}

type Action = SqlAction & { readonly subject: string }

/** The first line of a statement; its location includes what stands before it. */
function firstLine(sql: string, { start, end }: Span): Span {
  const [before = ''] = /^(?:\s|--[^\n]*|\/\*[\s\S]*?\*\/)*/.exec(sql.slice(start, end)) ?? []
  const first = start + before.length
  const [line = ''] = sql.slice(first, end).split(/\r?\n/)
  return { start: first, end: first + line.trimEnd().length }
}

function memberOf(action: SqlAction): string | undefined {
  if (!('column' in action)) return undefined
  return typeof action.column === 'string' ? action.column : action.column.name
}

function actionsOf(node: Node): readonly Action[] {
  if ('CreateStmt' in node) {
    const { relation, tableElts = [] } = node.CreateStmt
    const columns = tableElts.flatMap((each) => ('ColumnDef' in each ? [columnOf(each.ColumnDef)] : []))
    return [{ kind: 'create-table', subject: tableOf(relation), columns }]
  }
  if ('AlterTableStmt' in node) {
    const { relation, cmds = [], objtype } = node.AlterTableStmt
    if (objtype !== 'OBJECT_TABLE') return []
    return cmds.flatMap((each) => ('AlterTableCmd' in each ? alteration(each.AlterTableCmd, tableOf(relation)) : []))
  }
  if ('IndexStmt' in node) {
    const { relation, unique, concurrent, indexParams = [], whereClause } = node.IndexStmt
    const subject = tableOf(relation)
    const columns = indexParams.flatMap((each) => ('IndexElem' in each && each.IndexElem.name) || [])
    const added: Action[] = concurrent ? [] : [{ kind: 'add-index', subject }]
    return unique && !whereClause ? [...added, { kind: 'add-unique', subject, columns }] : added
  }
  if ('DropStmt' in node) {
    const { objects = [], removeType } = node.DropStmt
    return removeType === 'OBJECT_TABLE' ? objects.map((each) => ({ kind: 'drop-table', subject: lastName(each) })) : []
  }
  if ('TruncateStmt' in node) {
    const { relations = [] } = node.TruncateStmt
    return relations.flatMap((each) =>
      'RangeVar' in each ? [{ kind: 'truncate' as const, subject: tableOf(each.RangeVar) }] : [],
    )
  }
  if ('UpdateStmt' in node) {
    const { relation, targetList = [] } = node.UpdateStmt
    const columns = targetList.flatMap((each) => ('ResTarget' in each && each.ResTarget.name) || [])
    return [{ kind: 'update', subject: tableOf(relation), columns }]
  }
  return renaming(node) ?? enumChange(node)
}

function renaming(node: Node): readonly Action[] | undefined {
  if (!('RenameStmt' in node)) return undefined
  const { renameType, relationType, relation, object, subname = '', newname: to = '' } = node.RenameStmt
  if (renameType === 'OBJECT_TABLE') return [{ kind: 'rename-table', subject: tableOf(relation), to }]
  if (renameType === 'OBJECT_TYPE' && object) return [{ kind: 'rename-type', subject: lastName(object), to }]
  if (renameType !== 'OBJECT_COLUMN' || relationType !== 'OBJECT_TABLE') return []
  return [{ kind: 'rename-column', subject: tableOf(relation), column: subname, to }]
}

function enumChange(node: Node): readonly Action[] {
  if ('CreateEnumStmt' in node) {
    const { typeName = [], vals = [] } = node.CreateEnumStmt
    return [{ kind: 'create-enum', subject: lastOf(typeName), values: vals.map(textOf) }]
  }
  if (!('AlterEnumStmt' in node)) return []
  const { typeName = [], oldVal, newVal = '' } = node.AlterEnumStmt
  const subject = lastOf(typeName)
  if (oldVal !== undefined) return [{ kind: 'rename-value', subject, value: oldVal, to: newVal }]
  return [{ kind: 'add-value', subject, value: newVal }]
}

function alteration({ subtype, name = '', def }: AlterTableCmd, subject: string): readonly Action[] {
  const column = def && 'ColumnDef' in def ? def.ColumnDef : undefined
  if (subtype === 'AT_AddColumn' && column) {
    const added: Action = { kind: 'add-column', subject, column: columnOf(column) }
    const keys = constraintsOf(column).flatMap((each) => constraintAction(each, subject, column.colname ?? ''))
    return [added, ...keys]
  }
  if (subtype === 'AT_DropColumn') return [{ kind: 'drop-column', subject, column: name }]
  if (subtype === 'AT_SetNotNull') return [{ kind: 'set-not-null', subject, column: name }]
  if (subtype === 'AT_AlterColumnType' && column) {
    return [{ kind: 'set-type', subject, column: name, type: typeOf(column.typeName) }]
  }
  if (subtype === 'AT_AddConstraint' && def && 'Constraint' in def) return constraintAction(def.Constraint, subject)
  return []
}

function constraintAction(constraint: Constraint, subject: string, column?: string): readonly Action[] {
  const { contype, keys = [], indexname, skip_validation, raw_expr } = constraint
  if (contype === 'CONSTR_UNIQUE' && indexname === undefined) {
    return [{ kind: 'add-unique', subject, columns: column === undefined ? keys.map(textOf) : [column] }]
  }
  if (contype === 'CONSTR_FOREIGN') {
    // A column that is added with its foreign key is empty, or holds the one value that its default is.
    if (column !== undefined) return []
    return [{ kind: skip_validation ? 'add-foreign-key-unchecked' : 'add-foreign-key', subject }]
  }
  if (contype === 'CONSTR_CHECK') return [{ kind: 'add-check', subject, notNull: raw_expr && testedForNull(raw_expr) }]
  return []
}

/** The column of `CHECK (column IS NOT NULL)`. */
function testedForNull(node: Node): string | undefined {
  if (!('NullTest' in node) || node.NullTest.nulltesttype !== 'IS_NOT_NULL') return undefined
  const { arg } = node.NullTest
  return arg && 'ColumnRef' in arg ? lastOf(arg.ColumnRef.fields ?? []) : undefined
}

const SERIAL = /^(?:small|big)?serial[248]?$/

function columnOf(definition: ColumnDef): SqlColumn {
  const constraints = constraintsOf(definition)
  const has = (...kinds: readonly string[]) => constraints.some(({ contype = '' }) => kinds.includes(contype))
  const type = typeOf(definition.typeName)
  const isNumbered = SERIAL.test(type) || has('CONSTR_IDENTITY')
  const value = constraints.find(({ contype }) => contype === 'CONSTR_DEFAULT')?.raw_expr
  const given = value !== undefined || has('CONSTR_GENERATED')
  return {
    name: definition.colname ?? '',
    type,
    nullable: !has('CONSTR_NOTNULL', 'CONSTR_PRIMARY') && !isNumbered,
    default: isNumbered || (value && isVolatile(value)) ? 'volatile' : given ? 'constant' : 'none',
  }
}

function constraintsOf({ constraints = [] }: ColumnDef): readonly Constraint[] {
  return constraints.flatMap((each) => ('Constraint' in each ? [each.Constraint] : []))
}

/** Functions that give another value for each row. Of others it is not known, and nothing is said. */
const VOLATILE = new Set([
  ...['clock_timestamp', 'gen_random_bytes', 'gen_random_uuid', 'nextval', 'random', 'timeofday'],
  ...['uuid_generate_v1', 'uuid_generate_v1mc', 'uuid_generate_v4', 'uuidv4', 'uuidv7'],
])

function isVolatile(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false
  if ('FuncCall' in node) {
    const { funcname = [], args = [] } = (node as Extract<Node, { FuncCall: unknown }>).FuncCall
    return VOLATILE.has(lastOf(funcname)) || args.some(isVolatile)
  }
  return Object.values(node).some(isVolatile)
}

function typeOf({ names = [], typmods = [], arrayBounds }: TypeName = {}): string {
  const args = typmods.map((each) => ('A_Const' in each ? (each.A_Const.ival?.ival ?? 0) : '?'))
  return `${lastOf(names)}${args.length > 0 ? `(${args.join(',')})` : ''}${arrayBounds ? '[]' : ''}`
}

function tableOf(relation: RangeVar | undefined): string {
  return relation?.relname ?? ''
}

function lastName(node: Node): string {
  if ('List' in node) return lastOf(node.List.items ?? [])
  if ('TypeName' in node) return lastOf(node.TypeName.names ?? [])
  return textOf(node)
}

function lastOf(names: readonly Node[]): string {
  const last = names.at(-1)
  return last ? textOf(last) : ''
}

function textOf(node: Node): string {
  return 'String' in node ? (node.String.sval ?? '') : ''
}
