import type { FileId } from '../text/file-id.js'
import { memoise } from './memo.js'

/**
 * Finds the files outside pure client packages that may write a name, by their text alone: as an object's key, a
 * shorthand property, an assignment, or an alias in SQL. Declared properties count too: what they describe is made
 * somewhere.
 */
export function createWrittenNames(
  texts: ReadonlyMap<FileId, string>,
  isClientOnly: (file: FileId) => boolean,
): (name: string) => readonly FileId[] {
  return memoise((name) => {
    const write = new RegExp(
      `[{,;\\s(]['"]?${escaped(name)}['"]?\\s*[:,}]|\\.${escaped(name)}\\s*=[^=]|\\bas\\s+["']?${escaped(name)}\\b`,
      'i',
    )
    return [...texts].flatMap(([file, text]) =>
      text.includes(name) && !isClientOnly(file) && write.test(text) ? [file] : [],
    )
  })
}

function escaped(name: string): string {
  return name.replace(/[^\w]/g, '\\$&')
}
