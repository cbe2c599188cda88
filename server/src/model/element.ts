import type { FileId } from '../text/file-id.js'
import type { Span } from '../text/span.js'

/**
 * Names a declaration or member within its file without saying where it stands, so that a comment typed above it
 * changes nothing: `User`, `User.email`, `User.owner.name` (inline objects), `Role.ADMIN`. The type of a property or
 * column is `User.email:type`. A second declaration of the same name in one file is `User#2`.
 */
export type ElementId = string

/** An element anywhere in the workspace. */
export interface ElementRef {
  readonly file: FileId
  readonly id: ElementId
}

/** The side table of one file: where its elements stand. Looked up only when a finding is shown. */
export type ElementSpans = ReadonlyMap<ElementId, Span>

/** The id of the type written for a property or column. */
export function typeIdOf(id: ElementId): ElementId {
  return `${id}:type`
}

/** A key for maps: equal for references to the same element. */
export function refKey({ file, id }: ElementRef): string {
  return `${file}\n${id}`
}
