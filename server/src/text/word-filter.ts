/**
 * Tells quickly that a text does not hold a word: a Bloom filter over the text's words, that is its runs of ASCII
 * letters, digits and underscores, without regard to case. It may say `true` for a word that is not there, at most a few
 * times in a hundred, and never says `false` for one that is.
 */
export interface WordFilter {
  mayHold(word: string): boolean
}

/** Two and a half characters of text for a bit: ten bits for each distinct word of a common source file. */
const CHARACTERS_PER_BIT = 2.5
const FEWEST_BITS = 256
const MOST_BITS = 2 ** 22

export function createWordFilter(text: string): WordFilter {
  const size = 2 ** Math.ceil(Math.log2(Math.max(text.length / CHARACTERS_PER_BIT, 1)))
  const mask = Math.min(Math.max(size, FEWEST_BITS), MOST_BITS) - 1
  const bits = new Uint32Array((mask + 1) / 32)
  let hash = START
  for (let at = 0; at < text.length; at++) {
    const code = foldedWordCode(text.charCodeAt(at))
    if (code > 0) hash = Math.imul(hash ^ code, PRIME)
    else if (hash !== START) {
      set(bits, hash & mask)
      set(bits, second(hash) & mask)
      hash = START
    }
  }
  if (hash !== START) {
    set(bits, hash & mask)
    set(bits, second(hash) & mask)
  }
  return {
    mayHold(word) {
      const wanted = hashOf(word)
      return wanted === undefined || (has(bits, wanted & mask) && has(bits, second(wanted) & mask))
    },
  }
}

/** FNV-1a, 32 bits. */
const START = 0x811c9dc5 | 0
const PRIME = 0x01000193

/** Undefined for what is no single word: that the filter cannot tell. */
function hashOf(word: string): number | undefined {
  let hash = START
  for (let at = 0; at < word.length; at++) {
    const code = foldedWordCode(word.charCodeAt(at))
    if (code === 0) return undefined
    hash = Math.imul(hash ^ code, PRIME)
  }
  return hash === START ? undefined : hash
}

/** The code of a character of a word, in lower case; 0 for others. */
function foldedWordCode(code: number): number {
  if (code >= 97 && code <= 122) return code
  if (code >= 65 && code <= 90) return code + 32
  return (code >= 48 && code <= 57) || code === 95 ? code : 0
}

/** A second position from the same hash, by other bits of it. */
function second(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 7
}

function set(bits: Uint32Array, position: number): void {
  const index = position >>> 5
  bits[index] = (bits[index] ?? 0) | (1 << (position & 31))
}

function has(bits: Uint32Array, position: number): boolean {
  return (((bits[position >>> 5] ?? 0) >>> (position & 31)) & 1) === 1
}
