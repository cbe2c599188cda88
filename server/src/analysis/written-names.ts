import { wordsOf } from '../matching/words.js'
import { escapePattern } from '../text/escape-pattern.js'
import type { FileId } from '../text/file-id.js'
import { memoise } from './memo.js'

/**
 * Finds the files outside pure client packages that speak of a model and may write a name, by their text alone: as an object's key, a
 * shorthand property, an assignment, or an alias in SQL. Declared properties count too: what they describe is made
 * somewhere.
 */
export function createWrittenNames(
  texts: ReadonlyMap<FileId, string>,
  isClientOnly: (file: FileId) => boolean,
): (name: string, model: string) => readonly FileId[] {
  const filesWriting = memoise((name: string) => {
    const write = new RegExp(
      `[{,;\\s(]['"]?${escapePattern(name)}['"]?\\s*[:,}]|\\.${escapePattern(name)}\\s*=[^=]|\\bas\\s+["']?${escapePattern(name)}\\b`,
      'i',
    )
    return [...texts.keys()].filter((file) => {
      const text = texts.get(file) ?? ''
      return text.includes(name) && !isClientOnly(file) && write.test(text)
    })
  })
  return (name, model) => {
    const words = wordsOf(model).map((word) => new RegExp(escapePattern(word), 'i'))
    return filesWriting(name).filter((file) => words.every((word) => word.test(texts.get(file) ?? '')))
  }
}
