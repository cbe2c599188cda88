import { noCase } from 'change-case'
import { findNodeAtLocation, type Node, type ParseError, parse, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { KeyPath } from '../configuration/problem.js'
import { createLineIndex } from '../text/line-index.js'
import type { ConfigurationText } from './configuration-text.js'

/** Reads JSON with comments and trailing commas, or says in which line it is none. */
export function parseJson(text: string): ConfigurationText {
  const errors: ParseError[] = []
  const options = { allowTrailingComma: true }
  const value: unknown = parse(text, errors, options)
  const lineAt = (offset: number) => createLineIndex(text).positionAt(offset).line + 1
  const [error] = errors
  if (error) return { problem: `line ${lineAt(error.offset)}: ${noCase(printParseErrorCode(error.error))}` }
  return {
    value,
    lineOf(at) {
      const node = nearest(parseTree(text, [], options), at)
      return node && lineAt(node.offset)
    },
  }
}

/** The property or item that a path leads to, or the nearest around it. */
function nearest(root: Node | undefined, at: KeyPath): Node | undefined {
  if (!root || at.length === 0) return root
  const node = findNodeAtLocation(root, [...at])
  if (!node) return nearest(root, at.slice(0, -1))
  return node.parent?.type === 'property' ? node.parent : node
}
