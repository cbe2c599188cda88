import { camelCase } from 'change-case'
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
  /** The files in which a `switch` turns one spelling into the other; that of the list itself may be one of them. */
  switching(renamed: readonly Crossing[]): Iterable<FileId>
  /** The files that map one value to the other, in a literal or a `switch`: `A: 'B'`, `case 'A': return 'B'`. */
  mapping(crossings: readonly Crossing[]): Iterable<FileId>
  /** Whether the list's own file maps one of the values to one that the list has. */
  folds(list: EnumPair, values: readonly string[]): boolean
  /** Whether a longer list is made of the list and of others, or of some of the values: `[...OPEN, ...CLOSED]`. */
  extends(list: EnumPair, values: readonly string[]): boolean
}

export function createValueSpellings(texts: Texts): ValueSpellings {
  const changingCase = texts.scan((key) => {
    const [name = '', enumName = '', properties = ''] = key.split('\n')
    const [type = '', property] = name.split('.')
    const uses = properties.split(',')
    const inline = property && new RegExp(`\\b${property}\\b[^;\\n]{0,40}\\.to(Lower|Upper)Case\\(\\)`)
    const changes = (text: string) => (inline ? inline.test(text) : changesCase(text, uses))
    return { ask: (text) => ((text.includes(type) || text.includes(enumName)) && changes(text)) || undefined }
  })
  const handing = texts.scan((property) => {
    const handed = new RegExp(`\\b(\\w+)\\(\\s*(?:\\w+[?!]?\\.)+${escapePattern(property)}\\s*[,)]`, 'g')
    const ask = (text: string) =>
      [...text.matchAll(handed)].some(([, called = '']) => isCaseChange(called, text)) || undefined
    return { words: [property], ask }
  })
  const holdingBoth = texts.scan((key) => {
    const [list = '', crossing = ''] = key.split('\n')
    const { from, to } = crossingOf(crossing)
    // `PAID = 'paid'` declares a member, and turns nothing into anything; nor does a word of a longer text.
    const quoted = `['"\`]${to}['"\`]`
    const named = `(?<!\\.)\\b${to}\\s*(?::|=(?!\\s*['"]${escapePattern(from)}['"]))`
    const other = new RegExp(`${quoted}|${named}|\\.${to}\\b`)
    const otherThanMember = new RegExp(`${quoted}|${named}|(?<!\\b${escapePattern(list)})\\.${to}\\b`)
    const holds = (text: string) => (FROM_CLIENT.test(text) ? other : otherThanMember).test(text)
    return { words: [from, to], ask: (text) => (holdsQuoted(text, from) && holds(text)) || undefined }
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
  const extending = texts.scan((key) => {
    const [name = '', ...values] = key.split('\n')
    const lists = new RegExp(`\\[[^\\][]*\\.\\.\\.${escapePattern(name)}\\b[^\\][]*\\]`, 'g')
    const holdsMore = ([list]: RegExpExecArray) =>
      list.split('...').length > 2 || values.some((value) => holdsQuoted(list, value))
    return { names: [name], ask: (text) => [...text.matchAll(lists)].some(holdsMore) || undefined }
  })
  const switching = texts.scan((key) => {
    const { from, to } = crossingOf(key)
    const patterns = [switchPattern(from, to), switchPattern(to, from)]
    return { words: [from, to], ask: (text) => patterns.some((each) => each.test(text)) || undefined }
  })
  return {
    *switching(renamed) {
      for (const crossing of renamed) yield* switching(keyOf(crossing)).keys()
    },
    *converting({ name, enum: prismaEnum, usedBy }, renamed) {
      const uses = new Set(usedBy.map(({ field }) => field.property.name))
      for (const property of [...uses, camelCase(prismaEnum.name)]) yield* handing(property).keys()
      yield* changingCase(`${name}\n${prismaEnum.name}\n${[...uses].join(',')}`).keys()
      for (const crossing of renamed) yield* holdingBoth(`${name}\n${keyOf(crossing)}`).keys()
    },
    folds({ at, values: known }, values) {
      const text = texts.get(at.file) ?? ''
      const held = values.filter((value) => text.includes(value))
      const patternsOf = (from: string, to: string) => [mappingPattern(from, to), returnPattern(from, to)]
      return held.some((from) => known.some((to) => patternsOf(from, to).some((each) => each.test(text))))
    },
    extends: ({ name }, values) => /^\w+$/.test(name) && extending([name, ...values].join('\n')).size > 0,
    *mapping(crossings) {
      for (const crossing of crossings) yield* mapping(keyOf(crossing)).keys()
    },
  }
}

/** A text that is searched in lower case is not converted. */
const CASE_CHANGE = /\.to(?:Lower|Upper)Case\(\)(?!\.includes\()/g

/**
 * What stands before a change of case that converts nothing: one for show, as capitals at the start are and what follows
 * them, `charAt(0)`, `slice(1)`, `<b>{order.status` and `.replace(/\b\w/g, (letter) => letter`, or one for a search,
 * `.includes(wanted`.
 */
const NO_CONVERSION = new RegExp(
  [
    /(?:charAt\(0\)|\[0\]|slice\(1\)|substring\(1\))$/,
    /\.includes\(\s*[\w.?!]+$/,
    /(?<![$=])\{\s*[\w.?!]+$/,
    /\.replace\(\/[^\n]*\/\w*,\s*\(?\w+\)?\s*=>\s*\w+$/,
  ]
    .map(({ source }) => source)
    .join('|'),
)

/** A value changes its case, unless it is that of a property which none of the uses is. */
function changesCase(text: string, uses: readonly string[]): boolean {
  return [...text.matchAll(CASE_CHANGE)].some(({ index }) => {
    const before = text.slice(Math.max(0, index - 80), index)
    if (NO_CONVERSION.test(before)) return false
    const [, property] = /\.(\w+)[!?]?$/.exec(before) ?? []
    return property === undefined || uses.includes('') || uses.includes(property)
  })
}

/** A function named for a case, or one of the file that changes that of its parameter. */
function isCaseChange(name: string, text: string): boolean {
  if (/[a-z]Case$/.test(name)) return true
  const declared = new RegExp(
    `\\b(?:function\\s+|(?:const|let)\\s+)${escapePattern(name)}\\b[^(\\n]*\\(\\s*(\\w+)`,
  ).exec(text)
  if (declared === null) return false
  const body = text.slice(declared.index, declared.index + 400)
  return new RegExp(`(?<!\\$\\{)\\b${declared[1]}[?!]?\\.to(?:Lower|Upper)Case\\(\\)(?!\\.includes\\()`).test(body)
}

/** A file that imports Prisma's client means Prisma's enum by a name that is the list's, too. */
const FROM_CLIENT = /\bfrom\s*['"][^'"]*(?:prisma|generated|database|\bdb\b)/i

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

/** `if (value === 'A') return 'B'`. */
function returnPattern(from: string, to: string): RegExp {
  return new RegExp(`===?\\s*['"]${escapePattern(from)}['"]\\s*\\)\\s*\\{?\\s*return\\s+['"]${escapePattern(to)}['"]`)
}

/** `case 'A': return 'a'`, and with the value of an enum. */
function switchPattern(from: string, to: string): RegExp {
  const value = (name: string) => `(?:['"]|\\w+\\.)${escapePattern(name)}\\b['"]?`
  return new RegExp(`\\bcase\\s+${value(from)}\\s*:\\s*\\{?\\s*return\\s+${value(to)}`)
}

function holdsQuoted(text: string, value: string): boolean {
  return text.includes(`'${value}'`) || text.includes(`"${value}"`)
}
