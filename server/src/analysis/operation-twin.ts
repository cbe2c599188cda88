import { stripAll } from '../matching/affixes.js'
import type { Pair } from '../matching/pair.js'
import { operationKey, wordsOf } from '../matching/words.js'
import { coreKey } from './pairing.js'

/** The server's input of the same name, or the only one of the same role for the same model and core of the name. */
export function twinOf(pair: Pair, serverPairs: readonly Pair[]): Pair | undefined {
  const inputs = serverPairs.filter(({ role, inline }) => role === pair.role && !inline)
  const named = inputs.filter(({ shape }) => operationKey(shape.name) === operationKey(pair.shape.name))
  if (named.length > 0) return named.length === 1 ? named[0] : undefined
  const alike = inputs.filter(({ shape }) => isAlike(shape.name, pair.shape.name))
  const [only] = alike
  return only && alike.length === 1 && holdsHalf(only, pair) ? only : undefined
}

/** `editActorInfo` and `EditActorProfile` are two requests if one has little of what the other sends. */
function holdsHalf({ shape }: Pair, { fields }: Pair): boolean {
  const held = fields.filter(({ property }) => shape.properties.some(({ name }) => name === property.name))
  return held.length * 2 >= fields.length
}

/** About the same thing, and both or neither with a verb in front. */
function isAlike(a: string, b: string): boolean {
  const verbs = [a, b].map((name) => stripAll(wordsOf(name)).before.length > 0)
  return coreKey(a) === coreKey(b) && verbs[0] === verbs[1]
}
