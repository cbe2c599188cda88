/** A pattern for a name, quoted in any of the four ways or plain. */
export const NAME = '(?:"[^"]+"|`[^`]+`|\\[[^\\]]+\\]|[\\p{L}_][\\p{L}\\p{N}_$]*)'
/** A pattern for a name with those of what holds it; it is a group. */
export const PATH = `(${NAME}(?:\\s*\\.\\s*${NAME})*)`

export function pattern(source: string): RegExp {
  return new RegExp(source, 'iu')
}

/** The names of a path, without quotes. */
export function namesIn(path: string): readonly string[] {
  return [...path.matchAll(new RegExp(NAME, 'gu'))].map(([name]) => unquote(name))
}

/** The name of what a path leads to, without quotes. */
export function lastName(path: string): string {
  return namesIn(path).at(-1) ?? path
}

export function unquote(name: string): string {
  return /^["`[]/.test(name) ? name.slice(1, -1) : name
}
