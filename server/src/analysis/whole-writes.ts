import type { Operation } from '../model/handover.js'
import { createNamedFamily } from '../query/query.js'
import type { FileId } from '../text/file-id.js'
import type { Texts } from './texts.js'

type Argument = Operation['argument']

/** The files that may hand an operation of a delegate something whole, by their texts alone; most do not. */
export function createWholeWrites(texts: Texts): (delegate: string, argument: Argument) => readonly FileId[] {
  const scan = texts.scan((key) => {
    const [delegate = '', argument = ''] = key.split('\n')
    const call = new RegExp(`\\.\\s*${delegate}\\s*\\??\\.\\s*(?:${CALLED[argument as Argument]})\\w*\\s*\\(`, 'g')
    return { names: [delegate], ask: (text) => handsIn(text, call, KEYS[argument as Argument]) || undefined }
  })
  const filesOf = createNamedFamily((key) => [...scan(key).keys()])
  return (delegate, argument) => filesOf(`${delegate}\n${argument}`)
}

const CALLED: Record<Argument, string> = {
  data: 'create|update|upsert',
  where: 'find|count|aggregate|groupBy|update|delete|upsert',
}

const KEYS: Record<Argument, RegExp> = {
  data: /^(?:data|create|update)$/,
  where: /^where$/,
}

function handsIn(text: string, call: RegExp, keys: RegExp): boolean {
  for (const { index, 0: matched } of text.matchAll(call)) if (mayHand(text, index + matched.length, keys)) return true
  return false
}

/** Strings and comments, brackets, spreads of something with a name, and words with what follows them. */
const PART =
  /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`|\/\/.*|\/\*[\s\S]*?\*\/|[([{}\])]|\.\.\.\s*(?:\(\s*[\w.]+\s+as\b|(?!\()[\w.]+\b(?!\s*[(.]))|(?<![.\w])\w+(?:\s*:\s*[{[])?/g

/** How deep the objects stand that become records: in `data`, or in a list there. */
const DEEPEST = 3

/** Whether the arguments from an index on are no literal, or one that holds such a spread or a variable for a key. */
function mayHand(text: string, start: number, keys: RegExp): boolean {
  if (!/^\s*\{/.test(text.slice(start, start + LONGEST_GAP))) return true
  let whole = false
  walk(text, start, ({ word, index, depth, opens }) => {
    const isSpread = word.startsWith('...') && depth <= DEEPEST
    const isValue = depth === 1 && !opens && keys.test(word) && !isBuilt(text, index, valueAt(text, index, word))
    whole ||= isSpread || isValue
    return !whole
  })
  return whole
}

const LONGEST_GAP = 200

/** How far before a call its variables are looked for. */
const LONGEST_WAY = 10_000

interface Part {
  readonly word: string
  readonly index: number
  /** How many brackets are open before it. */
  readonly depth: number
  /** A word with a literal behind it. */
  readonly opens: boolean
}

/** Goes through the parts of a text until a bracket closes that was open before, or `visit` says that it is enough. */
function walk(text: string, start: number, visit: (part: Part) => boolean): void {
  const part = new RegExp(PART)
  part.lastIndex = start
  let depth = 0
  for (let found = part.exec(text); found && depth >= 0; found = part.exec(text)) {
    const [word] = found
    const opens = word.length > 1 && /^\.\.\.\s*\(|^\w+\s*:/.test(word)
    if (!visit({ word: opens ? (/^\w+/.exec(word)?.[0] ?? word) : word, index: found.index, depth, opens })) return
    if ('([{'.includes(word) || opens) depth++
    else if (')]}'.includes(word)) depth--
  }
}

/** `x` of `data: x`, `data` of `data,`; empty where it is no variable. */
function valueAt(text: string, index: number, key: string): string {
  const [, value = key] = /^\w+\s*:\s*(\w*)(?![\w.(])/.exec(text.slice(index, index + LONGEST_GAP)) ?? []
  return value
}

/** Whether a variable is made last of a literal that nothing is spread into. */
function isBuilt(text: string, before: number, variable: string): boolean {
  if (variable === '') return false
  const around = text.slice(Math.max(0, before - LONGEST_WAY), before)
  const declared = [...around.matchAll(declarationOf(variable))].at(-1)
  if (!declared?.[0].endsWith('{')) return false
  let spreads = false
  walk(around, declared.index + declared[0].length, ({ word, depth }) => {
    spreads ||= depth === 0 && word.startsWith('...')
    return !spreads
  })
  return !spreads
}

/** A variable, what is left of one, or a parameter. */
function declarationOf(variable: string): RegExp {
  return new RegExp(
    `(?:const|let|var)\\s+${variable}\\b[^=\\n]*=\\s*\\{?|\\.\\.\\.${variable}\\s*\\}|[(,{]\\s*${variable}\\s*\\??:\\s*[A-Z]`,
    'g',
  )
}
