import { type ElementId, type ElementRef, typeIdOf } from '../model/element.js'
import type { SchemaError } from '../model/schema.js'
import type { FileId } from '../text/file-id.js'
import type { Span } from '../text/span.js'
import type { BlockSyntax, EnumValueSyntax, FieldSyntax } from './syntax.js'

/** The id of a member's whole text: a field or an enum value with its attributes. */
export function lineIdOf(id: ElementId): ElementId {
  return `${id}:line`
}

/** The id of a block's whole text. */
export function blockIdOf(id: ElementId): ElementId {
  return `${id}:block`
}

/** Names the elements of one file and notes where they stand. */
export interface Elements {
  readonly file: FileId
  readonly spans: ReadonlyMap<ElementId, Span>
  addBlock(block: BlockSyntax, name: Span & { readonly text: string }): ElementRef
  addMember(owner: ElementRef, member: FieldSyntax | EnumValueSyntax): ElementRef
  fail(at: Span, message: string): void
}

/** Starts the side table of a file; what is declared twice is added to `errors`. */
export function createElements(file: FileId, errors: SchemaError[]): Elements {
  const spans = new Map<ElementId, Span>()
  const counts = new Map<ElementId, number>()
  const nextId = (name: ElementId): ElementId => {
    const count = (counts.get(name) ?? 1) + 1
    counts.set(name, count)
    return `${name}#${count}`
  }
  const add = (name: ElementId, { start, end }: Span): ElementRef => {
    const id = spans.has(name) ? nextId(name) : name
    spans.set(id, { start, end })
    return { file, id }
  }
  return {
    file,
    spans,
    addBlock(block, name) {
      const ref = add(name.text, name)
      spans.set(blockIdOf(ref.id), { start: block.start, end: block.end })
      return ref
    },
    addMember(owner, member) {
      const ref = add(`${owner.id}.${member.name.text}`, member.name)
      spans.set(lineIdOf(ref.id), { start: member.start, end: member.end })
      const type = 'type' in member ? member.type : undefined
      if (type) spans.set(typeIdOf(ref.id), { start: type.start, end: type.end })
      return ref
    },
    fail: ({ start, end }, message) => errors.push({ file, start, end, message }),
  }
}
