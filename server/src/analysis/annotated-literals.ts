import type { ObjectLiteral } from '../model/usage.js'
import type { FileId } from '../text/file-id.js'
import { memoise } from './memo.js'
import type { Sources } from './sources.js'

/**
 * Finds the literals that are annotated with a type's name. Only files whose text holds the name where a type stands are
 * parsed.
 */
export function createAnnotatedLiterals(
  texts: ReadonlyMap<FileId, string>,
  sources: Sources,
): (type: string) => readonly ObjectLiteral[] {
  return memoise((type) => {
    if (!/^\w+$/.test(type)) return []
    const annotates = new RegExp(`[:<|]\\s*${type}\\b(?!\\s*\\()|\\b(?:as|satisfies)\\s+${type}\\b`)
    return [...texts].flatMap(([file, text]) => {
      if (!text.includes(type) || !annotates.test(text)) return []
      return (sources.usageOf(file)?.literals ?? []).filter(({ annotation }) => annotation === type)
    })
  })
}
