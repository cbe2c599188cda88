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
  if (mayHoldBlockComment(text)) return scanSchema(text).blocks.map((block) => blockText(block, text))
  const heads = headsIn(text)
  return heads.map(({ kind, name, start }, index) => {
    const next = heads[index + 1]
    return { kind, name, text: text.slice(start, next ? next.start : text.length) }
  })
}

/** Whether a comment over several lines may begin in a text. Asterisks are fewer than slashes. */
export function mayHoldBlockComment(text: string): boolean {
  for (let at = text.indexOf('*'); at >= 0; at = text.indexOf('*', at + 1)) if (text[at - 1] === '/') return true
  return false
}

interface Head extends Omit<BlockText, 'text'> {
  readonly start: number
}

/** Braces are few and found at once; a first line is one that ends with its brace. */
function headsIn(text: string): readonly Head[] {
  const heads: Head[] = []
  for (let brace = text.indexOf('{'); brace >= 0; brace = text.indexOf('{', brace + 1)) {
    const head = headAt(text, brace)
    if (head) heads.push(head)
  }
  return heads
}

function headAt(text: string, brace: number): Head | undefined {
  const line = text.slice(text.lastIndexOf('\n', brace) + 1, brace + 1)
  const [head, kind = '', name = ''] = HEAD.exec(line) ?? []
  return head === undefined ? undefined : { kind: kind as BlockKind, name, start: brace + 1 - head.length }
}

/** The start of the last block whose first line ends before an offset; 0 where there is none. */
export function blockStartBefore(text: string, offset: number): number {
  for (let brace = text.lastIndexOf('{', offset - 1); brace >= 0; brace = text.lastIndexOf('{', brace - 1)) {
    const head = headAt(text, brace)
    if (head) return head.start
    if (brace === 0) break
  }
  return 0
}

/** The start of the first block that begins at an offset or behind it; the end of the text where there is none. */
export function blockStartFrom(text: string, offset: number): number {
  for (let brace = text.indexOf('{', offset); brace >= 0; brace = text.indexOf('{', brace + 1)) {
    const head = headAt(text, brace)
    if (head && head.start >= offset) return head.start
  }
  return text.length
}

/** The first block of a kind in a text without block comments. */
export function blockOf(text: string, kind: BlockKind): BlockText | undefined {
  for (let at = text.indexOf(kind); at >= 0; at = text.indexOf(kind, at + 1)) {
    const head = headAt(text, text.indexOf('{', at))
    if (head?.kind === kind) {
      return { kind, name: head.name, text: text.slice(head.start, blockStartFrom(text, at + kind.length)) }
    }
  }
  return undefined
}

const HEAD = /^[ \t]*(model|view|type|enum|generator|datasource)[ \t]+([\p{Alphabetic}\p{N}_-]+)[ \t]*\{$/mu

function blockText({ kind, name, start, end }: BlockSyntax, text: string): BlockText {
  return { kind, name: name?.text ?? '', text: text.slice(start, end) }
}
