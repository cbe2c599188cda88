import type { SqlSubject } from '../model/migration.js'
import { lastName, NAME, PATH, pattern } from './names.js'
import { splitStatements } from './split-statements.js'

/** What a script changes, as Prisma writes scripts: each subject once, at its first statement. */
export function subjectsIn(sql: string): readonly SqlSubject[] {
  const statements = splitStatements(sql)
  const remade = new Set(statements.flatMap((statement) => REMADE.exec(statement)?.[1] ?? []))
  const subjects = statements.flatMap((statement) => subjectOf(statement, remade) ?? [])
  return subjects.filter(
    ({ kind, name }, index) => subjects.findIndex((each) => each.kind === kind && each.name === name) === index,
  )
}

const INDEX_ON = pattern(`^CREATE\\s+(?:UNIQUE\\s+)?INDEX\\s+${NAME}\\s+ON\\s+${PATH}`)
const CHANGED = pattern(`^(CREATE|ALTER|DROP)\\s+(TABLE|TYPE|INDEX)\\s+${PATH}`)
// SQLite changes a table by filling a new one and giving that the old name.
const REMADE = /^ALTER TABLE "new_(.+)" RENAME TO "\1"$/
const HELPER = /^(?:PRAGMA|INSERT)\b/i

function subjectOf(statement: string, remade: ReadonlySet<string>): SqlSubject | undefined {
  const renewed = REMADE.exec(statement)?.[1]
  if (renewed !== undefined) return { kind: 'table', name: renewed, change: 'alter' }
  const indexed = INDEX_ON.exec(statement)?.[1]
  if (indexed !== undefined) return { kind: 'table', name: lastName(indexed), change: 'alter' }
  const [, verb = '', noun = '', path] = CHANGED.exec(statement) ?? []
  if (path === undefined) {
    return HELPER.test(statement) ? undefined : { kind: 'other', name: statement.split('\n')[0] ?? '', change: 'alter' }
  }
  const name = lastName(path)
  if (remade.has(name.replace(/^new_/, ''))) return undefined
  return { kind: noun.toLowerCase() as SqlSubject['kind'], name, change: verb.toLowerCase() as SqlSubject['change'] }
}
