import type { Snapshot } from '../analysis/snapshot.js'
import { type ElementRef, refKey } from '../model/element.js'
import type { Column, EnumValue, Schema } from '../model/schema.js'
import type { FileId } from '../text/file-id.js'
import type { Span } from '../text/span.js'
import { replacement, type TextEdit } from '../text/text-edit.js'
import { elementAt } from './element-at.js'
import { mappingEdit } from './rename-mapping.js'
import { type RenamedTypes, renameInTypes } from './rename-types.js'
import { mentionedAt, mentionsIn, schemaAt } from './schema-mentions.js'

/** What can be renamed at a place: a column or an enum's value, wherever in the schema it is named. */
export interface RenameTarget {
  readonly ref: ElementRef
  readonly member: Column | EnumValue
  /** The name under the cursor. */
  readonly span: Span
}

/** The edits of a rename, by file; spans speak of the texts as they are now. */
export interface Renaming {
  readonly schema: ReadonlyMap<FileId, readonly TextEdit[]>
  /** Whether `@map` keeps the database's name, is no longer needed, or need not change. */
  readonly mapping: 'added' | 'removed' | 'unchanged'
  readonly types: RenamedTypes
}

/** A rename, or why there is none in words for the person who asked. */
export type RenameOutcome = { readonly renaming: Renaming } | { readonly refusal: string }

/** Finds what is named at an offset of a schema; undefined elsewhere. */
export function renameTargetAt(snapshot: Snapshot, file: FileId, offset: number): RenameTarget | undefined {
  const schema = schemaAt(snapshot, file)?.schema
  const element = schema && elementAt(snapshot.spansIn(file), offset)
  if (!schema || !element) return undefined
  const mentioned = mentionedAt(snapshot, file, offset)
  const ref = mentioned ?? { file, id: element.id }
  const found = memberAt(schema, ref)
  if (!found) return undefined
  const mention = mentioned && mentionsIn(snapshot, ref).find((each) => each.file === file && isAt(each, offset))
  return { ref, member: found.member, span: mention ?? element.span }
}

/**
 * Renames a column or a value in the schema, where the database keeps the name that it has, and the declarations of the
 * properties or listed values of the same name that stand for it.
 */
export function renameMember(snapshot: Snapshot, target: RenameTarget, to: string): RenameOutcome {
  const { ref, member } = target
  const schema = schemaAt(snapshot, ref.file)?.schema
  const found = schema && memberAt(schema, ref)
  const name = snapshot.spansIn(ref.file).get(ref.id)
  if (!found || !name) return { refusal: `'${member.name}' is not there any more` }
  if (!VALID.test(to))
    return { refusal: `'${to}' is no name: it must be letters, digits and _, beginning with a letter` }
  if (to === member.name) return { renaming: NOTHING }
  const taken = found.siblings.some((sibling) => sibling.name === to)
  if (taken) return { refusal: `'${found.owner}' has a '${to}' already` }
  const { edit, mapping } = mappingEdit(snapshot, ref, member, to)
  const named = [{ file: ref.file, ...name }, ...mentionsIn(snapshot, ref)]
  const schemaEdits = new Map<FileId, TextEdit[]>()
  for (const { file, ...span } of named) {
    schemaEdits.set(file, [...(schemaEdits.get(file) ?? []), replacement(span, to)])
  }
  if (edit) schemaEdits.get(ref.file)?.push(edit)
  return { renaming: { schema: schemaEdits, mapping, types: renameInTypes(snapshot, target, to) } }
}

/** As Prisma has it for columns and values alike. */
const VALID = /^[A-Za-z][A-Za-z0-9_]*$/

const NOTHING: Renaming = { schema: new Map(), mapping: 'unchanged', types: { edits: new Map(), left: [] } }

interface FoundMember {
  readonly owner: string
  readonly member: Column | EnumValue
  readonly siblings: readonly (Column | EnumValue)[]
}

function memberAt({ models, enums }: Schema, ref: ElementRef): FoundMember | undefined {
  const owner = ref.id.slice(0, Math.max(ref.id.indexOf('.'), 0))
  const siblings: readonly (Column | EnumValue)[] = models.get(owner)?.columns ?? enums.get(owner)?.values ?? []
  const member = siblings.find((each) => refKey(each.ref) === refKey(ref))
  return member && { owner, member, siblings }
}

function isAt({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end
}
