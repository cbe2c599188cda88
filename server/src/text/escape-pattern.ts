/** A text as a regular expression that matches just that text. */
export function escapePattern(text: string): string {
  return text.replace(/\W/g, '\\$&')
}
