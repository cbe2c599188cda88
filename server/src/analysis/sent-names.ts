import type { Pair } from '../matching/pair.js'
import { singular, wordsOf } from '../matching/words.js'
import { isRead } from '../model/role.js'
import type { Model, Schema } from '../model/schema.js'
import type { ObjectLiteral } from '../model/usage.js'
import { createFamily, createNamedFamily } from '../query/query.js'
import type { Into } from '../rules/corroboration.js'
import type { FileId } from '../text/file-id.js'
import { delegateOf } from './delegates.js'
import type { Sources } from './sources.js'

export interface SentNamesInput {
  readonly schema: Schema
  readonly sources: Sources
  /** The pairs of a type that a file declares. */
  readonly pairsOf: (file: FileId, type: string) => readonly Pair[]
}

/** Whether a file may write a name into a record of a model that is sent. */
export type Sends = (file: FileId, model: Model, name: string, into: Into) => boolean

/**
 * Whether a file may write a name into a record of a model that is sent. What is handed to Prisma is not: it is stored or
 * asked for. Neither is what belongs to another model: a member of a type that describes that one or is taken, or a key
 * beside more of its columns.
 */
export function createSentNames({ schema, sources, pairsOf }: SentNamesInput): Sends {
  const delegates = new Set([...schema.models.keys()].map(delegateOf))
  const columnsOf = createFamily((model: Model) => new Set(model.columns.map(({ name }) => name)))
  const shared = (keys: readonly string[], model: Model) => keys.filter((key) => columnsOf(model).has(key)).length
  const others = createNamedFamily((name) => [...schema.models.values()].filter((model) => columnsOf(model).has(name)))
  const isLikeAnother = (keys: readonly string[], model: Model, name: string) => {
    const own = shared(keys, model)
    return others(name).some((other) => {
      const count = shared(keys, other)
      return count > own && count >= 3 && count >= keys.length * MOSTLY
    })
  }
  const isTooLittle = (keys: readonly string[], model: Model, into: Into) =>
    into === 'record' &&
    !model.primaryKey.every((key) => keys.includes(key)) &&
    shared(keys, model) < Math.min(SEVERAL, model.columns.length / 2)
  const isAnothers = (literal: ObjectLiteral, file: FileId, model: Model, name: string, into: Into) => {
    const { keys, spread, handedTo, annotation } = literal
    if (handedTo === '' || isDelegate(handedTo)) return true
    if (spread) return false
    if (annotation?.startsWith('Prisma.') || isTooLittle(keys, model, into)) return true
    const type = annotation === undefined ? undefined : sources.shapeNamed(file, annotation)
    if (type && isNoneOf(pairsOf(type.file, type.name), model)) return true
    return isLikeAnother(keys, model, name)
  }
  /**
   * Whether a type that has a name which is a column elsewhere is of something else: known in full, it has nothing of the
   * model, nor of the model's name.
   */
  const isOther = (file: FileId, type: string, model: Model, name: string, into: Into) => {
    const shape = into === 'record' && others(name).length > 0 ? sources.shapeNamed(file, type) : undefined
    if (!shape || shape.open || shape.file !== file) return false
    const words = new Set(wordsOf(type).map(singular))
    return (
      shape.properties.every((property) => !columnsOf(model).has(property.name)) &&
      wordsOf(model.name).every((word) => !words.has(singular(word)))
    )
  }
  const isDelegate = (name: string | undefined) => name !== undefined && delegates.has(name)
  return (file, model, name, into) => {
    const usage = sources.usageOf(file)
    if (!usage) return true
    return (
      usage.sent.some((each) => each.toLowerCase() === name.toLowerCase()) ||
      usage.handed.some(({ of, names }) => names.includes(name) && !isDelegate(of)) ||
      usage.declared.some(
        ({ of, names }) =>
          names.includes(name) && !isNoneOf(pairsOf(file, of), model) && !isOther(file, of, model, name, into),
      ) ||
      usage.unnamed.some(
        (keys) => keys.includes(name) && !isLikeAnother(keys, model, name) && !isTooLittle(keys, model, into),
      ) ||
      usage.literals.some((literal) => literal.keys.includes(name) && !isAnothers(literal, file, model, name, into))
    )
  }
}

const MOSTLY = 0.6

/** Columns of a model that tell its record from what only shares a word or two with it. */
const SEVERAL = 3

/** Whether pairs are known, and all of them say that a type is about another model, or about what is taken. */
function isNoneOf(pairs: readonly Pair[], model: Model): boolean {
  return pairs.length > 0 && pairs.every((pair) => pair.model !== model || !isRead(pair.role))
}
