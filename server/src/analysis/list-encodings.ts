import { escapePattern } from '../text/escape-pattern.js'
import type { FileId } from '../text/file-id.js'
import type { Texts } from './texts.js'

/**
 * Finds, by their text alone, the files that make a text of a list of a name or a list of its text:
 * `JSON.stringify(dto.tags)`, `JSON.parse(row.tags)`, `dto.tags.join(',')`, `row.tags.split(',')`.
 */
export function createListEncodings(texts: Texts): (name: string) => Iterable<FileId> {
  const filesEncoding = texts.scan((name) => {
    const escaped = escapePattern(name)
    const encodes = new RegExp(
      `\\bJSON\\.(?:parse|stringify)\\(\\s*[\\w.?!]*\\b${escaped}\\b|\\b${escaped}\\b\\)?[?!]*\\.(?:join|split)\\(`,
    )
    return { words: [name], ask: (text) => (text.includes(name) && encodes.test(text)) || undefined }
  })
  return (name) => filesEncoding(name).keys()
}
