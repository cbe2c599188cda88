import type { ModelNames } from '../matching/candidates.js'
import { type Alignment, align } from '../matching/fields.js'
import { foldCase, nameKey, stemsOf, wordsOf } from '../matching/words.js'
import type { Model } from '../model/schema.js'
import type { Shape } from '../model/shape.js'
import { sameData, sameItems, sameSet } from '../query/equality.js'
import { createFamily, createNamedFamily, createQuery } from '../query/query.js'
import type { OwnNames } from './own-names.js'
import type { SchemaFacts } from './schemas.js'

/** The names of a schema's models; a type depends only on the models that it is held against. */
export function createModelNames({ schema, formerColumns }: SchemaFacts, own: OwnNames): ModelNames {
  const names = createQuery(() => [...schema.models.keys()], sameItems)
  const aliases = createQuery(() => {
    const known = names().flatMap((name) => (own.aliases().get(name) ?? []).map((alias) => ({ name, alias })))
    return known.map(({ name, alias }) => ({ name, key: nameKey(wordsOf(alias)), stems: stemsOf(alias) }))
  }, sameData)
  const byKey = createQuery(
    () =>
      new Map([
        ...aliases().map(({ key, name }) => [key, name] as const),
        ...names().map((name) => [nameKey(wordsOf(name)), name] as const),
      ]),
  )
  const lastWords = createQuery(() => new Set(names().map((name) => wordsOf(name).at(-1) ?? '')), sameSet)
  const entries = createQuery(() => names().map((name) => ({ name, stems: stemsOf(name) })))
  const columns = createQuery(() => {
    return new Set([...schema.models.values()].flatMap((model) => model.columns.map(({ name }) => foldCase(name))))
  }, sameSet)
  const alignments = createFamily((shape: Shape) =>
    createFamily((model: Model): Alignment => align(shape, model, formerColumns(model.name))),
  )
  return {
    schema,
    named(key) {
      const name = byKey().get(key)
      return name === undefined ? undefined : schema.models.get(name)
    },
    hasColumn: createNamedFamily((folded) => columns().has(folded), Object.is, 'eager'),
    get lastWords() {
      return lastWords()
    },
    get affixes() {
      return own.affixes()
    },
    get aliases() {
      return aliases()
    },
    get entries() {
      return entries()
    },
    align: (shape, model) => alignments(shape)(model),
  }
}
