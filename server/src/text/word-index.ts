/**
 * Tells quickly which of many texts cannot hold a word, that is a run of ASCII letters, digits and underscores: a Bloom
 * filter for each text, and 32 of them side by side, so that one look answers for 32 texts. It may name a text that lacks
 * the word, a few times in a hundred, and never leaves out one that holds it.
 */
export interface WordIndex<Key> {
  /** Adds a text, or replaces it. */
  set(key: Key, text: string): void
  delete(key: Key): void
  mayHold(key: Key, word: WordKey): boolean
  /** The texts that may hold all words of `all`, and one of `some` unless that is empty; in no particular order. */
  candidates(all: readonly WordKey[], some: readonly WordKey[]): readonly Key[]
}

/** A word as an index looks it up; undefined for what is no single word: that an index cannot tell. */
export type WordKey = Word | undefined

interface Word {
  /** Its hash without regard to case. */
  readonly folded: number
  /** Its hash as it is written; undefined where any case will do. */
  readonly exact: number | undefined
}

/** Two characters of text for a bit: a dozen bits for each distinct word of a common source file. */
const CHARACTERS_PER_BIT = 2
const FEWEST_BITS = 256
const MOST_BITS = 2 ** 22
const TEXTS_PER_BLOCK = 32

/** The filters of up to 32 texts of about the same length: a bit of each number belongs to one text. */
interface Block<Key> {
  readonly bits: Int32Array
  readonly keys: (Key | undefined)[]
}

interface Place<Key> {
  readonly block: Block<Key>
  readonly column: number
}

/** Makes an index without texts. */
export function createWordIndex<Key>(): WordIndex<Key> {
  const places = new Map<Key, Place<Key>>()
  const blocks: Block<Key>[] = []
  /** Places that nobody has, by the size of their blocks. */
  const free = new Map<number, Place<Key>[]>()
  const claim = (size: number): Place<Key> => {
    const left = free.get(size) ?? []
    free.set(size, left)
    if (left.length === 0) {
      const block: Block<Key> = { bits: new Int32Array(size), keys: [] }
      blocks.push(block)
      for (let column = TEXTS_PER_BLOCK - 1; column >= 0; column--) left.push({ block, column })
    }
    return left.pop() as Place<Key>
  }
  const release = (key: Key) => {
    const place = places.get(key)
    if (!place) return
    const { block, column } = place
    const others = ~(1 << column)
    for (let at = 0; at < block.bits.length; at++) block.bits[at] = (block.bits[at] ?? 0) & others
    block.keys[column] = undefined
    places.delete(key)
    free.get(block.bits.length)?.push(place)
  }
  return {
    set(key, text) {
      release(key)
      const place = claim(sizeFor(text))
      addWords(place.block.bits, 1 << place.column, text)
      place.block.keys[place.column] = key
      places.set(key, place)
    },
    delete: release,
    mayHold(key, word) {
      const place = places.get(key)
      return place !== undefined && ((holders(place.block.bits, word) >>> place.column) & 1) === 1
    },
    candidates(all, some) {
      const found: Key[] = []
      for (const { bits, keys } of blocks) {
        let left = some.length === 0 ? EVERY_TEXT : 0
        for (const word of some) left |= holders(bits, word)
        for (const word of all) left &= holders(bits, word)
        for (; left !== 0; left &= left - 1) {
          const key = keys[31 - Math.clz32(left & -left)]
          if (key !== undefined) found.push(key)
        }
      }
      return found
    },
  }
}

const EVERY_TEXT = -1

function sizeFor(text: string): number {
  const size = 2 ** Math.ceil(Math.log2(Math.max(text.length / CHARACTERS_PER_BIT, 1)))
  return Math.min(Math.max(size, FEWEST_BITS), MOST_BITS)
}

/** A bit for each text of a block that may hold the word. */
function holders(bits: Int32Array, word: WordKey): number {
  if (word === undefined) return EVERY_TEXT
  const { folded, exact } = word
  const mask = bits.length - 1
  const found = (bits[folded & mask] ?? 0) & (bits[second(folded) & mask] ?? 0)
  return exact === undefined ? found : found & (bits[third(exact) & mask] ?? 0)
}

function addWords(bits: Int32Array, bit: number, text: string): void {
  let folded = START
  let exact = START
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at)
    const code = FOLDED[character] ?? 0
    if (code > 0) {
      folded = Math.imul(folded ^ code, PRIME)
      exact = Math.imul(exact ^ character, PRIME)
    } else if (folded !== START) {
      addWord(bits, bit, { folded, exact })
      folded = START
      exact = START
    }
  }
  if (folded !== START) addWord(bits, bit, { folded, exact })
}

function addWord(bits: Int32Array, bit: number, { folded, exact }: { folded: number; exact: number }): void {
  const mask = bits.length - 1
  mark(bits, folded & mask, bit)
  mark(bits, second(folded) & mask, bit)
  mark(bits, third(exact) & mask, bit)
}

function mark(bits: Int32Array, position: number, bit: number): void {
  bits[position] = (bits[position] ?? 0) | bit
}

/** FNV-1a, 32 bits. */
const START = 0x811c9dc5 | 0
const PRIME = 0x01000193

/** What an index knows a word by: as it is written. */
export function wordKeyOf(word: string): WordKey {
  const folded = foldedKeyOf(word)
  if (folded === undefined) return undefined
  let exact = START
  for (let at = 0; at < word.length; at++) exact = Math.imul(exact ^ word.charCodeAt(at), PRIME)
  return { ...folded, exact }
}

/** What an index knows a word by in whatever case it is written. */
export function foldedKeyOf(word: string): WordKey {
  let folded = START
  for (let at = 0; at < word.length; at++) {
    const code = FOLDED[word.charCodeAt(at)] ?? 0
    if (code === 0) return undefined
    folded = Math.imul(folded ^ code, PRIME)
  }
  return folded === START ? undefined : { folded, exact: undefined }
}

/** By the code of a character that of its lower case, if words are made of it; else 0. */
const FOLDED = foldedCodes()

function foldedCodes(): Uint8Array {
  const codes = new Uint8Array(2 ** 16)
  for (const each of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_') {
    codes[each.charCodeAt(0)] = each.toLowerCase().charCodeAt(0)
  }
  return codes
}

/** A second position from the same hash, by other bits of it. */
function second(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 7
}

/** A third one. */
function third(hash: number): number {
  return Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) >>> 9
}
