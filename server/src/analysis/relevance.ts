import type { ModelAliases } from '../configuration/names.js'
import { USER_WORDS } from '../matching/candidates.js'
import { isNeverPaired } from '../matching/exclusions.js'
import { stemsOf, wordsOf } from '../matching/words.js'
import type { Declaration } from '../model/declaration.js'
import type { Schema } from '../model/schema.js'
import { sameSet } from '../query/equality.js'
import { createNamedFamily, createQuery, expectsChanges, type Query } from '../query/query.js'
import type { FileId } from '../text/file-id.js'
import { scanDeclarations } from '../typescript/scan-declarations.js'
import type { LinkOf } from './links.js'
import type { Texts } from './texts.js'

/** Folders whose exported types are compared by their fields alone. */
const TYPES_FOLDER =
  /(^|\/)(types?|interfaces?|models?|dtos?|entities|schemas?)(\/|$)|\.(types?|interfaces?|models?|dto|entity|schema)\.[cm]?[tj]sx?$/

/** Tells what can describe a model, before anything is parsed and before anything is resolved. */
export interface Relevance {
  /**
   * Whether a file can hold a type that describes a model, by its text alone: it declares a name with a word of a model
   * or an enum, it is tagged or linked, or it stands where types are kept. All others are never parsed for their types.
   */
  isRelevant(file: FileId): boolean
  /** Whether a declaration of such a file can: by its name, its tag or its place; lists of values always can. */
  isTelling(file: FileId, declaration: Declaration): boolean
}

export interface RelevanceInput {
  readonly schemas: Query<readonly Schema[]>
  readonly texts: Texts
  readonly linkOf: LinkOf
  readonly aliases: Query<ModelAliases>
}

export function createRelevance({ schemas, texts, linkOf, aliases }: RelevanceInput): Relevance {
  const stems = createQuery(() => stemsIn(schemas(), [...aliases().values()].flat()), sameSet)
  const lastWords = createQuery(() => {
    return new Set(schemas().flatMap(({ models }) => [...models.keys()].map((name) => wordsOf(name).at(-1) ?? '')))
  }, sameSet)
  const isTellingName = (name: string) => {
    const known = stems()
    return !isNeverPaired(name, lastWords()) && stemsOf(name).some((stem) => known.has(stem))
  }
  const namesIn = (file: FileId) => remembered(scanDeclarations(texts.get(file) ?? ''))
  const declaredIn = expectsChanges() ? createNamedFamily(namesIn) : namesIn
  return {
    isRelevant: createNamedFamily(
      (file) => {
        const names = declaredIn(file)
        if (!names.some(() => true)) return false
        if (TYPES_FOLDER.test(file) || names.some(isTellingName)) return true
        return texts.get(file)?.includes('@prisma ') || names.some((name) => linkOf(file, name) !== undefined)
      },
      Object.is,
      'eager',
    ),
    isTelling: (file, { name, tag, type, kind }) =>
      tag !== undefined || kind === 'enum' || type.kind === 'union' || TYPES_FOLDER.test(file) || isTellingName(name),
  }
}

function stemsIn(schemas: readonly Schema[], aliases: readonly string[]): ReadonlySet<string> {
  const stems = new Set([...USER_WORDS, ...aliases.flatMap(stemsOf)])
  for (const { models, enums } of schemas) {
    for (const name of [...models.keys(), ...enums.keys()]) for (const stem of stemsOf(name)) stems.add(stem)
  }
  return stems
}

interface Remembered<Item> {
  some(accept: (item: Item) => boolean): boolean
}

/** A sequence that is gone through as far as it is asked for, and no part of it twice. */
function remembered<Item>(items: Iterator<Item, undefined>): Remembered<Item> {
  const known: Item[] = []
  return {
    some(accept) {
      if (known.some(accept)) return true
      for (let next = items.next(); !next.done; next = items.next()) {
        known.push(next.value)
        if (accept(next.value)) return true
      }
      return false
    },
  }
}
