/**
 * Tells quickly that a text does not hold a word: a Bloom filter over the text's words, that is its runs of ASCII
 * letters, digits and underscores, without regard to case. It may say `true` for a word that is not there, at most a few
 * times in a hundred, and never says `false` for one that is.
 */
export interface WordFilter {
  mayHold(word: WordKey): boolean
}

/** A word as filters look it up; undefined for what is no single word: that a filter cannot tell. */
export type WordKey = number | undefined

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
    const character = text.charCodeAt(at)
    const code = character < 128 ? (FOLDED[character] ?? 0) : 0
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
    mayHold: (word) => word === undefined || (has(bits, word & mask) && has(bits, second(word) & mask)),
  }
}

/** FNV-1a, 32 bits. */
const START = 0x811c9dc5 | 0
const PRIME = 0x01000193

/** What filters know a word by. */
export function wordKeyOf(word: string): WordKey {
  let hash = START
  for (let at = 0; at < word.length; at++) {
    const code = FOLDED[word.charCodeAt(at)] ?? 0
    if (code === 0) return undefined
    hash = Math.imul(hash ^ code, PRIME)
  }
  return hash === START ? undefined : hash
}

/** By the code of an ASCII character that of its lower case, if words are made of it; else 0. */
const FOLDED = Uint8Array.from({ length: 128 }, (_, code) =>
  /\w/.test(String.fromCharCode(code)) ? foldedCode(code) : 0,
)

function foldedCode(code: number): number {
  return String.fromCharCode(code).toLowerCase().charCodeAt(0)
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
