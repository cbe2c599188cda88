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
export function topLevelBlocks(source: { readonly text: string }): readonly BlockText[] {
  const found = known.get(source) ?? blocksIn(source.text)
  known.set(source, found)
  return found
}

const known = new WeakMap<{ readonly text: string }, readonly BlockText[]>()

function blocksIn(text: string): readonly BlockText[] {
  if (text.includes('/*')) return scanSchema(text).blocks.map((block) => blockText(block, text))
  const heads = headsIn(text)
  return heads.map(({ kind, name, start }, index) => {
    const next = heads[index + 1]
    return { kind, name, text: text.slice(start, next ? next.start : text.length) }
  })
}

interface Head extends Omit<BlockText, 'text'> {
  readonly start: number
}

/** Braces are few and found at once; a first line is one that ends with its brace. */
function headsIn(text: string): readonly Head[] {
  const heads: Head[] = []
  for (let brace = text.indexOf('{'); brace >= 0; brace = text.indexOf('{', brace + 1)) {
    const line = text.slice(text.lastIndexOf('\n', brace) + 1, brace + 1)
    const [head, kind = '', name = ''] = HEAD.exec(line) ?? []
    if (head !== undefined) heads.push({ kind: kind as BlockKind, name, start: brace + 1 - head.length })
  }
  return heads
}

const HEAD = /^[ \t]*(model|view|type|enum|generator|datasource)[ \t]+([\p{Alphabetic}\p{N}_-]+)[ \t]*\{$/mu

function blockText({ kind, name, start, end }: BlockSyntax, text: string): BlockText {
  return { kind, name: name?.text ?? '', text: text.slice(start, end) }
}
