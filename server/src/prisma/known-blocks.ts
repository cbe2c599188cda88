import type { Span } from '../text/span.js'
import { type Cursor, createCursor, readName, skipSpaces } from './cursor.js'
import { readBlock } from './scan-block.js'
import { commentAt, takeDocumentation } from './scan-comment.js'
import type { BlockKind, BlockSyntax, CommentSyntax, NameSyntax, SchemaSyntax } from './syntax.js'

/**
 * A block of an earlier text that was read without an error, apart from its members. Reading it has looked at nothing
 * but its own text, so a block that is written the same means the same, wherever it stands.
 */
export interface KnownBlock {
  readonly text: string
  readonly kind: BlockKind
  /** Counted from the block's start. */
  readonly name: Span
  /** Those inside of it, counted likewise. */
  readonly comments: readonly Omit<CommentSyntax, 'text'>[]
}

/** What can be known again of a text, in its order. */
export function knownBlocksOf({ blocks, comments }: SchemaSyntax): readonly KnownBlock[] {
  const known: KnownBlock[] = []
  for (const block of blocks) {
    if (block instanceof UnreadBlock) known.push(block.known)
    else if (block.intact && block.name) known.push(knownOf(block, block.name, comments))
  }
  return known
}

function knownOf({ start, end, text, kind }: BlockSyntax, name: NameSyntax, all: readonly CommentSyntax[]): KnownBlock {
  const inside = all.filter((comment) => comment.start >= start && comment.end <= end)
  const comments = inside.map((comment) => {
    return { kind: comment.kind, start: comment.start - start, end: comment.end - start }
  })
  return { text, kind, name: { start: name.start - start, end: name.end - start }, comments }
}

/** Moves past the block at the cursor if it is known; its members are not read. */
export type TakeKnownBlock = (cursor: Cursor) => BlockSyntax | undefined

/** Looks for the blocks in their order first, as most of a text is where it was. */
export function createTaker(known: readonly KnownBlock[]): TakeKnownBlock {
  let next = 0
  let byName: ReadonlyMap<string, number> | undefined
  const take = (cursor: Cursor, index: number) => {
    const block = known[index]
    if (!block || !isWrittenAt(cursor, block)) return undefined
    next = index + 1
    return place(cursor, block)
  }
  return (cursor) => {
    const expected = take(cursor, next)
    if (expected) return expected
    byName ??= new Map(known.map((block, index) => [nameOf(block), index]))
    const index = byName.get(nameAhead(cursor))
    if (index === undefined) return undefined
    next = index + 1
    return take(cursor, index)
  }
}

function isWrittenAt({ text, position }: Cursor, block: KnownBlock): boolean {
  return text.slice(position, position + block.text.length) === block.text
}

function place(cursor: Cursor, known: KnownBlock): BlockSyntax {
  const { text, position: start } = cursor
  for (const { kind, ...span } of known.comments) {
    cursor.comments.push(commentAt(text, { kind, start: start + span.start, end: start + span.end }))
  }
  cursor.position += known.text.length
  return new UnreadBlock(known, { text, start, documentation: takeDocumentation(cursor) })
}

function nameOf({ text, name }: KnownBlock): string {
  return text.slice(name.start, name.end)
}

/** The name of the block whose keyword is next. */
function nameAhead(cursor: Cursor): string {
  const { position } = cursor
  readName(cursor)
  skipSpaces(cursor)
  const name = readName(cursor)
  cursor.position = position
  return name?.text ?? ''
}

interface Place {
  /** The whole file. */
  readonly text: string
  readonly start: number
  readonly documentation: string | undefined
}

/** A block whose members are read when somebody asks for them. */
class UnreadBlock implements BlockSyntax {
  readonly known: KnownBlock
  readonly start: number
  readonly documentation: string | undefined
  readonly intact = true
  private readonly file: string
  private block: BlockSyntax | undefined

  constructor(known: KnownBlock, { text, start, documentation }: Place) {
    this.known = known
    this.file = text
    this.start = start
    this.documentation = documentation
  }

  get end() {
    return this.start + this.known.text.length
  }

  get text() {
    return this.known.text
  }

  get kind() {
    return this.known.kind
  }

  get name() {
    const { start, end } = this.known.name
    return { start: this.start + start, end: this.start + end, text: nameOf(this.known) }
  }

  get fields() {
    return this.read().fields
  }

  get values() {
    return this.read().values
  }

  get properties() {
    return this.read().properties
  }

  get attributes() {
    return this.read().attributes
  }

  private read(): BlockSyntax {
    this.block ??= readBlock(createCursor(this.file, this.start))
    return this.block
  }
}
