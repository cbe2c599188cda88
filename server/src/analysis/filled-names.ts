import type { Pair } from '../matching/pair.js'
import type { Schema } from '../model/schema.js'
import type { ShapeProperty } from '../model/shape.js'
import { escapePattern } from '../text/escape-pattern.js'
import type { FileId } from '../text/file-id.js'
import { isMadeUp } from './made-up.js'
import type { Sources } from './sources.js'
import type { Surfaces } from './surfaces.js'
import type { Texts } from './texts.js'

export interface FilledNamesInput {
  readonly texts: Texts
  readonly sources: Sources
  readonly surfaces: Pick<Surfaces, 'isClientOnly'>
  readonly isInScope: (file: FileId, schema: Schema) => boolean
}

/**
 * Whether anything at all may fill a property: the word stands outside of pure client packages, or a client's object has
 * it. Files whose text cannot hold it as a key are not parsed.
 */
export function createFilledNames(input: FilledNamesInput): (pair: Pair, property: ShapeProperty) => boolean {
  const { texts, sources, surfaces, isInScope } = input
  const keyed = texts.scan((name) => {
    const word = escapePattern(name)
    const key = new RegExp(`[{,\\s('"]${word}['"]?\\s*[:,}(]|\\.${word}\\s*[^\\w\\s]?=[^=>]`)
    return { names: [name], ask: (text) => (text.includes(name) && key.test(text)) || undefined }
  })
  const fills = (file: FileId, name: string) => {
    const usage = sources.usageOf(file)
    return !usage || usage.sent.includes(name) || usage.literals.some(({ keys }) => keys.includes(name))
  }
  return ({ schema, shape }, { name, declaredIn }) => {
    const counts = (file: FileId) => isInScope(file, schema) && !isMadeUp(file)
    const isOwn = (file: FileId) => file === shape.file || file === declaredIn.file
    const knows = (file: FileId) => counts(file) && !isOwn(file) && !surfaces.isClientOnly(file)
    return (
      [...texts.holding(name).keys()].some(knows) ||
      [...keyed(name).keys()].some((file) => counts(file) && fills(file, name))
    )
  }
}
