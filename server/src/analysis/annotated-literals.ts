import type { ObjectLiteral } from '../model/usage.js'
import { sameData, sameItems } from '../query/equality.js'
import { createNamedFamily } from '../query/query.js'
import type { FileId } from '../text/file-id.js'
import type { Sources } from './sources.js'
import type { Texts } from './texts.js'

/** A literal and the file it stands in. */
export interface FoundLiteral {
  readonly literal: ObjectLiteral
  readonly file: FileId
}

/**
 * Finds the literals that are annotated with a type's name. Only files whose text holds the name where a type stands are
 * parsed.
 */
export function createAnnotatedLiterals(texts: Texts, sources: Sources): (type: string) => readonly FoundLiteral[] {
  const naming = texts.scan((type) => {
    const annotates = new RegExp(`[:<|]\\s*${type}\\b(?!\\s*\\()|\\b(?:as|satisfies)\\s+${type}\\b`)
    return { names: [type], ask: (text) => (text.includes(type) && annotates.test(text)) || undefined }
  })
  const literalsIn = createNamedFamily((key): readonly FoundLiteral[] => {
    const [file = '', type] = key.split('\n')
    const literals = sources.usageOf(file)?.literals ?? []
    return literals.filter(({ annotation }) => annotation === type).map((literal) => ({ literal, file }))
  }, sameData)
  return createNamedFamily((type) => {
    if (!/^\w+$/.test(type)) return []
    return [...naming(type).keys()].flatMap((file) => literalsIn(`${file}\n${type}`))
  }, sameItems)
}
