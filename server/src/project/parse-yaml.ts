import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { KeyPath } from '../configuration/problem.js'
import type { ConfigurationText } from './configuration-text.js'

/** Reads YAML, or says in which line it is none. A file of comments alone says nothing. */
export function parseYaml(text: string): ConfigurationText {
  const lines = new LineCounter()
  const document: Document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' })
  const lineAt = (offset: number) => lines.linePos(offset).line
  const [error] = document.errors
  if (error) return { problem: `line ${lineAt(error.pos[0])}: ${error.message}` }
  const offsetOf = (at: KeyPath) => {
    let node: unknown = document.contents
    let offset = (document.contents as Node | null)?.range?.[0] ?? 0
    for (const step of at) {
      const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && String(key.value) === step) : undefined
      const next: unknown = pair ? pair.value : isSeq(node) ? node.items[Number(step)] : undefined
      offset = ((pair ? pair.key : next) as Node | undefined)?.range?.[0] ?? offset
      node = next
    }
    return offset
  }
  try {
    return { value: document.toJS() ?? {}, lineOf: (at) => lineAt(offsetOf(at)) }
  } catch (reason) {
    return { problem: reason instanceof Error ? reason.message : String(reason) }
  }
}
