import { snapshotOf } from './check.js'
import { assertFound } from './compare.js'
import { parseFixture } from './fixture.js'

/**
 * Asserts that the types of a fixture are paired as its annotations say and no others are:
 * `//^^^^ pair User mirror certain`, for an enum `//^^^^ pair Role likely`. Phrases of the evidence may follow after a
 * colon, with semicolons between them, and must all be there: `//^^^^ pair User mirror certain: name-exact; fields 3/3`.
 */
export function checkPairs(source: string): void {
  const fixture = parseFixture(source)
  const snapshot = snapshotOf(fixture)
  const types = snapshot.pairs().map(({ shape, model, role, confidence, evidence }) => {
    return { at: shape.ref, text: `pair ${model.name} ${role} ${confidence}`, evidence }
  })
  const enums = snapshot.enumPairs().map(({ at, enum: { name }, confidence, evidence }) => {
    return { at, text: `pair ${name} ${confidence}`, evidence }
  })
  const found = [...types, ...enums].map((pair) => ({
    at: pair.at,
    textBeside: (announced: readonly string[]) => announced.find((text) => isMet(text, pair)) ?? inFull(pair),
  }))
  assertFound(fixture, found, snapshot)
}

interface Paired {
  readonly text: string
  readonly evidence: readonly string[]
}

/** Whether the annotation says what the pair is, with phrases that its evidence has. */
function isMet(announced: string, { text, evidence }: Paired): boolean {
  if (announced === text) return true
  const phrases = announced.slice(text.length + 2).split('; ')
  return announced.startsWith(`${text}: `) && phrases.every((phrase) => evidence.includes(phrase))
}

function inFull({ text, evidence }: Paired): string {
  return `${text}: ${evidence.join('; ')}`
}
