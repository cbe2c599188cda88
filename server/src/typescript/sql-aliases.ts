const STATEMENT = /\bselect\b|\breturning\b/i

const ALIAS = /\bas\s+(?:"([^"\s]+)"|`([^`\s]+)`|'([^'\s]+)'|\[([^\]\s]+)\]|([A-Za-z_]\w*))/gi

/** The names that SQL text gives to what it selects: `AS "name"`, `AS name`. Empty for text that selects nothing. */
export function sqlAliases(text: string): readonly string[] {
  if (text.length < 12 || !STATEMENT.test(text)) return []
  return [...text.matchAll(ALIAS)].map((match) => match.slice(1).find((name) => name !== undefined) ?? '')
}
