import { camelCase, kebabCase, pascalCase, snakeCase } from 'change-case'
import pluralize from 'pluralize'
import { mostFrequent } from './style.js'

/** A name of the project and the model that it is made from: a type's, a folder's, a file's. */
export interface NameExample {
  readonly name: string
  readonly model: string
}

/** Ways to write a model's name. Where several explain the examples equally well, the first counts. */
const CASES: readonly (readonly [slot: string, write: (name: string) => string])[] = [
  ['kebab', kebabCase],
  ['camel', camelCase],
  ['pascal', pascalCase],
  ['snake', snakeCase],
  ['flat', (name) => camelCase(name).toLowerCase()],
]

/** Identifiers are not written in every case that files and folders are. */
export type NameKind = 'path' | 'identifier'

/**
 * How most of the examples are made from their model, such as `create-{kebab}.dto.ts` or `{pascals}`; undefined without
 * examples. `{kebabs}` is the plural, `{kebab1}` the singular of models that are called in the plural.
 */
export function usualPattern(examples: readonly NameExample[], kind: NameKind): string | undefined {
  const cases = kind === 'path' ? CASES : CASES.filter(([slot]) => slot !== 'kebab' && slot !== 'flat')
  return mostFrequent(examples.flatMap((example) => patternsOf(example, cases)))
}

/** The name that a pattern makes for a model. */
export function fillPattern(pattern: string, model: string): string {
  return CASES.reduce(
    (name, [slot, write]) =>
      name
        .replaceAll(`{${slot}s}`, write(pluralOf(model)))
        .replaceAll(`{${slot}1}`, write(singularOf(model)))
        .replaceAll(`{${slot}}`, write(model)),
    pattern,
  )
}

/** Whether a pattern makes another name for every model. */
export function dependsOnModel(pattern: string): boolean {
  return pattern.includes('{')
}

/** Each pattern that makes the example's name; the name itself where nothing in it comes from the model. */
function patternsOf({ name, model }: NameExample, cases: typeof CASES): readonly string[] {
  const patterns = cases
    .flatMap(([slot, write]) => {
      const plural = withSlot(name, write(pluralOf(model)), `{${slot}s}`)
      // What is the name of many already is explained by both.
      const isBoth = write(pluralOf(model)) === write(model)
      return [
        ...(isBoth ? [withSlot(name, write(model), `{${slot}}`)] : []),
        withSlot(plural, write(model), `{${slot}}`),
        ...(isBoth ? [withSlot(plural, write(singularOf(model)), `{${slot}1}`)] : []),
      ]
    })
    .filter((pattern) => pattern !== name)
  return patterns.length > 0 ? [...new Set(patterns)] : [name]
}

/** A part in capitals may follow anything; others begin a word. Both end one. */
function withSlot(name: string, part: string, slot: string): string {
  const before = /^[A-Z]/.test(part) ? '(?<!\\{)' : '(?<![A-Za-z{])'
  return name.replace(new RegExp(`${before}${part}(?![a-z}])`, 'g'), slot)
}

function singularOf(model: string): string {
  return pluralize.singular(model)
}

/** `OrderItem` is `OrderItems`. */
export function pluralOf(model: string): string {
  return pluralize.plural(model)
}
