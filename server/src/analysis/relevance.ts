import { isNeverPaired } from '../matching/exclusions.js'
import { stemsOf, wordsOf } from '../matching/words.js'
import type { Schema } from '../model/schema.js'
import type { FileId } from '../text/file-id.js'
import { scanDeclarations } from '../typescript/scan-declarations.js'

/** Folders whose exported types are compared by their fields alone. */
export const TYPES_FOLDER =
  /(^|\/)(types?|interfaces?|models?|dtos?|entities|schemas?)(\/|$)|\.(types?|interfaces?|models?|dto|entity|schema)\.[cm]?[tj]sx?$/

/** Words in names of types that describe a user without saying so. */
const USER_WORDS = ['register', 'signup', 'profile', 'account', 'member']

/**
 * Tells by its text alone whether a file can hold a type that describes a model: it declares a name with a word of a
 * model or an enum, it is tagged, or it stands where types are kept. All others are never parsed for their types.
 */
export function createRelevance(schemas: readonly Schema[]): (file: FileId, text: string) => boolean {
  const stems = new Set(USER_WORDS)
  for (const { models, enums } of schemas) {
    for (const name of [...models.keys(), ...enums.keys()]) for (const stem of stemsOf(name)) stems.add(stem)
  }
  const lastWords = new Set(
    schemas.flatMap(({ models }) => [...models.keys()].map((name) => wordsOf(name).at(-1) ?? '')),
  )
  return (file, text) => {
    const names = scanDeclarations(text)
    if (names.length === 0) return false
    if (TYPES_FOLDER.test(file) || text.includes('@prisma ')) return true
    return names.some((name) => !isNeverPaired(name, lastWords) && stemsOf(name).some((stem) => stems.has(stem)))
  }
}
