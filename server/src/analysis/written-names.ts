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
      `[{,;\\s(]['"]?${escape(name)}['"]?\\s*[:,}]|\\.${escape(name)}\\s*=[^=]|\\bas\\s+["']?${escape(name)}\\b`,
      'i',
    )
    return [...texts].flatMap(([file, text]) =>
      text.includes(name) && !isClientOnly(file) && write.test(text) ? [file] : [],
    )
  })
}

function escape(name: string): string {
  return name.replace(/[^\w]/g, '\\$&')
}
