import { escapePattern } from '../text/escape-pattern.js'
import type { FileId } from '../text/file-id.js'
import { isMadeUp } from './made-up.js'
import type { Surfaces } from './surfaces.js'
import type { Texts } from './texts.js'

/**
 * Finds the files outside pure client packages that speak of a model and may write a name, by their text alone: as an object's key, a
 * shorthand property, an assignment, or an alias in SQL. Declared properties count too: what they describe is made
 * somewhere, those that may be absent where the server declares them.
 */
export function createWrittenNames(
  texts: Texts,
  { isClientOnly, of: surfaceOf }: Pick<Surfaces, 'isClientOnly' | 'of'>,
  speaksOf: (file: FileId, model: string) => boolean,
): (name: string, model: string) => readonly FileId[] {
  const filesWriting = texts.scan((name) => {
    const escaped = escapePattern(name)
    const write = new RegExp(
      `[{,;\\s(]['"]?${escaped}['"]?\\s*[:,}]|\\.${escaped}\\s*=[^=]|\\bas\\s+["']?${escaped}\\b`,
      'i',
    )
    const optional = new RegExp(`[{,;\\s(]${escaped}[?!]\\s*:`, 'i')
    const howIn = (text: string) => (write.test(text) ? 'written' : optional.test(text) ? 'optional' : undefined)
    return { words: [name], ask: (text) => (text.includes(name) ? howIn(text) : undefined) }
  })
  return (name, model) =>
    [...filesWriting(name)].flatMap(([file, how]) => {
      const counts = how === 'optional' ? surfaceOf(file) === 'server' : !isClientOnly(file)
      return counts && !isMadeUp(file) && speaksOf(file, model) ? [file] : []
    })
}
