import type { SchemaFacts } from '../analysis/schemas.js'
import type { Snapshot } from '../analysis/snapshot.js'
import { type ElementRef, refKey } from '../model/element.js'
import type { Schema } from '../model/schema.js'
import type { LoweredSchema } from '../prisma/lower.js'
import { type Mention, mentionsOf } from '../prisma/mentions.js'
import { scanSchema } from '../prisma/scan.js'
import type { FileId } from '../text/file-id.js'
import { groupBy } from '../text/group-by.js'
import type { Span } from '../text/span.js'

/** A place in a schema where an attribute names a column or a value. */
export interface PlacedMention extends Span {
  readonly file: FileId
}

/** Where the attributes of a schema name a column or a value. */
export function mentionsIn(snapshot: Snapshot, ref: ElementRef): readonly PlacedMention[] {
  const facts = schemaAt(snapshot, ref.file)
  return (facts && indexOf(snapshot, facts).byTarget.get(refKey(ref))) ?? []
}

/** The column or value that an attribute names at an offset. */
export function mentionedAt(snapshot: Snapshot, file: FileId, offset: number): ElementRef | undefined {
  const facts = schemaAt(snapshot, file)
  const mentions = (facts && indexOf(snapshot, facts).byFile.get(file)) ?? []
  return mentions.find(({ start, end }) => start <= offset && offset <= end)?.target
}

/** The schema that a file belongs to. */
export function schemaAt(snapshot: Snapshot, file: FileId): SchemaFacts | undefined {
  return snapshot.schemas().find(({ schema }) => schema.files.includes(file))
}

interface Resolved extends PlacedMention {
  readonly target: ElementRef
}

interface Index {
  readonly byTarget: ReadonlyMap<string, readonly Resolved[]>
  readonly byFile: ReadonlyMap<FileId, readonly Resolved[]>
}

const known = new WeakMap<LoweredSchema, Index>()

function indexOf(snapshot: Snapshot, { lowered, schema }: SchemaFacts): Index {
  const before = known.get(lowered)
  if (before) return before
  const typeOf = (owner: string, column: string) =>
    schema.models.get(owner)?.columns.find(({ name }) => name === column)?.type
  const all = schema.files.flatMap((file) =>
    mentionsOf(scanSchema(snapshot.textOf(file) ?? ''), typeOf).flatMap((mention) => {
      const target = memberNamed(schema, mention)
      return target ? [{ file, start: mention.start, end: mention.end, target }] : []
    }),
  )
  const index = {
    byTarget: groupBy(all, ({ target }) => refKey(target)),
    byFile: groupBy(all, ({ file }) => file),
  }
  known.set(lowered, index)
  return index
}

function memberNamed({ models, enums }: Schema, { owner, name }: Mention): ElementRef | undefined {
  const members = models.get(owner)?.columns ?? enums.get(owner)?.values ?? []
  return members.find((member) => member.name === name)?.ref
}
