import type { Snapshot } from '../analysis/snapshot.js'
import { type ElementRef, refKey } from '../model/element.js'
import type { Intent } from '../model/intent.js'
import type { FileId } from '../text/file-id.js'
import { groupBy } from '../text/group-by.js'
import type { TextEdit } from '../text/text-edit.js'
import { renderIntents } from '../typescript/render-intents.js'
import { type Counterparts, firmCounterpartsOf } from './counterparts.js'
import type { RenameTarget } from './rename.js'

/** What a rename comes to in TypeScript. */
export interface RenamedTypes {
  readonly edits: ReadonlyMap<FileId, readonly TextEdit[]>
  /** Declarations that could not be renamed, and why, a sentence each. */
  readonly left: readonly string[]
}

/** Renames the declarations that have the old name and stand for the member that is renamed, and for no other. */
export function renameInTypes(snapshot: Snapshot, { ref, member }: RenameTarget, to: string): RenamedTypes {
  const across = firmCounterpartsOf(snapshot, ref)
  const own = across.filter((each) => nameOf(each) === member.name && standsForOne(snapshot, each))
  const intents = [
    ...new Map(own.flatMap((each) => intentFor(each, to)).map((each) => [refKey(each.at), each])).values(),
  ]
  const rendered = [...groupBy(intents, ({ at }) => at.file)].map(([file, wanted]) => ({
    file,
    ...renderIntents(file, snapshot.textOf(file) ?? '', wanted),
  }))
  return {
    edits: new Map(rendered.filter(({ edits }) => edits.length > 0).map(({ file, edits }) => [file, edits])),
    left: rendered.flatMap(({ problems }) =>
      problems.map(({ intent, reason }) => `'${intent.at.id}' in ${intent.at.file} was not renamed: ${reason}`),
    ),
  }
}

/** The name that a declaration has in TypeScript. */
function nameOf(each: Counterparts): string | undefined {
  if (each.kind === 'field') return each.field.property.name
  return each.kind === 'value' ? each.written : undefined
}

/** What is inherited by types of several models is the name of columns that stay. */
function standsForOne(snapshot: Snapshot, { type, schema }: Counterparts): boolean {
  return firmCounterpartsOf(snapshot, type).every((other) => other.kind === 'type' || isSame(other.schema, schema))
}

function intentFor(each: Counterparts, to: string): readonly Intent[] {
  if (each.kind === 'field') return [{ kind: 'renameMember', at: each.type, to }]
  return each.kind === 'value' ? [{ kind: 'renameValue', at: each.pair.at, from: each.written, to }] : []
}

function isSame(a: ElementRef, b: ElementRef): boolean {
  return refKey(a) === refKey(b)
}
