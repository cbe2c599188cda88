/** Whether a text holds a name that is not part of a longer one: what a parser could find there under that name. */
export function containsWord(text: string, word: string): boolean {
  return countWord(text, word, 1) === 1
}

/** How often it does; counts no further than `enough`. */
export function countWord(text: string, word: string, enough: number): number {
  if (word === '') return enough
  let count = 0
  for (let at = text.indexOf(word); at >= 0 && count < enough; at = text.indexOf(word, at + 1)) {
    if (!isWordCharacter(text.charCodeAt(at - 1)) && !isWordCharacter(text.charCodeAt(at + word.length))) count++
  }
  return count
}

/** ASCII letters, digits, `_` and `$`; beyond the ends of a text the code is NaN. */
function isWordCharacter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 36
  )
}
