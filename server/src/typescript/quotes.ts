/** A string as source text, in the quotes that `like` has; in single ones where that is no quoted text. */
export function quoted(value: string, like: string): string {
  const quote = /^["'`]/.exec(like)?.[0] ?? "'"
  const escaped = value.replace(/[\\\n\r\u2028\u2029]/g, (character) => JSON.stringify(character).slice(1, -1))
  return quote + escaped.replaceAll(quote, `\\${quote}`) + quote
}

/** The quotes that most strings of a text stand in. */
export function usualQuote(text: string): string {
  const double = text.match(/"(?:[^"\\\n\r]|\\.)*"/g)?.length ?? 0
  const single = text.match(/'(?:[^'\\\n\r]|\\.)*'/g)?.length ?? 0
  return double > single ? '"' : "'"
}

/** The semicolon that the lines of a text end with; empty where none does. */
export function usualEnd(text: string): ';' | '' {
  return /;[^\S\r\n]*$/m.test(text) ? ';' : ''
}

/** A property's name as source text: in quotes where it is no identifier. */
export function memberText(name: string, quote: string): string {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? name : quoted(name, quote)
}
