import { atEnd, type Cursor, createCursor, fail, lineEnd, skipLineBreak, skipSpaces } from './cursor.js'
import { createTaker, type KnownBlock, type TakeKnownBlock } from './known-blocks.js'
import { isAtKeyword, readBlock } from './scan-block.js'
import { readComment } from './scan-comment.js'
import type { BlockSyntax, SchemaSyntax } from './syntax.js'

/**
 * Reads a file of the Prisma schema language in any state. Takes time linear in the text and throws nothing: a block
 * that is not closed ends where the next one begins, a field half typed has no type, other text is an error.
 *
 * `known`: blocks of an earlier text; what is written as it was is not read again. The result says the same without.
 */
export function scanSchema(text: string, known?: readonly KnownBlock[]): SchemaSyntax {
  const cursor = createCursor(text)
  const take = known && createTaker(known)
  const blocks: BlockSyntax[] = []
  while (!atEnd(cursor)) {
    const block = readTopLevel(cursor, take)
    if (block) blocks.push(block)
  }
  return { text, blocks, comments: cursor.comments, errors: cursor.errors }
}

function readTopLevel(cursor: Cursor, take: TakeKnownBlock | undefined): BlockSyntax | undefined {
  skipSpaces(cursor)
  if (skipLineBreak(cursor)) {
    // Documentation belongs to a block only where no empty line parts the two.
    cursor.documentation = []
    return undefined
  }
  if (readComment(cursor)) {
    skipLineBreak(cursor)
    return undefined
  }
  const known = take?.(cursor)
  if (known) return known
  if (isAtKeyword(cursor)) return readBlock(cursor)
  skipStrayLines(cursor)
  return undefined
}

/** Skips to the next line that begins a block, a comment or a paragraph. */
function skipStrayLines(cursor: Cursor): void {
  const start = cursor.position
  let end = start
  cursor.documentation = []
  while (!atEnd(cursor)) {
    end = lineEnd(cursor.text, cursor.position)
    cursor.position = end
    skipLineBreak(cursor)
    skipSpaces(cursor)
    if (isAtKeyword(cursor) || ENDS_STRAY_TEXT.test(cursor.text[cursor.position] ?? '')) break
  }
  if (end > start) fail(cursor, { start, end }, 'This text belongs to no block.')
}

const ENDS_STRAY_TEXT = /[\r\n/]/
