import type { Naming, Pair } from '../matching/pair.js'

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
