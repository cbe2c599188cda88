import { scanSchema } from './scan.js'
import type { BlockKind, BlockSyntax } from './syntax.js'

/** A block as it is written, with whatever stands between it and the next. */
export interface BlockText {
  readonly kind: BlockKind
  readonly name: string
  readonly text: string
}

/**
 * The blocks of a schema's text, by where their first lines are: many times faster than to read them, and right for
 * texts in any state. Block comments can hold such lines, so texts with any are read.
 */
export function topLevelBlocks(text: string): readonly BlockText[] {
  if (text.includes('/*')) return scanSchema(text).blocks.map((block) => blockText(block, text))
  const heads = [...text.matchAll(HEAD)]
  return heads.map((head, index) => {
    const [, kind = '', name = ''] = head
    return { kind: kind as BlockKind, name, text: text.slice(head.index, heads[index + 1]?.index ?? text.length) }
  })
}

const HEAD = /^[ \t]*(model|view|type|enum|generator|datasource)[ \t]+([\p{Alphabetic}\p{N}_-]+)[ \t]*\{/gmu

function blockText({ kind, name, start, end }: BlockSyntax, text: string): BlockText {
  return { kind, name: name?.text ?? '', text: text.slice(start, end) }
}
