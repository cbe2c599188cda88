import type { SchemaFacts } from '../../analysis/schemas.js'
import type { Snapshot } from '../../analysis/snapshot.js'
import type { SchemaError } from '../../model/schema.js'
import { maskAddresses } from '../../project/mask-secrets.js'
import type { FileId } from '../../text/file-id.js'
import type { LineIndex } from '../../text/line-index.js'
import type { Range } from '../../text/span.js'
import { count, type Detail } from './report.js'

/** An error of a schema as it may be shown. */
export interface ShownError {
  readonly file: FileId
  readonly range: Range
  /** Without what stands behind the `://` of an address. */
  readonly message: string
  /** Whether its lines may be quoted: those of a datasource can hold a password. */
  readonly quotable: boolean
}

/** The errors of a schema, with nothing in them that is secret. */
export function shownErrors(snapshot: Snapshot, schema: SchemaFacts): readonly ShownError[] {
  return snapshot.schemaErrors(schema).map((error) => {
    const { file, start, end } = error
    const lines = snapshot.lineIndexOf(file)
    const range = lines.rangeOf({ start, end })
    return { file, range, message: messageOf(error, schema), quotable: isQuotable(lines, range.start.line) }
  })
}

/** The errors that a report for a person shows: the first of each schema where not all are asked for. */
export function firstErrors(snapshot: Snapshot, detail: Detail): FirstErrors {
  const each = snapshot.schemas().map((schema) => shownErrors(snapshot, schema))
  const most = detail === 'all' ? Number.POSITIVE_INFINITY : MOST_ERRORS
  return {
    shown: each.flatMap((errors) => errors.slice(0, most)),
    more: each.flatMap((errors) => {
      const { file } = errors[most] ?? {}
      return file === undefined ? [] : [`${count(errors.length - most, 'more error')} in the schema of ${file}`]
    }),
  }
}

export interface FirstErrors {
  readonly shown: readonly ShownError[]
  /** A line for each schema that has more. */
  readonly more: readonly string[]
}

/** A file that is broken throughout has one cause, which the first few show. */
const MOST_ERRORS = 10

/** Prisma says of a name that is declared twice only where the second stands; what is known of the first is added. */
function messageOf({ file, start, message }: SchemaError, { lowered }: SchemaFacts): string {
  const own = lowered.errors.find((error) => error.file === file && error.start === start)
  const isClash = /\balready (exists|defined)\b/.test(message) && own !== undefined && own.message !== message
  return maskAddresses(isClash ? `${message} ${own.message}` : message)
}

/** Whether a line is in a block that holds no secrets. A block need not be closed, and its keyword may be mistyped. */
function isQuotable(lines: LineIndex, line: number): boolean {
  if (/:\/\/|url\b/i.test(lines.lineText(line))) return false
  for (let above = line; above >= 0; above--) {
    const [, keyword] = /^\s*(\w+)(?:\s+\w+)?\s*\{/.exec(lines.lineText(above)) ?? []
    if (keyword !== undefined) return HARMLESS.has(keyword)
  }
  return false
}

const HARMLESS: ReadonlySet<string> = new Set(['model', 'view', 'type', 'enum', 'generator'])
