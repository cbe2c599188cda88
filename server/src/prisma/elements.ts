import { type ElementId, type ElementRef, type ElementSpans, typeIdOf } from '../model/element.js'
import type { SchemaError } from '../model/schema.js'
import type { FileId } from '../text/file-id.js'
import type { Span } from '../text/span.js'
import { scanSchema } from './scan.js'
import type { BlockSyntax, EnumValueSyntax, FieldSyntax } from './syntax.js'

/** The id of a member's whole text: a field or an enum value with its attributes. */
export function lineIdOf(id: ElementId): ElementId {
  return `${id}:line`
}

/** The id of a block's whole text. */
export function blockIdOf(id: ElementId): ElementId {
  return `${id}:block`
}

/** Names the elements of one file, and knows where they stand. */
export interface Elements {
  readonly file: FileId
  /** Worked out block by block, when they are asked for. */
  readonly spans: ElementSpans
  addBlock(block: BlockSyntax, name: string): ElementRef
  fail(at: Span, message: string): void
}

interface SourceFile {
  readonly file: FileId
  readonly text: string
}

/** Starts the elements of a file; what is declared twice is added to `errors`. */
export function createElements({ file, text }: SourceFile, errors: SchemaError[]): Elements {
  const blocks = new Map<ElementId, Span>()
  return {
    file,
    spans: createSpans(text, blocks),
    addBlock(block, name) {
      const id = distinct(name, blocks)
      blocks.set(id, { start: block.start, end: block.end })
      return { file, id }
    },
    fail: ({ start, end }, message) => errors.push({ file, start, end, message }),
  }
}

/** The ids of a block's members, in order: a second member of the same name is `User.email#2`. */
export function memberIdsOf(owner: ElementId, members: readonly (FieldSyntax | EnumValueSyntax)[]): ElementId[] {
  const taken = new Set<ElementId>()
  return members.map(({ name }) => {
    const id = distinct(`${owner}.${name.text}`, taken)
    taken.add(id)
    return id
  })
}

function distinct(wanted: ElementId, taken: { has(id: ElementId): boolean }): ElementId {
  let id = wanted
  for (let count = 2; taken.has(id); count++) id = `${wanted}#${count}`
  return id
}

/** Blocks are scanned again when they are asked about: few ever are, and all of a schema's syntax takes much memory. */
function createSpans(text: string, blocks: ReadonlyMap<ElementId, Span>): ElementSpans {
  const known = new Map<ElementId, Map<ElementId, Span>>()
  const spansOf = (owner: ElementId): Map<ElementId, Span> | undefined => {
    const block = blocks.get(owner)
    const spans = known.get(owner) ?? (block && spansOfBlock(owner, block, text))
    if (spans) known.set(owner, spans)
    return spans
  }
  const all = () => new Map([...blocks.keys()].flatMap((owner) => [...(spansOf(owner) ?? [])]))
  const get = (id: ElementId) => spansOf(ownerOf(id))?.get(id)
  return {
    get,
    has: (id) => get(id) !== undefined,
    get size() {
      return all().size
    },
    keys: () => all().keys(),
    values: () => all().values(),
    entries: () => all().entries(),
    [Symbol.iterator]: () => all()[Symbol.iterator](),
    forEach: (visit) => all().forEach(visit),
  }
}

/** `User` of `User.email:type` and `User:block`. */
function ownerOf(id: ElementId): ElementId {
  const end = id.search(/[.:]/)
  return end < 0 ? id : id.slice(0, end)
}

function spansOfBlock(owner: ElementId, { start, end }: Span, text: string): Map<ElementId, Span> {
  const spans = new Map<ElementId, Span>()
  const add = (id: ElementId, span: Span) => spans.set(id, { start: start + span.start, end: start + span.end })
  const [block] = scanSchema(text.slice(start, end)).blocks
  if (!block) return spans
  if (block.name) add(owner, block.name)
  add(blockIdOf(owner), block)
  const members: readonly (FieldSyntax | EnumValueSyntax)[] = block.kind === 'enum' ? block.values : block.fields
  const ids = memberIdsOf(owner, members)
  for (const [index, member] of members.entries()) {
    const id = ids[index] ?? owner
    add(id, member.name)
    add(lineIdOf(id), member)
    if ('type' in member && member.type) add(typeIdOf(id), member.type)
  }
  return spans
}
