import { refKey } from '../model/element.js'
import { sameMap } from '../query/equality.js'
import { createQuery, type Query } from '../query/query.js'
import { REQUEST_WORDS, type RequestInput, requestInputsIn } from '../typescript/request-inputs.js'
import type { Sources } from './sources.js'
import type { Texts } from './texts.js'

/** The types of what requests bring, by the keys of their declarations. */
export function createReceivedTypes(texts: Texts, sources: Sources): Query<ReadonlyMap<string, RequestInput['kind']>> {
  const inputs = texts.scan(
    () => ({
      anyOf: REQUEST_WORDS,
      ask(text) {
        const found = requestInputsIn(text)
        return found.length > 0 ? found : undefined
      },
    }),
    'eager',
  )
  return createQuery(() => {
    const received = new Map<string, RequestInput['kind']>()
    for (const [file, found] of inputs('')) {
      for (const { type, kind } of found) {
        const shape = sources.shapeNamed(file, type)
        if (shape) received.set(refKey(shape.ref), kind)
      }
    }
    return received
  }, sameMap)
}
