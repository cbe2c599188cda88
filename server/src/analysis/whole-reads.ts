import { createNamedFamily } from '../query/query.js'
import type { FileId } from '../text/file-id.js'
import { delegateOf } from './delegates.js'
import type { Texts } from './texts.js'

export interface WholeReadsInput {
  readonly texts: Texts
  /** Whether a file's reads count. */
  readonly isReader: (file: FileId) => boolean
}

/**
 * Whether whatever reads records of a model to show them reads all their columns: there are such calls, and none has an
 * `omit`, a `select` of more columns than a check needs, or arguments that do not stand there. Told by the texts alone.
 */
export function createWholeReads({ texts, isReader }: WholeReadsInput): (model: string) => boolean {
  const reads = texts.scan((delegate) => {
    const call = new RegExp(`\\.\\s*${delegate}\\s*\\??\\.\\s*find(?:Many|Unique|First)(?:OrThrow)?\\s*\\(`, 'g')
    return { names: [delegate], ask: (text) => readsIn(text, call) }
  })
  return createNamedFamily((model) => {
    const found = [...reads(delegateOf(model))].filter(([file]) => isReader(file))
    return found.length > 0 && found.every(([, whole]) => whole)
  })
}

/** Whether all calls in a text are whole; undefined where it has none. */
function readsIn(text: string, call: RegExp): boolean | undefined {
  const starts = [...text.matchAll(call)].map(({ index, 0: matched }) => index + matched.length)
  return starts.length === 0 ? undefined : starts.every((start) => isWhole(text, start))
}

/** Strings and comments, brackets, and what narrows a read or may do so. */
const PART =
  /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`|\/\/.*|\/\*[\s\S]*?\*\/|[([{}\])]|\.\.\.|\b(?:select|omit)\b/g

/** Whether the arguments from an index on are none, or an object that names no columns to read. */
function isWhole(text: string, start: number): boolean {
  if (!/^\s*[{)]/.test(text.slice(start, start + LONGEST_GAP))) return false
  const part = new RegExp(PART)
  part.lastIndex = start
  let depth = 0
  for (let found = part.exec(text); found; found = part.exec(text)) {
    const [word] = found
    if ('([{'.includes(word)) depth++
    else if (')]}'.includes(word)) depth--
    else if (depth === 1 && NARROWING.has(word) && !isCheck(text.slice(found.index))) return false
    if (depth < 0) return true
  }
  return false
}

const LONGEST_GAP = 200

const NARROWING = new Set(['...', 'select', 'omit'])

/** `select: { id: true, ownerId: true }`: too little to be shown. */
function isCheck(text: string): boolean {
  const [, columns = ''] = /^select\s*:\s*\{([^{}]*)\}/.exec(text) ?? []
  const count = columns.split(',').filter((column) => column.trim() !== '').length
  return count > 0 && count <= 3
}
