/** Text as it is, whatever markdown would make of it. */
export function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/\s*[\r\n]+\s*/g, ' ')
}

/** A block of code. */
export function code(language: string, text: string): string {
  const fence = text.includes('```') ? '````' : '```'
  return text === '' ? '' : `${fence}${language}\n${text}\n${fence}`
}

/** A name or a short piece of code within a sentence. */
export function inline(text: string): string {
  return text.includes('`') ? plain(text) : `\`${text}\``
}
