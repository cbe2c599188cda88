import { split } from 'change-case'
import pluralize from 'pluralize'

/** The words of an identifier in lower case: `POSSaleItem` is `pos sale item`, `created_at` is `created at`. */
export function wordsOf(name: string): readonly string[] {
  return remember(words, name, () => plainWords(name) ?? split(name).map((word) => word.toLowerCase()))
}

/** The words that `split` finds, in a fraction of the time; undefined for a name that is not plain ASCII. */
function plainWords(name: string): readonly string[] | undefined {
  const found: string[] = []
  let start = -1
  for (let at = 0; at <= name.length; at++) {
    const code = name.charCodeAt(at)
    if (code > 127) return undefined
    const ends = !isLower(code) && !isUpper(code)
    if (start >= 0 && (ends || isBoundary(name, at))) {
      found.push(name.slice(start, at).toLowerCase())
      start = -1
    }
    if (start < 0 && !ends) start = at
  }
  return found
}

/** Before a capital behind something else, and before the last of several capitals: `camel|Case`, `POS|Sale`. */
function isBoundary(name: string, at: number): boolean {
  if (!isUpper(name.charCodeAt(at))) return false
  const next = name.charCodeAt(at + 1)
  return isLower(name.charCodeAt(at - 1)) || (next >= 97 && next <= 122)
}

/** Small letters and digits. */
function isLower(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57)
}

function isUpper(code: number): boolean {
  return code >= 65 && code <= 90
}

/** A word's singular: `companies` is `company`. Words of up to three letters are left alone (`gas`, `pos`, `sms`). */
export function singular(word: string): string {
  return remember(singulars, word, () => (word.length <= 3 ? word : pluralize.singular(word)))
}

/** The words of a name as they are compared: lower case, each in the singular. */
export function stemsOf(name: string): readonly string[] {
  return remember(stems, name, () => wordsOf(name).map(singular))
}

/** A name without case, separators and the plural of its last word: equal keys count as the same name. */
export function nameKey(words: readonly string[]): string {
  return words.slice(0, -1).join('') + singular(words.at(-1) ?? '')
}

const CARRIERS = new Set('dto request response data body input payload args req res interface type'.split(' '))

/** A name without the words that say how it travels: equal keys name the same operation on two sides. */
export function operationKey(name: string): string {
  return remember(operations, name, () => nameKey(wordsOf(name).filter((word) => !CARRIERS.has(word))))
}

/** A field's name without case and underscores, to compare `created_at` with `createdAt`. */
export function foldCase(name: string): string {
  return name.replaceAll('_', '').toLowerCase()
}

/** An enum's value without case and separators: `in-progress` and `IN_PROGRESS` are the same value, spelt twice. */
export function foldValue(value: string): string {
  return value.replace(/[\s_-]/g, '').toLowerCase()
}

/** Whether `part` occurs in `whole` as a run of neighbouring words. */
export function containsRun(whole: readonly string[], part: readonly string[]): boolean {
  return whole.some((_, start) => part.every((word, offset) => whole[start + offset] === word))
}

/** Whether `part`'s words occur in `whole` in the same order, others between them. */
export function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let next = 0
  for (const word of whole) if (word === part[next]) next++
  return next === part.length
}

const words = new Map<string, readonly string[]>()
const singulars = new Map<string, string>()
const stems = new Map<string, readonly string[]>()
const operations = new Map<string, string>()

/** Names recur in every file, and splitting is a pure function of the name. */
function remember<T>(cache: Map<string, T>, key: string, compute: () => T): T {
  const known = cache.get(key)
  if (known !== undefined) return known
  const value = compute()
  if (cache.size > 100_000) cache.clear()
  cache.set(key, value)
  return value
}
