import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser'
import { createLineIndex } from '../text/line-index.js'

/** Reads JSON with comments and trailing commas, or says in which line it is none. */
export function parseJson(text: string): { readonly value: unknown } | { readonly problem: string } {
  const errors: ParseError[] = []
  const value: unknown = parse(text, errors, { allowTrailingComma: true })
  const [error] = errors
  if (!error) return { value }
  const { line } = createLineIndex(text).positionAt(error.offset)
  return { problem: `line ${line + 1}: ${printParseErrorCode(error.error)}` }
}
