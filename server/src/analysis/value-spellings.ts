import type { EnumPair } from '../matching/pair.js'
import { escapePattern } from '../text/escape-pattern.js'
import type { FileId } from '../text/file-id.js'
import type { Texts } from './texts.js'

/** Two spellings of a value, or two values that someone maps to each other. */
export interface Crossing {
  readonly from: string
  readonly to: string
}

/** Tells by the texts alone what files do with the values of a list. */
export interface ValueSpellings {
  /**
   * The files that hold both spellings of a value, as maps and switches do, or change the case of values beside the
   * list's or the enum's name.
   */
  converting(list: EnumPair, renamed: readonly Crossing[]): Iterable<FileId>
  /** The files that map one value to the other, in a literal or a `switch`: `A: 'B'`, `case 'A': return 'B'`. */
  mapping(crossings: readonly Crossing[]): Iterable<FileId>
}

export function createValueSpellings(texts: Texts): ValueSpellings {
  const changingCase = texts.scan((key) => {
    const [name, enumName = ''] = key.split('\n')
    const [type = '', property] = (name ?? '').split('.')
    const changes = new RegExp(`${property ? `\\b${property}\\b[^;\\n]{0,40}` : ''}\\.to(Lower|Upper)Case\\(\\)`)
    return { ask: (text) => ((text.includes(type) || text.includes(enumName)) && changes.test(text)) || undefined }
  })
  const holdingBoth = texts.scan((key) => {
    const { from, to } = crossingOf(key)
    const other = new RegExp(`\\b${to}\\b`)
    return { words: [from, to], ask: (text) => (holdsQuoted(text, from) && other.test(text)) || undefined }
  })
  const mapping = texts.scan((key) => {
    const { from, to } = crossingOf(key)
    const patterns = [mappingPattern(from, to), mappingPattern(to, from)]
    return {
      words: [from, to],
      ask: (text) =>
        (text.includes(from) && text.includes(to) && patterns.some((each) => each.test(text))) || undefined,
    }
  })
  return {
    *converting({ name, enum: prismaEnum }, renamed) {
      yield* changingCase(`${name}\n${prismaEnum.name}`).keys()
      for (const crossing of renamed) yield* holdingBoth(keyOf(crossing)).keys()
    },
    *mapping(crossings) {
      for (const crossing of crossings) yield* mapping(keyOf(crossing)).keys()
    },
  }
}

function keyOf({ from, to }: Crossing): string {
  return JSON.stringify([from, to])
}

function crossingOf(key: string): Crossing {
  const [from, to] = JSON.parse(key) as [string, string]
  return { from, to }
}

function mappingPattern(from: string, to: string): RegExp {
  return new RegExp(
    `\\b${escapePattern(from)}['"]?\\]?\\s*(?::\\s*(?:return\\s+)?|=>\\s*|\\?\\s*)['"]${escapePattern(to)}['"]`,
  )
}

function holdsQuoted(text: string, value: string): boolean {
  return text.includes(`'${value}'`) || text.includes(`"${value}"`)
}
