/**
 * Splits SQL into its statements, without comments and empty ones. Semicolons in quotes, in PostgreSQL's `$$ … $$` and
 * in parentheses part nothing. An unclosed quote ends with the text.
 */
export function splitStatements(sql: string): readonly string[] {
  return splitAt(withoutComments(sql), ';')
}

/** Splits at a separator that stands outside of quotes and parentheses; parts are trimmed, empty ones left out. */
export function splitAt(text: string, separator: ';' | ','): readonly string[] {
  const parts: string[] = []
  let start = 0
  let depth = 0
  for (const match of text.matchAll(TOKEN)) {
    const token = match[0]
    if (token === '(') depth++
    else if (token === ')') depth = Math.max(0, depth - 1)
    else if (token === separator && depth === 0) {
      parts.push(text.slice(start, match.index))
      start = match.index + 1
    }
  }
  parts.push(text.slice(start))
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

const QUOTED = /'(?:[^']|'')*(?:'|$)|"[^"]*(?:"|$)|`[^`]*(?:`|$)|\[[^\]\n]*\]|\$(\w*)\$[\s\S]*?(?:\$\1\$|$)/
const TOKEN = new RegExp(`${QUOTED.source}|[(),;]`, 'g')
const COMMENT = new RegExp(`${QUOTED.source}|--[^\\n]*|/\\*[\\s\\S]*?(?:\\*/|$)`, 'g')

function withoutComments(sql: string): string {
  return sql.replace(COMMENT, (found) => (found.startsWith('--') || found.startsWith('/*') ? ' ' : found))
}
