import type { Span } from '../text/span.js'
import { type Cursor, createCursor, readName, skipSpaces } from './cursor.js'
import { readBlock } from './scan-block.js'
import { commentAt, takeDocumentation } from './scan-comment.js'
import type { BlockKind, BlockSyntax, CommentSyntax, NameSyntax, SchemaSyntax } from './syntax.js'

/**
 * The blocks of an earlier text, by name, that were read without an error. Reading such a block looks at nothing but its
 * own text, so one that is written as it was is read as it was, wherever it stands now. Of the strings in here only the
 * blocks' texts are kept, each of the text that was read last: a part of a string keeps the whole.
 */
export type KnownBlocks = ReadonlyMap<string, KnownBlock>

interface KnownBlock {
  readonly text: string
  readonly kind: BlockKind
  /** Counted from the block's start. */
  readonly name: Span
  /** Those inside of it, counted likewise. */
  readonly comments: readonly Omit<CommentSyntax, 'text'>[]
}

/** What can be known again of a text. Holds nothing of its members. */
export function knownBlocksOf({ text, blocks, comments }: SchemaSyntax): KnownBlocks {
  const known = new Map<string, KnownBlock>()
  let from = 0
  for (const { start, end, kind, name, intact } of blocks) {
    while ((comments[from]?.start ?? end) < start) from++
    const first = from
    while ((comments[from]?.start ?? end) < end) from++
    if (!intact || !name) continue
    known.set(name.text, {
      text: text.slice(start, end),
      kind,
      name: { start: name.start - start, end: name.end - start },
      comments: comments.slice(first, from).map((each) => {
        return { kind: each.kind, start: each.start - start, end: each.end - start }
      }),
    })
  }
  return known
}

/** Moves past the block at the cursor, which stands at its keyword, if it is known; its members are not read. */
export function takeKnownBlock(cursor: Cursor, known: KnownBlocks): BlockSyntax | undefined {
  const { text, position: start } = cursor
  const block = known.get(nameAhead(cursor))
  const end = start + (block?.text.length ?? 0)
  if (!block || text.slice(start, end) !== block.text) return undefined
  for (const each of block.comments) {
    cursor.comments.push(commentAt(text, { kind: each.kind, start: start + each.start, end: start + each.end }))
  }
  cursor.position = end
  return new UnreadBlock({ text, start, end, documentation: takeDocumentation(cursor), block })
}

function nameAhead(cursor: Cursor): string {
  const { position } = cursor
  readName(cursor)
  skipSpaces(cursor)
  const name = readName(cursor)
  cursor.position = position
  return name?.text ?? ''
}

interface Unread {
  /** The whole file. */
  readonly text: string
  readonly start: number
  readonly end: number
  readonly documentation: string | undefined
  readonly block: KnownBlock
}

/** A block whose members are read when somebody asks for them. */
class UnreadBlock implements BlockSyntax {
  readonly start: number
  readonly end: number
  readonly kind: BlockKind
  readonly name: NameSyntax
  readonly documentation: string | undefined
  readonly intact = true
  private readonly text: string
  private block: BlockSyntax | undefined

  constructor({ text, start, end, documentation, block }: Unread) {
    this.text = text
    this.start = start
    this.end = end
    this.kind = block.kind
    const name = { start: start + block.name.start, end: start + block.name.end }
    this.name = { ...name, text: text.slice(name.start, name.end) }
    this.documentation = documentation
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
    this.block ??= readBlock(createCursor(this.text, this.start))
    return this.block
  }
}
