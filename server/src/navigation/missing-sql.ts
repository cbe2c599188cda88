import type { Snapshot } from '../analysis/snapshot.js'
import type { MissingSql } from '../model/migration.js'
import type { FileId } from '../text/file-id.js'
import { elementAt } from './element-at.js'
import type { Hover } from './hover.js'
import { code } from './markdown.js'

/** The migrations that are missing, each with the schema that lacks it. */
export function missingMigrations(snapshot: Snapshot): readonly (MissingSql & { readonly schema: FileId })[] {
  return snapshot.schemas().flatMap(({ schema, migrations }) => {
    const { missing } = migrations()
    return missing ? [{ ...missing, schema: schema.files[0] ?? '' }] : []
  })
}

/** A hover shows this much; the rest is in a document. */
const MOST_LINES = 40

/** On the name of a model or enum that a missing migration changes: its SQL. */
export function missingSqlAt(snapshot: Snapshot, file: FileId, offset: number): Hover | undefined {
  const element = elementAt(snapshot.spansIn(file), offset)
  if (!element) return undefined
  for (const { schema, migrations } of snapshot.schemas()) {
    const { missing } = migrations()
    const declared = [...schema.models.values(), ...schema.enums.values()]
    const block = declared.find(({ ref }) => ref.file === file && ref.id === element.id)
    const isChanged = block && missing?.subjects.some(({ name }) => name === block.databaseName)
    if (!isChanged || !missing) continue
    const lines = missing.sql.trimEnd().split('\n')
    const rest = lines.length > MOST_LINES ? [`-- and ${lines.length - MOST_LINES} more lines`] : []
    const sql = [...lines.slice(0, MOST_LINES), ...rest].join('\n')
    return { markdown: `The migration that is missing:\n\n${code('sql', sql)}`, span: element.span }
  }
  return undefined
}
