import type { Naming, Pair } from '../matching/pair.js'
import { wordsOf } from '../matching/words.js'

/** Namings that are more than a word in common. */
const FIRM: ReadonlySet<Naming> = new Set(['tag', 'exact', 'affix'])

/** Paired by parts of its name and with little of the model: it may describe something around the record. */
export function isLoose({ naming, coverage }: Pair): boolean {
  return !FIRM.has(naming) && coverage < 0.35
}

/** A type that only a component sees says how it shows records, not what arrives. */
export function isViewState({ shape }: Pair): boolean {
  return shape.declaration.exportedAs.length === 0 && /\.([jt]sx|vue|svelte)$/.test(shape.file)
}

const KEPT = new Set(['offline', 'cached', 'local', 'stored', 'persisted'])

/** A type named for what a client keeps of records, with whatever it needs beside them: `OfflineDraft`. */
export function isKeptByClient({ naming, shape }: Pair): boolean {
  return naming !== 'exact' && wordsOf(shape.name).some((word) => KEPT.has(word))
}
