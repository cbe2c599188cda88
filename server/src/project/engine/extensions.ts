/** The extensions of PostgreSQL that a script asks for, but for the one that is always there. */
export function extensionsIn(sql: string): readonly string[] {
  const bare = sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, ' ')
  const named = [...bare.matchAll(CREATE)].map(([, quoted, plain = '']) => quoted ?? plain.toLowerCase())
  return [...new Set(named)].filter((name) => name !== 'plpgsql')
}

const CREATE = /\bCREATE\s+EXTENSION\s+(?:IF\s+NOT\s+EXISTS\s+)?(?:"([^"]+)"|(\w+))/gi
